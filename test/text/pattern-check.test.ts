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
