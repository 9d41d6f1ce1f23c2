import {
  FoundColumn,
  isTaken,
  link,
  newFound,
  rowFor,
  type Scan,
  T,
  THREAD,
  UNSET,
} from "./automaton-memory.ts";
import { allows } from "./automaton-places.ts";
import {
  ASKED_ROW,
  Asked,
  Edge,
  END_ROW,
  End,
  EXTRA_ROW,
  Extra,
  HERE,
  hasEdge,
  KEEP,
  MAY_END,
} from "./pattern-tables.ts";

/** Stands for a thread that begins. */
export const NEW = -1;

/** Whether a thread in a state may end before token `next`, or go on over it. */
export function goesOn({ tables, classes, words }: Scan, state: number, next: number): boolean {
  const { asked } = tables;
  const at = state * ASKED_ROW;
  if ((asked[at] & (MAY_END | classes[next])) !== 0) return true;
  const word = words[next];
  return word >= 0 && (asked[at + Asked.words] & (1 << word)) !== 0 && hasEdge(tables, state, word);
}

/** Follows an edge (the offset of its row) over token `index`, if its place and condition hold. */
export function take(scan: Scan, edge: number, thread: number, index: number): void {
  const { tables, threads } = scan;
  const target = tables.edges[edge + Edge.target];
  const extra = tables.edges[edge + Edge.extra] * EXTRA_ROW;
  if (extra !== 0 && !allows(scan, extra, index)) return;
  const start = thread === NEW ? index : threads[thread + T.start];
  if (scan.foundCount > 0 && tables.owners[target] >= 0 && isTaken(scan, tables.owners[target], start))
    return;
  const at = rowFor(scan, target, start);
  if (at < 0) return;
  const { next } = scan;
  const open = thread === NEW ? UNSET : threads[thread + T.open];
  const close = thread === NEW ? UNSET : threads[thread + T.close];
  next[at] = target;
  next[at + T.start] = start;
  next[at + T.open] = extra === 0 ? open : placeOf(tables.extras[extra + Extra.open], start, index, open);
  next[at + T.close] = extra === 0 ? close : placeOf(tables.extras[extra + Extra.close], start, index, close);
  if ((tables.asked[target * ASKED_ROW] & MAY_END) !== 0) scan.mayEnd = true;
}

function placeOf(how: number, start: number, here: number, before: number): number {
  if (how === KEEP) return before;
  return how === HERE ? here : start + how;
}

/** Notes the matches that end before token `index`, behind the one just taken. */
export function noteEnds(scan: Scan, index: number): void {
  const { endStarts, asked } = scan.tables;
  for (let thread = 0; thread < scan.nextCount * THREAD; thread += THREAD) {
    const state = scan.next[thread];
    if ((asked[state * ASKED_ROW] & MAY_END) === 0) continue;
    for (let end = endStarts[state]; end < endStarts[state + 1]; end++) noteEnd(scan, end, thread, index);
  }
}

function noteEnd(scan: Scan, end: number, thread: number, index: number): void {
  const { ends, extras, flagged } = scan.tables;
  const pattern = ends[end * END_ROW];
  const extra = ends[end * END_ROW + End.extra] * EXTRA_ROW;
  if (extra !== 0 && !allows(scan, extra, index)) return;
  const { next } = scan;
  const start = next[thread + T.start];
  if (isTaken(scan, pattern, start)) return;
  const isFlagged = flagged[pattern] === 1;
  const open = isFlagged ? placeOf(extras[extra + Extra.open], start, index, next[thread + T.open]) : start;
  const close = isFlagged
    ? placeOf(extras[extra + Extra.close], start, index, next[thread + T.close])
    : index;
  const row = newFound(scan);
  scan.found[row] = pattern;
  scan.found[row + FoundColumn.start] = start;
  scan.found[row + FoundColumn.end] = index;
  scan.found[row + FoundColumn.flagStart] = open;
  scan.found[row + FoundColumn.flagEnd] = close;
  if (!isFlagged) link(scan, pattern, row);
}
