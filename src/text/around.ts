import type { Span } from "../types.ts";
import type { Doc } from "./doc.ts";
import type { Match } from "./pattern-set.ts";
import { tokenSpan } from "./tokens.ts";

/** The matches that cover a span whole. */
export type Around = (span: Span) => readonly Match[];

const NOWHERE: Around = () => [];

/** Finds the matches around a span by search; `matches` stand in order of their starts. */
export function matchesAround(doc: Doc, matches: readonly Match[]): Around {
  if (matches.length === 0) return NOWHERE;
  const spans = matches.map(({ start, end }) => tokenSpan(doc.tokens, start, end));
  // How far the matches up to each one reach, so that looking back ends early.
  const reach = new Int32Array(spans.length);
  let furthest = 0;
  for (const [index, { end }] of spans.entries()) {
    furthest = Math.max(furthest, end);
    reach[index] = furthest;
  }
  return ({ start, end }) => {
    const found: Match[] = [];
    for (let index = lastStart(spans, start); index >= 0 && reach[index] >= end; index--) {
      if (spans[index].end >= end) found.push(matches[index]);
    }
    return found.reverse();
  };
}

/** The last of the spans that starts at `offset` or before it; -1 when none does. */
function lastStart(spans: readonly Span[], offset: number): number {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (spans[middle].start > offset) high = middle;
    else low = middle + 1;
  }
  return low - 1;
}
