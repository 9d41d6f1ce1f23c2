import { begin, type Found, newScan, passesBarrier, type Scan, THREAD } from "./automaton-memory.ts";
import { isInsideWord } from "./automaton-places.ts";
import { bucketOf, type RootEdges } from "./automaton-roots.ts";
import { NEW, noteEnds, take } from "./automaton-threads.ts";
import { TokenClass } from "./classes.ts";
import { matchesGlob } from "./conditions.ts";
import type { Doc } from "./doc.ts";
import {
  ASKED_ROW,
  Asked,
  type AutomatonTables,
  EDGE_ROW,
  Edge,
  firstEdge,
  MAY_END,
} from "./pattern-tables.ts";
import { TokenFlag, TokenKind } from "./tokens.ts";

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
    for (let index = 0; index < doc.tokens.count; index++) advance(memory, index);
    return { rows: memory.found, count: memory.foundCount };
  };
  return { tables, scan };
}

/** Moves all threads over token `index`, begins new ones at it, and notes what ends behind it. */
function advance(scan: Scan, index: number): void {
  const { tokens } = scan.doc;
  if (tokens.kind[index] === TokenKind.code) {
    scan.threadCount = 0;
    return;
  }
  if (scan.barriers.length > 0 && passesBarrier(scan, index)) scan.threadCount = 0;
  if (scan.threadCount > 0 && index > 0) dropLeft(scan, index);
  scan.nextCount = 0;
  scan.mayEnd = false;
  lookAhead(scan, index + 1);
  if (scan.threadCount > 0) moveAll(scan, index);
  if ((tokens.flags[index] & TokenFlag.hyphenBefore) === 0) launch(scan, index);
  if (scan.mayEnd && !isInsideWord(scan, index + 1)) noteEnds(scan, index + 1);
  const { threads, next } = scan;
  scan.threads = next;
  scan.next = threads;
  scan.threadCount = scan.nextCount;
}

/** Notes what the next token is, so that no thread begins or goes on that would end at it. */
function lookAhead(scan: Scan, next: number): void {
  const isToken = next < scan.doc.tokens.count;
  scan.nextClasses = MAY_END | (isToken ? scan.classes[next] : 0);
  scan.nextWords = isToken && scan.words[next] >= 0 ? 1 << scan.words[next] : 0;
}

/** Drops the threads that may not leave the sentence or paragraph that ended before token `index`. */
function dropLeft(scan: Scan, index: number): void {
  const { sentence, paragraph } = scan.doc.tokens;
  if (sentence[index] === sentence[index - 1]) return;
  const least = paragraph[index] === paragraph[index - 1] ? 1 : 2;
  const { scopes } = scan.tables;
  let kept = 0;
  for (let row = 0; row < scan.threadCount; row++) {
    const at = row * THREAD;
    if (scopes[scan.threads[at]] < least) continue;
    scan.threads.copyWithin(kept * THREAD, at, at + THREAD);
    kept++;
  }
  scan.threadCount = kept;
}

// The loops below run some twenty times a token: they read the tables from constants, and look at what a state asks for before
// anything is called.

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
  const { tables, nextClasses, nextWords } = scan;
  const { edges, edgeStarts, asked } = tables;
  const state = scan.threads[thread];
  const end = edgeStarts[state + 1] * EDGE_ROW;
  for (
    let edge = firstEdge(tables, state, word) * EDGE_ROW;
    edge < end && edges[edge] === word;
    edge += EDGE_ROW
  ) {
    const at = edges[edge + Edge.target] * ASKED_ROW;
    if (((asked[at] & nextClasses) | (asked[at + Asked.words] & nextWords)) !== 0)
      take(scan, edge, thread, index);
  }
}

function overClasses(scan: Scan, thread: number, index: number, classes: number): void {
  const { tables, nextClasses, nextWords } = scan;
  const { edges, edgeStarts, asked } = tables;
  const state = scan.threads[thread];
  const end = edgeStarts[state + 1] * EDGE_ROW;
  for (let edge = edgeStarts[state] * EDGE_ROW; edge < end && edges[edge] < 0; edge += EDGE_ROW) {
    const code = -edges[edge];
    if (code < TokenClass.firstGlob && ((classes >>> code) & 1) === 0) continue;
    const at = edges[edge + Edge.target] * ASKED_ROW;
    if (((asked[at] & nextClasses) | (asked[at + Asked.words] & nextWords)) === 0) continue;
    if (code < TokenClass.firstGlob || matchesGlob(scan, code, index)) take(scan, edge, thread, index);
  }
}

/** Begins threads at token `index`. */
function launch(scan: Scan, index: number): void {
  const { tables, roots, floating } = scan;
  const word = scan.words[index];
  if (word >= 0) launchRows(scan, tables.rootWords[word], tables.rootWords[word + 1], index);
  for (let rest = scan.classes[index] & roots.classMask; rest !== 0; ) {
    const code = 31 - Math.clz32(rest);
    rest ^= 1 << code;
    launchRows(scan, roots.byClass[code].start, roots.byClass[code].end, index);
  }
  const { tokens, folded } = scan.doc;
  const kind = tokens.kind[index];
  launchGlobs(scan, roots.globs[kind][bucketOf(folded.text.charCodeAt(tokens.foldedStart[index]))], index);
  for (let at = 0; at < floating.length; at++) launchGlobs(scan, floating[at][kind], index);
}

function launchRows(scan: Scan, from: number, to: number, index: number): void {
  const { tables, nextClasses, nextWords } = scan;
  const { edges, asked } = tables;
  for (let edge = from * EDGE_ROW; edge < to * EDGE_ROW; edge += EDGE_ROW) {
    const at = edges[edge + Edge.target] * ASKED_ROW;
    if (((asked[at] & nextClasses) | (asked[at + Asked.words] & nextWords)) !== 0)
      take(scan, edge, NEW, index);
  }
}

function launchGlobs(scan: Scan, { edge, target, second }: RootEdges, index: number): void {
  if (edge.length === 0) return;
  const { tables, nextClasses, nextWords } = scan;
  const { edges, asked } = tables;
  const unit = scan.doc.folded.text.charCodeAt(scan.doc.tokens.foldedStart[index] + 1);
  for (let row = 0; row < edge.length; row++) {
    if (second[row] !== 0 && second[row] !== unit) continue;
    const at = target[row] * ASKED_ROW;
    if (((asked[at] & nextClasses) | (asked[at + Asked.words] & nextWords)) === 0) continue;
    const offset = edge[row] * EDGE_ROW;
    if (matchesGlob(scan, -edges[offset], index)) take(scan, offset, NEW, index);
  }
}
