import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Match } from "../../src/text/pattern-set.ts";
import { sparedBy } from "../../src/text/spared.ts";
import { tokenSpan } from "../../src/text/tokens.ts";
import { runs } from "../runs.ts";
import { docOfText } from "./marked.ts";

const doc = docOfText("Rye is in. We bake it. So do you!\n\nA fair, a feast. Come all. Come twice");
const { count, sentence } = doc.tokens;

const places = (most: number): fc.Arbitrary<readonly (readonly [number, number])[]> =>
  fc
    .array(fc.tuple(fc.nat(count - 1), fc.integer({ min: 1, max: 6 })), { maxLength: most })
    .map((list) =>
      list
        .map(([start, length]): readonly [number, number] => [start, Math.min(count, start + length)])
        .toSorted(([one], [other]) => one - other),
    );

/** As PACK-FORMAT says it: what overlaps spares those, what stands beside spares all of its sentences. */
function oracle(
  matches: readonly (readonly [number, number])[],
  spans: readonly (readonly [number, number])[],
): number[] {
  const spared = new Set<number>();
  for (const [start, end] of matches) {
    const over = spans.flatMap(([from, to], index) => (from < end && start < to ? [index] : []));
    const beside = spans.flatMap(([from], index) =>
      sentence[start] <= sentence[from] && sentence[from] <= sentence[end - 1] ? [index] : [],
    );
    for (const index of over.length > 0 ? over : beside) spared.add(index);
  }
  return [...spared].toSorted((one, other) => one - other);
}

/** Hits of one rule never overlap. */
function apart(spans: readonly (readonly [number, number])[]): readonly (readonly [number, number])[] {
  return spans.filter(([start], index) => spans.slice(0, index).every(([, end]) => end <= start));
}

describe("sparedBy", () => {
  it("spares what overlaps, else the sentences of what stands beside", () => {
    fc.assert(
      fc.property(places(6), places(8).map(apart), (matches, spans) => {
        const found = matches.map(
          ([start, end]): Match => ({ pattern: 0, start, end, flagStart: start, flagEnd: end }),
        );
        const stretches = spans.map(([start, end]) => tokenSpan(doc.tokens, start, end));
        const got = [...sparedBy(doc, found, stretches)].toSorted((one, other) => one - other);
        expect(got).toEqual(oracle(matches, spans));
      }),
      { numRuns: runs(500) },
    );
  });
});
