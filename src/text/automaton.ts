import { BLOCK, begin, type Found, newScan, passesBarrier, type Scan, THREAD } from "./automaton-memory.ts";
import { isInsideWord } from "./automaton-places.ts";
import { noteStarts } from "./automaton-starts.ts";
import { goesOn, NEW, noteEnds, take } from "./automaton-threads.ts";
import { TokenClass } from "./classes.ts";
import { matchesGlob } from "./conditions.ts";
import type { Doc } from "./doc.ts";
import { ASKED_ROW, Asked, type AutomatonTables, EDGE_ROW, Edge, firstEdge } from "./pattern-tables.ts";
import { TokenKind } from "./tokens.ts";

/** Finds all patterns of an automaton in one pass. Not to be called again while a call runs. */
export interface Automaton {
  readonly tables: AutomatonTables;
  /**
   * Rows of `FOUND_ROW` numbers for every way a pattern can end, in order of ends. For a pattern and a start only the last row
   * holds, and rows may overlap.
   */
  readonly scan: (doc: Doc) => Found;
}

/** An automaton over tables that are known to be sound. */
export function createAutomaton(tables: AutomatonTables): Automaton {
  let memory: Scan | undefined;
  const scan = (doc: Doc): Found => {
    memory ??= newScan(tables, doc);
    begin(memory, doc);
    const { count } = doc.tokens;
    for (let from = 0; from < count; from += BLOCK) scanBlock(memory, from, Math.min(from + BLOCK, count));
    return { rows: memory.found, count: memory.foundCount };
  };
  return { tables, scan };
}

function scanBlock(scan: Scan, from: number, to: number): void {
  noteStarts(scan, from, to);
  let first = 0;
  for (let index = from; index < to; index++) {
    advance(scan, index, first);
    first = scan.startEnds[index % BLOCK];
  }
}

/** Moves all threads over token `index`, begins those noted for it (from `first` on), and notes what ends behind it. */
function advance(scan: Scan, index: number, first: number): void {
  const { doc, starts, startEnds } = scan;
  if (doc.tokens.kind[index] === TokenKind.code) scan.threadCount = 0;
  if (scan.barriers.length > 0 && passesBarrier(scan, index)) scan.threadCount = 0;
  if (scan.threadCount > 0 && index > 0) dropLeft(scan, index);
  const last = startEnds[index % BLOCK];
  if (scan.threadCount === 0 && first === last) return;
  scan.nextCount = 0;
  scan.mayEnd = false;
  if (scan.threadCount > 0) moveAll(scan, index);
  for (let start = first; start < last; start++) take(scan, starts[start], NEW, index);
  if (scan.mayEnd && !isInsideWord(scan, index + 1)) noteEnds(scan, index + 1);
  const { threads, next } = scan;
  scan.threads = next;
  scan.next = threads;
  scan.threadCount = scan.nextCount;
}

/** Drops the threads that may not leave the sentence or paragraph that ended before token `index`. */
function dropLeft(scan: Scan, index: number): void {
  const { sentence, paragraph } = scan.doc.tokens;
  if (sentence[index] === sentence[index - 1]) return;
  const least = paragraph[index] === paragraph[index - 1] ? 1 : 2;
  const { threads } = scan;
  const { scopes } = scan.tables;
  let kept = 0;
  for (let at = 0; at < scan.threadCount * THREAD; at += THREAD) {
    if (scopes[threads[at]] < least) continue;
    for (let column = 0; column < THREAD; column++) threads[kept + column] = threads[at + column];
    kept += THREAD;
  }
  scan.threadCount = kept / THREAD;
}

// What a state asks for is looked at before anything is called: most threads don't go on.

function moveAll(scan: Scan, index: number): void {
  const { threads, threadCount } = scan;
  const { asked } = scan.tables;
  const classes = scan.classes[index];
  const word = scan.words[index];
  const wordBit = word < 0 ? 0 : 1 << word;
  for (let thread = 0; thread < threadCount * THREAD; thread += THREAD) {
    const state = threads[thread];
    const at = state * ASKED_ROW;
    if ((asked[at + Asked.words] & wordBit) !== 0) overWord(scan, thread, index, word);
    if ((asked[at] & classes) !== 0) overClasses(scan, thread, index, classes);
  }
}

function overWord(scan: Scan, thread: number, index: number, word: number): void {
  const { tables } = scan;
  const { edges, edgeStarts } = tables;
  const state = scan.threads[thread];
  const end = edgeStarts[state + 1] * EDGE_ROW;
  for (
    let edge = firstEdge(tables, state, word) * EDGE_ROW;
    edge < end && edges[edge] === word;
    edge += EDGE_ROW
  ) {
    if (goesOn(scan, edges[edge + Edge.target], index + 1)) take(scan, edge, thread, index);
  }
}

function overClasses(scan: Scan, thread: number, index: number, classes: number): void {
  const { tables } = scan;
  const { edges, edgeStarts } = tables;
  const state = scan.threads[thread];
  const end = edgeStarts[state + 1] * EDGE_ROW;
  for (let edge = edgeStarts[state] * EDGE_ROW; edge < end && edges[edge] < 0; edge += EDGE_ROW) {
    const code = -edges[edge];
    if (code < TokenClass.firstGlob && ((classes >>> code) & 1) === 0) continue;
    if (!goesOn(scan, edges[edge + Edge.target], index + 1)) continue;
    if (code < TokenClass.firstGlob || matchesGlob(scan, code, index)) take(scan, edge, thread, index);
  }
}
