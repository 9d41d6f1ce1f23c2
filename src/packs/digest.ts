import type { Entry, Rule, Span } from "../types.ts";
import { entriesOf } from "./entries-of.ts";
import { latePartsOf } from "./late-parts.ts";

/** Where patterns stand in an entry: what it looks for, and its `unless`, beside a match and anywhere in the post. */
export type Place = "patterns" | "near" | "post";

/** What is asked of a rule's entries before the first hit; known ahead, the entries needn't be read at all. */
export interface Digest {
  readonly entries: number;
  /** How many patterns its entries hold at each place; those to look for, of entries that are on. */
  readonly patterns: number;
  readonly near: number;
  readonly post: number;
  /** Of a rule of regular expressions. */
  readonly expressions?: ExpressionFacts;
}

/** What is known of each expression of a rule. */
export interface ExpressionFacts {
  readonly exact: readonly boolean[];
  /** What `neededTexts` tells; `null` where it tells nothing. */
  readonly needed: readonly (readonly string[] | null)[];
  /** Whether it needs a digit. */
  readonly digits: readonly boolean[];
  /** What `neededUnits` tells of those that `needed` tells nothing of. */
  readonly units: readonly (readonly Span[] | null)[];
}

/** The digest of a rule without entries. */
export const NO_ENTRIES: Digest = { entries: 0, patterns: 0, near: 0, post: 0 };

/** The digest that is known of a rule, else one made from its entries, without what is told of expressions. */
export function digestOf(rule: Rule): Digest {
  return latePartsOf(rule)?.digest ?? digestEntries(entriesOf(rule));
}

function digestEntries(entries: readonly Entry[]): Digest {
  if (entries.length === 0) return NO_ENTRIES;
  const count = (place: Place): number => holdersOf(entries, place).length;
  return { entries: entries.length, patterns: count("patterns"), near: count("near"), post: count("post") };
}

/** Of each pattern that entries hold at a place, which entry it stands in. */
export function holdersOf(entries: readonly Entry[], place: Place): readonly number[] {
  return entries.flatMap((entry, index) => textsAt(entry, place).map(() => index));
}

function textsAt({ off, match, unless }: Entry, place: Place): readonly string[] {
  if (place !== "patterns") return unless?.[place] ?? [];
  return off === true ? [] : match;
}
