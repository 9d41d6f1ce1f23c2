import { lazyExpression } from "./expression.ts";
import { isAsciiLetter, isBlankAt, isDigitUnit, isWordAt } from "./units.ts";

const HASHTAG = lazyExpression(String.raw`[#＃][\p{L}\p{M}\p{N}_]+`, "uy");
const LETTER = lazyExpression(String.raw`\p{L}`, "u");
/** Blanks and marks of ASCII may stand behind it, as twitter-text has it. */
const CASHTAG = /\$[A-Za-z]{1,6}(?:[._][A-Za-z]{1,2})?(?=$|[\s!-/:-@[-^`{-~])/y;
/** `@name`, `@name.bsky.social`, `@user@host.tld`; LinkedIn writes `@[Name](urn:…)`. */
const MENTION = lazyExpression(
  String.raw`@(?:\[[^\][\n]{1,80}\]\(urn:[^)\s]{1,120}\)|[\p{L}\p{N}_]+(?:[.-][\p{L}\p{N}_]+)*(?:@[\p{L}\p{N}_]+(?:[.-][\p{L}\p{N}_]+)+)?)`,
  "uy",
);
/** `@7pm`, `@9`: a time or a number, and no name. */
const AT_TIME = /^@\d+(?:am|pm|h)?$/i;

/** The end of the hashtag at `start`, or -1: a letter must be in it, and no word or `&` before it. */
export function hashtagEnd(text: string, start: number): number {
  if (text[start - 1] === "&" || isWordAt(text, start - 1)) return -1;
  const plainEnd = asciiTagEnd(text, start);
  if (plainEnd !== 0) return plainEnd;
  HASHTAG().lastIndex = start;
  if (!HASHTAG().test(text)) return -1;
  const end = HASHTAG().lastIndex;
  return LETTER().test(text.slice(start, end)) ? end : -1;
}

/** The end of a tag in plain letters, -1 where it holds none of them, 0 where others follow: those are for the expression. */
function asciiTagEnd(text: string, start: number): number {
  let end = start + 1;
  let hasLetter = false;
  for (; end < text.length; end++) {
    const unit = text.charCodeAt(end);
    if (unit >= 0x80) return 0;
    if (isAsciiLetter(unit)) hasLetter = true;
    else if (!isDigitUnit(unit) && unit !== UNDERSCORE) break;
  }
  return hasLetter ? end : -1;
}

const UNDERSCORE = 0x5f;

/** The end of the cashtag at `start`, or -1. */
export function cashtagEnd(text: string, start: number): number {
  if (!isBlankAt(text, start - 1) && text[start - 1] !== "(") return -1;
  CASHTAG.lastIndex = start;
  return CASHTAG.test(text) ? CASHTAG.lastIndex : -1;
}

/** The end of the mention at `start`, or -1; there is none right behind a word, another `@` or a slash. */
export function mentionEnd(text: string, start: number): number {
  const before = text[start - 1];
  if (before === "@" || before === "/" || isWordAt(text, start - 1)) return -1;
  MENTION().lastIndex = start;
  if (!MENTION().test(text)) return -1;
  const end = MENTION().lastIndex;
  return AT_TIME.test(text.slice(start, end)) ? -1 : end;
}
