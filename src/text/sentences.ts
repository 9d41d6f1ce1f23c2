import { tokenList } from "./token-words.ts";
import { TokenFlag, TokenKind, type Tokens } from "./tokens.ts";

/** Marks that end a sentence where a blank follows, and those of scripts that write none. */
const ENDS = ".!?…";
const FULL_STOPS = "。！？";
const CLOSERS = `"”“’'»«)]}」』）`;
const DOT = 0x2e;
const NEWLINE = 0x0a;

/** Whether the token before ended a sentence, and how. */
const End = {
  not: 0,
  /** With a mark that asks for a blank. */
  marked: 1,
  /** With a closing mark behind it: a small letter goes on with the sentence, as in `(really!) and`. */
  closed: 2,
  /** With a full stop that asks for no blank. */
  full: 3,
} as const;

/**
 * Fills in sentences, paragraphs and lines (PACK-FORMAT section 4): a sentence ends at `. ! ? …` and a blank, not after a known
 * abbreviation, and at a line break unless the next line starts with a small letter; a paragraph at an empty line. Closing marks
 * and emoji right behind the end belong to it.
 */
export function markSentences(text: string, folded: string, tokens: Tokens): void {
  let sentence = 0;
  let paragraph = 0;
  let line = 0;
  let ended: number = End.not;
  /** Emoji up to this token belong to the sentence that ended before them. */
  let tailEnd = 0;
  for (let index = 0; index < tokens.count; index++) {
    const breaks = lineBreaksBefore(text, tokens, index);
    if (index === 0 || breaks > 0) tokens.flags[index] |= TokenFlag.lineStart;
    line += breaks;
    if (breaks > 1 && index > 0) paragraph++;
    if (ended !== End.not && index >= tailEnd) tailEnd = emojiTailEnd(text, tokens, index);
    if (ended !== End.not && breaks === 0 && (index < tailEnd || isClosing(text, tokens, index))) {
      if (isMark(text, tokens, index, CLOSERS)) ended = End.closed;
    } else {
      if (index > 0 && begins(text, tokens, index, { breaks, ended })) sentence++;
      ended = endOf(text, folded, tokens, index);
    }
    tokens.sentence[index] = sentence;
    tokens.paragraph[index] = paragraph;
    tokens.line[index] = line;
  }
}

function lineBreaksBefore(text: string, tokens: Tokens, index: number): number {
  const to = tokens.start[index];
  let breaks = 0;
  for (let at = index === 0 ? 0 : tokens.end[index - 1]; at < to; at++)
    if (text.charCodeAt(at) === NEWLINE) breaks++;
  return breaks;
}

interface Before {
  readonly breaks: number;
  readonly ended: number;
}

function begins(text: string, tokens: Tokens, index: number, { breaks, ended }: Before): boolean {
  if (breaks > 1 || ended === End.full) return true;
  if (ended === End.not) return breaks > 0 && !startsSmall(text, tokens, index);
  if (ended === End.closed && startsSmall(text, tokens, index)) return false;
  return (tokens.flags[index] & TokenFlag.attached) === 0;
}

/** More end marks and closing ones right behind an end mark. */
function isClosing(text: string, tokens: Tokens, index: number): boolean {
  if ((tokens.flags[index] & TokenFlag.attached) === 0) return false;
  return isMark(text, tokens, index, ENDS) || isMark(text, tokens, index, CLOSERS);
}

/** The end of the emoji at `index` that close a sentence; `index` where none do: a small letter behind them goes on from them. */
function emojiTailEnd(text: string, tokens: Tokens, index: number): number {
  let end = index;
  while (end < tokens.count && tokens.kind[end] === TokenKind.emoji) end++;
  if (end === index || end === tokens.count) return end;
  return startsSmall(text, tokens, end) && lineBreaksBefore(text, tokens, end) === 0 ? index : end;
}

function isMark(text: string, { kind, start }: Tokens, index: number, marks: string): boolean {
  return kind[index] === TokenKind.punctuation && marks.includes(text[start[index]]);
}

function startsSmall(text: string, { kind, start }: Tokens, index: number): boolean {
  if (kind[index] !== TokenKind.word) return false;
  const letter = text[start[index]];
  return letter !== letter.toUpperCase();
}

function endOf(text: string, folded: string, tokens: Tokens, index: number): number {
  if (tokens.kind[index] === TokenKind.punctuation) {
    const mark = text[tokens.start[index]];
    if (FULL_STOPS.includes(mark)) return End.full;
    if (!ENDS.includes(mark)) return End.not;
    return mark === "." && isOthers(folded, tokens, index) ? End.not : End.marked;
  }
  const isDotted = tokens.kind[index] === TokenKind.word && text.charCodeAt(tokens.end[index] - 1) === DOT;
  return isDotted && !staysOpen(wordOf(folded, tokens, index), tokens, index, folded) ? End.marked : End.not;
}

/** Whether the dot at `index` belongs to the word or number before it. */
function isOthers(folded: string, tokens: Tokens, index: number): boolean {
  const before = index - 1;
  if (before < 0 || (tokens.flags[index] & TokenFlag.attached) === 0) return false;
  // `1. Rye`: an item's number.
  if (tokens.kind[before] === TokenKind.number) return (tokens.flags[before] & TokenFlag.lineStart) !== 0;
  return (
    tokens.kind[before] === TokenKind.word && staysOpen(wordOf(folded, tokens, before), tokens, index, folded)
  );
}

/** Whether the sentence goes on behind an abbreviation whose dot is, or ends, the token at `index`. */
function staysOpen(word: string, tokens: Tokens, index: number, folded: string): boolean {
  if (tokenList("abbreviations").has(word)) return true;
  const next = index + 1;
  if (tokenList("endingAbbreviations").has(word)) return !startsCapital(tokens, next);
  if (tokenList("numberAbbreviations").has(word)) return tokens.kind[next] === TokenKind.number;
  const isCapital = hasCapital(tokens, index) || hasCapital(tokens, index - 1);
  if (!isCapital) return word.endsWith(".");
  if (tokenList("titleAbbreviations").has(word)) return true;
  const isName = word.endsWith(".") || word.length === 1 || tokenList("namingAbbreviations").has(word);
  return isName && word !== "i" && !isStarter(folded, tokens, next);
}

function isStarter(folded: string, tokens: Tokens, index: number): boolean {
  return startsCapital(tokens, index) && tokenList("sentenceStarters").has(wordOf(folded, tokens, index));
}

function startsCapital(tokens: Tokens, index: number): boolean {
  return tokens.kind[index] === TokenKind.word && hasCapital(tokens, index);
}

function hasCapital({ flags }: Tokens, index: number): boolean {
  return (flags[index] & TokenFlag.capital) !== 0;
}

function wordOf(folded: string, { foldedStart, foldedEnd }: Tokens, index: number): string {
  return folded.slice(foldedStart[index], foldedEnd[index]);
}
