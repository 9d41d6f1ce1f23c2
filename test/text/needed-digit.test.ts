import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { needsDigit } from "../../src/text/needed-digit.ts";
import { holdsDigit, unitSetOf } from "../../src/text/unit-set.ts";
import { runs } from "../runs.ts";

describe("needsDigit", () => {
  it.each([
    "\\d",
    "7",
    "[0-9]",
    "[789]",
    "[0-24]x",
    "a\\d+",
    "\\d{1,2}",
    "(\\d)",
    "(?:a|b)(?:x\\d|\\dy)",
    "(?:[$£] ?\\d[\\d.,]*|\\d ?[$£%]) off\\b",
    "\\boaicite(?::|_)\\d+",
    "a\\d|b(?:(?:\\d))",
  ])("is so for %s", (source) => {
    expect(needsDigit(source)).toBe(true);
  });

  it.each([
    "",
    "a",
    "\\d?",
    "\\d*",
    "\\d{0,2}",
    "a|\\d",
    "\\d|",
    "[^0-9]",
    "[0-9a]",
    "[-9]",
    "\\D",
    "\\\\d",
    "(?:\\d|a)",
    "(?:\\d)?",
    "(?!\\d)",
    "(?<=\\d)",
    "(?<d>\\d)",
    "(a)\\1",
    "\\u0031x",
  ])("isn't told for %s", (source) => {
    expect(needsDigit(source)).toBe(false);
  });

  it("never lets a text that matches go by", () => {
    const atoms = [
      "\\d",
      "4",
      "[0-9]",
      "[4a]",
      "a",
      "(?:\\d|a)",
      "(\\d)",
      "(?:4a)",
      "(?!4)",
      "|",
      "[^4]",
      "\\b",
    ];
    const bit = fc.tuple(fc.constantFrom(...atoms), fc.constantFrom("", "", "?", "+", "*", "{2}", "{0,1}"));
    const isBare = (atom: string): boolean => ["|", "(?!4)", "\\b"].includes(atom);
    const sources = fc
      .array(bit, { minLength: 1, maxLength: 5 })
      .map((parts) => parts.map(([atom, times]) => (isBare(atom) ? atom : atom + times)).join(""));
    fc.assert(
      fc.property(
        sources,
        fc.string({ unit: fc.constantFrom(..."a b-４é"), maxLength: 8 }),
        (source, text) => {
          if (needsDigit(source)) expect(new RegExp(source, "iu").test(text)).toBe(false);
        },
      ),
      { numRuns: runs(3000) },
    );
  });
});

describe("holdsDigit", () => {
  it("tells whether a text holds one of the ten", () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(..."/:09５٣aZé\u{1d7d8}"), maxLength: 4 }), (text) => {
        expect(holdsDigit(unitSetOf(text))).toBe(/[0-9]/u.test(text));
      }),
    );
  });
});
