import { describe, expect, it } from "vitest";
import { bare, lines, lintOf, resultOf, shown } from "../lints.ts";

function flagged(rule: string, row: string, more: Parameters<typeof resultOf>[2] = {}): string {
  return shown(resultOf(lintOf(`rules:\n  a/b: ${rule}`), bare(row), more));
}

describe("require", () => {
  it.each([
    ['{require: {any: [<link>, "?"]}}', "[[The roof is new.]]"],
    ['{require: {any: [<link>, "?"]}}', "Is the roof new?"],
    ['{require: {any: [<link>, "?"]}}', "The roof: https://example.com/roof"],
    ["{require: {all: [<link>, <hashtag>]}}", "[[See https://example.com]]"],
    ["{require: {all: [<link>, <hashtag>]}}", "See https://example.com #roof"],
    ["{require: {any: [hello], at: first-line}}", "[[Rye\n\nhello]]"],
    ["{require: {any: [hello], at: first-line}}", "Oh hello\n\nrye"],
    ["{require: {any: [rye bread], at: first-line}}", "[[Our rye\nbread]]"],
    ["{require: {any: [rye bread], at: last-line}}", "[[Our rye\nbread]]"],
    ["{require: {any: [rye bread]}}", "Our rye\nbread"],
    ["{require: {any: [<link>], at: before-fold}}", "See acme.ai\nfor rye"],
    ["{require: {any: [<link>], at: before-fold}}", "Rye\n\nacme.ai\nis it"],
    ["{require: {any: [<hashtag>], at: last-line}}", "[[#rye\nis here]]"],
    ["{require: {any: [<hashtag>], at: last-line}}", "Rye is here\n#rye"],
    ["{require: {any: [bye]}, unless: {post: [hello]}}", "Oh hello"],
    ["{require: {any: [bye]}, when: {min_words: 3}}", "Two words"],
  ])("%s: %s", (rule, row) => {
    expect(flagged(rule, row)).toBe(row);
  });

  it("looks before the fold of the platform", () => {
    const rule = "{require: {any: [<link>], at: before-fold}}";
    const late = `${"rye ".repeat(32)}https://example.com`;
    expect(flagged(rule, `[[${late}]]`, { platforms: ["instagram"] })).toBe(`[[${late}]]`);
    expect(flagged(rule, late, { platforms: ["facebook"] })).toBe(late);
    expect(flagged(rule, late, { platforms: ["mastodon"] })).toBe(late);
    expect(flagged(rule, late)).toBe(late);
    const anywhere = "{require: {any: [<link>]}}";
    expect(flagged(anywhere, late, { platforms: ["instagram"] })).toBe(late);
  });

  it("flags a post without words where it begins", () => {
    const { findings } = resultOf(lintOf("rules:\n  a/b: {require: {any: [bye]}}"), "");
    expect(findings.map(({ span }) => span)).toEqual([{ start: 0, end: 0 }]);
  });

  const explained =
    "{require: {if: [lead generation, buyer journey (n)], any: [<if> (is|are|means), <if> <punct> how]}}";

  it.each([
    "Five tools for [[lead generation]], and lead generation again",
    "Lead generation: how strangers become customers.",
    "A buyer journey is a path. Draw two buyer journeys.",
    "A buyer journey is a path to [[lead generation]].",
    "Nothing of that",
  ])("asks for each of what it is about: %s", (row) => {
    expect(flagged(explained, row)).toBe(row);
  });

  it("asks for a field with something in it", () => {
    const rule = "{when: {has: media}, require: {field: alt}}";
    expect(flagged(rule, "[[Our oven]]", { fields: { media: "oven.jpg" } })).toBe("[[Our oven]]");
    expect(flagged(rule, "[[Our oven]]", { fields: { media: "oven.jpg", alt: " " } })).toBe("[[Our oven]]");
    expect(flagged(rule, "Our oven", { fields: { media: "oven.jpg", alt: "An oven" } })).toBe("Our oven");
    expect(flagged(rule, "Our oven")).toBe("Our oven");
  });

  it("asks for a field without some patterns, and minds no empty one", () => {
    const rule = "{require: {field: alt, none: [image of, <post-start> photo]}}";
    const flags = (alt: string): boolean => flagged(rule, "Our oven", { fields: { alt } }) !== "Our oven";
    expect(["An image of an oven", "Photo: oven", "A photo", "Ida at the oven", "  "].map(flags)).toEqual([
      true,
      true,
      false,
      false,
      false,
    ]);
    expect(() => lintOf("rules:\n  a/b: {require: {any: [x], none: [y]}}")).toThrow(
      "what a field may not hold",
    );
  });

  it("sees the whole post: quotations and negations lower nothing", () => {
    const lint = lintOf("rules:\n  a/b: {require: {any: [<link>]}}");
    expect(lines(resultOf(lint, "“No link”"))).toEqual([
      "warning a/b “““No link”””".replace("“““", "““").replace("”””", "””"),
    ]);
  });
});
