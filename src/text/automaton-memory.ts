import type { Span } from "../types.ts";
import { boundaries } from "./boundaries.ts";
import { TokenClass } from "./classes.ts";
import { classesOf, type Reading } from "./conditions.ts";
import type { Doc } from "./doc.ts";
import { type AutomatonTables, FIRST_WORD } from "./pattern-tables.ts";
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
  /** Bits of `Place` for the place before each token, and at the end. */
  bits: Uint8Array;
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
  /** The token classes with edges out of the roots, as a mask. */
  readonly rootClasses: number;
  /** Of the tokens of a block: the edges over which threads begin (offsets of their rows), and where those of each token end. */
  starts: Int32Array;
  startCount: number;
  readonly startEnds: Int32Array;
  /** Of each word: the latest doc that holds it. */
  readonly seen: Int32Array;
  /** Of each state: its row in `next`, if that row says so too. */
  readonly rowOf: Int32Array;
  found: Int32Array;
  foundCount: number;
  /** Of each pattern without `[[…]]`: the doc's number, and where the row of its latest match begins in `found`. */
  readonly latest: Int32Array;
  round: number;
}

const LATEST = 2;

/** Tokens at which the threads to begin are noted at once; those of a whole long text would take too much memory. */
export const BLOCK = 256;

/** The memory for an automaton's scans. */
export function newScan(tables: AutomatonTables, doc: Doc): Scan {
  return {
    tables,
    doc,
    words: new Int32Array(0),
    bits: new Uint8Array(0),
    barriers: NO_BARRIERS,
    nextBarrier: 0,
    threads: new Int32Array(64 * THREAD),
    threadCount: 0,
    next: new Int32Array(64 * THREAD),
    nextCount: 0,
    mayEnd: false,
    classes: new Int32Array(0),
    rootClasses: rootClassesOf(tables),
    starts: new Int32Array(64),
    startCount: 0,
    startEnds: new Int32Array(BLOCK),
    seen: new Int32Array(tables.bits.length),
    rowOf: new Int32Array(tables.owners.length),
    found: new Int32Array(64 * FOUND_ROW),
    foundCount: 0,
    latest: new Int32Array(tables.flagged.length * LATEST),
    round: 0,
  };
}

function rootClassesOf({ roots: { starts } }: AutomatonTables): number {
  let mask = 0;
  for (let code = 1; code < TokenClass.firstGlob; code++)
    if (starts[FIRST_WORD - code] < starts[FIRST_WORD - code + 1]) mask |= 1 << code;
  return mask;
}

const NO_BARRIERS: readonly Span[] = [];
const LONGEST_KEPT = 1 << 16;

/** Makes the memory ready for a doc, and looks up its words. */
export function begin(scan: Scan, doc: Doc): void {
  const { count } = doc.tokens;
  scan.doc = doc;
  scan.bits = boundaries(doc);
  const { hidden } = doc.post;
  scan.barriers = hidden.length === 0 ? NO_BARRIERS : hidden.filter(({ markup }) => markup !== true);
  scan.nextBarrier = 0;
  scan.threadCount = 0;
  scan.foundCount = 0;
  scan.round++;
  if (scan.words.length <= count || scan.words.length > LONGEST_KEPT) {
    scan.words = new Int32Array(count + 64);
    scan.classes = new Int32Array(count + 64);
  }
  if (scan.found.length > LONGEST_KEPT) scan.found = new Int32Array(64 * FOUND_ROW);
  if (scan.starts.length > LONGEST_KEPT) scan.starts = new Int32Array(64);
  readWords(scan);
}

/** Looks up the words and classes of all tokens; behind the last one there is nothing. */
function readWords(scan: Scan): void {
  const { tables, doc, words, classes, seen, round } = scan;
  const { count, kind } = doc.tokens;
  for (let index = 0; index < count; index++) {
    const word = kind[index] === TokenKind.code ? -1 : findWord(tables.vocabulary, doc, index);
    words[index] = word;
    if (word >= 0) seen[word] = round;
    classes[index] = classesOf(scan, index);
  }
  words[count] = -1;
  classes[count] = 0;
}

/** Notes an edge (the offset of its row) over which a thread begins. */
export function noteStart(scan: Scan, edge: number): void {
  const at = scan.startCount++;
  if (scan.starts.length <= at) scan.starts = grown(scan.starts);
  scan.starts[at] = edge;
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
