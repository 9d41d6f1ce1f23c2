import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createDoc, maskedText } from "../../src/text/doc.ts";
import { atMost } from "../runs.ts";
import { docOfText } from "./marked.ts";
import { postOf } from "./post.ts";

describe("createDoc", () => {
  it("counts words of prose", () => {
    expect(docOfText("It's a best-in-class loaf, Acme's 5 #tags @ana https://example.com 🎉!").words).toBe(
      7 - 1,
    );
    expect(docOfText("").words).toBe(0);
  });

  it("counts sentences that hold a word", () => {
    expect(docOfText("We bake. 🎉 #bread\n\n👇\n\n@ana. You eat!").sentences).toBe(2);
  });

  it("masks entities, quotations and hidden stretches, unit by unit", () => {
    const text = "See acme.ai, 🎉 “so\ngood” <i>5%</i> #tag";
    const hidden = [
      { start: text.indexOf("<i>"), end: text.indexOf("5%") },
      { start: text.indexOf("</i>"), end: text.indexOf(" #tag") },
    ];
    const masked = maskedText(docOfText(text, hidden));
    expect(masked).toBe(
      `See        ,    ${" ".repeat(3)}\n${" ".repeat(5)}${" ".repeat(text.length - text.indexOf(" <i>"))}`,
    );
    expect(masked.length).toBe(text.length);
  });

  it("keeps each unit outside of what it masks", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 80 }), (text) => {
        const masked = maskedText(docOfText(text));
        expect(masked.length).toBe(text.length);
        for (let index = 0; index < text.length; index++) {
          if (masked[index] !== text[index]) expect(masked[index]).toBe(" ");
        }
      }),
    );
  });

  it("takes any text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 200 }), (text) => {
        const { tokens } = createDoc({ ...postOf("x"), text });
        expect(tokens.count).toBeLessThanOrEqual(text.length);
      }),
    );
  });

  it.each([
    "a",
    "a ",
    "leverage ",
    "!?",
    "a-a-",
    "a.a.",
    "A. ",
    "Mr. ",
    "it's not ",
    "👨‍👩‍👧‍👦",
    "[",
    '"a ',
    "@a ",
    "#Aa",
    "\n",
    " ",
    "a\u0301\u0323",
    "\u0301",
    "\ud800",
    "日本",
    "ไทย",
    "\u200b",
    "a\u200b",
    "В",
    "ﬁ",
    "’",
  ])("takes 200 KB of %j", (bit) => {
    const text = bit.repeat(Math.ceil(atMost(200_000) / bit.length));
    const doc = docOfText(text);
    const { tokens, folded } = doc;
    expect(maskedText(doc).length).toBe(text.length);
    expect(tokens.end.every((end, index) => end > tokens.start[index] && end <= text.length)).toBe(true);
    expect(tokens.start.every((start, index) => index === 0 || start >= tokens.end[index - 1])).toBe(true);
    expect(folded.toOriginal(folded.text.length)).toBe(text.length);
  });
});
