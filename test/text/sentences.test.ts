import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { runs } from "../runs.ts";
import { docOfText } from "./marked.ts";

type Unit = "sentence" | "paragraph" | "line";

/** The text with a bar wherever a unit begins. */
function split(text: string, unit: Unit): readonly string[] {
  const { tokens } = docOfText(text);
  const parts: string[] = [];
  let from = 0;
  for (let index = 1; index <= tokens.count; index++) {
    if (index < tokens.count && tokens[unit][index] === tokens[unit][index - 1]) continue;
    const end = tokens.end[index - 1];
    parts.push(text.slice(from, end).trim());
    from = end;
  }
  return parts;
}

describe("sentences", () => {
  it.each([
    "We bake. | You eat! | Shall we? | Well… | Yes",
    "We bake.You eat, v1.2 is out!Now",
    "Mr. Lee and Dr. Ray vs. the oven, e.g. rye, i.e. bread. | Next",
    "It opens at 9 a.m. on Friday. | It opens at 9 a.m. | Doors close at 5 p.m. | We rest",
    "Rye, oats, etc. are here. | Rye, oats, etc. | We sell all",
    "No. 5 is out. | No. | We won't",
    "We met Ana B. Lee of Acme Inc. Dublin at St. James. | We ate",
    "Plan B. | We go. | Vitamin C. | It helps",
    "The U.S. team and the U.S. Open. | Made in the U.S. | We care",
    "Ask your rep. | They know Gen. Lee",
    "On Jan. 5 and Sat. 7 we close. | We sat. | Then we ate",
    "Wow!! | Really?! | Well... | Hm",
    "He said “come in!” | She did. | (Really.) | Next",
    "We won (really!) and “now!” she said. | Next",
    "So good! 🎉 | We love it 🎉 so much. | See 🎉",
    "We won! 🎉🎉 | Next",
    "Rye or oats? | ❤️ for rye, 👍🎉 for oats",
    "We won! #bread | Next".replace("! #bread | Next", "! | #bread Next"),
    "Yahoo! | Acme is here",
    "One line\n| Next line\nand more\n| 3 things\n| - item\n| #tag",
    "Read on\n| https://example.com/a\nand that",
    "It ends.\n| and goes on",
    "A paragraph\n\n| and another",
    "1. Rye bread\n| 2. Oats",
    "パンを焼く。| おいしい！| はい",
    "I did it and so did I. | We ate",
    "I, J. Lee, see",
    "So did I. | Bread is good",
    "Oh Mr! | Next. | Rye etc? | Next. | At 9 a.m! | Next",
    "We ask Mr . | Next. | . | One",
    "Ask Dr.. | Next",
    "It costs 5. | Next",
    "It ships f.o.b. Dublin or not. | Next",
    "The B.B.C. report is out. | Next",
    "We won! | 🎉 and rested. | Rye! 🎉\n| and oats",
    "We won! 🎉 | 5 loaves. 🎉🥐 | Next 🎉 one",
    "🎉 We won. 🎉",
    "No. 5 and No.\n| Nothing. | No. | No. 6",
    "We won. “Now” | Next. (really) | She"
      .replace(". “Now” |", ". | “Now”")
      .replace(". (really) |", ". | (really)"),
    "«Oui.» | Non",
    "See www.\n| www.\n| ❤️",
    "。| 's",
    "",
  ])("split: %s", (marked) => {
    const text = marked.replaceAll(/\| ?/gu, "");
    expect(split(text, "sentence")).toEqual(
      marked === "" ? [] : marked.split("|").map((part) => part.trim()),
    );
  });

  it("splits paragraphs at empty lines only", () => {
    expect(split("One.\nTwo\n\nThree\n \t\nFour\n\n\n\nFive", "paragraph")).toEqual([
      "One.\nTwo",
      "Three",
      "Four",
      "Five",
    ]);
  });

  it("counts lines", () => {
    const { tokens } = docOfText("One two\nThree\n\nFour");
    expect([...tokens.line]).toEqual([0, 0, 1, 3]);
    expect([...tokens.paragraph]).toEqual([0, 0, 0, 1]);
    const { sentence, paragraph, line } = docOfText("\n\nOne\n\nTwo").tokens;
    expect([...sentence, ...paragraph, ...line]).toEqual([0, 1, 0, 1, 2, 4]);
  });

  it("nests: a line break may lie in a sentence, but no paragraph's end", () => {
    const bits = [..."aB.!?…”)(\n \n🎉1", "\n\n", "a.m.", "etc.", "Mr.", "#t", "acme.ai", "。"];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...bits), { maxLength: 40 }), (parts) => {
        const { sentence, paragraph, line, count } = docOfText(parts.join("")).tokens;
        for (let index = 1; index < count; index++) {
          const step = sentence[index] - sentence[index - 1];
          expect(step === 0 || step === 1).toBe(true);
          if (paragraph[index] !== paragraph[index - 1]) expect(step).toBe(1);
          expect(line[index]).toBeGreaterThanOrEqual(line[index - 1]);
        }
      }),
      { numRuns: runs(2000) },
    );
  });
});
