import {
  begin,
  type Found,
  FoundColumn,
  grown,
  isTaken,
  link,
  newFound,
  newScan,
  passesBarrier,
  type Scan,
  T,
  THREAD,
  UNSET,
} from "./automaton-memory.ts";
import { allows, isInsideWord } from "./automaton-places.ts";
import { bucketOf, type RootEdges } from "./automaton-roots.ts";
import { TokenClass } from "./classes.ts";
import { matchesGlob } from "./conditions.ts";
import type { Doc } from "./doc.ts";
import {
  ASKED_ROW,
  Asked,
  type AutomatonTables,
  EDGE_ROW,
  Edge,
  END_ROW,
  End,
  EXTRA_ROW,
  Extra,
  firstEdge,
  HERE,
  KEEP,
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
  const word = scan.words[index];
  lookAhead(scan, index + 1);
  for (let row = 0; row < scan.threadCount; row++) move(scan, row * THREAD, index, word);
  if ((tokens.flags[index] & TokenFlag.hyphenBefore) === 0) launch(scan, index, word);
  if (scan.nextCount > 0 && !isInsideWord(scan, index + 1)) noteEnds(scan, index + 1);
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

function move(scan: Scan, thread: number, index: number, word: number): void {
  const { edges, edgeStarts, asked } = scan.tables;
  const state = scan.threads[thread];
  const end = edgeStarts[state + 1];
  const at = state * ASKED_ROW;
  if (word >= 0 && (asked[at + Asked.words] & (1 << word)) !== 0) {
    for (let edge = firstEdge(scan.tables, state, word); edge < end; edge++) {
      if (edges[edge * EDGE_ROW] !== word) break;
      if (goesOn(scan, edges[edge * EDGE_ROW + Edge.target])) take(scan, edge, thread, index);
    }
  }
  if ((asked[at] & scan.classes[index]) === 0) return;
  for (let edge = edgeStarts[state]; edge < end && edges[edge * EDGE_ROW] < 0; edge++) {
    if (goesOn(scan, edges[edge * EDGE_ROW + Edge.target]) && isOfClass(scan, -edges[edge * EDGE_ROW], index))
      take(scan, edge, thread, index);
  }
}

function isOfClass(scan: Scan, code: number, index: number): boolean {
  if (code < TokenClass.firstGlob) return ((scan.classes[index] >>> code) & 1) !== 0;
  return matchesGlob(scan, code, index);
}

const NEW = -1;

function launch(scan: Scan, index: number, word: number): void {
  const { rootWords } = scan.tables;
  if (word >= 0) launchRows(scan, rootWords[word], rootWords[word + 1], index);
  const { tokens, folded } = scan.doc;
  const { roots, floating } = scan;
  const kind = tokens.kind[index];
  for (let rest = scan.classes[index] & roots.classMask; rest !== 0; ) {
    const code = 31 - Math.clz32(rest);
    rest ^= 1 << code;
    launchRows(scan, roots.byClass[code].start, roots.byClass[code].end, index);
  }
  launchGlobs(scan, roots.globs[kind][bucketOf(folded.text.charCodeAt(tokens.foldedStart[index]))], index);
  for (let at = 0; at < floating.length; at++) launchGlobs(scan, floating[at][kind], index);
}

function launchRows(scan: Scan, from: number, to: number, index: number): void {
  const { edges } = scan.tables;
  for (let edge = from; edge < to; edge++) {
    if (goesOn(scan, edges[edge * EDGE_ROW + Edge.target])) take(scan, edge, NEW, index);
  }
}

function launchGlobs(scan: Scan, { edge, target, second }: RootEdges, index: number): void {
  if (edge.length === 0) return;
  const unit = scan.doc.folded.text.charCodeAt(scan.doc.tokens.foldedStart[index] + 1);
  for (let at = 0; at < edge.length; at++) {
    if (second[at] !== 0 && second[at] !== unit) continue;
    if (!goesOn(scan, target[at])) continue;
    if (matchesGlob(scan, -scan.tables.edges[edge[at] * EDGE_ROW], index)) take(scan, edge[at], NEW, index);
  }
}

/** Follows an edge over token `index`, if its place and condition hold. */
function take(scan: Scan, edge: number, thread: number, index: number): void {
  const { edges, extras, owners } = scan.tables;
  const target = edges[edge * EDGE_ROW + Edge.target];
  const extra = edges[edge * EDGE_ROW + Edge.extra] * EXTRA_ROW;
  if (extra !== 0 && !allows(scan, extra, index)) return;
  const isNew = thread === NEW;
  const start = isNew ? index : scan.threads[thread + T.start];
  if (owners[target] >= 0 && isTaken(scan, owners[target], start)) return;
  const at = rowFor(scan, target, start);
  if (at < 0) return;
  const { threads, next } = scan;
  next[at] = target;
  next[at + T.start] = start;
  next[at + T.open] = placeOf(
    extras[extra + Extra.open],
    start,
    index,
    isNew ? UNSET : threads[thread + T.open],
  );
  next[at + T.close] = placeOf(
    extras[extra + Extra.close],
    start,
    index,
    isNew ? UNSET : threads[thread + T.close],
  );
}

/** Whether a match may end in a state, or the next token be one that its edges ask for. Most threads would go no further. */
function goesOn({ tables, nextClasses, nextWords }: Scan, state: number): boolean {
  const { asked } = tables;
  const at = state * ASKED_ROW;
  return ((asked[at] & nextClasses) | (asked[at + Asked.words] & nextWords)) !== 0;
}

/** Where the thread of a state goes: one thread a state, the one that began first stays; then -1. */
function rowFor(scan: Scan, state: number, start: number): number {
  const known = scan.rowOf[state];
  if (known < scan.nextCount && scan.next[known * THREAD] === state) {
    return scan.next[known * THREAD + T.start] <= start ? -1 : known * THREAD;
  }
  const row = scan.nextCount++;
  if (scan.next.length < scan.nextCount * THREAD) scan.next = grown(scan.next);
  scan.rowOf[state] = row;
  return row * THREAD;
}

function placeOf(how: number, start: number, here: number, before: number): number {
  if (how === KEEP) return before;
  return how === HERE ? here : start + how;
}

function noteEnds(scan: Scan, index: number): void {
  const { endStarts } = scan.tables;
  for (let row = 0; row < scan.nextCount; row++) {
    const thread = row * THREAD;
    const state = scan.next[thread];
    for (let end = endStarts[state]; end < endStarts[state + 1]; end++) {
      noteEnd(scan, end, thread, index);
    }
  }
}

function noteEnd(scan: Scan, end: number, thread: number, index: number): void {
  const { ends, extras, flagged } = scan.tables;
  const pattern = ends[end * END_ROW];
  const extra = ends[end * END_ROW + End.extra] * EXTRA_ROW;
  if (extra !== 0 && !allows(scan, extra, index)) return;
  const start = scan.next[thread + T.start];
  if (isTaken(scan, pattern, start)) return;
  const isFlagged = flagged[pattern] === 1;
  const open = isFlagged
    ? placeOf(extras[extra + Extra.open], start, index, scan.next[thread + T.open])
    : start;
  const close = isFlagged
    ? placeOf(extras[extra + Extra.close], start, index, scan.next[thread + T.close])
    : index;
  const row = newFound(scan);
  scan.found[row] = pattern;
  scan.found[row + FoundColumn.start] = start;
  scan.found[row + FoundColumn.end] = index;
  scan.found[row + FoundColumn.flagStart] = open;
  scan.found[row + FoundColumn.flagEnd] = close;
  if (!isFlagged) link(scan, pattern, row);
}
