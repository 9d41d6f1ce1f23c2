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

describe("matchesAround", () => {
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
