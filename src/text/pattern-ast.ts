import type { Mark } from "../types.ts";

/** What is wrong with a pattern; stable names for tests and docs. */
export type PatternMistakeCode =
  | "bad-class"
  | "bad-range"
  | "empty"
  | "empty-flag"
  | "lone-star"
  | "mark-language"
  | "mark-place"
  | "nothing-fixed"
  | "plural-mark"
  | "stray-bar"
  | "term-is-pattern"
  | "too-big"
  | "too-deep"
  | "two-flags"
  | "unbalanced"
  | "unknown-class";

/** One mistake in a pattern or term; `offset` and `length` are UTF-16 units of its source. */
export interface PatternMistake {
  readonly code: PatternMistakeCode;
  readonly offset: number;
  readonly length: number;
  /** What is wrong, and what to write instead. */
  readonly message: string;
}

/** Thrown when a pattern that holds mistakes is added to a pattern set; packs are checked before that. */
export class PatternError extends Error {
  readonly mistakes: readonly PatternMistake[];

  constructor(source: string, mistakes: readonly PatternMistake[]) {
    super(`the pattern “${source}” can't be used: ${mistakes.map((mistake) => mistake.message).join("; ")}`);
    this.name = "PatternError";
    this.mistakes = mistakes;
  }
}

/** One token that stands for itself, cut by the same rules as a post. */
export interface LiteralToken {
  /** As tokens of posts are compared. */
  readonly folded: string;
  readonly hash: number;
  /** As written, for `exact`. */
  readonly written: string;
  /** A hyphen joins it to the token before. */
  readonly joined: boolean;
  /** It is the token `'s`. */
  readonly apostropheS: boolean;
  /** It is a word, not a mark, emoji or entity. */
  readonly isWord: boolean;
  readonly isEmoji: boolean;
}

/** Tokens that hyphens join, or a single one; a mark makes all its forms match. */
export interface WordItem {
  readonly type: "word";
  readonly tokens: readonly LiteralToken[];
  readonly mark?: Mark;
  /** The marked word ends a plain phrase: how many tokens of it stand before; contexts are judged before the phrase. */
  readonly phraseBefore: number;
}

/** A word, tag or handle with `*` for letters or digits, folded. */
interface GlobItem {
  readonly type: "glob";
  readonly glob: string;
}

/** `<word:0-3>`, `<start>`, `<brand>`, `<NAME>`. */
export interface ClassItem {
  readonly type: "class";
  readonly name: string;
  readonly min: number;
  readonly max: number;
}

/** `(a|b c|)`. */
interface GroupItem {
  readonly type: "group";
  readonly sides: readonly (readonly Item[])[];
}

export type Item = WordItem | GlobItem | ClassItem | GroupItem;

/** A pattern, read. */
export interface Pattern {
  readonly items: readonly Item[];
  /** The first item in `[[…]]` and the one after the last; all when missing. */
  readonly flagged?: { readonly from: number; readonly to: number };
}

/** A pattern with what is wrong with it; without mistakes it can be used. */
export interface Parsed {
  readonly pattern: Pattern;
  readonly mistakes: readonly PatternMistake[];
}
