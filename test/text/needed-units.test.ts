import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { neededUnits } from "../../src/text/needed-units.ts";
import { mayHold, mayHoldWithin, unitSetOf } from "../../src/text/unit-set.ts";
import { runs } from "../runs.ts";

describe("neededUnits", () => {
  it.each([
    ["\\ufffd+|[\\u0080-\\u009f]", "fffd-fffd 80-9f"],
    ["(?<![A-Z])Ã[\\u00a0«]|â(?:€|x)", "c3-c3 e2-e2"],
    ["[\\u{1D400}-\\u{1D7FF}]{2,}", "d835-d835"],
    ["[\\u{1F130}-\\u{1F149}]", "dd30-dd49"],
    ["[\\u{1F600}-\\u{1FA00}]", "d83d-d83e"],
    ["a?[é-ëü]b", "e9-eb fc-fc"],
    ["[\\ue000-\\u{10000}]", "80-ffff"],
  ])("knows the units of %s", (source, ranges) => {
    expect(shown(neededUnits(source, true))).toBe(ranges);
  });

  it("takes any unit beyond ASCII for letters whose case doesn't count, and none where ASCII would do", () => {
    expect(shown(neededUnits("[Ⓐ-Ⓩ]", false))).toBe("80-ffff");
    expect(shown(neededUnits("[\\u2010-\\u2015]", false))).toBe("2010-2015");
    expect(neededUnits("\\u212a", false)).toBeUndefined();
    expect(neededUnits("[ž-ƀ]", false)).toBeUndefined();
  });

  it.each([
    "",
    "abc",
    "é|a",
    "é|",
    "é?",
    "é*",
    "é{0,2}",
    "[^é]",
    "[éa]",
    "[é-]",
    "(é)",
    "(?!é)",
    "\\p{L}",
    ".",
  ])("knows none for %s", (source) => {
    expect(neededUnits(source, true)).toBeUndefined();
  });

  it("never lets a text that matches go by", () => {
    const bits = [
      "é",
      "É",
      "\\u017f",
      "[à-ü]",
      "\\u{1f600}",
      "[\\u{1F130}-\\u{1F149}]",
      "[Ⓐ-Ⓩ]",
      "[ſK]",
      "θ",
      "\\u0345",
    ];
    const bit = fc.tuple(
      fc.constantFrom(...bits, "a", "(?:é|b)", "(?=.)", "[^x]", "|"),
      fc.constantFrom("", "", "?", "+", "*", "{2}", "{0,1}"),
    );
    const sources = fc
      .array(bit, { minLength: 1, maxLength: 5 })
      .map((parts) =>
        parts.map(([atom, times]) => (atom === "|" || atom === "(?=.)" ? atom : atom + times)).join(""),
      );
    const text = fc.string({ unit: fc.constantFrom(..."aséÉàüſKkSθϑιⓐⒶ😀🄰🎉"), maxLength: 8 });
    fc.assert(
      fc.property(sources, text, fc.boolean(), (source, held, isCased) => {
        const ranges = neededUnits(source, isCased);
        if (ranges === undefined || mayHoldWithin(unitSetOf(held), ranges)) return;
        expect(new RegExp(source, isCased ? "u" : "iu").test(held)).toBe(false);
      }),
      { numRuns: runs(3000) },
    );
  });
});

describe("unitSetOf", () => {
  it("knows each unit of a text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), fc.nat(0xffff), (text, unit) => {
        const units = unitSetOf(text);
        for (let index = 0; index < text.length; index++)
          expect(mayHold(units, text.charCodeAt(index))).toBe(true);
        if (units.others !== undefined)
          expect(mayHold(units, unit)).toBe(text.split("").some((each) => each.charCodeAt(0) === unit));
      }),
    );
    const bounds = unitSetOf("\u0000\u007f\u0080\uffff");
    expect([0, 0x7f, 0x80, 0xffff, 1, 0x7e, 0x81].filter((unit) => mayHold(bounds, unit))).toEqual([
      0, 0x7f, 0x80, 0xffff,
    ]);
    const many = unitSetOf(String.fromCharCode(...Array.from({ length: 40 }, (_, at) => 0x4e00 + at)));
    expect(many.others).toBeUndefined();
    expect(mayHoldWithin(many, [{ start: 0x80, end: 0x81 }])).toBe(true);
  });
});

function shown(ranges: ReturnType<typeof neededUnits>): string | undefined {
  return ranges?.map(({ start, end }) => `${start.toString(16)}-${end.toString(16)}`).join(" ");
}
