import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { neededTexts } from "../../src/text/needed.ts";
import { runs } from "../runs.ts";

describe("neededTexts", () => {
  it.each([
    ["(?:[$£€] ?\\d+|\\d+ ?%) off\\b", [" off"]],
    ["\\b(?:only|just) [$£€] ?\\d", ["$", "£", "€"]],
    ["for (?:just )?[$£€]\\d", ["$", "£", "€"]],
    ["\\*\\*[^*]+\\*\\*", ["**"]],
    ["\\bcall\\b.{0,4}0[789]", ["07", "08", "09"]],
    ["\\d\\d0[789]\\d", ["07", "08", "09"]],
    ["rye[12]", ["rye1", "rye2"]],
    ["0[789]?", ["0"]],
    ["0[7-9]", ["0"]],
    ["0[^7]", ["0"]],
    ["[789]0", ["0"]],
    ["utm_[a-z]+=", ["utm_"]],
    ["colou?r", ["colo"]],
    ["colours*", ["colour"]],
    ["#{0,5}# +\\d", ["# "]],
    ["ab+cd", ["bcd"]],
    ["[xy]a+?b*", undefined],
    ["\\p{Lu}abc", ["abc"]],
    ["\\u0041abc", ["abc"]],
    ["(a|b)\\)x", [")x"]],
    ["[(]abc", ["(abc"]],
  ])("finds what no match of %s is without", (source, texts) => {
    expect(neededTexts(source)).toEqual(texts);
  });

  it.each(["cat|dog", "\\d+", "(?:cat|dog)", "a?b", "(?=cat)", "[^$]", "[a-c]", "😀?", "(cat)?", "ab{0,2}"])(
    "knows none for %s",
    (source) => {
      expect(neededTexts(source)).toBeUndefined();
    },
  );

  it("never lets a text that matches go by", () => {
    const bits = [
      "a",
      "b",
      "\\$",
      "\\.",
      "[$%]",
      "(?:a|b)",
      "(?:abc)",
      "c",
      "😀",
      "\\w",
      "[^a]",
      "x",
      "[12]",
    ];
    const bit = fc.tuple(fc.constantFrom(...bits), fc.constantFrom("", "", "?", "+", "*", "{2}", "{0,1}"));
    const expressions = fc
      .array(bit, { minLength: 1, maxLength: 6 })
      .map((parts) => parts.map((part) => part.join("")).join(""));
    const texts = fc.array(
      fc.constantFrom("a", "b", "c", "d", "e", "ff", "$", "%", ".", "x", "1", "2", "😀", " "),
      {
        maxLength: 12,
      },
    );
    fc.assert(
      fc.property(expressions, texts, (source, parts) => {
        const text = parts.join("");
        const needed = neededTexts(source);
        for (const [match] of text.matchAll(new RegExp(source, "gu"))) {
          if (match !== "") expect(needed?.some((each) => match.includes(each)) ?? true).toBe(true);
        }
      }),
      { numRuns: runs(2000) },
    );
  });
});
