import type { Vocabulary } from "./vocabulary.ts";

/**
 * A compiled automaton: plain typed arrays and texts, ready to be written to a file. Chains end with -1.
 *
 * States 0, 1 and 2 are the roots of patterns held within a sentence, a paragraph and the post.
 */
export interface AutomatonTables {
  /** What the tables were made from; equal keys mean equal sources in equal order. */
  readonly key: string;
  readonly vocabulary: Vocabulary;
  /** `WordBit`s of each word. */
  readonly bits: Int32Array;
  /** Rows of `CONDITION_ROW`; row 0 asks for nothing. */
  readonly conditions: Int32Array;
  /** Texts that conditions (`exact`) and globs refer to by number. */
  readonly texts: readonly string[];
  /** The number of each glob's text in `texts`. */
  readonly globs: Int32Array;
  /** Rows of `EXTRA_ROW`; row 0 asks for nothing and does nothing. */
  readonly extras: Int32Array;
  /** Of each state: the pattern it belongs to, -1 where patterns share it. */
  readonly owners: Int32Array;
  /** Of each state: 0 within a sentence, 1 a paragraph, 2 the post. */
  readonly scopes: Int32Array;
  /** Of each state: the first edge with a token class. */
  readonly classEdges: Int32Array;
  /** Of each state: the first place in `ends`. */
  readonly firstEnds: Int32Array;
  /** Rows of `EDGE_ROW`. */
  readonly edges: Int32Array;
  /** Hash table from state and word to the first edge plus one; 0 is an empty slot. */
  readonly slots: Int32Array;
  /** Of each word: the first edge out of the roots. */
  readonly rootWords: Int32Array;
  /** Of each token kind: the first row of `rootClassRows`. */
  readonly rootKinds: Int32Array;
  /** Rows of an edge out of the roots with a token class, and the next row. */
  readonly rootClassRows: Int32Array;
  /** Rows of `END_ROW`. */
  readonly ends: Int32Array;
  /** Of each pattern: 1 where `[[…]]` marks what is flagged. */
  readonly flagged: Int32Array;
}

/** Columns of `edges`. */
export const EDGE_ROW = 5;
export const Edge = { label: 0, target: 1, extra: 2, next: 3, source: 4 } as const;

/** Columns of `extras`: places that must hold, a condition, where flagged words open and close. */
export const EXTRA_ROW = 4;
export const Extra = { place: 0, condition: 1, open: 2, close: 3 } as const;

/** In `extras`: nothing opens or closes; or it does right here; a number from 0 counts tokens from the match's start. */
export const KEEP = -1;
export const HERE = -2;

/** Columns of `ends`. */
export const END_ROW = 3;
export const End = { pattern: 0, extra: 1, next: 2 } as const;

/** Columns of `conditions`: the form, tokens of the phrase before, number of the exact text or -1, hyphen 1 yes, 0 no, -1 any. */
export const CONDITION_ROW = 4;
export const ConditionColumn = { form: 0, back: 1, text: 2, hyphen: 3 } as const;

/** Forms of conditions as numbers. */
export const ContextForm = { none: 0, verb: 1, one: 2, many: 3, adjective: 4 } as const;

/** Where `slots` is first looked at for a state and a word; `mask` is the number of slots less one. */
export function slotOf(state: number, word: number, mask: number): number {
  const mixed = Math.imul(state, 0x9e3779b1) ^ Math.imul(word, 0x85ebca6b);
  return (mixed ^ (mixed >>> 15)) & mask;
}

/** The first edge out of a state with a word, or -1; not for the roots. */
export function firstEdge({ slots, edges }: AutomatonTables, state: number, word: number): number {
  const mask = slots.length - 1;
  let slot = slotOf(state, word, mask);
  for (;;) {
    const edge = slots[slot] - 1;
    if (edge < 0) return -1;
    const at = edge * EDGE_ROW;
    if (edges[at] === word && edges[at + Edge.source] === state) return edge;
    slot = (slot + 1) & mask;
  }
}
