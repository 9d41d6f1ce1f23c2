import { ASKED_ROW, EDGE_ROW, Edge, type GraphTables, MAY_END } from "./pattern-tables.ts";

/** States and words up to which they are looked at: with more of them the words are no rare ones. */
const MOST_STATES = 64;
const MOST_WORDS = 40;

/**
 * The words that lead out of the states that are reached from a state without one: without any of them in the text no match comes
 * about. None where a match may end in such a state.
 */
export function neededWords({ asked, edges, edgeStarts }: GraphTables, first: number): ReadonlySet<number> {
  const states = new Set([first]);
  const words = new Set<number>();
  for (const state of states) {
    if ((asked[state * ASKED_ROW] & MAY_END) !== 0) return NONE;
    for (let edge = edgeStarts[state]; edge < edgeStarts[state + 1]; edge++) {
      const label = edges[edge * EDGE_ROW];
      if (label < 0) states.add(edges[edge * EDGE_ROW + Edge.target]);
      else words.add(label);
      if (states.size > MOST_STATES || words.size > MOST_WORDS) return NONE;
    }
  }
  return words;
}

const NONE: ReadonlySet<number> = new Set();
