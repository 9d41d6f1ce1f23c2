import type { Span } from "../types.ts";
import { lazyExpression } from "./expression.ts";
import type { Folded } from "./fold.ts";
import { hashOf } from "./hash.ts";
import { markSentences } from "./sentences.ts";
import type { Cuts } from "./tokenize.ts";

import { TokenFlag, TokenKind, type Tokens } from "./tokens.ts";
import { isAsciiLetter, isDigitUnit } from "./units.ts";

/** Bytes of one token in all arrays. */
const BYTES = 34;

/** Tokens of their own from cuts that the next text overwrites: with folded offsets, hashes, flags, sentences, paragraphs, lines. */
export function completeTokens(
  text: string,
  folded: Folded,
  cuts: Cuts,
  quotations: readonly Span[],
): Tokens {
  const tokens = newTokens(cuts.count, folded.isAligned);
  for (let index = 0; index < tokens.count; index++) {
    tokens.start[index] = cuts.start[index];
    tokens.end[index] = cuts.end[index];
    tokens.kind[index] = cuts.kind[index];
    tokens.flags[index] = cuts.flags[index];
    tokens.hash[index] = cuts.hash[index];
  }
  if (!folded.isAligned) placeInFolded(folded, tokens);
  markWords(text, folded.text, tokens);
  markQuoted(quotations, tokens);
  markSentences(text, folded.text, tokens);
  return tokens;
}

/** Bytes of a slab that the arrays of many texts share: a buffer for each array would take ten times as long. */
const SLAB = 1 << 16;

let slab = new ArrayBuffer(SLAB);
let used = 0;

/** Gives out a part of the slab once; a long text has a buffer of its own. */
function takeBytes(size: number): { readonly buffer: ArrayBuffer; readonly offset: number } {
  if (size > SLAB / 4) return { buffer: new ArrayBuffer(size), offset: 0 };
  if (used + size > SLAB) {
    slab = new ArrayBuffer(SLAB);
    used = 0;
  }
  const offset = used;
  used += (size + 3) & ~3;
  return { buffer: slab, offset };
}

function newTokens(count: number, isAligned: boolean): Tokens {
  const { buffer, offset } = takeBytes(count * BYTES);
  const size = count * 4;
  const start = new Int32Array(buffer, offset, count);
  const end = new Int32Array(buffer, offset + size, count);
  return {
    count,
    start,
    end,
    foldedStart: isAligned ? start : new Int32Array(buffer, offset + size * 2, count),
    foldedEnd: isAligned ? end : new Int32Array(buffer, offset + size * 3, count),
    hash: new Int32Array(buffer, offset + size * 4, count),
    sentence: new Int32Array(buffer, offset + size * 5, count),
    paragraph: new Int32Array(buffer, offset + size * 6, count),
    line: new Int32Array(buffer, offset + size * 7, count),
    kind: new Uint8Array(buffer, offset + size * 8, count),
    flags: new Uint8Array(buffer, offset + size * 8 + count, count),
  };
}

function placeInFolded(
  { fromOriginal }: Folded,
  { count, start, end, foldedStart, foldedEnd }: Tokens,
): void {
  for (let index = 0; index < count; index++) {
    foldedStart[index] = fromOriginal(start[index]);
    foldedEnd[index] = fromOriginal(end[index]);
  }
}

/** Hashes, capitals: of plain words they are known. */
function markWords(text: string, folded: string, tokens: Tokens): void {
  const { count, start, end, foldedStart, foldedEnd, kind, flags, hash } = tokens;
  for (let index = 0; index < count; index++) {
    if ((flags[index] & TokenFlag.plain) !== 0) continue;
    hash[index] = hashOf(folded, foldedStart[index], foldedEnd[index]);
    if (kind[index] !== TokenKind.word) continue;
    flags[index] |= capitals(text, start[index], end[index]);
    if (isPlain(text, start[index], end[index])) flags[index] |= TokenFlag.plain;
  }
}

function isPlain(text: string, start: number, end: number): boolean {
  for (let index = start; index < end; index++) {
    const unit = text.charCodeAt(index);
    if (!isAsciiLetter(unit) && !isDigitUnit(unit)) return false;
  }
  return true;
}

/** The flags `capital` and `caps` of a word. Most words begin with a small letter and have neither. */
function capitals(text: string, start: number, end: number): number {
  const first = text.charCodeAt(start);
  if (first >= 0x61 && first <= 0x7a) return 0;
  const point = text.codePointAt(start) ?? 0;
  const letter = String.fromCodePoint(point);
  const isCapital = letter !== letter.toLowerCase();
  const word = text.slice(start, end);
  if (!isCapital && !(first >= 0x30 && first <= 0x39)) return 0;
  return (isCapital ? TokenFlag.capital : 0) | (isAllCapitals(word) ? TokenFlag.caps : 0);
}

/** Two or more letters, and none of them small. */
function isAllCapitals(word: string): boolean {
  return word === word.toUpperCase() && TWO_LETTERS().test(word);
}

const TWO_LETTERS = lazyExpression(String.raw`\p{L}.*\p{L}`, "u");

function markQuoted(quotations: readonly Span[], { start, flags }: Tokens): void {
  let index = 0;
  for (const quotation of quotations) {
    while (index < start.length && start[index] < quotation.start) index++;
    for (; index < start.length && start[index] < quotation.end; index++) flags[index] |= TokenFlag.quoted;
  }
}
