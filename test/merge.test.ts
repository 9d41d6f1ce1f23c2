import { describe, expect, it } from "vitest";
import { mergeViews, type View } from "../src/merge.ts";
import type { Finding, Problem } from "../src/types.ts";
import { lines, lintOf, loadedLint, resultOf } from "./lints.ts";

describe("several platforms", () => {
  it("are named where a finding doesn't hold for all", () => {
    const lint = lintOf(
      "rules: {a/b: {terms: [rye]}, a/x: {terms: [oat], when: {platform: x}}, a/y: {terms: [corn], when: {platform: not x}}}",
    );
    expect(lines(resultOf(lint, "rye oat corn", { platforms: ["x", "linkedin", "threads"] }))).toEqual([
      "warning a/b/rye “rye”",
      "warning a/x/oat “oat” on x",
      "warning a/y/corn “corn” on linkedin,threads",
    ]);
  });

  it("are not named where the post has one, or none", () => {
    const lint = lintOf(
      "rules: {a/x: {terms: [oat], when: {platform: x}}, a/y: {terms: [oat], when: {platform: not x}}}",
    );
    expect(lines(resultOf(lint, "oat", { platforms: ["x"] }))).toEqual(["warning a/x/oat “oat”"]);
    expect(lines(resultOf(lint, "oat"))).toEqual(["warning a/y/oat “oat”"]);
  });

  const limit = (amount: string): string => `rules: {a/b: {limit: {count: exclamations, max: ${amount}}}}`;

  it.each<[string, readonly string[], readonly string[]]>([
    ["{x: 1, linkedin: 2, else: 0}", ["x"], ["warning a/b “!”"]],
    ["{x: 1, linkedin: 2, else: 0}", ["linkedin"], []],
    ["{x: 1, linkedin: 2, else: 0}", ["threads"], ["warning a/b “!”", "warning a/b “!”"]],
    ["{x: 1, linkedin: 2, else: 0}", [], ["warning a/b “!”", "warning a/b “!”"]],
    ["{x: 1, linkedin: 2}", ["threads"], []],
    ["{x: 1, linkedin: 2}", [], []],
    ["{x: 1, linkedin: 2}", ["x", "linkedin"], ["warning a/b “!” on x"]],
    ["1", ["x", "linkedin"], ["warning a/b “!”"]],
  ])("have amounts of their own: %s on %j", (amount, platforms, expected) => {
    expect(lines(resultOf(lintOf(limit(amount)), "Oh! Ah!", { platforms }))).toEqual(expected);
  });

  it("keep different messages apart", () => {
    const lint = lintOf(
      "rules: {a/b: {message: '<count> of <max> on <platform>.', limit: {count: exclamations, max: {x: 0, linkedin: 0}}}}",
    );
    const { findings } = resultOf(lint, "Oh!", { platforms: ["x", "linkedin"] });
    expect(findings.map(({ message, platforms }) => [message, platforms])).toEqual([
      ["1 of 0 on x.", ["x"]],
      ["1 of 0 on linkedin.", ["linkedin"]],
    ]);
  });

  it.each([[["x", "linkedin"]], [["linkedin", "x"]]])(
    "keep a doubt on one from hiding what is sure on another: %j",
    async (platforms) => {
      const lint = await loadedLint(
        "rules: {a/b: {terms: [rye]}}\noverrides: [{when: {platform: x}, rules: {a/b: {confidence: maybe}}}]",
      );
      expect(lines(resultOf(lint, "rye", { platforms }))).toEqual(["warning a/b/rye “rye” on linkedin"]);
    },
  );

  it("keep different levels apart", async () => {
    const lint = await loadedLint(
      "rules: {a/b: {terms: [rye]}}\noverrides: [{when: {platform: x}, rules: {a/b: error}}]",
    );
    expect(lines(resultOf(lint, "rye", { platforms: ["x", "linkedin"] }))).toEqual([
      "error a/b/rye “rye” on x",
      "warning a/b/rye “rye” on linkedin",
    ]);
  });
});

describe("mergeViews", () => {
  const finding: Finding = {
    rule: "a/b",
    level: "error",
    confidence: "sure",
    message: "m",
    text: "t",
    span: { start: 0, end: 1 },
    place: { line: 1, column: 1, endLine: 1, endColumn: 2, offset: 0, endOffset: 1 },
    suggestions: [],
    fixable: false,
  };
  const problem: Problem = { source: "s", code: "c", message: "p", level: "error" };
  const view = (platform: string, more: Partial<View>): View => ({
    platform,
    findings: [],
    groups: new Set(),
    ran: new Set(),
    problems: [],
    otherLanguage: false,
    ...more,
  });

  it("unites groups, rules and problems", () => {
    const merged = mergeViews([
      view("x", { groups: new Set(["a"]), ran: new Set(["a/b"]), problems: [problem] }),
      view("y", { groups: new Set(["c"]), ran: new Set(["c/d"]), problems: [problem], otherLanguage: true }),
    ]);
    expect(merged).toMatchObject({ problems: [problem], otherLanguage: true });
    expect([...merged.groups, ...merged.ran]).toEqual(["a", "c", "a/b", "c/d"]);
  });

  it("names a platform once, even if it says the same twice", () => {
    const { findings } = mergeViews([view("x", { findings: [finding, finding] }), view("y", {})]);
    expect(findings.map(({ platforms }) => platforms)).toEqual([["x"]]);
  });
});
