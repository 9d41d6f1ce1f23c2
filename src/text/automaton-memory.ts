import type { Span } from "../types.ts";
import { type RootEdges, type Roots, rootsOf } from "./automaton-roots.ts";
import { classesOf, type Reading } from "./conditions.ts";
import type { Doc } from "./doc.ts";
import type { AutomatonTables } from "./pattern-tables.ts";
import { TokenKind } from "./tokens.ts";
import { findWord } from "./vocabulary.ts";

/** What a scan found, rows of `FOUND_ROW` numbers; valid until the next scan. */
export interface Found {
  readonly rows: Int32Array;
  readonly count: number;
}

/** Columns of `Found.rows`: tokens, ends exclusive. */
export const FOUND_ROW = 6;
export const FoundColumn = { pattern: 0, start: 1, end: 2, flagStart: 3, flagEnd: 4, before: 5 } as const;

/** Columns of a thread: its state, the token it began at, where flagged words opened and closed. */
export const THREAD = 4;
export const T = { state: 0, start: 1, open: 2, close: 3 } as const;
export const UNSET = -1;

/** The memory of a scan, used again for every doc. */
export interface Scan extends Reading {
  doc: Doc;
  words: Int32Array;
  bits: Uint8Array | undefined;
  /** Hidden stretches that keep the words on both sides apart, and the first that is not behind us. */
  barriers: readonly Span[];
  nextBarrier: number;
  /** Threads before and behind the token at hand. */
  threads: Int32Array;
  threadCount: number;
  next: Int32Array;
  nextCount: number;
  /** Whether a match may end in a thread's state behind the token at hand. */
  mayEnd: boolean;
  /** The classes of each token, as a mask. */
  classes: Int32Array;
  readonly roots: Roots;
  /** Of the globs that begin with `*`, those that may match in the doc: their edges by token kind. */
  floating: readonly (readonly RootEdges[])[];
  /** What the token behind the one at hand is, as in `asked`. */
  nextClasses: number;
  nextWords: number;
  /** Of each state: its row in `next`, if that row says so too. */
  readonly rowOf: Int32Array;
  found: Int32Array;
  foundCount: number;
  /** Of each pattern without `[[…]]`: the doc's number, and where the row of its latest match begins in `found`. */
  readonly latest: Int32Array;
  round: number;
}

const LATEST = 2;

/** The memory for an automaton's scans. */
export function newScan(tables: AutomatonTables, doc: Doc): Scan {
  return {
    tables,
    doc,
    words: new Int32Array(0),
    bits: undefined,
    barriers: NO_BARRIERS,
    nextBarrier: 0,
    threads: new Int32Array(64 * THREAD),
    threadCount: 0,
    next: new Int32Array(64 * THREAD),
    nextCount: 0,
    mayEnd: false,
    classes: new Int32Array(0),
    roots: rootsOf(tables),
    floating: [],
    nextClasses: 0,
    nextWords: 0,
    rowOf: new Int32Array(tables.owners.length),
    found: new Int32Array(64 * FOUND_ROW),
    foundCount: 0,
    latest: new Int32Array(tables.flagged.length * LATEST),
    round: 0,
  };
}

const NO_BARRIERS: readonly Span[] = [];
const LONGEST_KEPT = 1 << 16;

/** Makes the memory ready for a doc, and looks up its words. */
export function begin(scan: Scan, doc: Doc): void {
  const { count, kind } = doc.tokens;
  scan.doc = doc;
  scan.bits = undefined;
  const { hidden } = doc.post;
  scan.barriers = hidden.length === 0 ? NO_BARRIERS : hidden.filter(({ markup }) => markup !== true);
  scan.nextBarrier = 0;
  const { floating } = scan.roots;
  scan.floating = floating.flatMap(({ holds, byKind }) => (doc.folded.text.includes(holds) ? [byKind] : []));
  scan.threadCount = 0;
  scan.foundCount = 0;
  scan.round++;
  if (scan.words.length < count || scan.words.length > LONGEST_KEPT) {
    scan.words = new Int32Array(count + 64);
    scan.classes = new Int32Array(count + 64);
  }
  if (scan.found.length > LONGEST_KEPT) scan.found = new Int32Array(64 * FOUND_ROW);
  const { vocabulary } = scan.tables;
  for (let index = 0; index < count; index++) {
    scan.words[index] = kind[index] === TokenKind.code ? -1 : findWord(vocabulary, doc, index);
    scan.classes[index] = classesOf(scan, index);
  }
}

/** The same rows with room for as many more. */
export function grown(rows: Int32Array): Int32Array {
  const more = new Int32Array(rows.length * 2);
  more.set(rows);
  return more;
}

/** Whether a hidden stretch lies between token `index` and those before it. Tokens are asked for in their order. */
export function passesBarrier(scan: Scan, index: number): boolean {
  const { barriers, nextBarrier: from, doc } = scan;
  const start = doc.tokens.start[index];
  while (scan.nextBarrier < barriers.length && barriers[scan.nextBarrier].start < start) scan.nextBarrier++;
  return scan.nextBarrier > from;
}

/** Where the thread of a state goes: one thread a state, the one that began first stays; then -1. */
export function rowFor(scan: Scan, state: number, start: number): number {
  const { rowOf } = scan;
  const known = rowOf[state];
  if (known < scan.nextCount && scan.next[known * THREAD] === state) {
    return scan.next[known * THREAD + T.start] <= start ? -1 : known * THREAD;
  }
  const row = scan.nextCount++;
  if (scan.next.length < scan.nextCount * THREAD) scan.next = grown(scan.next);
  rowOf[state] = row;
  return row * THREAD;
}

/** Where the next row of what is found begins. */
export function newFound(scan: Scan): number {
  const row = scan.foundCount++ * FOUND_ROW;
  if (scan.found.length < row + FOUND_ROW) scan.found = grown(scan.found);
  return row;
}

/**
 * Whether a match of the pattern that is already found covers this start, so that nothing that begins here can stand. Rows are in
 * order of their ends, and one that begins before an earlier row covers it.
 */
export function isTaken({ latest, found, round }: Scan, pattern: number, start: number): boolean {
  const at = pattern * LATEST;
  if (latest[at] !== round) return false;
  for (let row = latest[at + 1]; row >= 0; row = found[row + FoundColumn.before]) {
    if (found[row + FoundColumn.end] <= start) return false;
    if (found[row + FoundColumn.start] < start) return true;
  }
  return false;
}

/** Links a row to the pattern's row before it. */
export function link(scan: Scan, pattern: number, row: number): void {
  const at = pattern * LATEST;
  scan.found[row + FoundColumn.before] = scan.latest[at] === scan.round ? scan.latest[at + 1] : -1;
  scan.latest[at] = scan.round;
  scan.latest[at + 1] = row;
}
