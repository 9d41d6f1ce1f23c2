import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fold } from "../../src/text/fold.ts";
import { runs } from "../runs.ts";

/** Bits that are awkward to fold, to be mixed at random. */
const BITS =
  "a|B|z9|É|e\u0301|I\u0307|İ|Σ|ς|ß|ﬁ|ﬀ|Ａ|！|＃|－|𝗕|𝓸|𝛼|🅰|🄱|ⓢ|Ⓐ|ᴀ|ꜱ|ʰ|ᵨ|²|Ⅳ|ſ|а|А|В|Н|М|ο|Ο|ρ|Η|й|и\u0306|ё|’|“|»|–|—|\u00a0|\u3000|\u00ad|\u200b|\u200d|\ufe0f|\ufeff|❤|❤\ufe0f|👨\u200d👩\u200d👧|👍🏽|🇮🇪|1\ufe0f\u20e3|\u0301|\u0323|\u0301\u0323|\u0300\u0301\u0302\u0303|日本|ไทย|\ud800|\udc00|\ud835|\n| |.|-|'".split(
    "|",
  );
const awkward = fc.array(fc.constantFrom(...BITS), { maxLength: 30 }).map((bits) => bits.join(""));

describe("fold", () => {
  it.each([
    ["We’re “HERE” – «now»", 'we\'re "here" - "now"'],
    ["ﬁnd the ﬂow", "find the flow"],
    ["Ｆｕｌｌ　ｗｉｄｔｈ！", "full width!"],
    ["𝗕𝗼𝗹𝗱 𝓼𝓬𝓻𝓲𝓹𝓽 𝟚𝟘", "bold script 20"],
    ["Ⓢⓐⓛⓔ 🅢🅐🅛🅔 🄽🄾🅆", "sale sale now"],
    ["ꜱᴍᴀʟʟ ᴄᴀᴘꜱ", "small caps"],
    ["ѕуnеrgу", "synergy"],
    ["Нello KEΥ wοrd", "hello key word"],
    ["lev\u00ader\u200bage\u2060d", "leveraged"],
    ["cafe\u0301 CAFÉ", "café café"],
    ["e\u0323\u0301 e\u0301\u0323", "ẹ\u0301 ẹ\u0301"],
    ["ΣΑΣ ς", "σaσ σ"],
    ["x\u200d🅰x x\u200dx a\u200dⒶ", "xax xx aa"],
    ["👩\u200d🌾 👨\u200d🏠 a\u200d❤ a\u200d→", "👩\u200d🌾 👨\u200d🏠 a\u200d❤ a\u200d→"],
    ["İstanbul", "istanbul"],
    ["Вот вот", "вoт вoт"],
    ["❤️ ❤ 👨‍👩‍👧", "❤ ❤ 👨‍👩‍👧"],
    ["Ⅳ m² ªº", "iv m2 ao"],
    ["naïve Ærø straße", "naïve ærø straße"],
    ["日本語 ไทย עברית", "日本語 ไทย עברית"],
  ])("%s becomes %s", (text, folded) => {
    expect(fold(text).text).toBe(folded);
  });

  it("gives the place of a folded word back", () => {
    const text = "🎉 ﬁrst we lev\u00aderage\u200b it";
    const { text: folded, toOriginal, fromOriginal } = fold(text);
    const at = folded.indexOf("leverage");
    expect(text.slice(toOriginal(at), toOriginal(at + "leverage".length)).replace("\u200b", "")).toBe(
      "lev\u00aderage",
    );
    expect(fromOriginal(text.indexOf("lev"))).toBe(at);
    expect(fromOriginal(text.length)).toBe(folded.length);
    expect(toOriginal(folded.length)).toBe(text.length);
  });

  it("maps what lies inside a piece of another length to the piece's begin", () => {
    const { text: folded, toOriginal, fromOriginal } = fold("a ﬁx 𝗕y");
    expect(folded).toBe("a fix by");
    expect([2, 3, 4].map(toOriginal)).toEqual([2, 2, 3]);
    expect([5, 6, 7].map(fromOriginal)).toEqual([6, 6, 7]);
  });

  it("says when all offsets are the same", () => {
    expect(fold("It’s — “fine”").isAligned).toBe(true);
    expect(fold("ﬁne").isAligned).toBe(false);
  });

  it("is lower-casing for ASCII", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary-ascii" }), (text) => {
        const folded = fold(text);
        expect(folded.text).toBe(text.toLowerCase());
        expect(folded.isAligned).toBe(true);
      }),
    );
  });

  it("folds what is folded to itself", () => {
    fc.assert(
      fc.property(awkward, (text) => {
        const once = fold(text).text;
        expect(fold(once).text).toBe(once);
      }),
      { numRuns: runs(3000) },
    );
  });

  it("maps offsets in order and inside the text", () => {
    fc.assert(
      fc.property(awkward, (text) => {
        const { text: folded, toOriginal, fromOriginal } = fold(text);
        expectRising(toOriginal, folded.length, text.length);
        expectRising(fromOriginal, text.length, folded.length);
      }),
      { numRuns: runs(1000) },
    );
  });

  it("brings every offset of unchanged letters back to where it was", () => {
    fc.assert(
      fc.property(awkward, awkward, (before, after) => {
        const text = `${before} Wordy ${after}`;
        const start = before.length + 1;
        const { text: folded, toOriginal, fromOriginal } = fold(text);
        const at = fromOriginal(start);
        expect(folded.slice(at, fromOriginal(start + 5))).toBe("wordy");
        for (let unit = 0; unit < 5; unit++) expect(toOriginal(at + unit)).toBe(start + unit);
      }),
      { numRuns: runs(1000) },
    );
  });
});

function expectRising(map: (offset: number) => number, from: number, to: number): void {
  let last = 0;
  for (let offset = 0; offset <= from; offset++) {
    const there = map(offset);
    expect(there).toBeGreaterThanOrEqual(last);
    last = there;
  }
  expect(last).toBe(to);
}
