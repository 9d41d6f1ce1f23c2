import type { Scan } from "./automaton-memory.ts";
import { ASKED_ROW, type AutomatonTables, EDGE_ROW, Edge, MAY_END } from "./pattern-tables.ts";

/** Of states that threads begin in: words without one of which no match comes about. */
export interface Needs {
  /** Of each state where its words begin in `words`; 0 where it was not looked at yet, -1 where it needs none. */
  readonly starts: Int32Array;
  /** The words of each state, closed by -1. */
  readonly words: number[];
}

/** States and words up to which they are looked at: with more of them the words are no rare ones. */
const MOST_STATES = 64;
const MOST_WORDS = 40;

/** What is known of no state yet. */
export function newNeeds({ owners }: AutomatonTables): Needs {
  return { starts: new Int32Array(owners.length), words: [-1] };
}

/** Whether a thread in a state, which goes on over any word, waits for words of which the doc holds none. */
export function isInVain({ tables, needs, seen, round }: Scan, state: number): boolean {
  if (needs.starts[state] === 0) learn(needs, tables, state);
  const { words } = needs;
  let at = needs.starts[state];
  if (at < 0) return false;
  for (; words[at] >= 0; at++) if (seen[words[at]] === round) return false;
  return true;
}

function learn({ starts, words }: Needs, tables: AutomatonTables, state: number): void {
  const needed = neededWords(tables, state);
  starts[state] = needed.size === 0 ? -1 : words.length;
  if (needed.size > 0) words.push(...needed, -1);
}

/** The words that lead out of the states that are reached without one; none where a match may end in such a state. */
function neededWords({ asked, edges, edgeStarts }: AutomatonTables, first: number): ReadonlySet<number> {
  const states = new Set([first]);
  const words = new Set<number>();
  for (const state of states) {
    if ((asked[state * ASKED_ROW] & MAY_END) !== 0) return NONE;
    for (let edge = edgeStarts[state]; edge < edgeStarts[state + 1]; edge++) {
      const label = edges[edge * EDGE_ROW];
      if (label < 0) states.add(edges[edge * EDGE_ROW + Edge.target]);
      else words.add(label);
    }
    if (states.size > MOST_STATES || words.size > MOST_WORDS) return NONE;
  }
  return words;
}

const NONE: ReadonlySet<number> = new Set();
