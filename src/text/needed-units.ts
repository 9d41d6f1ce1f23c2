import type { Span } from "../types.ts";
import { atomEnd, mayBeMissing, pastQuantifier } from "./needed.ts";

const ASCII = 0x80;
const ASTRAL = 0x10000;
const LOW_SURROGATES = 0x400;
const BEYOND_ASCII: Span = { start: ASCII, end: 0xffff };
/** What of all that is beyond ASCII is equal to an ASCII letter where case doesn't count. */
const LIKE_ASCII: readonly number[] = [0x17f, 0x212a];
/** A range of more characters is not looked through for letters with two cases. */
const MOST_CHARACTERS = 2048;

/**
 * Ranges of UTF-16 units (ends included) beyond ASCII, one of which stands in everything that an expression with the flag `u` matches;
 * `undefined` where an alternative of it has no sign or class that tells so. A text without them needn't be searched.
 */
export function neededUnits(source: string, isCased: boolean): readonly Span[] | undefined {
  const needed: Span[] = [];
  let own: readonly Span[] | undefined;
  for (let at = 0; at < source.length; ) {
    if (source[at] === "|") {
      if (own === undefined) return undefined;
      needed.push(...own);
      own = undefined;
      at++;
      continue;
    }
    const end = atomEnd(source, at);
    if (!mayBeMissing(source, end)) own ??= unitsOfAtom(source.slice(at, end), isCased);
    at = pastQuantifier(source, end);
  }
  return own === undefined ? undefined : [...needed, ...own];
}

const CHARACTER = String.raw`(?:\\u\{([\da-fA-F]+)\}|\\u([\da-fA-F]{4})|([^\0-\x7f]))`;
const RANGE = `${CHARACTER}(?:-${CHARACTER})?`;
const ONE_OR_CLASS = new RegExp(`^(?:${CHARACTER}|\\[(?:${RANGE})+\\])$`, "u");
const RANGES = new RegExp(RANGE, "gu");

/** The units of which one stands in whatever an atom matches, where that is beyond ASCII. */
function unitsOfAtom(atom: string, isCased: boolean): readonly Span[] | undefined {
  if (!ONE_OR_CLASS.test(atom)) return undefined;
  const ranges = Array.from(atom.matchAll(RANGES), ([, ...parts]) => {
    const start = pointOf(parts.slice(0, 3)) ?? 0;
    return { start, end: pointOf(parts.slice(3)) ?? start };
  });
  const isBeyond = ranges.every(
    ({ start, end }) =>
      start >= ASCII && (isCased || !LIKE_ASCII.some((unit) => start <= unit && unit <= end)),
  );
  return isBeyond ? ranges.map((range) => unitsOf(range, isCased)) : undefined;
}

function pointOf([long, short, plain]: readonly (string | undefined)[]): number | undefined {
  const digits = long ?? short;
  return digits === undefined ? plain?.codePointAt(0) : Number.parseInt(digits, 16);
}

/** The units of which one stands in each character of a range of code points. */
function unitsOf(range: Span, isCased: boolean): Span {
  const { start, end } = range;
  if ((!isCased && hasCase(range)) || (start < ASTRAL && end >= ASTRAL)) return BEYOND_ASCII;
  if (end < ASTRAL) return range;
  const first = String.fromCodePoint(start);
  const last = String.fromCodePoint(end);
  // Emoji share their high surrogates with most of what is astral, so a part of the low ones tells more.
  const unit = first[0] === last[0] && end - start < LOW_SURROGATES - 1 ? 1 : 0;
  return { start: first.charCodeAt(unit), end: last.charCodeAt(unit) };
}

/** Whether a range may hold a letter with two cases. */
function hasCase({ start, end }: Span): boolean {
  if (end - start >= MOST_CHARACTERS) return true;
  for (let point = start; point <= end; point++) {
    const character = String.fromCodePoint(point);
    if (character.toLowerCase() !== character.toUpperCase()) return true;
  }
  return false;
}
