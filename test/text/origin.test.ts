import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { lineIndex } from "../../src/text/lines.ts";
import { originBuilder, originOf } from "../../src/text/origin.ts";

describe("lineIndex", () => {
  it("says of each offset what counting from the start says", () => {
    const piece = fc.constantFrom("a", "🚀", "\n", "\r", "\r\n", "\u2028", "\u0085", "\v", "\f");
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        const text = pieces.join("");
        const index = lineIndex(text);
        const lines = text.split(/\r\n|\r|\n/u);
        expect(index.count).toBe(lines.length);
        for (let line = 1; line <= lines.length; line++) {
          const start = index.startOf(line);
          for (let column = 1; column <= lines[line - 1].length + 1; column++) {
            expect(index.positionOf(start + column - 1)).toEqual({ line, column });
          }
        }
      }),
    );
  });
});

describe("originOf", () => {
  it("places a text in itself", () => {
    expect(originOf("one\ntwo")({ start: 2, end: 5 })).toEqual({
      line: 1,
      column: 3,
      endLine: 2,
      endColumn: 2,
      offset: 2,
      endOffset: 5,
    });
    expect(originOf("")({ start: 0, end: 0 })).toEqual({
      line: 1,
      column: 1,
      endLine: 1,
      endColumn: 1,
      offset: 0,
      endOffset: 0,
    });
  });
});

describe("originBuilder", () => {
  // A cell "one ""two"" three" with doubled quotes, as CSV has it.
  const file = 'a;"one ""two"" three"\r\n';
  const cell = { offset: 3, endOffset: 20 };
  const builder = originBuilder();
  builder.add("one ", 3);
  builder.addEscaped('"', 7, 2);
  builder.add("two", 9);
  builder.addEscaped('"', 12, 2);
  builder.add(" three", 14);
  const locate = builder.locate({ lines: () => lineIndex(file), cell });

  it.each([
    ["one", 3, 6, undefined],
    ["two", 9, 12, undefined],
    ["three", 15, 20, undefined],
    ["one ", 3, 7, undefined],
    ['"two', 3, 20, false],
    ['two"', 3, 20, false],
    ['one "two" three', 3, 20, false],
  ])("places %j", (words, offset, endOffset, exact) => {
    const start = builder.text().indexOf(words);
    const place = locate({ start, end: start + words.length });
    expect([place.offset, place.endOffset, place.exact]).toEqual([offset, endOffset, exact]);
  });

  it("places what has no width between its neighbours", () => {
    expect(locate({ start: 0, end: 0 })).toMatchObject({ offset: 3, endOffset: 3 });
    expect(locate({ start: 15, end: 15 })).toMatchObject({ offset: 20, endOffset: 20 });
  });

  it("says of lines that were left out only where they are inside", () => {
    const text = "one\r\nXX\r\ntwo";
    const gapped = originBuilder();
    gapped.add(text.slice(0, 5), 0);
    gapped.add(text.slice(9), 9);
    const place = gapped.locate({ lines: () => lineIndex(text) });
    expect(gapped.text()).toBe("one\ntwo");
    expect(place({ start: 0, end: 4 })).toEqual({
      line: 1,
      column: 1,
      endLine: 2,
      endColumn: 1,
      offset: 0,
      endOffset: 5,
    });
    expect(place({ start: 4, end: 7 })).toEqual({
      line: 3,
      column: 1,
      endLine: 3,
      endColumn: 4,
      offset: 9,
      endOffset: 12,
    });
    expect(place({ start: 2, end: 5 })).toMatchObject({ offset: 2, endOffset: 10, exact: false });
  });

  it("skips what was trimmed, and counts what stands before in a stream", () => {
    const spaced = originBuilder();
    spaced.add("  one", 4);
    const place = spaced.locate(
      { lines: () => lineIndex("....  one"), before: { lines: 6, offset: 100 } },
      2,
    );
    expect(place({ start: 0, end: 3 })).toEqual({
      line: 7,
      column: 7,
      endLine: 7,
      endColumn: 10,
      offset: 106,
      endOffset: 109,
    });
  });
});
