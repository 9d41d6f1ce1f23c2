import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { slugOf } from "../../src/packs/slug.ts";

describe("slugOf", () => {
  it.each([
    ["circle back (v)", "circle-back"],
    ["point (n) of view", "point-of-view"],
    ["Best-in-class", "best-in-class"],
    ["don't", "dont"],
    ["don’t", "dont"],
    ["U.S.", "u-s"],
    ["  24/7!  ", "24-7"],
    ["Café (n)", "café"],
    ["日本", "日本"],
    ["🎉", "🎉"],
    ["!?", "!?"],
    ["#World Day", "world-day"],
    ["teamwork (fixed)", "teamwork"],
  ])("%s → %s", (text, slug) => expect(slugOf(text)).toBe(slug));

  it("is its own slug, and never empty", () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1, unit: "grapheme" }), (text) => {
        const slug = slugOf(text);
        fc.pre(!/\((?:v|n|adj|fixed)\)|['’]/u.test(text));
        expect(slug).not.toBe("");
        expect(slugOf(slug)).toBe(slug);
      }),
    );
  });
});
