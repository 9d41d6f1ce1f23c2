import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { hashtagEnd } from "../../src/text/scan-tag.ts";
import { tagWords } from "../../src/text/tag-words.ts";
import { isAstralLetter, isBlankAt, isWordAt, UnitClass, unitClass } from "../../src/text/units.ts";

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

describe("isWordAt", () => {
  it.each<[string, string]>([
    // A bar under each unit that belongs to a word.
    ["a é7_", "| |||"],
    ["ก日か", "|||"],
    ["a\u0301 \u0301", "||  "],
    [".\u0301a\u00ad\u200d", "  |||"],
    ["-'’$…", "     "],
    ["𝗕 🅰", "|| ||"],
    ["🎉\ufe0f", "   "],
    ["🎉𝗕🎉", "  ||  "],
    ["a\ud800\udc00", "|||"],
    ["\ud835x\ude00", " | "],
    ["𝗕\u0301", "|||"],
  ])("%j", (text, expected) => {
    const found = Array.from({ length: text.length }, (_, index) => (isWordAt(text, index) ? "|" : " "));
    expect(found.join("")).toBe(expected);
    expect([isWordAt(text, -1), isWordAt(text, text.length)]).toEqual([false, false]);
  });
});

it("finds blanks in a text and past both its ends", () => {
  const text = "a b\n\u00a0.";
  const found = Array.from({ length: 9 }, (_, at) => at - 1).filter((index) => isBlankAt(text, index));
  expect(found).toEqual([-1, 1, 3, 4, 6, 7]);
});

describe("isAstralLetter", () => {
  it("is true of letters and digits, but of pictures only where they show a letter", () => {
    const wrong: string[] = [];
    for (let point = 0x10000; point < 0x33000; point++) {
      const character = String.fromCodePoint(point);
      const isPicture = point >= 0x1f000 && point < 0x1fc00;
      const expected = isPicture ? /[🄰-🅉🅐-🅩🅰-🆉]/u.test(character) : /[\p{L}\p{N}]/u.test(character);
      if (isAstralLetter(character, 0) !== expected) wrong.push(point.toString(16));
    }
    expect(wrong).toEqual([]);
  });

  it.each(["a", "\ud7ff\udc00", "\ud800", "\ude00\udc00", "\ud83c", "\ud83cx", ""])(
    "is false of %j",
    (text) => {
      expect(isAstralLetter(text, 0)).toBe(false);
    },
  );
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
