import { describe, expect, it } from "vitest";
import { inputs } from "../../src/inputs/index.ts";
import { inputContract, readSource } from "../inputs.contract.ts";

const [json] = inputs.filter(({ name }) => name === "json");

inputContract(json, {
  write: (texts) =>
    JSON.stringify({ posts: texts.map((text, index) => (index % 2 === 0 ? { text } : text)) }, null, 1),
  isPlain: (words) => JSON.stringify(words) === `"${words}"`,
});

async function read(value: unknown): ReturnType<typeof readSource> {
  return readSource(json, typeof value === "string" ? value : JSON.stringify(value, null, 2), "a.json");
}

describe("where posts stand", () => {
  it.each([
    [
      ["one", { text: "two" }],
      ["one", "two"],
    ],
    [{ text: "one" }, ["one"]],
    ['"one"', ["one"]],
    [{ posts: ["one"] }, ["one"]],
    [{ data: { items: [{ caption: "one" }] } }, ["one"]],
    [{ calendar: [{ schedule: "daily", copy: "one" }] }, ["one"]],
    [[["one", "two"]], ["one", "two"]],
    [[{ x: "one", linkedin: ["two", "three"] }], ["one", "two", "three"]],
    [[{ text: { x: "one", mySite: "two" } }], ["one", "two"]],
    [{ posts: [] }, []],
    [[], []],
  ])("reads %j", async (value, expected) => {
    const { posts, problems } = await read(value);
    expect(posts.map(({ text }) => text)).toEqual(expected);
    expect(problems).toEqual([]);
  });

  it("says what each post is", async () => {
    const { posts } = await read({
      author: "Sam",
      platform: "x",
      posts: [
        { id: 7, text: "one", first_comment: "more" },
        { thread: ["two", { text: "three", alt: "A loaf" }] },
        { text: { linkedin: "four" }, author: "Ana" },
        { id: 7, text: "five" },
      ],
    });
    expect(posts.map(({ id }) => id)).toEqual([
      "7",
      "7/comment",
      "a.json#2",
      "a.json#2/2",
      "a.json#3",
      "7~2",
    ]);
    expect(posts.map(({ author }) => author)).toEqual(["Sam", "Sam", "Sam", "Sam", "Ana", "Sam"]);
    expect(posts.map(({ platforms }) => platforms[0])).toEqual(["x", "x", "x", "x", "linkedin", "x"]);
    expect(posts.map(({ thread }) => thread)).toMatchObject([
      undefined,
      undefined,
      { part: 1, of: 2 },
      { part: 2, of: 2 },
      undefined,
      undefined,
    ]);
    expect(posts[1].role).toBe("comment");
    expect(posts[3].fields.alt).toBe("A loaf");
  });

  it("takes first comments from a list, and leaves what is no text", async () => {
    const { posts } = await read([
      { text: "one", first_comment: ["more", 7, "", "most"] },
      { text: "two", first_comment: { text: "no" } },
    ]);
    expect(posts.map(({ id, text, role }) => [id, text, role])).toEqual([
      ["a.json#1", "one", "post"],
      ["a.json#1/comment", "more", "comment"],
      ["a.json#1/comment-3", "most", "comment"],
      ["a.json#2", "two", "post"],
    ]);
  });

  it("reads the text where a thread holds none, or is no list", async () => {
    const { posts } = await read([
      { thread: [], text: "one" },
      { thread: "yes", text: "two" },
    ]);
    expect(posts.map(({ text, thread }) => [text, thread])).toEqual([
      ["one", undefined],
      ["two", undefined],
    ]);
  });

  it("reads platforms and ignore comments with nothing between their commas", async () => {
    const { posts, problems } = await read([
      { text: "one", platforms: "x, ,LinkedIn,", voicecheck: "human;; a/b;" },
    ]);
    expect(posts[0].platforms).toEqual(["x", "linkedin"]);
    expect(posts[0].waivers.map(({ names }) => names)).toEqual([["human"], ["a/b"]]);
    expect(problems).toEqual([]);
  });
});

describe("trouble", () => {
  it("keeps what stands before the spot where a file was cut", async () => {
    const { posts, problems } = await read(
      '{"posts": [\n {"text": "one"},\n {"text": "two", "media": ["a.jpg"], "al',
    );
    expect(posts.map(({ text }) => text)).toEqual(["one"]);
    expect(problems).toMatchObject([{ code: "bad-json", level: "error", line: 3, column: 38 }]);
  });

  it.each(['{"text": "one", ', '{"a": 1}}', "one"])("reads no post out of %s", async (file) => {
    const { posts, problems } = await read(file);
    expect(posts).toEqual([]);
    expect(problems).toMatchObject([{ code: "bad-json", level: "error" }]);
  });

  it("is a note where an item has no text", async () => {
    const { posts, problems } = await read([{ title: "one" }, { text: "two" }]);
    expect(posts).toHaveLength(1);
    expect(problems).toMatchObject([{ code: "no-text", level: "note", line: 2 }]);
  });

  it("is told of a key that comes twice, of which the last is used", async () => {
    const { posts, problems } = await read(
      '[{"text": "one",\n "text": "two"}, {"a": {"b": 1, "b": 2}, "text": "b"}]',
    );
    expect(posts.map(({ text, line }) => [text, line])).toEqual([
      ["two", 2],
      ["b", 2],
    ]);
    expect(problems).toMatchObject([
      { code: "bad-json", level: "error", line: 2, column: 2 },
      { code: "bad-json", level: "error", line: 2, column: 33 },
    ]);
  });

  it("leaves out a thread that is cut", async () => {
    expect((await read('["one", ["two", "thr')).posts.map(({ text }) => text)).toEqual(["one"]);
    expect((await read('[{"posts": ["one", "tw')).posts).toEqual([]);
  });

  it("is one note where nothing has a text", async () => {
    const { problems } = await read([{ title: "one" }, { title: "two" }, { a: 1 }]);
    expect(problems).toMatchObject([{ code: "no-text", message: expect.stringContaining("2 more values") }]);
  });

  it("is quick with many levels", async () => {
    const deep = `${"[".repeat(100_000)}${"]".repeat(100_000)}`;
    expect((await read(deep)).posts).toEqual([]);
    expect((await read(`${'{"data":'.repeat(10_000)}[]${"}".repeat(10_000)}`)).posts).toEqual([]);
  });

  it("has keys like __proto__ as any other", async () => {
    const { posts } = await read(
      '[{"__proto__":{"text":"no"},"text":"one"},{"constructor":"no","text":"two"}]',
    );
    expect(posts.map(({ text }) => text)).toEqual(["one", "two"]);
  });
});
