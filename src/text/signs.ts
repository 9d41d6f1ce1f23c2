import { type Lazy, lazy } from "../lazy.ts";
import { lazyExpression } from "./expression.ts";

/** A stretch of a text that is counted at once. */
export interface Piece {
  readonly start: number;
  readonly count: number;
}

/** A way to count signs: how many a stretch of a text holds, and the same with places. */
export interface Signs {
  readonly count: (text: string, from: number, to: number) => number;
  readonly pieces: (text: string, from: number, to: number) => Iterable<Piece>;
}

/** UAX 29 in 21 kB; loaded with the first text that is not plain and is counted so. */
export const segmenter: Lazy<typeof import("unicode-segmenter/grapheme")> = lazy(
  () => import("unicode-segmenter/grapheme"),
);

const CR = 0x0d;

/** What people see as one sign (UAX 29). Throws `NotLoaded`. */
export const graphemes: Signs = { count: countGraphemes, pieces: graphemePieces };

/** Only what is near signs that may combine is segmented: all else is one sign a unit. */
function countGraphemes(text: string, from: number, to: number): number {
  let count = 0;
  for (let at = from; at < to; ) {
    const odd = nextOdd(text, at, to);
    if (odd === to) return count + to - at;
    // The sign before may be combined with, and to the one behind a sign may be prepended.
    const start = Math.max(at, odd - 1);
    count += start - at;
    at = oddEnd(text, odd, to);
    for (const _ of segmenter.get().graphemeSegments(text.slice(start, at))) count++;
  }
  return count;
}

function nextOdd(text: string, from: number, to: number): number {
  let at = from;
  while (at < to && standsAlone(text.charCodeAt(at))) at++;
  return at;
}

/** Behind odd signs, and those between them where there are no two in a row that stand alone. */
function oddEnd(text: string, odd: number, to: number): number {
  let at = odd;
  while (at < to && !(standsAlone(text.charCodeAt(at)) && standsAlone(text.charCodeAt(at - 1)))) at++;
  return at;
}

/** Whether a unit is a sign that combines with nothing before or behind it but marks: plain and accented Latin, marks of punctuation. */
function standsAlone(unit: number): boolean {
  if (unit < FIRST_MARK) return unit !== CR;
  return (unit >= 0x2010 && unit <= 0x2027) || (unit >= 0x2030 && unit <= 0x205f);
}

function* graphemePieces(text: string, from: number, to: number): Iterable<Piece> {
  for (const { index } of segmenter.get().graphemeSegments(text.slice(from, to)))
    yield { start: index + from, count: 1 };
}

/** Code points. */
export const codePoints: Signs = {
  count: (text, from, to) => {
    let count = to - from;
    for (let at = from; at < to; at++) if (isPair(text, at)) count--;
    return count;
  },
  pieces: function* (text, from, to) {
    for (let start = from; start < to; start++) {
      yield { start, count: 1 };
      if (isPair(text, start)) start++;
    }
  },
};

/** Twice the weight of signs that X counts double (twitter-text's configuration, version 3), on NFC. */
export const weights: Signs = {
  count: (text, from, to) => {
    let count = 0;
    for (let at = from; at < to; ) {
      // Nearly all signs: plain or accented Latin, and no mark behind.
      if (text.charCodeAt(at) < FIRST_MARK && (at + 1 >= to || text.charCodeAt(at + 1) < FIRST_MARK)) {
        count++;
        at++;
        continue;
      }
      const end = weighedEnd(text, at, to);
      count += weightBetween(text, at, end);
      at = end;
    }
    return count;
  },
  pieces: function* (text, from, to) {
    for (let start = from; start < to; ) {
      const end = weighedEnd(text, start, to);
      yield { start, count: weightBetween(text, start, end) };
      start = end;
    }
  },
};

/** The end of a code point with the marks that combine with it. */
function weighedEnd(text: string, start: number, to: number): number {
  let end = pointEnd(text, start);
  while (end < to && isCombining(text.charCodeAt(end))) end++;
  return end;
}

function pointEnd(text: string, start: number): number {
  return isPair(text, start) ? start + 2 : start + 1;
}

function weightBetween(text: string, start: number, end: number): number {
  const point = text.codePointAt(start) ?? 0;
  if (end === pointEnd(text, start) && !mayBeNormalised(point)) return weightOf(point);
  let count = 0;
  for (const sign of text.slice(start, end).normalize("NFC")) count += weightOf(sign.codePointAt(0) ?? 0);
  return count;
}

/**
 * Stretches, first and last, with all code points that weigh otherwise in NFC: Greek letters with an oxia and signs as K for Kelvin are
 * another one there, and Indic letters with a nukta and some Hebrew ones are two.
 */
const NORMALISED: readonly number[] = [
  0x344, 0x344, 0x958, 0x95f, 0x9dc, 0x9df, 0xa33, 0xa5e, 0xb5c, 0xb5d, 0xf43, 0xfb9, 0x1f71, 0x1ffd, 0x2126,
  0x212b, 0x2adc, 0x2adc, 0xfb2c, 0xfb2d, 0x1d15e, 0x1d1c0,
];

function mayBeNormalised(point: number): boolean {
  for (let at = 0; at < NORMALISED.length && point >= NORMALISED[at]; at += 2)
    if (point <= NORMALISED[at + 1]) return true;
  return false;
}

/** No mark stands before the block of marks that combine. */
const FIRST_MARK = 0x300;
/** Marks, and the later letters of a Hangul syllable. */
const COMBINING = lazyExpression(String.raw`[\p{M}\u1160-\u11ff]`, "u");

/** Nearly all units are told without the expression. */
function isCombining(unit: number): boolean {
  if (unit < FIRST_MARK || (unit >= 0x2000 && unit <= 0x206f)) return false;
  return COMBINING().test(String.fromCharCode(unit));
}

function weightOf(point: number): number {
  if (point <= 0x10ff) return 1;
  const isNarrow =
    (point >= 0x2000 && point <= 0x200d) ||
    (point >= 0x2010 && point <= 0x201f) ||
    (point >= 0x2032 && point <= 0x2037);
  return isNarrow ? 1 : 2;
}

/** Whether two units from `index` on are one code point. */
export function isPair(text: string, index: number): boolean {
  return (text.charCodeAt(index) & 0xfc00) === 0xd800 && (text.charCodeAt(index + 1) & 0xfc00) === 0xdc00;
}
