import { describe, expect, it } from "vitest";
import { postFrom } from "../../src/post.ts";
import { bare, loadedLint, resultOf, shown } from "../lints.ts";

const rule = (options: string, more = ""): string => `${more}rules:\n  a/b: {length: ${options}}`;

async function flagged(
  options: string,
  row: string,
  { pack = "", ...more }: Parameters<typeof resultOf>[2] & { readonly pack?: string } = {},
): Promise<string> {
  const lint = await loadedLint(rule(options, pack));
  return shown(resultOf(lint, bare(row), more));
}

const rye = (count: number): string => "rye ".repeat(count / 4).trim();

describe("length", () => {
  it.each<[string, string, readonly string[]]>([
    ["{max: platform}", `${rye(280)} [[bread]]`, ["x"]],
    ["{max: platform}", `${rye(280)} bread`, ["mastodon"]],
    ["{max: platform}", `${rye(280)} bread`, []],
    ["{max: platform}", `${"日".repeat(140)}[[日]]`, ["x"]],
    ["{max: platform}", `${rye(200)} https://example.com/${"a".repeat(80)} bread`, ["x"]],
    ["{max: fold}", `${rye(124)} a[[nd the rest]]`, ["instagram"]],
    ["{max: fold}", rye(400), ["mastodon"]],
    ["{max: fold}", rye(400), ["nowhere"]],
    ["{max: 5}", "We ba[[ke rye]]", []],
    ["{max: 7}", "We bake", []],
    ["{min: 7}", "We bake", []],
    ["{min: 8}", "[[We bake]]", []],
    ["{min: 3, max: 9}", "We bake", []],
    ["{max: platform}", "We bake rye", ["nowhere"]],
    ["{max: fold}", "We bake rye", ["bluesky"]],
    ["{of: first-line, max: 7}", "We bake[[ rye]]\nsee acme.ai", ["x"]],
    ["{of: first-line, max: 27}", "https://acme.ai/bread/rye rye\nand much more", ["x"]],
    ["{of: first-line, max: 26}", "https://acme.ai/bread/rye ry[[e]]\nand much more", ["x"]],
    ["{of: title, min: 5}", "Rye", []],
    ["{max: {x: 5}}", "We bake rye", ["linkedin"]],
    ["{max: {x: 5, else: 7}}", "We bake[[ rye]]", ["linkedin"]],
    ["{min: 20}", "[[We bake rye]]", []],
    ["{of: first-line, max: 7}", "We bake[[ rye]]\nand much, much more", []],
    ["{of: first-line, max: 11}", "We bake rye\nsee https://acme.ai", ["mastodon"]],
    ["{of: first-line, max: 26}", "see [[https://acme.ai]]\nWe bake", ["mastodon"]],
    ["{of: first-line, max: platform}", `Rye\n${"日".repeat(1100)}`, ["bluesky"]],
    ["{of: first-line, max: 20}", "We bake rye\nand much, much more than that", []],
  ])("%s: %s on %j", async (options, row, platforms) => {
    expect(await flagged(options, row, { platforms })).toBe(row);
  });

  it("looks at fields, for which the whole post stands", async () => {
    expect(
      await flagged("{of: title, max: platform}", "[[Rye]]", {
        platforms: ["youtube"],
        fields: { title: rye(104) },
      }),
    ).toBe("[[Rye]]");
    expect(
      await flagged("{of: title, max: platform}", "Rye", {
        platforms: ["youtube"],
        fields: { title: "Rye" },
      }),
    ).toBe("Rye");
    expect(
      await flagged("{of: title, max: platform}", "Rye", {
        platforms: ["nowhere"],
        fields: { title: rye(400) },
      }),
    ).toBe("Rye");
    expect(await flagged("{of: alt, max: 5}", "[[Rye]]", { fields: { alt: "A loaf" } })).toBe("[[Rye]]");
    expect(await flagged("{of: alt, min: 5}", "Rye", { fields: { alt: "" } })).toBe("Rye");
    expect(await flagged("{of: alt, min: 5}", "Rye", { fields: { alt: " " } })).toBe("Rye");
    expect(await flagged("{of: alt, max: 5}", "Rye", { fields: { alt: " bread " } })).toBe("Rye");
    const alt = async (count: number): Promise<string> =>
      flagged("{of: alt, max: platform}", "[[Rye]]", { platforms: ["x"], fields: { alt: rye(count) } });
    expect([await alt(1000), await alt(1004)]).toEqual(["Rye", "[[Rye]]"]);
  });

  it("counts the hashtags of their own column", async () => {
    const fields = { hashtags: "#rye #bread" };
    expect(await flagged("{max: platform}", `[[${rye(272)}]]`, { platforms: ["x"], fields })).toBe(
      `[[${rye(272)}]]`,
    );
    expect(await flagged("{max: platform}", rye(264), { platforms: ["x"], fields })).toBe(rye(264));
  });

  it("knows what a pack says of platforms", async () => {
    const pack = "platforms: {mastodon: {limit: 8}, x: {limit: 25000}, intranet: {limit: 5}}\n";
    expect(await flagged("{max: platform}", "We bake [[rye]]", { platforms: ["mastodon"], pack })).toBe(
      "We bake [[rye]]",
    );
    expect(await flagged("{max: platform}", rye(400), { platforms: ["x"], pack })).toBe(rye(400));
    expect(await flagged("{max: platform}", "We ba[[ke rye]]", { platforms: ["intranet"], pack })).toBe(
      "We ba[[ke rye]]",
    );
  });

  it("holds Bluesky to its bytes, too", async () => {
    const long = "👨‍👩‍👧‍👦".repeat(130);
    expect(await flagged("{max: platform}", `[[${long}]]`, { platforms: ["bluesky"] })).toBe(`[[${long}]]`);
    const full = "👨‍👩‍👧‍👦".repeat(120);
    expect(await flagged("{max: platform}", full, { platforms: ["bluesky"] })).toBe(full);
    expect(await flagged("{max: 300}", long, { platforms: ["bluesky"] })).toBe(long);
    const fields = { title: "Rye" };
    expect(await flagged("{of: title, max: platform}", long, { platforms: ["bluesky"], fields })).toBe(long);
  });

  it("says what is too long, where, and how much fits", async () => {
    const lint = await loadedLint(rule("{max: platform}"));
    const { findings } = resultOf(lint, `${rye(280)} bread`, { platforms: ["x", "linkedin"] });
    expect(findings).toMatchObject([
      {
        text: "bread",
        platforms: ["x"],
        message: "This is 285 long, and X takes 280: what is marked would be cut.",
      },
    ]);
  });

  it.each<[string, string, readonly string[], string]>([
    ["{max: platform}", `${rye(280)} bread`, ["x"], "285, at most 280 on X"],
    ["{max: 5}", "We bake", ["nowhere"], "7, at most 5 on nowhere"],
    ["{max: 5}", "We bake", [], "7, at most 5 on "],
    ["{max: platform}", "👨‍👩‍👧‍👦".repeat(121), ["bluesky"], "3025, at most 3000 on Bluesky"],
  ])("tells the numbers: %s", async (options, text, platforms, expected) => {
    const lint = await loadedLint(
      `rules:\n  a/b: {message: "<count>, at most <max> on <platform>", length: ${options}}`,
    );
    expect(resultOf(lint, text, { platforms }).findings.map(({ message }) => message)).toEqual([expected]);
  });

  it("tells the numbers of what is too short", async () => {
    const lint = await loadedLint(
      'rules:\n  a/b: {message: "<count>, at least <min> on <platform>", length: {min: 9}}',
    );
    const { findings } = resultOf(lint, "We bake", { platforms: ["x"] });
    expect(findings.map(({ message }) => message)).toEqual(["7, at least 9 on X"]);
  });

  it("leaves a first comment alone where its limit is not known", async () => {
    const lint = await loadedLint(rule("{max: platform}"));
    const found = (platform: string): number => {
      const post = postFrom({ id: "post", text: rye(1400), platforms: [platform] });
      return lint({ ...post, role: "comment" }).findings.length;
    };
    expect([found("x"), found("linkedin")]).toEqual([0, 1]);
  });
});

describe("counts", () => {
  it("are told for each platform that is known, also without a finding", async () => {
    const lint = await loadedLint("rules:\n  a/b: {terms: [synergy]}");
    const count = (text: string, platforms: readonly string[]): unknown =>
      resultOf(lint, text, { platforms }).counts;
    expect(count("Rye 🥐", ["x", "bluesky", "orkut"])).toEqual({
      x: { count: 6, limit: 280 },
      bluesky: { count: 5, limit: 300, bytes: 8, bytesLimit: 3000 },
    });
    expect(count("Rye", [])).toBeUndefined();
  });
});
