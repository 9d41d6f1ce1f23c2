import { againBit } from "./automaton-roots.ts";
import { Place } from "./classes.ts";
import { globTables } from "./pattern-globs.ts";
import { neededWords } from "./pattern-needs.ts";
import {
  ASKED_ROW,
  Asked,
  EDGE_ROW,
  Edge,
  EXTRA_ROW,
  FIRST_WORD,
  GROUP,
  type GraphTables,
  Group,
  ROW,
  type RootTables,
  Row,
} from "./pattern-tables.ts";
import { narrowest } from "./whole-numbers.ts";

/** Orders the edges of an automaton's roots, which are so many and stand before all others. */
export function rootTables(tables: GraphTables, count: number): RootTables {
  const starts = groupStarts(tables, count);
  const needed: Needed = { words: [], starts: new Map() };
  const rows = new Int32Array(count * ROW);
  for (let row = 0; row < count; row++) writeRow(rows, row, tables, needed);
  return {
    starts: narrowest(starts),
    groups: narrowest(groupsOf(rows, starts)),
    rows: narrowest(rows),
    needed: narrowest(needed.words),
    ...globTables(tables, starts[0]),
  };
}

/** Edges stand in the order of their labels, so those of a group are neighbours. */
function groupStarts({ edges, vocabulary }: GraphTables, count: number): readonly number[] {
  const starts: number[] = [];
  let row = 0;
  for (let group = 0; group <= FIRST_WORD + vocabulary.ends.length; group++) {
    while (row < count && edges[row * EDGE_ROW] < group - FIRST_WORD) row++;
    starts.push(row);
  }
  return starts;
}

function writeRow(rows: Int32Array, row: number, tables: GraphTables, needed: Needed): void {
  const { edges, extras, asked } = tables;
  const edge = row * EDGE_ROW;
  const at = row * ROW;
  const state = edges[edge + Edge.target];
  rows[at] = asked[state * ASKED_ROW];
  rows[at + Row.words] = asked[state * ASKED_ROW + Asked.words];
  rows[at + Row.again] = againMask(tables, state);
  // A thread begins at no later part of a hyphenated word.
  rows[at + Row.places] = extras[edges[edge + Edge.extra] * EXTRA_ROW] & ~Place.wordEnd;
  rows[at + Row.needed] = neededStart(needed, tables, state);
}

/** The second mask of the words that lead out of a state. */
function againMask({ edges, edgeStarts }: GraphTables, state: number): number {
  let mask = 0;
  for (let edge = edgeStarts[state]; edge < edgeStarts[state + 1]; edge++) {
    const label = edges[edge * EDGE_ROW];
    if (label >= 0) mask |= againBit(label);
  }
  return mask;
}

/** Lists of words, each closed by -1, and where those of a state begin; -1 where it needs none. */
interface Needed {
  readonly words: number[];
  readonly starts: Map<number, number>;
}

function neededStart({ words, starts }: Needed, tables: GraphTables, state: number): number {
  const known = starts.get(state);
  if (known !== undefined) return known;
  const needed = neededWords(tables, state);
  const start = needed.size === 0 ? -1 : words.length;
  if (needed.size > 0) words.push(...needed, -1);
  starts.set(state, start);
  return start;
}

function groupsOf(rows: Int32Array, starts: readonly number[]): Int32Array {
  const groups = new Int32Array((starts.length - 1) * GROUP);
  for (let group = 0; group + 1 < starts.length; group++) {
    const sums = group * GROUP;
    for (let at = starts[group] * ROW; at < starts[group + 1] * ROW; at += ROW) {
      groups[sums + Group.places] |= rows[at + Row.places];
      if (rows[at + Row.places] !== 0) continue;
      groups[sums] |= rows[at];
      groups[sums + Group.words] |= rows[at + Row.words];
    }
  }
  return groups;
}
