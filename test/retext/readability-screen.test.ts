import { daleChall } from "dale-chall";
import fc from "fast-check";
import { spache } from "spache";
import { syllable } from "syllable";
import { describe, expect, it } from "vitest";
import { isSurelyShort, looksLong } from "../../src/retext/long-words.ts";
import { countWords, gradeOf } from "../../src/retext/readability-formulas.ts";
import { formulaNames } from "../../src/retext/readability-names.ts";
import { addWord, type Bounds, mayBeHard, noBounds } from "../../src/retext/readability-screen.ts";
import { runs } from "../runs.ts";

const letters = fc.string({
  unit: fc.constantFrom(..."aeiouyaeioubcdfghjklmnprstvwx"),
  minLength: 1,
  maxLength: 11,
});

describe("looksLong", () => {
  it("says no only of words with fewer than three syllables", () => {
    const wrong = [...daleChall, ...spache].filter((word) => syllable(word) >= 3 && !looksLong(word));
    expect(wrong).toEqual([]);
    fc.assert(
      fc.property(letters, (word) => {
        expect(syllable(word) < 3 || looksLong(word)).toBe(true);
      }),
      { numRuns: runs(5000) },
    );
  });

  it("says no of most short words", () => {
    expect(["we", "bake", "bread", "morning", "open", "friend"].filter(looksLong)).toEqual([]);
  });
});

describe("isSurelyShort", () => {
  it("says yes only of words that do not look long, and of most short ones", () => {
    const wrong = [...daleChall, ...spache].filter((word) => isSurelyShort(word) && looksLong(word));
    expect(wrong).toEqual([]);
    fc.assert(
      fc.property(letters, fc.boolean(), (word, isLoud) => {
        expect(isSurelyShort(isLoud ? word.toUpperCase() : word) && looksLong(word)).toBe(false);
      }),
      { numRuns: runs(5000) },
    );
    expect(["we", "Bake", "BREAD", "open", "morning"].every((word) => isSurelyShort(word))).toBe(true);
    expect(["naïve", "well-known", "a1", "don’t", "idea"].some((word) => isSurelyShort(word))).toBe(false);
  });
});

describe("mayBeHard", () => {
  const words = fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom(...daleChall) },
    fc.constantFrom(
      "Organisation",
      "don't",
      "customer’s",
      "state-of-the-art",
      "naïve",
      "reconfiguration",
      "McBride",
      "responsibilities",
    ),
    letters,
  );
  const sentences = fc.array(fc.array(words, { minLength: 1, maxLength: 25 }), {
    minLength: 1,
    maxLength: 4,
  });

  function boundsOf(text: readonly (readonly string[])[]): Bounds {
    const bounds = { ...noBounds(), sentence: text.length };
    for (const word of text.flat()) addWord(bounds, `(${word})`, 1, 1 + word.length);
    return bounds;
  }

  it("says no only where the exact grade is not above the maximum", () => {
    const formulas = fc.shuffledSubarray([...formulaNames], { minLength: 1 });
    let no = 0;
    fc.assert(
      fc.property(sentences, formulas, fc.constantFrom(6, 9, 9.5, 12, 14, 18), (text, names, max) => {
        if (mayBeHard(boundsOf(text), names, max)) return;
        no++;
        expect(Math.round(gradeOf(countWords(text), names))).toBeLessThanOrEqual(max);
      }),
      { numRuns: runs(2000) },
    );
    expect(no).toBeGreaterThan(runs(200));
  });
});
