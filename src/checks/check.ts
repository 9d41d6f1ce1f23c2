import type { GenericSchema } from "valibot";
import type { Sample } from "../calendar/sample.ts";
import type { Lazy } from "../lazy.ts";
import type { Doc } from "../text/doc.ts";
import type { PatternSet } from "../text/pattern-set.ts";
import type { PlatformLookup } from "../text/platforms.ts";
import type { Hit, Pack, Post, PostResult, Rule, Within } from "../types.ts";

/** What checks share while the rules of one pack are compiled. */
export interface CompileContext {
  /** The one automaton of the pack: every phrase of every rule is added here and all are found in one pass. */
  readonly patterns: PatternSet;
  /** The pack's own word lists: `acronyms` is known to some countables. */
  readonly lists: Pack["lists"];
  /** Whose voice the pack is. */
  readonly brand: Pack["brand"];
  /** What platforms take, as the pack has it. */
  readonly platforms: PlatformLookup;
}

/** A rule type: finds, and says nothing. */
export interface Check<O = unknown> {
  readonly type: string;
  /** One line for `--help`, docs and the schema. */
  readonly summary: string;
  /** The value of the rule's type key, after normalising; a function, so that a plain run never builds it. */
  readonly schema: () => GenericSchema<unknown, O>;
  /** Patterns are matched within the sentence unless the rule says otherwise. */
  readonly within?: Within;
  /** What is said when a rule has no message of its own; placeholders as in PACK-FORMAT section 2. */
  readonly message: string;
  /** The check reads words, so posts in another language than the pack's are spared. */
  readonly readsWords?: true;
  /** The check leaves out what `unless` spares by itself, before it counts. */
  readonly countsUnspared?: true;
  /** The check looks at the post as a whole: quotations and negation don't lower its hits. */
  readonly wholePost?: true;
  /** Compiles all rules of the type at once. A method, so that checks of different options fit one registry. */
  compile(rules: readonly Rule<O>[], context: CompileContext): Run;
  /** Heavy modules that these rules may need at some post. */
  modules?(rules: readonly Rule<O>[]): readonly Lazy<unknown>[];
}

/**
 * A compiled check. `platform` is the one the post is checked for, where it has any; hits of rules that sleep are left out by the
 * caller, so a check needn't look for them. Pure; may throw `NotLoaded`.
 */
export type Run = (doc: Doc, platform: string | undefined, asleep?: ReadonlySet<Rule>) => Iterable<Hit>;

/** A rule type over many posts (calendars): keeps what it needs of each post, and judges at the end. */
export interface RunCheck<O = unknown> {
  readonly type: string;
  readonly summary: string;
  readonly schema: () => GenericSchema<unknown, O>;
  readonly within?: Within;
  readonly message: string;
  /** Compiles all rules of the type; what they count is found with the pack's one automaton. */
  gather(rules: readonly Rule<O>[], context: CompileContext): Gather;
  /** What is found in all that was kept for one rule; posts that are known were there before. */
  judge(rule: Rule<O>, samples: readonly Sample[], known?: ReadonlySet<Post>): RunVerdict;
}

/** Keeps what rules need of a post, whose result is known; `isAwake` says which of them apply to it. */
export type Gather = (doc: Doc, result: PostResult, isAwake: (rule: Rule) => boolean) => readonly Sample[];

/** What a rule over many posts found, and how many posts it could not look at since they have no date. */
export interface RunVerdict {
  readonly hits: readonly (Hit & { readonly post: Post })[];
  readonly undated: number;
}

/** What a check finds in most posts; nothing is made for it. */
export const NO_HITS: readonly never[] = [];
