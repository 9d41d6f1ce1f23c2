import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { lineIndex } from "../../src/text/lines.ts";
import { originBuilder, originOf } from "../../src/text/origin.ts";
import { runs } from "../runs.ts";

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

  it("places what stands behind several line breaks of two signs", () => {
    const text = "a\r\nb\r\nc";
    const broken = originBuilder();
    broken.add(text, 0);
    const place = broken.locate({ lines: () => lineIndex(text) });
    expect(broken.text()).toBe("a\nb\nc");
    expect(place({ start: 2, end: 3 })).toMatchObject({ line: 2, offset: 3, endOffset: 4 });
    expect(place({ start: 4, end: 5 })).toMatchObject({ line: 3, offset: 6, endOffset: 7 });
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

describe("a post in pieces", () => {
  /** A unit of the post's text as it stands in the file. */
  interface UnitInFile {
    readonly from: number;
    readonly to: number;
    readonly isEscape: boolean;
  }

  /** What a builder is told: words as they stand, an escape, or something that is no part of the text. */
  const piece = fc.oneof(
    fc.record({
      kind: fc.constant("words" as const),
      text: fc.constantFrom("a", "bc", "d\r\ne", "\r", "\n", "\r\n", ""),
    }),
    fc.record({
      kind: fc.constant("escape" as const),
      text: fc.constantFrom("x", "yz", ""),
      length: fc.integer({ min: 2, max: 4 }),
    }),
    fc.record({ kind: fc.constant("gap" as const), text: fc.constantFrom("-", "--\n") }),
  );

  it("is placed as its units are", () => {
    const property = fc.property(
      fc.array(piece, { maxLength: 8 }),
      fc.nat(3),
      fc.array(fc.tuple(fc.nat(12), fc.nat(12)), { minLength: 6, maxLength: 6 }),
      fc.boolean(),
      (pieces, skip, spans, hasCell) => {
        const builder = originBuilder();
        const units: UnitInFile[] = [];
        let file = "....";
        let text = "";
        for (const each of pieces) {
          const offset = file.length;
          if (each.kind === "gap") file += each.text;
          else if (each.kind === "escape") {
            builder.addEscaped(each.text, offset, each.length);
            file += "~".repeat(each.length);
            text += each.text;
            for (let at = 0; at < each.text.length; at++) {
              const isLast = at + 1 === each.text.length;
              units.push({ from: offset + at, to: isLast ? file.length : offset + at + 1, isEscape: true });
            }
          } else {
            builder.add(each.text, offset);
            file += each.text;
            for (const { 0: sign, index } of each.text.matchAll(/\r\n|./gsu)) {
              units.push({ from: offset + index, to: offset + index + sign.length, isEscape: false });
              text += sign.startsWith("\r") ? "\n" : sign;
            }
          }
        }
        expect(builder.text()).toBe(text);
        const cell = { offset: 2, endOffset: file.length };
        const index = lineIndex(file);
        const locate = builder.locate({ lines: () => index, ...(hasCell && { cell }) }, skip);
        for (const [start, length] of spans) {
          const from = Math.min(start + skip, units.length);
          const inside = units.slice(from, start + length + skip);
          const isEscaped = inside.some(({ isEscape }) => isEscape);
          const hasGap = inside.some(({ from: begin }, at) => at > 0 && inside[at - 1].to !== begin);
          const before = from < units.length ? units[from].from : (units.at(-1)?.to ?? 0);
          const offset = inside[0]?.from ?? before;
          const own = isEscaped && hasCell ? cell : { offset, endOffset: inside.at(-1)?.to ?? before };
          const place = locate({ start, end: start + length });
          expect([place.offset, place.endOffset]).toEqual([own.offset, own.endOffset]);
          expect(place.exact).toBe(isEscaped || hasGap ? false : undefined);
          expect({ line: place.line, column: place.column }).toEqual(index.positionOf(own.offset));
          expect({ line: place.endLine, column: place.endColumn }).toEqual(index.positionOf(own.endOffset));
        }
      },
    );
    fc.assert(property, { numRuns: runs(600) });
  });
});
