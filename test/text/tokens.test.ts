import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Doc, foldedToken, wordText } from "../../src/text/doc.ts";
import { hashOf } from "../../src/text/hash.ts";
import { TokenFlag, TokenKind, tokenAt, tokenSpan } from "../../src/text/tokens.ts";
import { runs } from "../runs.ts";
import { docOfText } from "./marked.ts";

const NAMES = new Map<number, string>(Object.entries(TokenKind).map(([name, kind]) => [kind, name]));

/** Tokens with bars between; `+` before one that touches the token before, `-` before a later part of a hyphenated word. */
function cut(text: string): string {
  const doc = docOfText(text);
  return indices(doc)
    .map((index) => {
      const flags = doc.tokens.flags[index];
      const join =
        (flags & TokenFlag.hyphenBefore) !== 0 ? "-" : (flags & TokenFlag.attached) !== 0 ? "+" : "";
      return join + wordText(doc, index);
    })
    .join("|");
}

function indices({ tokens }: Doc): readonly number[] {
  return Array.from({ length: tokens.count }, (_, index) => index);
}

function withFlag(text: string, flag: number): readonly string[] {
  const doc = docOfText(text);
  return indices(doc)
    .filter((index) => (doc.tokens.flags[index] & flag) !== 0)
    .map((index) => wordText(doc, index));
}

describe("tokens", () => {
  it.each([
    ["We don’t stop, o'clock!", "We|don’t|stop|+,|o'clock|+!"],
    ["it's Acme's, Yahoo!’s, 5's", "it|+'s|Acme|+'s|+,|Yahoo|+!|+’s|+,|5|+'s"],
    ["IT'S the bakers' day", "IT|+'S|the|bakers|+'|day"],
    ["best-in-class 24-hour twenty‑five COVID-19", "best|-in|-class|24|-hour|twenty|-five|COVID|-19"],
    ["pre- and post-war -5 a - b – c—d", "pre|+-|and|post|-war|-|+5|a|-|b|–|c|+—|+d"],
    ["U.S. e.g. a.m., i.e", "U.S.|e.g.|a.m.|+,|i.e"],
    ["He is A.B C.", "He|is|A.B|C|+."],
    ["gr8 b4 2day 3D", "gr8|b4|2day|3D"],
    ["$20, 5% 3rd", "$20|+,|5%|3rd"],
    ["snake_case _so_ *bold*", "snake_case|_|+so|+_|*|+bold|+*"],
    ["R&D = 1 + 1 → |", "R|+&|+D|=|1|+|1|→||"],
    ["@ana's #tag's acme.ai's", "@ana|+'s|#tag|+'s|acme.ai|+'s"],
    ["🎉🎉so 👍🏽", "🎉|+🎉|+so|👍🏽"],
    ["lev\u00aderage\u200b it", "lev\u00aderage\u200b|it"],
    ["cafe\u0301 naïve \u0301 x", "cafe\u0301|naïve|x"],
    ["𝗕𝗼𝗹𝗱 🅢🅐🅛🅔 Ⓢⓐⓛⓔ", "𝗕𝗼𝗹𝗱|🅢🅐🅛🅔|Ⓢⓐⓛⓔ"],
    ["what?!… (so)", "what|+?|+!|+…|(|+so|+)"],
    ["don''t 'twas rock'n'roll", "don|+'|+'|+t|'|+twas|rock'n'roll"],
    ["\ud800 a\udc00 \u0000\u0007b", "\ud800|a|+\udc00|b"],
    ["𝄞𝄞 a𝄞 \ud834x \ud834", "𝄞|+𝄞|a|+𝄞|\ud834|+x|\ud834"],
    ["", ""],
    [" \n\t\u00a0", ""],
  ])("%j is cut into %j", (text, tokens) => {
    expect(cut(text)).toBe(tokens);
  });

  it("cuts scripts without blanks by the platform's dictionary", () => {
    expect(cut("私たちはパンを焼く。Acmeも")).toBe(
      [...new Intl.Segmenter(undefined, { granularity: "word" }).segment("私たちはパンを焼く")]
        .map(({ segment }, index) => (index > 0 ? `+${segment}` : segment))
        .concat("+。", "+Acme", "+も")
        .join("|"),
    );
  });

  it("ends a word of a script without blanks where something is hidden", () => {
    const doc = docOfText("日本語", [{ start: 2, end: 3 }]);
    expect(indices(doc).map((index) => wordText(doc, index))).toEqual(["日本"]);
  });

  it("lets marks that stand for nothing stand with the word before", () => {
    expect(cut("日\u00ad本, 日本\ufe0f語")).toBe("日\u00ad|+本|+,|日本\ufe0f|+語");
  });

  it("knows the kind of each", () => {
    const doc = docOfText("we 5 ! 🎉 acme.ai @ana #tag $ABC [Name] `x`");
    expect(indices(doc).map((index) => NAMES.get(doc.tokens.kind[index]))).toEqual([
      "word",
      "number",
      "punctuation",
      "emoji",
      "link",
      "mention",
      "hashtag",
      "cashtag",
      "placeholder",
      "code",
    ]);
  });

  it("knows capitals", () => {
    const text = "We at NASA, the EU's I.T. team: Émile, B2B, 2FA, iPod, A Ω ÉTÉ 3D";
    expect(withFlag(text, TokenFlag.capital)).toEqual([
      "We",
      "NASA",
      "EU",
      "I.T.",
      "Émile",
      "B2B",
      "A",
      "Ω",
      "ÉTÉ",
    ]);
    expect(withFlag(text, TokenFlag.caps)).toEqual(["NASA", "EU", "I.T.", "B2B", "2FA", "ÉTÉ"]);
    expect(withFlag("שלום 日本 5 555 A 'TIS Éa a5G", TokenFlag.caps)).toEqual(["TIS"]);
  });

  it("knows what is quoted, what begins a line and which 's is a token", () => {
    expect(withFlag("He said “come in, Ana’s here” to us", TokenFlag.quoted)).toEqual([
      "“",
      "come",
      "in",
      ",",
      "Ana",
      "’s",
      "here",
      "”",
    ]);
    expect(withFlag("One two\n\nthree\nfour", TokenFlag.lineStart)).toEqual(["One", "three", "four"]);
    expect(withFlag("it's Acme's, s, 'so', bus", TokenFlag.apostropheS)).toEqual(["'s", "'s"]);
  });

  it("has no tokens in hidden stretches, and looks through signs of markup", () => {
    const text = "We **AI**-powered **Acme**'s <!-- no -->bread";
    const hidden = ["**AI", "**-", "**Acme", "**'s"].map((part) => ({
      start: text.indexOf(part),
      end: text.indexOf(part) + 2,
      markup: true as const,
    }));
    const comment = { start: text.indexOf("<!--"), end: text.indexOf("bread") };
    const doc = docOfText(text, [...hidden, comment]);
    expect(indices(doc).map((index) => wordText(doc, index))).toEqual([
      "We",
      "AI",
      "powered",
      "Acme",
      "'s",
      "bread",
    ]);
    expect(doc.tokens.flags[2] & TokenFlag.hyphenBefore).toBe(TokenFlag.hyphenBefore);
    expect(doc.tokens.flags[4] & TokenFlag.apostropheS).toBe(TokenFlag.apostropheS);
  });

  it("keeps a doc's tokens when the next text is cut", () => {
    const doc = docOfText("One two three");
    for (let length = 0; length < 3000; length += 100) docOfText("x ".repeat(length));
    expect(indices(doc).map((index) => wordText(doc, index))).toEqual(["One", "two", "three"]);
  });

  it("finds tokens by offset", () => {
    const { tokens } = docOfText("We bake rye");
    expect([0, 1, 2, 3, 7, 8, 10, 11].map((offset) => tokenAt(tokens, offset))).toEqual([
      0, 0, 1, 1, 2, 2, 2, 3,
    ]);
    expect(tokenSpan(tokens, 1, 3)).toEqual({ start: 3, end: 11 });
  });

  it("stands in order, apart, and is the same in the folded text", () => {
    const bits = [
      ..."aB'’-–_.!?&@#$ \n\u00ad\u0301é日ไ",
      "’s",
      "'s",
      "𝗕",
      "ﬁ",
      "🎉",
      "\ufe0f",
      "U.S.",
      "acme.ai",
      "20%",
      "\ud800",
      "ß",
      "İ",
      "EU",
      "5",
    ];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...bits), { maxLength: 40 }), (parts) => {
        expectSound(docOfText(parts.join("")));
      }),
      { numRuns: runs(2000) },
    );
  });
});

function expectSound(doc: Doc): void {
  const { tokens, folded, text } = doc;
  let last = 0;
  for (const index of indices(doc)) {
    const [start, end] = [tokens.start[index], tokens.end[index]];
    expect(start).toBeGreaterThanOrEqual(last);
    expect(end).toBeGreaterThan(start);
    expect(end).toBeLessThanOrEqual(text.length);
    expect(tokens.foldedStart[index]).toBe(folded.fromOriginal(start));
    expect(tokens.hash[index]).toBe(hashOf(foldedToken(doc, index)));
    expect(wordText(doc, index)).not.toMatch(/^\s|\s$/u);
    if (tokens.kind[index] === TokenKind.word) expectFlags(wordText(doc, index), tokens.flags[index]);
    last = end;
  }
}

function expectFlags(word: string, flags: number): void {
  const [first] = word;
  const isCapital = first !== first.toLowerCase();
  const isCaps = word === word.toUpperCase() && /\p{L}.*\p{L}/u.test(word) && (isCapital || /^\d/.test(word));
  const asked = TokenFlag.plain | TokenFlag.capital | TokenFlag.caps;
  expect([word, flags & asked]).toEqual([
    word,
    (/^[a-z\d]+$/i.test(word) ? TokenFlag.plain : 0) |
      (isCapital ? TokenFlag.capital : 0) |
      (isCaps ? TokenFlag.caps : 0),
  ]);
}
