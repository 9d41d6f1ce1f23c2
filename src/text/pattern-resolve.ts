import type { Match } from "./pattern-set.ts";

/**
 * Of all ways in which patterns end: per pattern the leftmost, the longest from there, flagged words apart from each other; by start.
 * Sorts the list that it is given.
 */
export function resolve(all: Match[]): Match[] {
  if (all.length < 2) return all;
  if (areDifferent(all)) return sorted(all, byStart);
  const longest = longestOfEachStart(all);
  const kept: Match[] = [];
  let pattern = -1;
  let taken = -1;
  for (const match of sorted(longest, byFlag)) {
    if (match.pattern !== pattern) taken = -1;
    pattern = match.pattern;
    if (match.flagStart < taken) continue;
    taken = match.flagEnd;
    kept.push(match);
  }
  return sorted(kept, byStart);
}

/** Sorts matches in place. They come in order of their ends, so that few, if any, of a few must be moved. */
function sorted(matches: Match[], compare: (one: Match, other: Match) => number): Match[] {
  if (matches.length > FEW) return matches.sort(compare);
  for (let index = 1; index < matches.length; index++) {
    const match = matches[index];
    let to = index;
    for (; to > 0 && compare(matches[to - 1], match) > 0; to--) matches[to] = matches[to - 1];
    matches[to] = match;
  }
  return matches;
}

/** Beyond this many, to compare each with each takes longer than to sort them. */
const FEW = 12;

/** Whether all are of different patterns, as in most posts; then nothing can stand in anything's way. */
function areDifferent(all: readonly Match[]): boolean {
  if (all.length > FEW) return false;
  return all.every(({ pattern }, index) => {
    for (let other = 0; other < index; other++) if (all[other].pattern === pattern) return false;
    return true;
  });
}

function longestOfEachStart(all: Match[]): Match[] {
  const longest: Match[] = [];
  for (const match of sorted(all, byLength)) {
    const last = longest.at(-1);
    if (last?.pattern !== match.pattern || last.start !== match.start) longest.push(match);
  }
  return longest;
}

function byLength(one: Match, other: Match): number {
  return (
    one.pattern - other.pattern ||
    one.start - other.start ||
    other.end - one.end ||
    one.flagStart - other.flagStart
  );
}

function byFlag(one: Match, other: Match): number {
  return one.pattern - other.pattern || one.flagStart - other.flagStart || one.start - other.start;
}

function byStart(one: Match, other: Match): number {
  return one.start - other.start || one.end - other.end || one.pattern - other.pattern;
}
