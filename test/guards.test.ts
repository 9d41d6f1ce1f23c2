import { describe, expect, it } from "vitest";
import { bare, lintOf, resultOf, shown } from "./lints.ts";

describe("unless", () => {
  it.each<[string, string, readonly string[]]>([
    [
      "words that it overlaps, and no others of the sentence",
      "terms: [leverage, rye], unless: [leverage ratio]",
      ["Our leverage ratio and our [[leverage]] rose", "The Leverage\nratio of [[rye]]"],
    ],
    [
      "the whole sentence that it stands beside, and no other sentence",
      "terms: [leverage], unless: [bank]",
      [
        "The bank has leverage, and more leverage",
        "Leverage is what a bank has. We use [[leverage]]. No bank here",
        "[[Leverage]]\nThe bank",
      ],
    ],
    [
      "every sentence that a match beside it reaches into",
      "terms: [leverage], unless: [the bank <any:0-6> says so], within: post",
      ["Leverage for the bank of Leeds. It says so, about leverage", "[[Leverage]]. The bank says so"],
    ],
    [
      "a hit of several sentences that it overlaps at either end",
      "patterns: {span: one <any:0-4> two}, unless: [zero one, two three], within: post",
      ["zero one. Then two", "one. Then two three", "[[one. Then two]] or three"],
    ],
    [
      "forms of a marked word",
      "terms: [company], unless: [troop (n)]",
      ["The troops of the company", "A [[company]] of trooping"],
    ],
    [
      "the whole post, with post",
      "terms: [leverage], unless: {post: [bank, fund (n)]}",
      ["We use leverage. It is fine.\n\nThe bank", "Funds. Leverage", "We use [[leverage]]"],
    ],
  ])("spares %s", (_what, rule, rows) => {
    const lint = lintOf(`rules: {a/b: {${rule}}}`);
    for (const row of rows) expect(shown(resultOf(lint, bare(row)))).toBe(row);
  });

  it.each<[string, string, string]>([
    ["an entry's own", "terms: {leverage: {unless: [bank]}, rye: ~}", "Leverage of the bank, [[rye]]"],
    [
      "an entry's own, after another",
      "terms: {leverage: {unless: [bank]}, rye: ~}",
      "[[Rye]] and leverage of the bank",
    ],
    ["both", "terms: {leverage: {unless: [bank]}, rye: ~}, unless: [fund]", "Leverage, rye: a fund"],
    ["an entry's post", "terms: {leverage: {unless: {post: bank}}, rye: ~}", "Leverage. [[Rye]]. Bank"],
    ["a pattern's", "patterns: {tags: {match: tag a friend, unless: [never]}}", "Never tag a friend"],
    ["a regex's", "regex: {stars: {match: '[*]+', unless: [rating]}}", "Our rating: ***"],
    ["a regex's, elsewhere", "regex: {stars: {match: '[*]+', unless: [rating]}}", "Our oven: [[***]]"],
  ])("is asked on entry and rule: %s", (_what, rule, row) => {
    expect(shown(resultOf(lintOf(`rules: {a/b: {${rule}}}`), bare(row)))).toBe(row);
  });

  it("leaves what it spares out of a count", () => {
    const lint = lintOf("rules: {a/b: {limit: {count: [omnichannel], max: 1}, unless: [omnichannel fair]}}");
    for (const row of ["Omnichannel at the omnichannel fair", "Omnichannel, [[omnichannel]], omnichannel"])
      expect(shown(resultOf(lint, bare(row)))).toBe(row);
  });

  it("belongs to its own rule", () => {
    const lint = lintOf("rules: {a/b: {terms: [leverage], unless: [bank]}, a/c: {terms: [leverage]}}");
    expect(resultOf(lint, "The bank has leverage").findings.map(({ rule }) => rule)).toEqual(["a/c"]);
  });

  it("spares the same however much else is found", () => {
    const lint = lintOf("rules: {a/b: {terms: {rye: {unless: [rye ratio]}, oat: ~}, unless: [bank]}}");
    for (const times of [0, 1, 5, 30, 300]) {
      const row = `The rye ratio. Oat of the bank. ${"The [[rye]]. A bank. The rye ratio, [[oat]]. ".repeat(times)}`;
      expect(shown(resultOf(lint, bare(row)))).toBe(row);
    }
  });

  it("is linear in hits, exceptions and the sentences that they spare", () => {
    const lint = lintOf(
      "rules: {a/b: {terms: {rye: {unless: [rye ratio]}, oat: ~}, unless: [oat ratio, bank]}}",
    );
    const text = "rye oat ratio rye. rye ratio oat. the bank has rye. ".repeat(12_000);
    expect(resultOf(lint, text).findings).toHaveLength(36_000);
  });
});

describe("when.text", () => {
  const lint = lintOf("rules: {a/b: {terms: [rye], when: {text: [oven (n), <link>]}}, a/c: {terms: [rye]}}");

  it.each([
    ["Rye from our ovens", ["a/b", "a/c"]],
    ["Rye. And far below:\n\nan oven", ["a/b", "a/c"]],
    ["Rye: acme.com", ["a/b", "a/c"]],
    ["Rye from Leeds", ["a/c"]],
  ])("is asked of the whole post: %s", (text, rules) => {
    expect(
      resultOf(lint, text)
        .findings.map(({ rule }) => rule)
        .toSorted(),
    ).toEqual(rules);
  });
});
