import type { Rule, Span } from "../types.ts";
import { entriesOf } from "./entries-of.ts";

/** What is asked of a rule's entries before the first hit; known ahead, the entries needn't be read at all. */
export interface Digest {
  /** How many patterns its entries hold that are on. */
  readonly patterns: number;
  /** Of each pattern in `unless` of its entries, beside a match and anywhere in the post: which entry it stands in. */
  readonly near: readonly number[];
  readonly post: readonly number[];
  /** Of a rule of regular expressions, what `neededTexts` tells of each; `null` where it tells nothing. */
  readonly needed?: readonly (readonly string[] | null)[];
  /** And whether each needs a digit. */
  readonly digits?: readonly boolean[];
  /** And what `neededUnits` tells of those that `needed` tells nothing of. */
  readonly units?: readonly (readonly Span[] | null)[];
}

const known = new WeakMap<Rule, Digest>();

/** Tells a rule's digest, so that it needn't be made. */
export function attachDigest(rule: Rule, digest: Digest): void {
  known.set(rule, digest);
}

/** The digest that was attached to a rule, else one made from its entries, without what is told of expressions. */
export function digestOf(rule: Rule): Digest {
  return known.get(rule) ?? digestRule(rule);
}

function digestRule(rule: Rule): Digest {
  const entries = entriesOf(rule);
  const inEntries = (place: "near" | "post"): readonly number[] =>
    entries.flatMap(({ unless }, index) => unless?.[place].map(() => index) ?? []);
  const patterns = entries.reduce((sum, { off, match }) => (off === true ? sum : sum + match.length), 0);
  return { patterns, near: inEntries("near"), post: inEntries("post") };
}
