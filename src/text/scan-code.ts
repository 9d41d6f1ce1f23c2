/**
 * Finds the end of code from a run of backticks at a rising `start`: behind the next run as long, or -1. Code with one or two
 * backticks stays in its paragraph. All runs are found at the first call, so that many of them take no longer.
 */
export function codeFinder(text: string): (start: number) => number {
  let ends: ReadonlyMap<number, number> | undefined;
  return (start) => {
    ends ??= codeEnds(text);
    return ends.get(start) ?? -1;
  };
}

const RUN = /`+|\n[^\S\n]*\n/gu;

function codeEnds(text: string): ReadonlyMap<number, number> {
  const ends = new Map<number, number>();
  const runs = [...text.matchAll(RUN)];
  const closes = new Map<number, number>();
  for (let index = runs.length - 1; index >= 0; index--) {
    const { 0: run, index: start } = runs[index];
    if (run.startsWith("\n")) {
      closes.delete(1);
      closes.delete(2);
      continue;
    }
    const end = closes.get(run.length);
    if (end !== undefined) ends.set(start, end);
    closes.set(run.length, start + run.length);
  }
  return ends;
}
