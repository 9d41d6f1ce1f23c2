import { expect, it } from "vitest";
import { Unit, unitClasses } from "../../src/text/parse-units.ts";

const classes = unitClasses();

/** What parse-latin takes a unit for, in words. */
function shown(unit: number): string {
  const value = classes[unit];
  const kind = ["symbol", "white space", "punctuation", "word"][value & Unit.kind];
  const more = [
    [Unit.lower, "small"],
    [Unit.numerical, "digit"],
    [Unit.affix, "affix"],
  ] as const;
  return [kind, ...more.flatMap(([bit, name]) => ((value & bit) === 0 ? [] : [name]))].join(" ");
}

it.each([
  ["word small", "azßéþžёωﬁ"],
  ["word", "AZÉŽЁΩ日ひกא\u0301"],
  ["word digit", "0759Ⅳ²½"],
  ["white space", " \t\n\r\v\f\u00a0\u1680\u2003\u2028\u3000"],
  ["punctuation", ",;:¿¡/\\_-–—·"],
  ["punctuation affix", ")]}”’»\"'!?.…"],
  ["symbol", "$+<>=|^`~@#%&*€©→\ufeff\u0000\u007f\ue000\uffff"],
])("%s: %s", (expected, signs) => {
  for (const sign of signs) expect(shown(sign.charCodeAt(0)), sign).toBe(expected);
});

it("knows all units", () => {
  expect(classes).toHaveLength(0x10000);
  expect([0xd83d, 0xde00].map(shown)).toEqual(["symbol", "symbol"]);
});
