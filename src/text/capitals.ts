import type { Span } from "../types.ts";
import { countingList } from "./counting-words.ts";
import type { Doc } from "./doc.ts";
import { lazyExpression } from "./expression.ts";
import { TokenFlag, TokenKind, tokenSpan } from "./tokens.ts";

/** Whether a token is an acronym that readers know. */
export type KnowsAcronym = (doc: Doc, index: number) => boolean;

/** Letters from which on one word in capitals shouts by itself. */
const SHOUT = 5;
const CAPITALS = lazyExpression(String.raw`^[\p{Lu}\p{M}'’]+$`, "u");
const ACRONYM = lazyExpression(String.raw`^\p{Lu}{2,5}$`, "u");
const ROMAN = /^(?=.)X{0,3}(?:IX|IV|V?I{0,3})$/u;

/** Runs of two words in capitals, or of one with five letters. Known acronyms and single letters may stand within a run. */
export function shoutedWords(doc: Doc, isKnown: KnowsAcronym): readonly Span[] {
  const { tokens } = doc;
  const found: Span[] = [];
  for (let first = 0; first < tokens.count; first++) {
    if (!isShouted(doc, first, isKnown)) continue;
    let last = first;
    let words = 1;
    for (let next = first + 1; next < tokens.count && goesOn(doc, next); next++) {
      if (!isShouted(doc, next, isKnown)) continue;
      last = next;
      words++;
    }
    if (words > 1 || tokens.end[first] - tokens.start[first] >= SHOUT)
      found.push(tokenSpan(tokens, first, last + 1));
    first = last;
  }
  return found;
}

/** Whether words are written in capitals together with a neighbour, or so long that they shout alone. */
export function isShouting(doc: Doc, start: number, end: number): boolean {
  const { tokens } = doc;
  for (let index = start; index < end; index++) if (!isCaps(tokens, index)) return false;
  const span = tokenSpan(tokens, start, end);
  return (
    span.end - span.start >= SHOUT || isCapsOnLine(doc, start - 1, start) || isCapsOnLine(doc, end, end - 1)
  );
}

function isCapsOnLine({ tokens }: Doc, index: number, beside: number): boolean {
  return (
    index >= 0 && index < tokens.count && tokens.line[index] === tokens.line[beside] && isCaps(tokens, index)
  );
}

function isCaps({ flags }: Doc["tokens"], index: number): boolean {
  return (flags[index] & TokenFlag.caps) !== 0;
}

function isShouted(doc: Doc, index: number, isKnown: KnowsAcronym): boolean {
  if ((doc.tokens.flags[index] & TokenFlag.caps) === 0) return false;
  return CAPITALS().test(written(doc, index)) && !(isEveryday(doc, index) || isKnown(doc, index));
}

/** Whether a run of capitals goes on with this token. */
function goesOn({ tokens }: Doc, index: number): boolean {
  if (tokens.kind[index] !== TokenKind.word || tokens.line[index] !== tokens.line[index - 1]) return false;
  const flags = tokens.flags[index];
  if ((flags & (TokenFlag.caps | TokenFlag.apostropheS)) !== 0) return true;
  return (flags & TokenFlag.capital) !== 0 && tokens.end[index] - tokens.start[index] === 1;
}

/** The first use of two to five capitals that are not known and have no bracket beside them. Not where all the words around shout. */
export function undefinedAcronyms(doc: Doc, isKnown: KnowsAcronym): readonly Span[] {
  const { tokens } = doc;
  const seen = new Set<string>();
  const found: Span[] = [];
  for (let index = 0; index < tokens.count; index++) {
    if ((tokens.flags[index] & TokenFlag.caps) === 0) continue;
    const acronym = written(doc, index);
    if (!ACRONYM().test(acronym) || ROMAN.test(acronym) || seen.has(acronym)) continue;
    if (isShouted(doc, index - 1, isKnown) || isShouted(doc, index + 1, isKnown)) continue;
    seen.add(acronym);
    if (isEveryday(doc, index) || isKnown(doc, index) || isBracketed(doc, index)) continue;
    found.push(tokenSpan(tokens, index, index + 1));
  }
  return found;
}

function isBracketed(doc: Doc, index: number): boolean {
  return "([".includes(written(doc, index - 1) || "-") || "([".includes(written(doc, index + 1) || "-");
}

function isEveryday(doc: Doc, index: number): boolean {
  const { folded, tokens } = doc;
  return countingList("everydayAcronyms").has(
    folded.text.slice(tokens.foldedStart[index], tokens.foldedEnd[index]),
  );
}

/** A token as written; empty past both ends. */
function written({ text, tokens }: Doc, index: number): string {
  return index < 0 || index >= tokens.count ? "" : text.slice(tokens.start[index], tokens.end[index]);
}
