import { FOUND_ROW, type Found, FoundColumn } from "./automaton-memory.ts";

/** A match of a pattern of the whole set, in tokens, ends exclusive. */
export interface Resolved {
  readonly pattern: number;
  readonly start: number;
  readonly end: number;
  readonly flagStart: number;
  readonly flagEnd: number;
}

const NOTHING: readonly Resolved[] = [];

/** Of everything found: per pattern the leftmost, the longest from there, flagged words apart from each other; by start. */
export function resolve({ rows, count }: Found): readonly Resolved[] {
  if (count === 0) return NOTHING;
  const all = rowsOf(rows, count);
  if (areDifferent(all)) return all.sort(byStart);
  const longest = longestOfEachStart(all);
  const kept: Resolved[] = [];
  let pattern = -1;
  let taken = -1;
  for (const match of longest.sort(byFlag)) {
    if (match.pattern !== pattern) taken = -1;
    pattern = match.pattern;
    if (match.flagStart < taken) continue;
    taken = match.flagEnd;
    kept.push(match);
  }
  return kept.sort(byStart);
}

/** Beyond this many, to compare each with each takes longer than to sort them. */
const FEW = 12;

/** Whether all are of different patterns, as in most posts; then nothing can stand in anything's way. */
function areDifferent(all: readonly Resolved[]): boolean {
  if (all.length > FEW) return false;
  return all.every(({ pattern }, index) => {
    for (let other = 0; other < index; other++) if (all[other].pattern === pattern) return false;
    return true;
  });
}

function rowsOf(rows: Int32Array, count: number): Resolved[] {
  const all: Resolved[] = [];
  for (let at = 0; at < count * FOUND_ROW; at += FOUND_ROW) {
    all.push({
      pattern: rows[at],
      start: rows[at + FoundColumn.start],
      end: rows[at + FoundColumn.end],
      flagStart: rows[at + FoundColumn.flagStart],
      flagEnd: rows[at + FoundColumn.flagEnd],
    });
  }
  return all;
}

function longestOfEachStart(all: Resolved[]): Resolved[] {
  const longest: Resolved[] = [];
  for (const match of all.sort(byLength)) {
    const last = longest.at(-1);
    if (last?.pattern !== match.pattern || last.start !== match.start) longest.push(match);
  }
  return longest;
}

function byLength(one: Resolved, other: Resolved): number {
  return (
    one.pattern - other.pattern ||
    one.start - other.start ||
    other.end - one.end ||
    one.flagStart - other.flagStart
  );
}

function byFlag(one: Resolved, other: Resolved): number {
  return one.pattern - other.pattern || one.flagStart - other.flagStart || one.start - other.start;
}

function byStart(one: Resolved, other: Resolved): number {
  return one.start - other.start || one.end - other.end || one.pattern - other.pattern;
}
