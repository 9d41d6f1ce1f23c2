import { describe, expect, it } from "vitest";
import { doublesLast, isConsonant, syllables } from "../../src/packs/letters.ts";

describe("the letters of a word", () => {
  it.each([
    ["bake", "CvCv"],
    ["quit", "CCvC"],
    ["duo", "Cvv"],
    ["yes", "CvC"],
    ["gym", "CvC"],
    ["happy", "CvCCv"],
    ["play", "CCvC"],
    ["eye", "vCv"],
    ["yyy", "CvC"],
    ["né2", "Cvv"],
  ])("of %s are %s", (word, expected) => {
    const shown = Array.from(word, (_, index) => (isConsonant(word, index) ? "C" : "v"));
    expect(shown.join("")).toBe(expected);
    expect([isConsonant(word, -1), isConsonant(word, word.length)]).toEqual([false, false]);
  });
});

describe("syllables", () => {
  it.each([
    ["", 0],
    ["the", 1],
    ["bake", 1],
    ["agree", 2],
    ["table", 2],
    ["complete", 2],
    ["whole", 1],
    ["syllable", 3],
    ["rhythm", 1],
    ["apply", 2],
    ["quit", 1],
  ])("of %s: %i", (word, count) => expect(syllables(word)).toBe(count));
});

describe("doublesLast", () => {
  const stressed = new Set(["refer", "admit"]);
  it.each([
    ["stop", true],
    ["plan", true],
    ["quit", true],
    ["refer", true],
    ["admit", true],
    ["offer", false],
    ["bake", false],
    ["play", false],
    ["fix", false],
    ["show", false],
    ["read", false],
    ["help", false],
    ["at", false],
  ])("of %s: %s", (word, expected) => expect(doublesLast(word, stressed)).toBe(expected));
});
