import { describe, expect, it } from "vitest";
import { stringify } from "yaml";
import { inputs } from "../../src/inputs/index.ts";
import { readSource } from "../inputs.contract.ts";

const WRITE: Readonly<Record<string, (value: unknown) => string>> = {
  json: (value) => JSON.stringify(value, null, 1),
  yaml: (value) => stringify(value),
};

describe.each(Object.keys(WRITE))("beside a list of posts in %s", (format) => {
  const [input] = inputs.filter(({ name }) => name === format);
  const read = (value: unknown): ReturnType<typeof readSource> => readSource(input, WRITE[format](value));

  it.each([
    ["one", { platforms: "x", author: "Ana" }, { platforms: ["x"], author: "Ana" }],
    ["several", { platforms: ["x", "LinkedIn"] }, { platforms: ["x", "linkedin"] }],
    ["a map", { author: { name: "Ana" } }, { author: "Ana" }],
    [
      "further fields",
      { fields: { campaign: "summer" }, hashtags: ["#rye", "#oat"] },
      { fields: { campaign: "summer", hashtags: "#rye, #oat" } },
    ],
    ["nothing", { 7: "no", campaign: ["rye"], author: null }, { platforms: [] }],
  ])("facts hold for all of them: %s", async (_what, facts, expected) => {
    const { posts, problems } = await read({ ...facts, posts: ["one", { text: "two" }] });
    expect(posts).toMatchObject([
      { text: "one", ...expected },
      { text: "two", ...expected },
    ]);
    expect(posts[0].author).toBe("author" in expected ? expected.author : undefined);
    expect(problems).toEqual([]);
  });

  it("facts of an item win, and those nearer to it", async () => {
    const { posts } = await read({
      author: "Ana",
      kind: "ad",
      data: { author: "Sam", posts: [{ text: "one", kind: "reply" }, { text: "two" }] },
    });
    expect(posts.map(({ author, kind }) => [author, kind])).toEqual([
      ["Sam", "reply"],
      ["Sam", "ad"],
    ]);
  });

  it.each([
    ["a text", { text: "We bake" }],
    ["a text for each platform", { linkedin: "We bake", x: "Rye" }],
    ["a thread", { thread: ["We bake", "rye"] }],
  ])("%s is no post, and that is said", async (_what, beside) => {
    const { posts, problems } = await read({ ...beside, posts: ["one"] });
    expect(posts.map(({ text }) => text)).toEqual(["one"]);
    expect(problems).toMatchObject([{ code: "text-beside-list", level: "note", line: 1 }]);
  });

  it("rules to be ignored hold for no post, and that is said", async () => {
    const { posts, problems } = await read({ voicecheck: "corporate -- ours", posts: ["one"] });
    expect(posts.map(({ text, waivers }) => [text, waivers])).toEqual([["one", []]]);
    expect(problems).toMatchObject([{ code: "waiver-without-post", level: "note", line: 1 }]);
  });
});

describe("beside a list of posts in yaml", () => {
  const [yaml] = inputs.filter(({ name }) => name === "yaml");
  const read = (...lines: readonly string[]): ReturnType<typeof readSource> =>
    readSource(yaml, lines.join("\n"));

  it("a map that is used elsewhere is no post by itself, and a list of facts may be", async () => {
    const { posts, problems } = await read(
      "x: &hello {text: Hello there}",
      "platforms: &all [x, linkedin]",
      "? [a, b]",
      ": c",
      "posts:",
      "  - *hello",
      "  - {text: Rye, platforms: *all}",
    );
    expect(posts.map(({ text, platforms }) => [text, platforms])).toEqual([
      ["Hello there", ["x", "linkedin"]],
      ["Rye", ["x", "linkedin"]],
    ]);
    expect(problems).toEqual([]);
  });

  it("an alias bomb is an error, and the posts are read", async () => {
    const bomb = Array.from(
      { length: 12 },
      (_, index) => `x${index}: &x${index} [${`*x${index - 1}, `.repeat(index === 0 ? 0 : 9)}one]`,
    );
    const { posts, problems } = await read(...bomb, "platforms: *x11", "posts: [one]");
    expect(posts.map(({ text }) => text)).toEqual(["one"]);
    expect(problems).toMatchObject([
      { code: "bad-yaml", level: "error", line: 13, message: expect.stringContaining("100 aliases") },
    ]);
  });
});
