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
    ["@acme #ad 👏 https://example.com/a", "@acme #ad 👏 https://example.com/a"],
    ["(?!|!?)", "(? !|! ?)"],
    ["say (n) or (v) <any>", "say/n or/v <any:1-1>"],
    ["say (n) or (v)", "say/v or"],
    ["(v|n)", "(v|n)"],
    ["(n)", "(n)"],
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

  it.each([
    ["(a|b", "unbalanced", 0],
    ["a)", "unbalanced", 1],
    ["[[a", "unbalanced", 0],
    ["a]]", "unbalanced", 1],
    ["(a [[b) c]]", "unbalanced", 3],
    ["[[a (b]] c)", "unbalanced", 6],
    ["[[a]] b [[c]]", "two-flags", 8],
    ["a|b", "stray-bar", 1],
    ["<word:0-21>", "bad-range", 0],
    ["<word:3-1>", "bad-range", 0],
    ["<word:0>", "bad-range", 0],
    ["I <3 you", "bad-class", 2],
    ["a * b", "lone-star", 2],
    ["<brand> (n)", "mark-place", 8],
    ["(<brand>|a) (n)", "mark-place", 12],
    ["! (n) a (b)", "mark-place", 2],
    [`${"(".repeat(30)}a${")".repeat(30)}`, "too-deep", 20],
  ])("%s is refused as %s at %i", (source, code, offset) => {
    const { mistakes } = parsePattern(source);
    expect(mistakes[0]).toMatchObject({ code, offset });
    expect(mistakes[0].message).toMatch(/[;:] /u);
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

  it.each([
    ["a|b", 1],
    ["<word> up", 0],
    ["our [[word]]", 4],
  ])("%s is a pattern, and is said to be one", (source, offset) => {
    const [mistake] = parseTerm(source).mistakes;
    expect(mistake).toMatchObject({ code: "term-is-pattern", offset });
    expect(mistake.message).toContain("`patterns`");
  });
});
