import { describe, expect, it } from "vitest";
import { type Bounds, type Counted, excess, shareOutside } from "../../src/text/tally.ts";
import type { Span } from "../../src/types.ts";

/** Spans of one sign each at the places where a row holds one of `marks`. */
function spansOf(row: string, marks: string): readonly Span[] {
  return [...row].flatMap((mark, start) => (marks.includes(mark) ? [{ start, end: start + 1 }] : []));
}

/** A unit with an item at each `x`. */
function counted(row: string, words = 0): Counted {
  return { unit: { start: 0, end: row.length }, items: spansOf(row, "x"), parts: undefined, words };
}

describe("excess", () => {
  it.each<[string, string, Bounds, string]>([
    ["each item where none may be", "x-x", { max: 0, min: undefined }, "0-1 2-3"],
    ["the first one too many", "xx-xx", { max: 1, min: undefined }, "1-2"],
    ["the first one too many, whatever follows", "xxx", { max: 2, min: undefined }, "2-3"],
    ["nothing at the maximum", "xx", { max: 2, min: undefined }, ""],
    ["the unit where there are too few", "x--", { max: undefined, min: 2 }, "0-3"],
    ["nothing at the minimum", "xx-", { max: undefined, min: 2 }, ""],
    ["what is too many before what is too few", "xx", { max: 1, min: 3 }, "1-2"],
    ["nothing without bounds", "xx", { max: undefined, min: undefined }, ""],
    ["nothing where none may be and none is", "--", { max: 0, min: 0 }, ""],
  ])("flags %s: %s", (_, row, bounds, flagged) => {
    expect(excess(counted(row), bounds).map(({ span: { start, end } }) => `${start}-${end}`)).toEqual(
      flagged === "" ? [] : flagged.split(" "),
    );
  });

  it.each<[string, number, Bounds, number | undefined, string]>([
    ["xxx", 200, { max: 1, min: undefined }, undefined, "2-3"],
    ["xx", 200, { max: 1, min: undefined }, undefined, ""],
    ["xx", 150, { max: 1, min: undefined }, undefined, "1-2"],
    ["x", 200, { max: undefined, min: 1 }, undefined, "0-1"],
    ["xx", 200, { max: undefined, min: 1 }, undefined, ""],
    ["x", 50, { max: 1, min: undefined }, undefined, "0-1"],
    ["x", 49, { max: 1, min: undefined }, undefined, ""],
    ["x", 20, { max: 1, min: undefined }, 20, "0-1"],
    ["x", 19, { max: 1, min: undefined }, 20, ""],
  ])(
    "flags of %s in %i words with %j for each hundred, from %s words: %s",
    (row, words, bounds, from, flagged) => {
      const found = excess(counted(row, words), bounds, { from });
      expect(found.map(({ span: { start, end } }) => `${start}-${end}`).join(" ")).toBe(flagged);
    },
  );

  it("gives the numbers for the message", () => {
    const data = (row: string, bounds: Bounds, rate?: { from: number }): unknown =>
      excess(counted(row, 150), bounds, rate).map((flagged) => flagged.data);
    expect(data("xxx", { max: 2, min: undefined })).toEqual([{ count: 3, max: 2 }]);
    expect(data("x", { max: undefined, min: 2 })).toEqual([{ count: 1, min: 2 }]);
    expect(data("xxx", { max: 1, min: undefined }, { from: 1 })).toEqual([{ count: 3, max: 1, of: 150 }]);
    expect(data("x", { max: undefined, min: 1 }, { from: 1 })).toEqual([{ count: 1, min: 1, of: 150 }]);
  });
});

describe("shareOutside", () => {
  /** Parts are `[…]`, items are `x`. */
  function flagged(row: string, bounds: Bounds, countsHolders: boolean, from?: number): unknown {
    const starts = spansOf(row, "[");
    const ends = spansOf(row, "]");
    const parts = starts.map(({ start }, index) => ({ start, end: ends[index].end }));
    return shareOutside({ ...counted(row), parts }, bounds, { countsHolders, from }).map(({ span, data }) => {
      expect(span).toEqual({ start: 0, end: row.length });
      return data;
    });
  }

  it.each<[string, Bounds, readonly unknown[]]>([
    ["[x][x][][]", { max: 50, min: undefined }, []],
    ["[x][x][x][]", { max: 50, min: undefined }, [{ count: 3, of: 4, max: "50%" }]],
    ["[x][xx][][]", { max: 50, min: undefined }, []],
    ["x[][][][]xx", { max: 0, min: undefined }, []],
    ["x[x]x[][]x[x]", { max: 0, min: undefined }, [{ count: 2, of: 4, max: "0%" }]],
    ["[x][][][]", { max: undefined, min: 25 }, []],
    ["[][][][]", { max: undefined, min: 25 }, [{ count: 0, of: 4, min: "25%" }]],
    ["[x][x][x][x]", { max: 80, min: 20 }, [{ count: 4, of: 4, max: "80%", min: "20%" }]],
    ["[x][x][x]", { max: 50, min: undefined }, []],
    ["", { max: undefined, min: 25 }, []],
  ])("of the parts that hold an item, in %s with %j: %j", (row, bounds, data) => {
    expect(flagged(row, bounds, true)).toEqual(data);
  });

  it("of the items themselves", () => {
    expect(flagged("[xx][x][][]", { max: 50, min: undefined }, false)).toEqual([
      { count: 3, of: 4, max: "50%" },
    ]);
    expect(flagged("[xx][x][][]", { max: 75, min: undefined }, false)).toEqual([]);
  });

  it("from a number of parts on", () => {
    expect(flagged("[x][x]", { max: 50, min: undefined }, true, 2)).toEqual([
      { count: 2, of: 2, max: "50%" },
    ]);
    expect(flagged("[x]", { max: 50, min: undefined }, true, 2)).toEqual([]);
    expect(flagged("", { max: undefined, min: 50 }, true, 0)).toEqual([]);
    expect(shareOutside(counted("x"), { max: 0, min: undefined }, { countsHolders: false, from: 0 })).toEqual(
      [],
    );
  });
});
