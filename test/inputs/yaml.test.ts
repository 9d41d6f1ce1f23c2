import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { stringify } from "yaml";
import { inputs } from "../../src/inputs/index.ts";
import { inputContract, readSource } from "../inputs.contract.ts";
import { runs } from "../runs.ts";

const TYPES = ["PLAIN", "QUOTE_SINGLE", "QUOTE_DOUBLE", "BLOCK_LITERAL", "BLOCK_FOLDED"] as const;

/** A list of texts, each written in another way. */
function write(texts: readonly string[], first = 0, lineWidth = 40): string {
  return texts
    .map((text, index) =>
      stringify([{ text }], { defaultStringType: TYPES[(first + index) % TYPES.length], lineWidth }),
    )
    .join("");
}

const [yaml] = inputs.filter(({ name }) => name === "yaml");

inputContract(yaml, {
  write: (texts) => write(texts, 1, 0),
  isPlain: (words) => /^[a-z]+$/iu.test(words),
  bits: ["'", "''", "  more\n", "\n\n\n", "- ", "# "],
});

async function read(...lines: readonly string[]): ReturnType<typeof readSource> {
  return readSource(yaml, lines.join("\n"), "a.yaml");
}

/** For each word of each post: whether the file has it where it is said to stand. */
async function misplaced(file: string): Promise<readonly string[]> {
  const { posts } = await readSource(yaml, file, "a.yaml");
  return posts.flatMap(({ text, locate }) =>
    [...text.matchAll(/[^\s"'\\]+/gu)].flatMap(({ 0: word, index }) => {
      const { offset, endOffset, exact } = locate({ start: index, end: index + word.length });
      const found = file.slice(offset, endOffset);
      // A word may itself go on behind an escaped line break.
      if (exact === false && /\\\r?\n/u.test(found)) return [];
      return exact === undefined && found === word ? [] : [word];
    }),
  );
}

describe("places", () => {
  it("are exact for the words of a text, however it is written and folded", async () => {
    const word = fc.constantFrom("We", "leverage", "it's", "🥐", "a:b", "c#d", "日本", "-");
    const gap = fc.constantFrom(" ", " ", "\n", "\n\n", "\n  ");
    const text = fc
      .array(fc.tuple(word, gap), { minLength: 1, maxLength: 20 })
      .map((parts) => parts.flat().join("").trim());
    const property = fc.asyncProperty(
      fc.array(text, { minLength: 1, maxLength: 6 }),
      fc.nat(4),
      async (texts, first) => {
        for (const file of [write(texts, first), write(texts, first).replaceAll("\n", "\r\n")]) {
          expect(await misplaced(file)).toEqual([]);
        }
      },
    );
    await fc.assert(property, { numRuns: runs(150) });
  });

  it("cover the whole text where a fold or an escape is inside the words", async () => {
    const file = '- >\n  one\n  two\n- "three \\u0034 five"\n';
    const { posts } = await readSource(yaml, file, "a.yaml");
    expect(posts[0].locate({ start: 0, end: 7 })).toMatchObject({ offset: 6, endOffset: 15, exact: false });
    const { offset, endOffset, exact } = posts[1].locate({ start: 0, end: 9 });
    expect([file.slice(offset, endOffset), exact]).toEqual(["three \\u0034 five", false]);
  });

  it("are where the words stand, also behind an alias and a merge", async () => {
    const { posts, problems } = await read(
      "x: &a {text: Hello there}",
      "posts:",
      "  - <<: *a",
      "    author: Ana",
      "  - *a",
    );
    expect(problems).toEqual([]);
    expect(posts.map(({ author }) => author)).toEqual(["Ana", undefined]);
    for (const post of posts)
      expect(post.locate({ start: 6, end: 11 })).toMatchObject({ line: 1, column: 20 });
  });
});

describe("where posts stand", () => {
  it.each([
    ["- one\n- text: two\n- null", ["one", "two", "null"]],
    ["one", ["one"]],
    ["text: one", ["one"]],
    ["posts: [one, two]", ["one", "two"]],
    ["text: one\n---\ntext: two\n---\n- three", ["one", "two", "three"]],
    ["- x: one\n  linkedin: two", ["one", "two"]],
    ["- [one, two]", ["one", "two"]],
    ["# nothing", []],
    ["posts: []", []],
    ["- text: 2026", ["2026"]],
    ["- |-\n  one\n\n  two\n", ["one\n\ntwo"]],
    ["- >-\n  one\n  two\n", ["one two"]],
    ["- >2+\n    one\n  two\n\n\n", ["one\ntwo"]],
  ])("reads %j", async (file, expected) => {
    const { posts, problems } = await read(file);
    expect(posts.map(({ text }) => text)).toEqual(expected);
    expect(problems).toEqual([]);
  });

  it("counts items over all documents", async () => {
    const { posts } = await read("- one", "- {id: 7, text: two}", "---", "- three");
    expect(posts.map(({ id }) => id)).toEqual(["a.yaml#1", "7", "a.yaml#3"]);
  });
});

describe("ignore comments", () => {
  it.each([
    [
      ["# voicecheck-ignore human", "- one", "- two"],
      [["human"], []],
    ],
    [
      ["- text: one # voicecheck-ignore human -- why", "- two"],
      [["human"], []],
    ],
    [
      ["- one # voicecheck-ignore human", "- two"],
      [["human"], []],
    ],
    [
      ["- text: one", "  # voicecheck-ignore human", "- two"],
      [["human"], []],
    ],
    [
      ["- text: one", "# voicecheck-ignore human", "- two"],
      [[], ["human"]],
    ],
    [
      ["- author: Ana", "  # voicecheck-ignore human", "  text: one", "- two"],
      [["human"], []],
    ],
    [
      ["posts:", "  # voicecheck-ignore human", "  - text: one", "  - two"],
      [["human"], []],
    ],
    [
      ["- text: one", "  voicecheck: human; corporate/jargon", "- two"],
      [["human", "corporate/jargon"], []],
    ],
    [["- |", "  # voicecheck-ignore human", "  one"], [[]]],
  ])("hold for their post: %j", async (lines, expected) => {
    const { posts, problems } = await read(...lines);
    expect(posts.map(({ waivers }) => waivers.flatMap(({ names }) => names))).toEqual(expected);
    expect(problems).toEqual([]);
  });

  it("behind the last post hold for nothing, and that is said", async () => {
    expect((await read("- one", "# voicecheck-ignore human")).problems).toMatchObject([
      { code: "waiver-without-post", line: 2 },
    ]);
  });
});

describe("trouble", () => {
  it.each([
    ["a tab before a key", ["- text: one", "-\ttext: two", "\tdate: x", "- text: three"], 2],
    ["a quote that is not closed", ["- text: one", '- text: "two', "- text: three"], 3],
    ["a key that comes twice", ["- text: one", "- text: two", "  text: three", "- text: four"], 3],
    ["a merge of what is no map", ["- text: one", "- <<: two", "  text: two", "- text: three"], 2],
    ["an alias that leads nowhere", ["- text: one", "- text: *two", "- text: three"], 2],
    ["an item that is such an alias", ["- text: one", "- *two", "- text: three"], 2],
    ["what is nested too deeply", ["- text: one", `- ${"[".repeat(20_000)}`, "- text: three"], 2],
    ["a text that needs quotes", ["- text: one", "- text: @two", "- text: three"], 2],
  ])("is told with its place, and other posts are read: %s", async (_name, lines, line) => {
    const { posts, problems } = await read(...lines);
    expect(posts[0].text).toBe("one");
    expect(problems[0]).toMatchObject({ code: "bad-yaml", level: "error" });
    expect(Math.abs((problems[0].line ?? 0) - line)).toBeLessThanOrEqual(1);
  });

  it("of one item spoils no other, whatever it is", async () => {
    const { posts, problems } = await read(
      "base: &b {author: Ana}",
      "posts:",
      "  - <<: *b",
      "    text: one",
      '  - text: "two',
      "    more",
      "  - text: three: four",
      "  - text: five",
      "\t    date: 2026-06-01",
      "  - text: |",
      "      - six",
      "    author: Sam",
      "  # voicecheck-ignore human",
      "  - <<: *b",
      "    text: seven",
      "---",
      "- eight",
    );
    expect(posts.map(({ id, text, author, line }) => [id, text, author, line])).toEqual([
      ["a.yaml#1", "one", "Ana", 4],
      ["a.yaml#5", "- six", "Sam", 11],
      ["a.yaml#6", "seven", "Ana", 15],
      ["a.yaml#7", "eight", undefined, 17],
    ]);
    expect(posts[2].waivers.map(({ names }) => names)).toEqual([["human"]]);
    expect(problems.map(({ code, line, column }) => [code, line, column])).toEqual([
      ["bad-yaml", 7, 1],
      ["bad-yaml", 7, 11],
      ["bad-yaml", 9, 6],
    ]);
    expect(problems[2].message).toContain("a tab");
  });

  it("is told of a file that is an alias, and of a list that is one", async () => {
    for (const file of ["*one", "posts: *one"])
      expect((await read(file)).problems).toMatchObject([{ code: "bad-yaml", level: "error", line: 1 }]);
  });

  it("is quick with many items that are broken", async () => {
    const { posts, problems } = await read(...Array.from({ length: 2_000 }, () => "- @a"), "- b");
    expect([posts.length, problems.length]).toEqual([1, 2_000]);
  });

  it("of a key that comes twice leaves the last, in its place", async () => {
    const { posts, problems } = await read("- text: We bake rye", "  text: One", "- two");
    expect(posts.map(({ text }) => text)).toEqual(["One", "two"]);
    expect(posts[0].locate({ start: 0, end: 3 })).toMatchObject({ line: 2, column: 9, endColumn: 12 });
    expect(problems).toMatchObject([{ line: 2, column: 3, message: expect.stringContaining("second time") }]);
  });

  it("is a note where YAML takes a tag for a comment", async () => {
    const { posts, problems } = await read(
      "- text: We love rye #rye #bread",
      "- 'with quotes #rye'",
      "- |",
      "  #rye",
      "#rye",
      "- a#b # c",
    );
    expect(posts.map(({ text }) => text)).toEqual(["We love rye", "with quotes #rye", "#rye", "a#b"]);
    expect(problems).toMatchObject([{ code: "lost-tag", level: "note", line: 1, column: 21 }]);
  });

  it("is an error for an alias bomb, and other posts are read", async () => {
    const bomb = Array.from(
      { length: 12 },
      (_, index) => `x${index}: &x${index} [${`*x${index - 1}, `.repeat(index === 0 ? 0 : 9)}one]`,
    );
    const { posts, problems } = await read(...bomb, "posts:", "  - text: one", "  - {text: *x11}");
    expect(posts.map(({ text }) => text)).toEqual(["one"]);
    expect(problems).toMatchObject([
      { code: "bad-yaml", level: "error", message: expect.stringContaining("aliases") },
    ]);
  });

  it("are quick with many aliases, and each is the last anchor before it", async () => {
    const list = "- &a {text: Rye}\n".concat("- *a\n- text: *b\n".repeat(5_000));
    const { posts } = await readSource(yaml, `- &b Oat\n${list}- &b Spelt\n- text: *b`);
    expect(posts).toHaveLength(10_004);
    expect(posts.slice(0, 4).map(({ text }) => text)).toEqual(["Oat", "Rye", "Rye", "Oat"]);
    expect(posts.at(-1)?.text).toBe("Spelt");
  });

  it("is an error for ten thousand levels", async () => {
    const { problems } = await read("[".repeat(10_000));
    expect(problems.length).toBeGreaterThan(0);
  });

  it("has keys like __proto__ as any other", async () => {
    const { posts } = await read(
      "- __proto__: {text: no}",
      "  text: one",
      "- constructor: no",
      "  text: two",
    );
    expect(posts.map(({ text }) => text)).toEqual(["one", "two"]);
  });
});
