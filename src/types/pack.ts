import type { PlainMap } from "../packs/tree.ts";
import type { Confidence, Facts, Level, Speaker, Thread } from "./post.ts";

/** A fact of `when`: any of `is`, none of `not`. */
export interface FactTest {
  readonly is: readonly string[];
  readonly not: readonly string[];
}

/** Facts that must all hold for a rule or an override to apply (PACK-FORMAT section 2). */
export interface When {
  readonly facts: Readonly<Partial<Record<FactName, FactTest>>>;
  readonly has: readonly string[];
  /** ISO dates, both ends included; a single day has equal ends. */
  readonly date: readonly { readonly from: string; readonly to: string }[];
  /** Patterns; the post holds one. */
  readonly text: readonly string[];
  readonly min_words?: number;
  readonly max_words?: number;
  readonly min_sentences?: number;
  readonly max_sentences?: number;
  /** Globs of files (overrides only). */
  readonly files: readonly string[];
}

export type FactName = "platform" | "account" | "speaker" | "author" | "kind" | "lang";

/** Patterns that spare a flag: near it, or anywhere in the post. */
export interface Unless {
  readonly near: readonly string[];
  readonly post: readonly string[];
}

/** Where a rule looks at full level. */
export type Scope = "prose" | "quote" | "negation" | "hashtag" | "raw";

/** How far a match of a pattern may reach. */
export type Within = "sentence" | "paragraph" | "post";

/** A mark of an entry: how its words change. */
export type Mark = "v" | "n" | "adj";

/** A suggestion of an entry. */
export interface Use {
  /** The words, without marks; empty for `(delete)`. */
  readonly text: string;
  /** `fixed` never changes its form; `delete` leaves the words out. */
  readonly kind?: "fixed" | "delete";
}

/** One entry of a rule that holds entries: a term, a named pattern or a named regular expression. */
export interface Entry {
  /** What reports, ignore comments and `--only` say: `circle-back`. */
  readonly slug: string;
  /** The entry as written, with its marks (terms), or its name. */
  readonly key: string;
  /** What to look for: the term itself, or the pattern's or expression's alternatives. */
  readonly match: readonly string[];
  /** Wrong ways to write it (spelling). */
  readonly wrong?: readonly string[];
  /** The mark at the end of the term, which changes all its forms. */
  readonly mark?: Mark;
  /** What to say instead, best first. */
  readonly use: readonly Use[];
  readonly off?: true;
  readonly unless?: Unless;
  readonly level?: Level;
  readonly confidence?: Confidence;
  readonly message?: string;
  readonly why?: string;
  readonly url?: string;
  readonly exact?: boolean;
  readonly within?: Within;
  /** Forms given by hand, by name: `{past: "focussed"}`. */
  readonly forms?: Readonly<Partial<Record<FormName, string>>>;
  readonly bad?: readonly Example[];
  readonly good?: readonly Example[];
}

export type FormName = "base" | "s" | "past" | "done" | "ing" | "one" | "many" | "er" | "est";

/** A post that shows what a rule flags, or doesn't. `[[…]]` in a bad text marks the flagged words. */
export interface Example {
  readonly text: string;
  /** The text after `--fix`; `null` says that nothing may be applied. */
  readonly fix?: string | null;
  readonly platform?: string;
  readonly account?: string;
  readonly speaker?: Speaker;
  readonly author?: string;
  readonly kind?: string;
  readonly lang?: string;
  readonly date?: string;
  readonly fields?: Readonly<Record<string, string>>;
  /** The part of a thread that it is. */
  readonly thread?: Thread;
  /** For rules over many posts: the posts, whose texts stand in `text` one after the other, apart by lines of `---`. */
  readonly posts?: readonly Example[];
}

/** An amount: one number, or one for each platform. `else` is missing where the amount names platforms only. */
export interface Amount {
  readonly else?: number;
  readonly platforms: Readonly<Record<string, number>>;
  /** The number is a percentage. */
  readonly percent?: true;
}

/** A rule of a pack, resolved. */
export interface Rule<O = unknown> {
  /** `group/name`. */
  readonly id: string;
  readonly group: string;
  readonly type: string;
  readonly level: Level;
  /** Switched off: known, tested, not run. */
  readonly off?: true;
  readonly confidence: Confidence;
  readonly message?: string;
  readonly why?: string;
  readonly url?: string;
  readonly when?: When;
  readonly in: readonly Scope[];
  readonly unless?: Unless;
  readonly exact: boolean;
  readonly within: Within;
  readonly examples: { readonly bad: readonly Example[]; readonly good: readonly Example[] };
  readonly options: O;
}

/** Options of the rule types that hold entries. */
export interface EntryOptions {
  readonly entries: readonly Entry[];
}

/** A phrase that no rule flags. */
export interface Allowed {
  /** A term, with its mark where it has one. */
  readonly key: string;
  readonly match: string;
  readonly mark?: Mark;
  readonly why?: string;
  /** Groups and rules it is spared by; all when missing. */
  readonly rules?: readonly string[];
  readonly until?: string;
  readonly url?: string;
}

/** A company's voice, resolved and validated: plain JSON. */
export interface Pack {
  readonly name: string;
  readonly summary?: string;
  readonly lang: string;
  readonly voice: Readonly<Partial<Record<"is" | "is_not" | "do" | "dont", readonly string[]>>>;
  readonly brand: {
    readonly names: readonly string[];
    readonly handles: readonly string[];
    readonly products: readonly string[];
    readonly markets: readonly string[];
  };
  readonly lists: Readonly<Record<string, readonly string[]>>;
  readonly allow: readonly Allowed[];
  readonly files: readonly {
    readonly glob: string;
    readonly facts: Facts;
    readonly columns?: Readonly<Record<string, string>>;
  }[];
  readonly platforms: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  /** In the order of the layers. */
  readonly rules: readonly Rule[];
  /**
   * The `rules` of all layers and overrides in the order in which they are folded, as written; a layer's step has no `when`. Kept
   * only where a layer has overrides.
   */
  readonly overrides: readonly Step[];
  readonly waivers: { readonly reason?: "required" };
  /** The least score of an axis, where no override says another. */
  readonly gates?: Gates;
  readonly failOn: Level | "never";
}

/** By axis, the least score that doesn't fail: 0 to 100. */
export type Gates = Readonly<Record<string, number>>;

/** One map of `rules` to be folded onto the rules so far. */
export interface Step {
  /** An override's condition; a step without one is a layer and always holds. */
  readonly when?: When;
  /** As written in the pack: texts, lists and maps. */
  readonly rules: PlainMap;
  /** The least scores that the layer or the override sets. */
  readonly gates?: Gates;
}
