import { describe, expect, it } from "vitest";
import { text } from "../../src/inputs/text.ts";
import { readSource } from "../inputs.contract.ts";

async function read(...front: readonly string[]): ReturnType<typeof readSource> {
  return readSource(text, ["---", ...front, "---", "Rye"].join("\n"), "a.txt");
}

describe("front matter", () => {
  it("leaves keys aside that are no text, and takes those without a value for nothing", async () => {
    const { posts } = await read("? [a, b]", ": no", "author: Ana", "campaign:");
    expect(posts.map(({ text, author }) => [text, author])).toEqual([["Rye", "Ana"]]);
  });

  it("finds posts where an alias leads to them", async () => {
    const { posts } = await read("base: &texts", "  x: Fresh rye", "social: *texts");
    expect(posts).toMatchObject([{ text: "Fresh rye", platforms: ["x"], line: 3 }]);
    expect(posts.map(({ locate }) => locate({ start: 6, end: 9 }))).toMatchObject([{ line: 3, column: 12 }]);
  });

  it("with too many aliases is an error, and the post is still read", async () => {
    const bomb = Array.from(
      { length: 12 },
      (_, index) => `x${index}: &x${index} [${`*x${index - 1}, `.repeat(index === 0 ? 0 : 9)}one]`,
    );
    const { posts, problems } = await read("author: Ana", ...bomb);
    expect(posts.map((post) => post.text)).toEqual(["Rye"]);
    expect(problems).toMatchObject([{ code: "front-matter", level: "error", line: 2 }]);
  });
});
