import { describe, expect, it } from "vitest";
import { checkPattern, type PatternNames } from "../../src/text/pattern-check.ts";
import { inflect } from "./pattern-world.ts";

const names: PatternNames = {
  lists: {
    people: ["customer (n)", "fan (n)"],
    wide: Array.from({ length: 100 }, (_, index) => `w${index} x`),
    wider: ["<wide:0-20>  y"],
    widest: ["<wider:0-20> z"],
  },
  inflect,
};

function codes(source: string, more: Partial<PatternNames> = {}): readonly string[] {
  return checkPattern(source, { syntax: "pattern" }, { ...names, ...more }).map(({ code }) => code);
}

describe("checkPattern", () => {
  it.each([
    "(please|pls|plz|kindly) (rt|retweet|repost) (this|us|!|.|<link>)",
    "<start> [[<brand>]] (is|are|has)",
    "<people> <word:0-1> so [[(crazy|nuts)]] <end>",
    "(.|!|?|<emoji>|<line-start>|<hashtag>) [[<mention:1-9>]] <hashtag:0-9> <link:0-1> <post-end>",
    "#World*Day",
    "<word> [[&]] <word>",
    "<start> <word>",
    "troop (n)",
    "news (n)",
    "status (n)",
    "business (n)",
    "analytics (n)",
  ])("finds nothing wrong with %s", (source) => {
    expect(codes(source)).toEqual([]);
  });

  it.each([
    ["<wrod> up", "unknown-class", "<word>"],
    ["<peopel> up", "unknown-class", "<people>"],
    ["(a|)", "empty", "required"],
    ["<start> <end>", "empty", "required"],
    ["", "empty", "required"],
    ["a [[(b|)]]", "empty-flag", "[[…]]"],
    ["a [[]] b", "empty-flag", "[[…]]"],
    ["<word:1-3>", "nothing-fixed", "<word>"],
    ["(<word>|<any>) <any>", "nothing-fixed", "<word>"],
    ["our customers (n) say", "plural-mark", "customer (n)"],
    ["people (n)", "plural-mark", "person (n)"],
    ["key stories (n)", "plural-mark", "story (n)"],
    ["<widest:20>", "too-big", "shorter"],
    ["(a|b", "unbalanced", "never closed"],
  ])("finds %s to be %s", (source, code, said) => {
    const mistakes = checkPattern(source, { syntax: "pattern" }, names);
    expect(mistakes.map((mistake) => mistake.code)).toEqual([code]);
    expect(mistakes[0].message).toContain(said);
  });

  it("finds what can be gone through in too many ways to be too big", () => {
    expect(codes(`a ${"<any:0-1> ".repeat(400)}b`)).toEqual([]);
    expect(codes(`a ${"<any:0-1> ".repeat(700)}b`)).toEqual(["too-big"]);
  });

  const EMPTY = "this can match nothing at all; at least one word, mark or class must be required";
  const FLAG = "the words in [[…]] can be missing, and then nothing would be flagged; make one required";
  const ALL = "<word> and <any> alone match everything; add a word, a mark or another class";

  it.each<[string, number, number, string]>([
    ["a <wrod> up", 2, 6, "nothing is called <wrod>; did you mean <word>?"],
    ["<toString>", 0, 10, "nothing is called <toString>; did you mean <verb-ing>?"],
    ["(a|)", 0, 4, EMPTY],
    ["(<start>|a)", 0, 11, EMPTY],
    ["<word:0-2>", 0, 10, EMPTY],
    ["[[<word:0-1>]] a", 0, 16, FLAG],
    ["<any> (<word>|<any>)", 0, 20, ALL],
    ["our customers (n) say", 4, 9, "(n) stands after the singular: “customer (n)” finds “customers” too"],
    [
      "<widest:20>",
      0,
      11,
      "with its lists and ranges the pattern grows too big; use shorter ranges or fewer groups",
    ],
  ])("says of %s at %i to %i: %s", (source, offset, length, message) => {
    expect(checkPattern(source, { syntax: "pattern" }, names)).toMatchObject([{ offset, length, message }]);
  });

  it("says where a mark of another language stands", () => {
    const message =
      "marks such as (n) know English words only, and this pack's language is de; write out the forms";
    const said = (source: string, syntax: "term" | "pattern", mark?: "n"): unknown =>
      checkPattern(source, { syntax, mark }, { lists: {}, lang: "de" });
    expect(said("ein Kunde (n)", "pattern")).toMatchObject([{ offset: 10, length: 3, message }]);
    expect(said("Kunde (n) da", "term")).toMatchObject([{ offset: 5, length: 4, message }]);
    expect(said("Kunde", "term", "n")).toMatchObject([{ offset: 0, length: 5, message }]);
    expect(said("Kunde", "term")).toEqual([]);
    expect(codes("x (n)", { lang: "EN_us" })).toEqual([]);
    expect(codes("x (n)", { lang: "eng" })).toEqual(["mark-language"]);
  });

  it("shows the place of a mistake", () => {
    expect(checkPattern("buy <wrod> now", { syntax: "pattern" }, names)[0]).toMatchObject({
      offset: 4,
      length: 6,
    });
    expect(checkPattern("our customers (n)", { syntax: "pattern" }, names)[0]).toMatchObject({
      offset: 4,
      length: 9,
    });
  });

  it("reports all mistakes at once", () => {
    expect(codes("(a <wrod> b|c <peopel> [[d")).toEqual([
      "unbalanced",
      "unbalanced",
      "unbalanced",
      "unknown-class",
      "unknown-class",
    ]);
  });

  it("knows further classes where it is told to", () => {
    expect(codes("<if> (is|means)")).toEqual(["unknown-class"]);
    expect(codes("<if> (is|means)", { also: ["if"] })).toEqual([]);
  });

  it("knows marks in English only", () => {
    expect(codes("Kunde (n)", { lang: "de" })).toEqual(["mark-language"]);
    expect(codes("colour (n)", { lang: "en-GB" })).toEqual([]);
    expect(checkPattern("Kunde", { syntax: "term", mark: "n" }, { ...names, lang: "de" })[0].code).toBe(
      "mark-language",
    );
  });

  it("checks terms too", () => {
    expect(checkPattern("he/she", { syntax: "term" }, names)).toEqual([]);
    expect(checkPattern("a|b", { syntax: "term" }, names)[0].code).toBe("term-is-pattern");
    expect(checkPattern("customers", { syntax: "term", mark: "n" }, names)[0].code).toBe("plural-mark");
    expect(checkPattern("", { syntax: "term" }, names)[0].code).toBe("empty");
  });
});
