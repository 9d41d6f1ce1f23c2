import { lazyExpression } from "../text/expression.ts";
import { isPlainPicture } from "../text/pictures.ts";

/** Joins what stands before it with the picture after it. */
const JOINER = 0x200d;
const EMOJI_STYLE = "\ufe0f";
/** Code points below this one are one cell wide and join nothing. */
const FIRST_JOINING = 0x300;

/** What is drawn onto the character before it: marks, skin tones, tags, the later parts of a Hangul syllable. */
const JOINS = lazyExpression(
  String.raw`^(?:\u200d|[\p{Mn}\p{Me}\p{Emoji_Modifier}\u{e0020}-\u{e007f}\u1160-\u11ff])`,
  "u",
);
const INVISIBLE = lazyExpression(String.raw`^[\p{Mn}\p{Me}\p{Cf}]`, "u");
const PICTURE = lazyExpression(String.raw`^\p{Extended_Pictographic}`, "u");
const FLAG_LETTER = /^[\u{1f1e6}-\u{1f1ff}]/u;
const HALF_WIDTH = /^[\uff61-\uffdc\uffe8-\uffee]/u;
const WIDE = lazyExpression(
  String.raw`^[\p{Emoji_Presentation}\p{sc=Han}\p{sc=Hangul}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Bopomofo}\p{sc=Yi}\u3000-\u303e\uff01-\uff60\uffe0-\uffe6]`,
  "u",
);

/** Whether a stretch of a text is of printable ASCII, each sign of which takes one cell. */
export function isPrintable(text: string, start = 0, end: number = text.length): boolean {
  for (let index = start; index < end; index++) {
    const unit = text.charCodeAt(index);
    if (unit < 0x20 || unit > 0x7e) return false;
  }
  return true;
}

/** Where the character that begins at `start`, with all that is drawn onto it, ends. Linear, offsets in UTF-16 units. */
export function characterEnd(text: string, start: number): number {
  // Behind the text there is no unit, and no number that could be greater.
  const isAlone = !(text.charCodeAt(start + 1) >= FIRST_JOINING);
  if (isAlone && text.charCodeAt(start) < FIRST_JOINING) return start + 1;
  let end = start + unitsAt(text, start);
  if (!isJoiningAt(text, end)) return end;
  if (FLAG_LETTER.test(codeAt(text, start)) && FLAG_LETTER.test(codeAt(text, end))) end += unitsAt(text, end);
  while (isJoiningAt(text, end)) {
    const code = codeAt(text, end);
    if (!JOINS().test(code)) break;
    end += code.length;
    if (code.codePointAt(0) === JOINER && PICTURE().test(codeAt(text, end))) end += unitsAt(text, end);
  }
  return end;
}

/** How many cells of a terminal one character takes, as `characterEnd` bounds it: 0, 1 or 2. */
export function characterWidth(character: string): 0 | 1 | 2 {
  const code = character.codePointAt(0) ?? 0;
  if (character.length === 1 && (code < FIRST_JOINING || isPunctuation(code))) return 1;
  if (character.length === 2 && isPlainPicture(code)) return 2;
  if (INVISIBLE().test(character)) return 0;
  if (HALF_WIDTH.test(character)) return 1;
  if (WIDE().test(character)) return 2;
  return character.includes(EMOJI_STYLE) ? 2 : 1;
}

/** How many cells of a terminal a text without line ends takes. */
export function displayWidth(text: string): number {
  if (isPrintable(text)) return text.length;
  let width = 0;
  for (let start = 0; start < text.length; ) {
    const end = characterEnd(text, start);
    width += characterWidth(text.slice(start, end));
    start = end;
  }
  return width;
}

/** The text with blanks behind it up to a width in cells. */
export function padded(text: string, width: number): string {
  return text + " ".repeat(Math.max(0, width - displayWidth(text)));
}

/** Whether what begins there may be drawn onto the character before it; `JOINS` takes a while to make. */
function isJoiningAt(text: string, index: number): boolean {
  if (index >= text.length || text.charCodeAt(index) < FIRST_JOINING) return false;
  const code = text.codePointAt(index) ?? 0;
  return !(isPunctuation(code) || isPlainPicture(code));
}

/** Dashes, quotation marks, dots and the like: one cell wide. */
function isPunctuation(code: number): boolean {
  return code >= 0x2010 && code <= 0x2027;
}

function codeAt(text: string, index: number): string {
  return text.slice(index, index + unitsAt(text, index));
}

function unitsAt(text: string, index: number): 1 | 2 {
  return (text.codePointAt(index) ?? 0) > 0xffff ? 2 : 1;
}
