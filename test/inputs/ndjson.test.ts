import { describe, expect, it } from "vitest";
import { ndjson } from "../../src/inputs/ndjson.ts";
import { isReadable, type LinePosts, readLine } from "../../src/inputs/ndjson-line.ts";
import type { Problem } from "../../src/types.ts";
import { inputContract, readSource } from "../inputs.contract.ts";

inputContract(ndjson, {
  write: (texts) =>
    texts.map((text, index) => JSON.stringify(index % 2 === 0 ? { kind: "ad", text } : text)).join("\r\n"),
  isPlain: (words) => JSON.stringify(words) === `"${words}"`,
});

async function read(...lines: readonly unknown[]): ReturnType<typeof readSource> {
  return readSource(
    ndjson,
    lines.map((line) => (typeof line === "string" ? line : JSON.stringify(line))).join("\n"),
    "a.ndjson",
  );
}

/** The words that a place covers. */
function at(
  file: string,
  { offset, endOffset }: { readonly offset: number; readonly endOffset: number },
): string {
  return file.slice(offset, endOffset);
}

describe("a line", () => {
  it.each([
    "text",
    "message",
    "post",
    "content",
    "caption",
    "body",
    "post_text",
    "Message Text",
    "tweet",
    "postCopy",
  ])("has its text under %j", async (key) => {
    const { posts, problems } = await read({ other: "no", [key]: "Hello" });
    expect(posts.map(({ text }) => text)).toEqual(["Hello"]);
    expect(problems).toEqual([]);
  });

  it("takes the best of several texts, and none that is empty or no text", async () => {
    const { posts } = await read(
      { body: "worse", message: "better" },
      { message: "", text: "there" },
      { message: 3, text: "here" },
    );
    expect(posts.map(({ text }) => text)).toEqual(["better", "there", "here"]);
  });

  it("may be a text alone", async () => {
    expect((await read('"Hello"')).posts[0]).toMatchObject({ text: "Hello", line: 1, id: "a.ndjson" });
  });

  it("carries what is known beside the text", async () => {
    const about = {
      platform: "Twitter/X",
      author: "Ana",
      account: "@acme",
      speaker: "brand",
      kind: "reply",
      lang: "de",
    };
    const more = {
      date: "2026-06-01",
      title: "T",
      media: ["a.jpg", { url: "b.jpg" }],
      alt: "",
      link: null,
      status: "draft",
      paid: true,
    };
    const { posts, problems } = await read({
      text: "Hello",
      ...about,
      ...more,
      fields: { campaign: "June", size: 3 },
    });
    expect(problems).toEqual([]);
    expect(posts[0]).toMatchObject({
      platforms: ["x"],
      author: "Ana",
      account: "@acme",
      speaker: "brand",
      kind: "reply",
      lang: "de",
      date: "2026-06-01",
      fields: {
        title: "T",
        media: "a.jpg, b.jpg",
        alt: "",
        link: "",
        status: "draft",
        paid: "true",
        campaign: "June",
        size: "3",
      },
    });
  });

  it.each([
    [true, "true"],
    ["yes", "true"],
    [false, ""],
    ["no", ""],
    ["Oatly", "Oatly"],
  ])("says of paid: %j", async (paid, expected) => {
    expect((await read({ text: "Hello", paid })).posts[0].fields.paid).toBe(expected);
  });

  it.each([
    ["x, linkedin", ["x", "linkedin"]],
    ["Twitter/X", ["x"]],
    ["X (Twitter)", ["x"]],
    [
      "Insta; FB | Threads + Bluesky & LinkedIn Page",
      ["instagram", "facebook", "threads", "bluesky", "linkedin"],
    ],
    [
      ["x", "Google Business"],
      ["x", "google-business"],
    ],
    ["", []],
  ])("goes to platforms %j", async (platforms, expected) => {
    expect((await read({ text: "Hello", platforms })).posts[0].platforms).toEqual(expected);
  });

  it("has keys with any signs as any other", async () => {
    const lines = ['{"a\\u0000text":"no"}', '{"a":"x","text":"one"}'];
    expect((await readSource(ndjson, lines.join("\n"))).posts.map(({ text }) => text)).toEqual(["one"]);
  });

  it("has keys like __proto__ as any other", async () => {
    const { posts } = await readSource(
      ndjson,
      '{"__proto__":{"text":"no"},"text":"Hello","fields":{"__proto__":"x"}}',
    );
    expect(posts.map(({ text }) => text)).toEqual(["Hello"]);
    expect(Object.keys(posts[0].fields)).toEqual(["__proto__"]);
  });
});

describe("ids", () => {
  it("keep their type, and are told apart", async () => {
    const { posts, problems } = await read(
      { id: 7, text: "a" },
      { id: "7b", text: "b" },
      { text: "c" },
      { id: 7, text: "d" },
      { id: "", text: "e" },
    );
    expect(posts.map(({ id }) => id)).toEqual([7, "7b", "a.ndjson#3", "7~2", "a.ndjson#5"]);
    expect(problems).toMatchObject([{ code: "same-id", level: "note", line: 4 }]);
  });

  it("are the digits where a number is too long for JavaScript", async () => {
    const { posts } = await read(
      '{"id":12345678901234567891,"text":"a"}',
      '{"id":-12345678901234567891,"text":"b"}',
    );
    expect(posts.map(({ id }) => id)).toEqual(["12345678901234567891", "-12345678901234567891"]);
  });

  it("count all lines, blank ones too", async () => {
    const { posts } = await readSource(ndjson, '\n"a"\r\n \r\n"b"\r"c"', "a.ndjson");
    expect(posts.map(({ id, line }) => [id, line])).toEqual([
      ["a.ndjson#2", 2],
      ["a.ndjson#4", 4],
      ["a.ndjson#5", 5],
    ]);
  });
});

describe("several posts on a line", () => {
  it("are the texts for each platform", async () => {
    const { posts } = await read({
      id: "a",
      platform: "none",
      text: { Twitter: "short", linkedin: "long", x: " " },
    });
    expect(posts.map(({ id, text, platforms }) => [id, text, platforms])).toEqual([
      ["a", "short", ["x"]],
      ["a/linkedin", "long", ["linkedin"]],
    ]);
    expect((await read({ social: { x: "Hello" } })).posts[0]).toMatchObject({
      text: "Hello",
      platforms: ["x"],
    });
  });

  it("are the parts of a thread", async () => {
    const { posts } = await read(
      { id: 1, thread: ["one", { text: "two" }], title: "T" },
      { text: ["one", "two"] },
    );
    expect(posts.map(({ id, text, thread }) => [id, text, thread])).toEqual([
      [1, "one", { part: 1, of: 2 }],
      ["1/2", "two", { part: 2, of: 2, first: "one" }],
      ["a.ndjson#2", "one", { part: 1, of: 2 }],
      ["a.ndjson#2/2", "two", { part: 2, of: 2, first: "one" }],
    ]);
    expect(posts.slice(0, 2).map(({ fields }) => fields)).toEqual([{ title: "T" }, {}]);
  });

  it("are the first comment, too", async () => {
    const { posts } = await read({ id: "a", text: "one", first_comment: "two" });
    expect(posts.map(({ id, text, role }) => [id, text, role])).toEqual([
      ["a", "one", "post"],
      ["a/comment", "two", "comment"],
    ]);
  });

  it("keep a second id apart as a whole", async () => {
    const { posts } = await read({ id: 1, text: "a" }, { id: 1, thread: ["b", "c"] });
    expect(posts.map(({ id }) => id)).toEqual([1, "1~2", "1~2/2"]);
  });
});

describe("places", () => {
  it.each([
    ['{"text":"We leverage it"}', "leverage", "leverage"],
    ['{"text":"no","other":"leverage"}', "no", "no"],
    ['{"other":"a leverage","text":"b leverage"}', "leverage", "leverage"],
    ['{"text":"old leverage","text":"new leverage"}', "leverage", "leverage"],
    ['{ "te\\u0078t" : "a\\tleverage\\"" }', "leverage", "leverage"],
    ['{"text":"\\n\\r\\n We leverage\\r\\n"}', "leverage", "leverage"],
    ['{"text":{"x":"\\\\n leverage"}}', "leverage", "leverage"],
    ['{"thread":["a",{"text":"leverage"}]}', "leverage", "leverage"],
    ['"[\\"leverage\\"]"', "leverage", "leverage"],
  ])("are exact beside escapes: %s", async (line, words, expected) => {
    const file = `"first"\n${line}`;
    const { posts } = await readSource(ndjson, file);
    const post = posts.findLast(({ text }) => text.includes(words));
    const start = post?.text.indexOf(words) ?? -1;
    const place = post?.locate({ start, end: start + words.length });
    expect(place).toMatchObject({
      line: 2,
      column: file.lastIndexOf(words) - '"first"\n'.length + 1,
      offset: file.lastIndexOf(words),
    });
    expect(at(file, place ?? { offset: 0, endOffset: 0 })).toBe(expected);
    expect(place?.exact).toBeUndefined();
  });

  it.each([
    ['{"text":"We l\\u0065verage it"}', "leverage"],
    ['{"text":"We circle\\nback it"}', "circle\nback"],
    ['{"text":"So \\ud83d\\ude80"}', "🚀"],
    ['{"text":"end\\r\\nof"}', "\n"],
  ])("cover the text where an escape is inside: %s", async (file, words) => {
    const [post] = (await readSource(ndjson, file)).posts;
    const start = post.text.indexOf(words);
    const place = post.locate({ start, end: start + words.length });
    expect(place.exact).toBe(false);
    expect(at(file, place)).toBe(file.slice('{"text":"'.length, -'"}'.length));
  });
});

describe("ignore comments", () => {
  it("stand under the key voicecheck", async () => {
    const file =
      '{"text":"Hello","voicecheck":"corporate/jargon until=2026-12-31 -- why; voicecheck-ignore claims"}\n{"text":"a","voicecheck":["b","c, d"]}\n{"text":"e","voicecheck":null}';
    const { posts, problems } = await readSource(ndjson, file);
    expect(problems).toEqual([]);
    expect(posts.map(({ waivers }) => waivers.map(({ names }) => names))).toEqual([
      [["corporate/jargon"], ["claims"]],
      [["b"], ["c", "d"]],
      [],
    ]);
    const [first] = posts[0].waivers;
    expect(first).toMatchObject({ until: "2026-12-31", reason: "why", place: { line: 1 } });
    expect(at(file, first.place)).toBe(first.text);
    expect(at(file, posts[1].waivers[1].place)).toBe("c, d");
  });

  it("that can't be read are problems", async () => {
    const { problems } = await read({ text: "Hello", voicecheck: "until=2026-12-31" });
    expect(problems).toMatchObject([{ code: "bad-waiver", level: "error", line: 1 }]);
  });
});

describe("trouble", () => {
  it("with one line stops no other", async () => {
    const { posts, problems } = await read({ text: "one" }, '{"text":"two"', { text: "three" });
    expect(posts.map(({ text }) => text)).toEqual(["one", "three"]);
    expect(problems).toMatchObject([{ code: "bad-json", level: "error", line: 2, column: 14 }]);
  });

  it.each(["{}", "[]", "3", "null", '{"title":"T"}', '{"text":""}', '{"text":{"x":{"y":"z"}}}', '[""]'])(
    "is a note for a line without a text: %s",
    async (line) => {
      const { posts, problems } = await read(line, '"next"');
      expect(posts.map(({ text }) => text)).toEqual(["next"]);
      expect(problems).toMatchObject([{ code: "no-text", level: "note", line: 1 }]);
    },
  );

  it("with a value is a note, and the post is still checked", async () => {
    const { posts, problems } = await read({ text: "one", date: "soon" });
    expect(posts).toHaveLength(1);
    expect(problems).toMatchObject([{ code: "bad-date", level: "note", line: 1 }]);
  });
});

describe("a line of a stream", () => {
  const problems: Omit<Problem, "source">[] = [];
  const source = {
    name: "-",
    report: (problem: Omit<Problem, "source">): void => void problems.push(problem),
  };
  const readOne = (text: string): LinePosts => {
    const result = readLine({ text, line: 5, offset: 100 }, source);
    if (!isReadable(result)) throw new Error(result.problem.message);
    return result;
  };

  it.each([
    ['{"id":7,"text":"a"}', 7],
    ['{"id":"7","text":"a"}', "7"],
    ['{"id":null,"text":"a"}', null],
    ['{"id":{"a":1},"text":""}', { a: 1 }],
    ['{"text":"a"}', "-#5"],
    ["3", "-#5"],
  ])("gives its id in its own type: %s", (line, id) => {
    expect(readOne(line)).toMatchObject({ id });
  });

  it("gives a long number as written", () => {
    expect(readOne('{"id":12345678901234567891}')).toMatchObject({
      posts: [],
      writtenId: "12345678901234567891",
    });
  });

  it("has places in the whole stream", () => {
    const [post] = readOne('{"text":"We leverage"}').posts;
    expect(post.line).toBe(5);
    expect(post.locate({ start: 3, end: 11 })).toEqual({
      line: 5,
      column: 13,
      endLine: 5,
      endColumn: 21,
      offset: 112,
      endOffset: 120,
    });
  });

  it("that is no JSON is given back with its column", () => {
    expect(readLine({ text: "{nope}", line: 5, offset: 100 }, source)).toMatchObject({
      problem: { code: "bad-json", line: 5, column: 2, level: "error" },
    });
  });
});
