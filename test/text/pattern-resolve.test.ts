import { describe, expect, it } from "vitest";
import { resolve } from "../../src/text/pattern-resolve.ts";

/** `PATTERN START-END`, and what is flagged of it where that is not all. */
function resolved(found: readonly string[]): readonly string[] {
  const matches = found.map((words) => {
    const [pattern, start, end, flagStart = start, flagEnd = end] = words.split(/[ -]/u).map(Number);
    return { pattern, start, end, flagStart, flagEnd };
  });
  return resolve(matches).map(({ pattern, start, end, flagStart, flagEnd }) =>
    flagStart === start && flagEnd === end
      ? `${pattern} ${start}-${end}`
      : `${pattern} ${start}-${end} ${flagStart}-${flagEnd}`,
  );
}

describe("of what is found", () => {
  it.each<[string, readonly string[], readonly string[]]>([
    ["nothing", [], []],
    ["one stays", ["3 0-2"], ["3 0-2"]],
    ["several stand in order", ["5 4-5", "3 1-2", "4 0-9"], ["4 0-9", "3 1-2", "5 4-5"]],
    [
      "those of one start stand by their end, then by number",
      ["5 0-2", "3 0-2", "4 0-1"],
      ["4 0-1", "3 0-2", "5 0-2"],
    ],
    ["the longest of a start is kept", ["1 0-1", "1 0-3", "1 0-2"], ["1 0-3"]],
    ["the leftmost is kept", ["1 1-3", "1 0-2"], ["1 0-2"]],
    ["what stands apart is kept", ["1 0-2", "1 2-4", "1 4-5"], ["1 0-2", "1 2-4", "1 4-5"]],
    [
      "other patterns stand in nobody's way",
      ["1 0-2", "2 1-3", "2 0-1", "1 1-2"],
      ["2 0-1", "1 0-2", "2 1-3"],
    ],
    [
      "only what is flagged stands in the way",
      ["1 0-3 0-1", "1 1-4 1-2", "1 0-4 2-3"],
      ["1 0-4 2-3", "1 1-4 1-2"],
    ],
    [
      "of one stretch the first flagged is kept, in whatever order they come",
      ["1 0-5 3-4", "1 0-5 1-2", "1 0-5 2-3"],
      ["1 0-5 1-2"],
    ],
    [
      "those of one stretch stand by number",
      ["1 0-2", "4 0-2", "3 0-2", "3 3-4"],
      ["1 0-2", "3 0-2", "4 0-2", "3 3-4"],
    ],
    ["of two that are flagged from one place on the first stands", ["1 0-5 1-2", "1 0-5 1-3"], ["1 0-5 1-2"]],
    [
      "many stand in order, too",
      [..."nmlkjihgfedcba"].map((letter) => `1 ${letter.charCodeAt(0)}-${letter.charCodeAt(0) + 1}`),
      [..."abcdefghijklmn"].map((letter) => `1 ${letter.charCodeAt(0)}-${letter.charCodeAt(0) + 1}`),
    ],
    ["words flagged twice are flagged once", ["1 0-3 2-3", "1 1-3 2-3"], ["1 0-3 2-3"]],
    [
      "the first flagged is kept, of several by start",
      ["1 2-9 2-6", "1 0-5 4-5", "1 1-8 2-6"],
      ["1 1-8 2-6"],
    ],
  ])("%s", (_what, found, expected) => expect(resolved(found)).toEqual(expected));
});
