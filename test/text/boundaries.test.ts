import { describe, expect, it } from "vitest";
import { boundaries } from "../../src/text/boundaries.ts";
import { places } from "../../src/text/class-names.ts";
import { docOf } from "../../src/text/pattern-cut.ts";

/** The text's tokens with `|` at every place where the class holds. */
function show(name: string, text: string): string {
  const doc = docOf(text);
  const bits = boundaries(doc);
  const bit = places.get(name) ?? 0;
  const parts: string[] = [];
  for (let index = 0; index <= doc.tokens.count; index++) {
    if ((bits[index] & bit) !== 0) parts.push("|");
    if (index < doc.tokens.count) parts.push(doc.text.slice(doc.tokens.start[index], doc.tokens.end[index]));
  }
  return parts.join(" ");
}

describe("boundaries", () => {
  it.each([
    ["start", "We bake. You eat", "| We bake . | You eat"],
    ["start", "@ana @ben 👏 “We bake”", "| @ana | @ben | 👏 | “ | We bake ”"],
    ["start", "- Rye\n• Oats\n1) Tea", "| - | Rye | • | Oats | 1 | ) | Tea"],
    ["start", "We (bake) 3) loaves", "| We ( bake ) 3 ) loaves"],
    ["start", "We bake. 3) loaves", "| We bake . | 3 ) loaves"],
    ["start", "Rye\n2) tea\n3 teas\n4\n) tea", "| Rye | 2 | ) | tea | 3 teas | 4 | ) tea"],
    ["start", "a) Tea", "| a ) Tea"],
    ["start", ") Tea", "| ) Tea"],
    ["start", "1) Tea", "| 1 | ) | Tea"],
    ["start", "5", "| 5"],
    ["start", "[) Tea", "| [ | ) Tea"],
    ["start", "* 1) Tea", "| * | 1 ) Tea"],
    ["start", "#tag we bake", "| #tag we bake"],
    ["start", "👏", "| 👏 |"],
    ["end", "We bake. You eat", "We bake | . | You eat |"],
    ["end", "“We bake!” 👏 You, eat", "“ We bake | ! | ” | 👏 | You , eat |"],
    ["end", "We bake, @ana", "We bake , @ana |"],
    ["line-start", "👏 Rye\nand oats", "| 👏 Rye | and oats"],
    ["line-end", "Rye 👏\nand oats!", "Rye 👏 | and oats ! |"],
    ["post-start", "👏 We. You", "| 👏 We . You"],
    ["post-end", "We. You?! 👏", "We . You | ? | ! | 👏 |"],
    ["post-end", "We #tag", "We #tag |"],
    ["start", "", "|"],
    ["post-end", "", "|"],
  ])("<%s> in: %s", (name, text, shown) => {
    expect(show(name, text)).toBe(shown);
  });

  it("are worked out once a doc", () => {
    const doc = docOf("We bake");
    expect(boundaries(doc)).toBe(boundaries(doc));
  });
});
