import { lazyExpression } from "./expression.ts";
import { isAsciiLetter, isDigitUnit } from "./units.ts";

const WORDS = lazyExpression(
  String.raw`\p{Lu}+(?!\p{Ll})|\p{Lu}?[\p{Ll}\p{Lo}\p{Lm}\p{M}]+|\p{Lt}[\p{Ll}\p{M}]*|\p{N}+`,
  "gu",
);
const UNDERSCORE = 0x5f;

/** Words of a tag, told apart by capitals and digits: `AIForGood` is *AI For Good*, `Top10Tips` is *Top 10 Tips*. */
export function tagWords(tag: string): readonly string[] {
  return isPlain(tag) ? plainWords(tag) : (tag.match(WORDS()) ?? []);
}

function isPlain(tag: string): boolean {
  for (let index = 0; index < tag.length; index++) {
    const unit = tag.charCodeAt(index);
    if (!isAsciiLetter(unit) && !isDigitUnit(unit) && unit !== UNDERSCORE) return false;
  }
  return true;
}

/** The same of ASCII letters and digits, without an expression, which takes a while to make. */
function plainWords(tag: string): readonly string[] {
  const words: string[] = [];
  for (let start = 0; start < tag.length; ) {
    const end = plainWordEnd(tag, start);
    if (end > start) words.push(tag.slice(start, end));
    // An underscore is no word.
    start = Math.max(end, start + 1);
  }
  return words;
}

function plainWordEnd(tag: string, start: number): number {
  const numberEnd = runEnd(tag, start, isDigitUnit);
  if (numberEnd > start) return numberEnd;
  const capitals = runEnd(tag, start, isCapital);
  const end = runEnd(tag, capitals, isSmall);
  // The last of several capitals begins the word behind them.
  return end > capitals && capitals - start > 1 ? capitals - 1 : end;
}

function runEnd(tag: string, start: number, belongs: (unit: number) => boolean): number {
  let end = start;
  while (end < tag.length && belongs(tag.charCodeAt(end))) end++;
  return end;
}

function isCapital(unit: number): boolean {
  return unit >= 0x41 && unit <= 0x5a;
}

function isSmall(unit: number): boolean {
  return unit >= 0x61 && unit <= 0x7a;
}
