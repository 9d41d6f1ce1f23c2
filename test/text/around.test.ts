import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { matchesAround } from "../../src/text/around.ts";
import type { Match } from "../../src/text/pattern-set.ts";
import { tokenSpan } from "../../src/text/tokens.ts";
import { docOfText } from "./marked.ts";

const doc = docOfText(Array.from({ length: 30 }, (_, index) => `w${index}`).join(" "));

const match = fc.tuple(fc.nat(25), fc.integer({ min: 1, max: 5 }), fc.nat(3)).map(
  ([start, length, pattern]): Match => ({
    pattern,
    start,
    end: start + length,
    flagStart: start,
    flagEnd: start + length,
  }),
);

const at = (start: number, end: number): Match => ({
  pattern: 0,
  start,
  end,
  flagStart: start,
  flagEnd: end,
});

describe("matchesAround", () => {
  it.each<[string, readonly Match[], number, readonly number[]]>([
    ["none of none", [], 3, []],
    ["one that is as long", [at(3, 4)], 3, [0]],
    ["all that hold it, the first one first", [at(0, 9), at(1, 5), at(2, 9), at(3, 4)], 3, [0, 1, 2, 3]],
    ["none that ends before it, but what reaches over that one", [at(0, 9), at(1, 3), at(2, 3)], 3, [0]],
    ["none that begins behind it", [at(0, 1), at(4, 5)], 3, []],
    ["none before the first", [at(4, 9)], 0, []],
  ])("finds %s", (_, matches, token, expected) => {
    const found = matchesAround(doc, matches)(tokenSpan(doc.tokens, token, token + 1));
    expect(found.map((each) => matches.indexOf(each))).toEqual(expected);
  });

  it("finds what looking at all would find, in order", () => {
    const length = doc.text.length;
    fc.assert(
      fc.property(
        fc.array(match, { maxLength: 20 }),
        fc.nat(length),
        fc.nat(length),
        (unsorted, from, to) => {
          const matches = unsorted.toSorted((one, other) => one.start - other.start);
          const span = { start: Math.min(from, to), end: Math.max(from, to) };
          const expected = matches.filter((each) => {
            const around = tokenSpan(doc.tokens, each.start, each.end);
            return around.start <= span.start && span.end <= around.end;
          });
          expect(matchesAround(doc, matches)(span)).toEqual(expected);
        },
      ),
    );
  });
});
