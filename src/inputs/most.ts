/**
 * How much of a thing one file may hold. With all that is found in it a post takes some kilobytes of memory, and a value of YAML
 * some hundred bytes, so more would not fit into the two gigabytes that Node takes on a small machine.
 */
const MOST = {
  posts: 150_000,
  lines: 5_000_000,
  "cells in a row": 1_000_000,
  values: 5_000_000,
  "characters of YAML": 20_000_000,
} as const;

type Thing = keyof typeof MOST;

/** A file holds more of something than is read at once. */
export class TooMany extends Error {
  constructor(what: Thing) {
    super(
      `this file has more than ${MOST[what].toLocaleString("en")} ${what}, which is the most that is read at once, so nothing of it was checked; cut it into several, or write a post on each line and check it with -f ndjson, which reads line by line`,
    );
    this.name = "TooMany";
  }
}

/** Throws `TooMany` where a file has more of a thing than is read at once. */
export function checkMost(what: Thing, count: number): void {
  if (count > MOST[what]) throw new TooMany(what);
}
