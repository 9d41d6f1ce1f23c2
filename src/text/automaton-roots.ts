import type { RootTables } from "./pattern-tables.ts";
import { TokenKind } from "./tokens.ts";

const BUCKETS = 64;
/** Kinds of globs: for words and numbers, for tags, for handles. */
const KINDS = 3;

/** The bucket of globs that begin with `*`. */
export const FLOATING: number = BUCKETS;

/** Of how many groups of globs `RootTables.globStarts` tells. */
export const GLOB_GROUPS: number = KINDS * (BUCKETS + 1);

/** The group of the globs of a kind that are tried for the tokens of a bucket. */
export function globGroup(kind: number, bucket: number): number {
  return kind * (BUCKETS + 1) + bucket;
}

/** Which globs are tried for a token that begins with a folded UTF-16 unit. */
export function bucketOf(unit: number): number {
  return unit & (BUCKETS - 1);
}

/** The kind of globs that are tried for a token of a kind, or -1. */
export function globKindOf(kind: number): number {
  switch (kind) {
    case TokenKind.word:
    case TokenKind.number:
      return 0;
    case TokenKind.hashtag:
      return 1;
    default:
      return kind === TokenKind.mention ? 2 : -1;
  }
}

/** Whether a glob may match a token that begins with these folded units. */
export function mayBeGlob({ beginnings }: RootTables, first: number, second: number): boolean {
  return ((beginnings[beginningOf(first)] >>> second) & 1) === 1;
}

/** Where in `RootTables.beginnings` a first unit stands. The second one's bit is that of its last five bits, as with all shifts. */
export function beginningOf(first: number): number {
  return first & 31;
}

/** The bit of a word in a row's second mask. Words of a list have numbers that differ in their last bits, so that few are set. */
export function againBit(word: number): number {
  return 1 << (word >>> 5);
}
