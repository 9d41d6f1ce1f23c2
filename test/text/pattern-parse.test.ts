import { describe, expect, it } from "vitest";
import type { Item, Pattern } from "../../src/text/pattern-ast.ts";
import { parsePattern, parseTerm } from "../../src/text/pattern-parse.ts";

/** A pattern in one line: words joined by -, marks behind a slash, groups in round brackets. */
function show({ items, flagged }: Pattern): string {
  const shown = items.map(showItem);
  if (flagged !== undefined) {
    shown.splice(flagged.to, 0, "]]");
    shown.splice(flagged.from, 0, "[[");
  }
  return shown.join(" ");
}

function showItem(item: Item): string {
  switch (item.type) {
    case "word":
      return (
        item.tokens.map(({ folded }) => folded).join("-") + (item.mark === undefined ? "" : `/${item.mark}`)
      );
    case "glob":
      return `{${item.glob}}`;
    case "class":
      return `<${item.name}:${item.min}-${item.max}>`;
    default:
      return `(${item.sides.map((side) => side.map(showItem).join(" ")).join("|")})`;
  }
}

describe("the grammar of patterns", () => {
  it.each([
    ["word", "word"],
    ["Don't stop", "don't stop"],
    ["best-in-class", "best-in-class"],
    ["(a|b c|)", "(a|b c|)"],
    ["(a|(b|c) d) e", "(a|(b|c) d) e"],
    ["<word> <word:2> <word:0-3>", "<word:1-1> <word:2-2> <word:0-3>"],
    ["[[a]] b", "[[ a ]] b"],
    ["a [[(b|c) <any>]]", "a [[ (b|c) <any:1-1> ]]"],
    ["*ing micro* b", "{*ing} {micro*} b"],
    ["#World*Day", "{#world*day}"],
    ["really?!", "really ? !"],
    ["wait — what", "wait - what"],
    ["\\(a\\) \\| \\<b \\[\\[ \\*", "( a ) | < b [ [ *"],
    ["<brand>'s new", "<brand:1-1> 's new"],
    ["'s", "'s"],
    ["it's", "it 's"],
    ["non-<word>", "non <word:1-1>"],
    ["<word>-based", "<word:1-1> based"],
    ["(a|b)(c|d)", "(a|b) (c|d)"],
    ["(a|b)-based [[a]]-based", "(a|b) based [[ a ]] based"],
    ["non-[[a]] non-*ing *ed-non", "non [[ a ]] non {*ing} {*ed} non"],
    ["-based <word> -a", "- based <word:1-1> - a"],
    ["(a|-based) (-a) [[-a]]", "(a|- based) (- a) [[ - a ]]"],
    ["(non-|a) (a|non-) [[non-]] <word>- a", "(non -|a) (a|non -) [[ non - ]] <word:1-1> - a"],
    ["('s|a) (a|'s) (a)'s", "('s|a) (a|'s) (a) 's"],
    ["@acme #ad 👏 https://example.com/a", "@acme #ad 👏 https://example.com/a"],
    ["(?!|!?)", "(? !|! ?)"],
    ["say (n) or (v) <any>", "say/n or/v <any:1-1>"],
    ["say (n) or (v)", "say/v or"],
    ["(v|n)", "(v|n)"],
    ["(n)", "(n)"],
    ["((n) a)", "((n) a)"],
    ["(a|(n))", "(a|(n))"],
    ["(a| (n) b)", "(a|(n) b)"],
    ["[[(n)]] a", "[[ (n) ]] a"],
  ])("%s is %s", (source, shown) => {
    const { pattern, mistakes } = parsePattern(source);
    expect(mistakes).toEqual([]);
    expect(show(pattern)).toBe(shown);
  });

  it.each([
    ["circle back (v)", "circle/v back"],
    ["thought leader (n)", "thought leader/n"],
    ["mission critical (adj)", "mission critical/adj"],
    ["point (n) of view", "point/n of view"],
    ["fast-track (v)", "fast-track/v"],
    ["(to|can) deliver(v) <word>", "(to|can) deliver/v <word:1-1>"],
    ["[[drive(v)]] <word:0-2>", "[[ drive/v ]] <word:0-2>"],
    ["[[drive]](v) on <any>", "[[ drive/v ]] on <any:1-1>"],
    ["u (bend|boat) (n)", "u (bend/n|boat/n)"],
    ["the log in (page|problem (n)|.)", "the log in (page|problem/n|.)"],
    ["<start> touch base (v)", "<start:1-1> touch base/v"],
  ])("the mark of %s changes the right word", (source, shown) => {
    const { pattern, mistakes } = parsePattern(source);
    expect(mistakes).toEqual([]);
    expect(show(pattern)).toBe(shown);
  });

  const OPEN = "“(” is never closed; for the sign itself write \\(";
  const FLAG = "“[[” is never closed; for the signs themselves write \\[\\[";
  const CLOSES = "“]]” closes nothing; for the signs themselves write \\]\\]";
  const BAR = "“|” stands between the sides of a group: (a|b); for the sign itself write \\|";
  const STAR = "a lone “*” would match every word; write <word>, or \\* for the sign itself";
  const MARK = "a mark such as (n) stands right after a word; write it there, or leave it out";
  const range = (written: string): string =>
    `the range of ${written} goes from the smaller number to the larger, 1 to 20: <word:0-3>`;

  it.each<[string, ...(readonly [string, number, number, string])[]]>([
    ["(a|b", ["unbalanced", 0, 1, OPEN]],
    ["a ((b", ["unbalanced", 2, 1, OPEN], ["unbalanced", 3, 1, OPEN]],
    ["a)", ["unbalanced", 1, 1, "“)” closes nothing; for the sign itself write \\)"]],
    ["[[a", ["unbalanced", 0, 2, FLAG]],
    ["a]]", ["unbalanced", 1, 2, CLOSES]],
    ["[[a]] b]]", ["unbalanced", 7, 2, CLOSES]],
    ["(a [[b) c]]", ["unbalanced", 3, 2, "[[…]] stands outside of groups; move it out"]],
    ["[[a (b]] c)", ["unbalanced", 6, 2, "a group is still open here; close it before “]]”"]],
    [
      "[[a]] b [[c]]",
      ["two-flags", 8, 2, "only one [[…]] marks the flagged words; write a second pattern"],
      ["unbalanced", 11, 2, CLOSES],
    ],
    ["a|b", ["stray-bar", 1, 1, BAR]],
    ["(a) b|", ["stray-bar", 5, 1, BAR]],
    ["<word:0-21>", ["bad-range", 0, 11, range("<word:0-21>")]],
    ["a <any:3-1>", ["bad-range", 2, 9, range("<any:3-1>").replace("<word", "<any")]],
    ["<word:0>", ["bad-range", 0, 8, range("<word:0>")]],
    ["I <3 you", ["bad-class", 2, 1, "“<” begins a class such as <word>; for the sign itself write \\<"]],
    ["a * b", ["lone-star", 2, 1, STAR]],
    ["a ** b", ["lone-star", 2, 2, STAR]],
    [
      "<brand> (n)",
      [
        "mark-place",
        8,
        3,
        "a mark changes a word, and <brand> is a class; put the mark on the words of its list",
      ],
    ],
    ["(<brand>|a) (n)", ["mark-place", 12, 3, MARK]],
    ["! (n) a (b)", ["mark-place", 2, 3, MARK]],
    ["#* (v)", ["mark-place", 3, 3, MARK]],
    ["[[x](n)", ["mark-place", 4, 3, MARK], ["unbalanced", 0, 2, FLAG]],
    [
      `${"(".repeat(30)}a${")".repeat(30)}`,
      ["too-deep", 20, 1, "the groups nest too deep; make a list of the inner ones"],
    ],
    ["a".repeat(10_001), ["too-big", 0, 10_001, "at most 10000 characters are read; write several patterns"]],
    [`${"(".repeat(20)}a${")".repeat(20)}`],
    ["a".repeat(10_000)],
    ["<word:20> a <word:0-1>"],
    ["a]b [c \\"],
  ])("%s is refused with its place and what to write", (source, ...expected) => {
    const found = parsePattern(source).mistakes.map((each) => [
      each.code,
      each.offset,
      each.length,
      each.message,
    ]);
    expect(found).toEqual(expected);
  });

  it("survives a megabyte of brackets", () => {
    for (const sign of ["(", ")", "[[", "]]", "|", "<", "*", "\\", "(n)", "a (n) "]) {
      const source = sign.repeat(Math.floor(200_000 / sign.length));
      expect(parsePattern(source).mistakes.length).toBeGreaterThanOrEqual(sign === "\\" ? 0 : 1);
    }
  });
});

describe("terms", () => {
  it.each([
    ["he/she", "he / she"],
    ["(s)he", "( s ) he"],
    ["24/7", "24/7"],
    ["O.K.", "o.k."],
    ["C++", "c + +"],
    ["😂", "😂"],
    ["#ad", "#ad"],
    ["@acme", "@acme"],
    ["it's", "it 's"],
    ["a*b", "a * b"],
    ["point (n) of view", "point/n of view"],
    ["circle back (v)", "circle/v back"],
    ["(s)he (n)", "( s ) he/n"],
  ])("%s is %s", (source, shown) => {
    const { pattern, mistakes } = parseTerm(source);
    expect(mistakes).toEqual([]);
    expect(show(pattern)).toBe(shown);
  });

  it("takes the mark of the whole term apart", () => {
    expect(show(parseTerm("circle back", "v").pattern)).toBe("circle/v back");
    expect(show(parseTerm("point (n) of view", "n").pattern)).toBe("point/n of view/n");
    expect(show(parseTerm("Ben & Jerry's", "n").pattern)).toBe("ben & jerry/n 's");
  });

  it.each<[string, number, string]>([
    ["a|b", 1, "|"],
    ["<word> up", 0, "<word>"],
    ["up <word:0-3> up", 3, "<word:0-3>"],
    ["our [[word]]", 4, "[["],
  ])("%s is a pattern, and is said to be one", (source, offset, sign) => {
    const message = `a term is literal, so “${sign}” means nothing in it; write it under \`patterns\``;
    expect(parseTerm(source).mistakes).toEqual([
      { code: "term-is-pattern", offset, length: sign.length, message },
    ]);
  });

  it.each(["a <b", "a < b > c", "[x]", "a*", "<3"])("%s is none", (source) => {
    expect(parseTerm(source).mistakes).toEqual([]);
  });

  it("is no longer than a pattern", () => {
    expect(parseTerm("a".repeat(10_000)).mistakes).toEqual([]);
    expect(parseTerm("a".repeat(10_001)).mistakes).toMatchObject([{ code: "too-big" }]);
  });
});
