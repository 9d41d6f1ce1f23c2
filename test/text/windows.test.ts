import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { expressionMatches } from "../../src/text/windows.ts";
import { atMost, runs } from "../runs.ts";

function found(source: string, text: string): readonly string[] {
  return Array.from(
    expressionMatches(new RegExp(source, "gu"), text),
    ({ start, end }) => `${start} ${text.slice(start, end)}`,
  );
}

/** What the expression itself finds in each paragraph. */
function plain(source: string, text: string): readonly string[] {
  const expected: string[] = [];
  let start = 0;
  for (const paragraph of text.split(/(\n[^\S\n]*\n)/u)) {
    for (const match of paragraph.matchAll(new RegExp(source, "gu")))
      if (!/^\n[^\S\n]*\n$/u.test(paragraph)) expected.push(`${start + match.index} ${match[0]}`);
    start += paragraph.length;
  }
  return expected;
}

const SOURCES = [
  "a+",
  "ab?",
  "a[^b]*b",
  "\\ba",
  "b\\b",
  "^a",
  "b$",
  "(?<=a)b",
  "a(?=b)",
  "[ab]{2}",
  "b(?!a)",
  "\\Ba",
];
const texts = (size: number): fc.Arbitrary<string> =>
  fc
    .array(fc.constantFrom("a", "b", " ", "\n", "\n \n", "c"), { maxLength: size })
    .map((parts) => parts.join(""));

describe("expressionMatches", () => {
  it("finds in short paragraphs what the expression alone finds", () => {
    fc.assert(
      fc.property(fc.constantFrom(...SOURCES), texts(80), (source, text) => {
        expect(found(source, text)).toEqual(plain(source, text));
      }),
      { numRuns: runs(400) },
    );
  });

  it("finds short matches in long paragraphs all the same, wherever windows end", () => {
    const short = ["a+", "ab?", "\\ba", "b\\b", "^a", "b$", "(?<=a)b", "a(?=b)", "[ab]{2}", "b(?!a)", "\\Ba"];
    const long = fc.tuple(
      fc.integer({ min: 480, max: 1100 }),
      texts(60),
      fc.integer({ min: 0, max: 1100 }),
      texts(60),
    );
    fc.assert(
      fc.property(fc.constantFrom(...short), long, (source, [before, middle, after, end]) => {
        const text = "c ".repeat(before / 2) + middle + "d ".repeat(after) + end;
        expect(found(source, text)).toEqual(plain(source, text));
      }),
      { numRuns: runs(300) },
    );
  });

  it.each([
    ["^", "^a", "a".repeat(3000), 1],
    ["$", "a$", "a".repeat(3000), 1],
    ["\\b", "\\ba", "a".repeat(3000), 1],
    ["\\b on both sides", "\\bab\\b", "ab ".repeat(1000), 1000],
    [
      "the end that a lookahead waits for",
      "a(?!c*d)",
      `${"x".repeat(900)}a${"c".repeat(300)}d${"x".repeat(900)}`,
      0,
    ],
    ["lookbehind", "(?<!a)a", "a".repeat(3000), 1],
  ])("sees no border of a window as %s", (_what, source, text, count) => {
    expect(found(source, text)).toHaveLength(count);
  });

  it("ends where paragraphs end", () => {
    expect(found("a[^b]*b", "a\n\nb a\nb")).toEqual(["5 a\nb"]);
  });

  it("stays linear whatever is read on and on", () => {
    const times = atMost(500_000);
    const text = "a ".repeat(times);
    expect(found("a[^b]*b", text)).toEqual([]);
    expect(found("a", text)).toHaveLength(times);
  });
});
