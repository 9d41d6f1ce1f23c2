import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { hashtagEnd } from "../../src/text/scan-tag.ts";
import { tagWords } from "../../src/text/tag-words.ts";
import { UnitClass, unitClass } from "../../src/text/units.ts";

const UNSPACED =
  /^[\u0e01-\u0eff\u1000-\u109f\u1780-\u17d3\u3005\u3041-\u30fa\u30fc-\u30ff\u3400-\u4dbf\u4e00-\u9fff]$/u;

/** The classes by their definition, without short cuts. */
function defined(unit: number): number {
  const character = String.fromCharCode(unit);
  if (unit >= 0xd800 && unit <= 0xdfff) return UnitClass.surrogate;
  if (/^[\p{M}\p{Cf}]$/u.test(character))
    return UNSPACED.test(character) ? UnitClass.unspaced : UnitClass.joiner;
  if (/^[\s\p{Cc}\p{Z}]$/u.test(character)) return UnitClass.blank;
  if ("'’ʼ´＇".includes(character)) return UnitClass.apostrophe;
  if ("-‐‑".includes(character)) return UnitClass.hyphen;
  if (character === "_") return UnitClass.underscore;
  if (UNSPACED.test(character)) return UnitClass.unspaced;
  return /^[\p{L}\p{N}\p{Alphabetic}]$/u.test(character) ? UnitClass.word : UnitClass.mark;
}

describe("unitClass", () => {
  it("is that of the definition for every unit", () => {
    const wrong: string[] = [];
    for (let unit = 0; unit < 0x10000; unit++) {
      if (unitClass(unit) !== defined(unit)) wrong.push(unit.toString(16));
    }
    expect(wrong).toEqual([]);
  });
});

const tags = fc
  .array(fc.constantFrom("a", "B", "ab", "CD", "7", "_", "é", "Ä", "語", "-", " ", "😀", "\u0301"), {
    maxLength: 8,
  })
  .map((parts) => parts.join(""));

describe("tags in plain letters", () => {
  it("end where those of all letters would", () => {
    fc.assert(
      fc.property(tags, (rest) => {
        const [tag = ""] = /^#[\p{L}\p{M}\p{N}_]+/u.exec(`#${rest}`) ?? [];
        const end = /\p{L}/u.test(tag) ? tag.length : -1;
        expect(hashtagEnd(`#${rest}`, 0)).toBe(end);
      }),
    );
  });

  it("are cut into words as those of all letters would be", () => {
    fc.assert(
      fc.property(tags, (tag) => {
        const words = tag.match(
          /\p{Lu}+(?!\p{Ll})|\p{Lu}?[\p{Ll}\p{Lo}\p{Lm}\p{M}]+|\p{Lt}[\p{Ll}\p{M}]*|\p{N}+/gu,
        );
        expect(tagWords(tag)).toEqual(words ?? []);
      }),
    );
  });
});
