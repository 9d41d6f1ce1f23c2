import type { FormName } from "../types.ts";
import type { Inflect } from "./classes.ts";
import type { Pattern } from "./pattern-ast.ts";

/** What a literal step asks for besides its word. */
export interface Condition {
  /** The form whose context must not speak against it (PACK-FORMAT section 3). */
  readonly form?: "verb" | "one" | "many" | "adjective";
  /** How many tokens of the phrase stand before this one. */
  readonly back: number;
  /** The token as it must be written, for `exact`. */
  readonly written?: string;
  /** Whether a hyphen must stand before it, for `exact`; missing: no matter. */
  readonly hyphen?: boolean;
}

/** Words, conditions and globs get their numbers here while patterns are compiled. */
export interface Interner {
  readonly word: (folded: string, hash?: number) => number;
  /** 0 for no condition. */
  readonly condition: (condition: Condition) => number;
  /** A token class of its own for each glob. */
  readonly glob: (glob: string) => number;
}

/** What compiling a pattern needs to know. */
export interface NfaContext {
  readonly intern: Interner;
  readonly inflect: Inflect;
  /** The entries that a class of `brand` or `lists` stands for, read; none when there is no such list. */
  readonly entriesOf: (name: string) => readonly Pattern[];
}

/** How one pattern is held. */
export interface Reading {
  readonly exact: boolean;
  readonly forms?: Readonly<Partial<Record<FormName, string>>>;
}

/** A step over one token: a word's number, or a token class as a negative number. */
export interface Step {
  readonly label: number;
  readonly condition: number;
  readonly to: number;
}

/** A step over no token: the place must hold, flagged words open or close here. */
export interface Skip {
  readonly place: number;
  readonly flag?: "open" | "close";
  /** The states at both ends stay apart, so that phrases with the same beginning can share it. */
  readonly apart?: true;
  readonly to: number;
}

/** A pattern as a machine with skips; it starts in state 0. */
export interface Nfa {
  readonly steps: readonly (readonly Step[])[];
  readonly skips: readonly (readonly Skip[])[];
  readonly final: number;
}
