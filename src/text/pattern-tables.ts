import { TokenClass } from "./classes.ts";
import type { Vocabulary } from "./vocabulary.ts";
import type { WholeNumbers } from "./whole-numbers.ts";

/**
 * A compiled automaton: plain typed arrays and texts, ready to be written to a file.
 *
 * States 0, 1 and 2 are the roots of patterns held within a sentence, a paragraph and the post.
 */
export interface AutomatonTables {
  readonly vocabulary: Vocabulary;
  /** `WordBit`s of each word. */
  readonly bits: WholeNumbers;
  /** Rows of `CONDITION_ROW`; row 0 asks for nothing. */
  readonly conditions: WholeNumbers;
  /** Texts that conditions (`exact`) and globs refer to by number. */
  readonly texts: readonly string[];
  /** The number of each glob's text in `texts`. */
  readonly globs: WholeNumbers;
  /** Rows of `EXTRA_ROW`; row 0 asks for nothing and does nothing. */
  readonly extras: WholeNumbers;
  /** Of each state: the pattern it belongs to, -1 where patterns share it. */
  readonly owners: WholeNumbers;
  /** Of each state: 0 within a sentence, 1 a paragraph, 2 the post. */
  readonly scopes: WholeNumbers;
  /** Rows of `EDGE_ROW`: those of all roots, then state by state; each time by label, so classes before words. */
  readonly edges: WholeNumbers;
  /** Of each state: the row where its edges begin; they end where those of the next begin. The roots have none here. */
  readonly edgeStarts: WholeNumbers;
  /** Of each state what its edges ask for, rows of `ASKED_ROW`. */
  readonly asked: WholeNumbers;
  /** Rows of `END_ROW`, state by state. */
  readonly ends: WholeNumbers;
  /** Of each state: the row where its ends begin. */
  readonly endStarts: WholeNumbers;
  /** Of each pattern: 1 where `[[…]]` marks what is flagged. */
  readonly flagged: WholeNumbers;
  readonly roots: RootTables;
}

/** The edges out of the roots, which every token begins at, so ordered that few of them are looked at for a token. */
export interface RootTables {
  /**
   * Of each label's group the row of `edges`, and of `rows`, where it begins; it ends where the next one begins. Word 0 has the group
   * `FIRST_WORD`, and the last token class the group 0. Edges with globs stand before all of them.
   */
  readonly starts: WholeNumbers;
  /** Rows of `GROUP`: all that the rows of a group without a place ask for, the places of the others. */
  readonly groups: WholeNumbers;
  /** Rows of `ROW`, beside those of `edges`. */
  readonly rows: WholeNumbers;
  /** Lists of words, each closed by -1. */
  readonly needed: WholeNumbers;
  /** Edges with globs (the offsets of their rows), by `globGroup`. */
  readonly globs: WholeNumbers;
  /** Of each such group: where its edges begin in `globs`; they end where those of the next begin. */
  readonly globStarts: WholeNumbers;
  /** By the first unit of a token: as bits the second units with which globs begin. */
  readonly beginnings: WholeNumbers;
}

/** What a group's number is more than its label. */
export const FIRST_WORD: number = TokenClass.firstGlob - 1;

/** All but what is told of the roots. */
export type GraphTables = Omit<AutomatonTables, "roots">;

/** Columns of `RootTables.groups`. */
export const GROUP = 3;
export const Group = { classes: 0, words: 1, places: 2 } as const;

/**
 * Columns of `RootTables.rows`: what the state asks for that an edge leads to, as in `asked`; a second mask of the words, by other bits of
 * their numbers; bits of `Place` that must hold before the token; where in `needed` the words begin without one of which the state leads
 * to no match, -1 where there are none.
 */
export const ROW = 5;
export const Row = { classes: 0, words: 1, again: 2, places: 3, needed: 4 } as const;

/** Columns of `edges`; the label is a word's number or a token class as a negative number. */
export const EDGE_ROW = 3;
export const Edge = { label: 0, target: 1, extra: 2 } as const;

/** Columns of `asked`: token classes as a mask, with `MAY_END`; bit `word % 32` for each word. */
export const ASKED_ROW = 2;
export const Asked = { classes: 0, words: 1 } as const;
/** Stands among a state's classes when a match may end there. No class has this bit. */
export const MAY_END: number = 1 << 30;

/** Columns of `extras`: places that must hold, a condition, where flagged words open and close. */
export const EXTRA_ROW = 4;
export const Extra = { place: 0, condition: 1, open: 2, close: 3 } as const;

/** In `extras`: nothing opens or closes; or it does right here; a number from 0 counts tokens from the match's start. */
export const KEEP = -1;
export const HERE = -2;

/** Columns of `ends`. */
export const END_ROW = 2;
export const End = { pattern: 0, extra: 1 } as const;

/** Columns of `conditions`: the form, tokens of the phrase before, number of the exact text or -1, hyphen 1 yes, 0 no, -1 any. */
export const CONDITION_ROW = 4;
export const ConditionColumn = { form: 0, back: 1, text: 2, hyphen: 3 } as const;

/** Forms of conditions as numbers. */
export const ContextForm = { none: 0, verb: 1, one: 2, many: 3, adjective: 4 } as const;

/** The row of a state's first edge with this label or a greater one, found by halving; where its edges end if there is none. */
export function firstEdge({ edges, edgeStarts }: AutomatonTables, state: number, label: number): number {
  let low = edgeStarts[state];
  let high = edgeStarts[state + 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (edges[middle * EDGE_ROW] < label) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Whether an edge with this label, a word, leads out of a state that is no root. */
export function hasEdge(tables: AutomatonTables, state: number, word: number): boolean {
  const row = firstEdge(tables, state, word);
  return row < tables.edgeStarts[state + 1] && tables.edges[row * EDGE_ROW] === word;
}
