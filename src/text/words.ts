import { isAsciiLetter, isAstralLetter, isWordAt, UnitClass, unitClass } from "./units.ts";

/** The end of the word part that begins at `start`; `start` itself when none does. Inner apostrophes belong to it, hyphens don't. */
export function wordEnd(text: string, start: number, limit: number): number {
  let end = start;
  while (end < limit) {
    const found = unitClass(text.charCodeAt(end));
    if (found === UnitClass.word) end++;
    else if (found === UnitClass.surrogate && isAstralLetter(text, end)) end += 2;
    else if (end === start) return end;
    else if (found === UnitClass.joiner || (joinsLetters(found) && letterFollows(text, end, limit))) end++;
    else return end;
  }
  return Math.min(end, limit);
}

function joinsLetters(found: number): boolean {
  return found === UnitClass.apostrophe || found === UnitClass.underscore;
}

/** Whether a word part may go on, or begin, behind `index`. */
export function letterFollows(text: string, index: number, limit: number): boolean {
  const next = index + 1;
  if (next >= limit) return false;
  const found = unitClass(text.charCodeAt(next));
  return found === UnitClass.word || (found === UnitClass.surrogate && isAstralLetter(text, next));
}

/** Where the `'s` begins that ends the word, or -1. */
export function apostropheSAt(text: string, start: number, end: number): number {
  const at = end - 2;
  return at > start && isApostropheS(text, at, end) ? at : -1;
}

/** Whether `'s` stands at `start` and no letter goes on at `start + 2`. */
export function isApostropheS(text: string, start: number, limit: number): boolean {
  if (start + 2 > limit || (text.charCodeAt(start + 1) | 0x20) !== 0x73) return false;
  return unitClass(text.charCodeAt(start)) === UnitClass.apostrophe && !isWordAt(text, start + 2);
}

const DOT = 0x2e;

/** The end of single letters with dots (`U.S.`, `e.g.`, `a.m`) that begin at `start`, or -1 where there are fewer than two. */
export function dottedWordEnd(text: string, start: number, limit: number): number {
  if (text.charCodeAt(start + 1) !== DOT) return -1;
  let end = start;
  let letters = 0;
  while (end < limit && isAsciiLetter(text.charCodeAt(end)) && !isWordAt(text, end + 1)) {
    letters++;
    end++;
    if (end >= limit || text.charCodeAt(end) !== DOT) break;
    end++;
  }
  return letters >= 2 && !isWordAt(text, end) ? end : -1;
}
