import { describe, expect, it } from "vitest";
import { text } from "../../src/inputs/text.ts";
import { inputContract, readSource } from "../inputs.contract.ts";

inputContract(text, { write: (texts) => texts.join("\n---\n"), isPlain: () => true });

async function textsOf(file: string): Promise<readonly string[]> {
  return (await readSource(text, file)).posts.map((post) => post.text);
}

describe("parts", () => {
  it.each([
    ["one\n---\ntwo", ["one", "two"]],
    ["one\n===\ntwo\n* * *\nthree", ["one", "two", "three"]],
    ["one\r\n--- \t\r\ntwo", ["one", "two"]],
    ["one\r---\rtwo", ["one", "two"]],
    ["\n\n---\n\none\n\n---\n", ["one"]],
    ["one\n----\ntwo\n--\n***\n - - -", ["one\n----\ntwo\n--\n***\n - - -"]],
    ["one\n ---\ntwo", ["one\n ---\ntwo"]],
    ["```\n---\n```\n---\ntwo", ["```\n---\n```", "two"]],
    ["~~~ sh\n---\n```\n---\n~~~~\n===\ntwo", ["~~~ sh\n---\n```\n---\n~~~~", "two"]],
    ["``` is a fence\n---\ntwo", ["``` is a fence", "two"]],
    ["```not` a fence\n---\n```\ntwo", ["```not` a fence", "```\ntwo"]],
    ["  \n\t one  \n two \n\n", ["one  \n two"]],
  ])("cuts %j", async (file, expected) => {
    expect(await textsOf(file)).toEqual(expected);
  });

  it("counts empty parts, too, and calls a single post after its file", async () => {
    const ids = async (file: string): Promise<unknown> =>
      (await readSource(text, file, "a.txt")).posts.map(({ id }) => id);
    expect(await ids("one\n---\n\n---\ntwo")).toEqual(["a.txt#1", "a.txt#3"]);
    expect(await ids("\n---\none")).toEqual(["a.txt"]);
  });

  it("says on which line a post begins", async () => {
    const { posts } = await readSource(text, "\n\none\n---\n\r\n  two");
    expect(posts.map(({ line }) => line)).toEqual([3, 6]);
  });
});

describe("threads", () => {
  it.each([
    [
      "1/3 One\n\n2/3 Two\nmore\n\nand more\n\n3/3 Three",
      ["1/3 One", "2/3 Two\nmore\n\nand more", "3/3 Three"],
    ],
    ["One 1/2\n\nTwo\n\nmore (2/2)", ["One 1/2", "Two\n\nmore (2/2)"]],
    ["🧵 1/ One\n\n2/ Two", ["🧵 1/ One", "2/ Two"]],
    ["(1/2) One\r\n \r\n(2/2) Two", ["(1/2) One", "(2/2) Two"]],
    ["1/3 One\n\n3/3 Three", ["1/3 One", "3/3 Three"]],
    ["1/2 cup of rye\n\n3/4 cup of oats", ["1/2 cup of rye\n\n3/4 cup of oats"]],
    ["One\n\n1/2 Two\n\n2/2 Three", ["One\n\n1/2 Two\n\n2/2 Three"]],
    ["2/3 Two\n\n3/3 Three", ["2/3 Two\n\n3/3 Three"]],
    ["1/2 One", ["1/2 One"]],
  ])("cuts %j", async (file, expected) => {
    expect(await textsOf(file)).toEqual(expected);
  });

  it("says which part each post is, and where it stands", async () => {
    const file = "1/2 One\n\n<!-- voicecheck-ignore human -->\n2/2 Two\n---\nThree";
    const { posts, problems } = await readSource(text, file, "a.txt");
    expect(problems).toEqual([]);
    expect(posts.map(({ id, line, thread }) => [id, line, thread?.part, thread?.of])).toEqual([
      ["a.txt#1", 1, 1, 2],
      ["a.txt#1/2", 4, 2, 2],
      ["a.txt#2", 6, undefined, undefined],
    ]);
    expect(posts.map(({ waivers }) => waivers.length)).toEqual([0, 1, 0]);
    const { offset, endOffset } = posts[1].locate({ start: 4, end: 7 });
    expect(file.slice(offset, endOffset)).toBe("Two");
  });

  it("are quick to be told from other texts", async () => {
    for (const file of [
      "1/2 a\n\n".repeat(50_000),
      "a 1/2\n\n".repeat(50_000),
      `${"\n".repeat(500_000)}1/2\n`,
    ]) {
      expect((await textsOf(file)).length).toBeGreaterThan(0);
    }
  });
});

describe("front matter", () => {
  it("holds for every part", async () => {
    const front =
      "platforms: [Twitter/X, LinkedIn]\nauthor: Ana\nspeaker: Employee\nkind: reply\nlang: en\ndate: 2026-06-01 09:30";
    const more =
      "account: '@acme'\ntitle: Hello\nmedia:\n  - a.jpg\n  - b.jpg\nalt: ''\nlink: ~\npaid: yes\nstatus: draft";
    const { posts, problems } = await readSource(text, `---\n${front}\n${more}\n---\none\n---\ntwo`);
    expect(problems).toEqual([]);
    expect(posts).toHaveLength(2);
    for (const post of posts) {
      expect(post).toMatchObject({
        platforms: ["x", "linkedin"],
        author: "Ana",
        speaker: "employee",
        kind: "reply",
        lang: "en",
        date: "2026-06-01T09:30",
        account: "@acme",
        fields: { title: "Hello", media: "a.jpg, b.jpg", alt: "", link: "", paid: "true", status: "draft" },
      });
    }
  });

  it("gives ids", async () => {
    const ids = async (file: string): Promise<unknown> =>
      (await readSource(text, file)).posts.map(({ id }) => id);
    expect(await ids("---\nid: 007\n---\none")).toEqual(["007"]);
    expect(await ids("---\nid: june\n---\none\n---\ntwo")).toEqual(["june#1", "june#2"]);
  });

  it("wins over what is known of the file", async () => {
    const source = { name: "a.txt", text: "---\nplatform: x\n---\nHello", report: () => {} };
    const { readAll } = await import("../../src/inputs/index.ts");
    const [post] = await readAll(text, { ...source, facts: { platforms: ["linkedin"], kind: "ad" } });
    expect(post).toMatchObject({ platforms: ["x"], kind: "ad" });
    const [other] = await readAll(text, { ...source, text: "Hello", facts: { platforms: ["linkedin"] } });
    expect(other.platforms).toEqual(["linkedin"]);
  });

  it("is none when it is no map, or reads like a post", async () => {
    expect(await textsOf("---\nWe open at nine.\n---\nCome by.")).toEqual(["We open at nine.", "Come by."]);
    expect(await textsOf("---\nBig news: we open at nine\n---\nCome by.")).toEqual([
      "Big news: we open at nine",
      "Come by.",
    ]);
    expect(await textsOf("---\nWe're live: join us\nWe love it\n---\nCome by.")).toEqual([
      "We're live: join us\nWe love it",
      "Come by.",
    ]);
    expect(await textsOf("---\nplatform: x\n")).toEqual(["platform: x"]);
    expect(await textsOf("\n---\nplatform: x\n---\none")).toEqual(["platform: x", "one"]);
  });

  it("says when none of its keys is known", async () => {
    const { posts, problems } = await readSource(text, "---\nTip: drink water\n---\none");
    expect(posts.map((post) => post.text)).toEqual(["one"]);
    expect(problems).toMatchObject([{ code: "unknown-front-matter", level: "note", line: 1 }]);
  });

  it("is a problem when it is broken, and the posts are still read", async () => {
    const { posts, problems } = await readSource(
      text,
      "---\nplatform: x\ntitle: Soon: more\n---\none\n---\ntwo",
    );
    expect(posts.map((post) => post.text)).toEqual(["one", "two"]);
    expect(problems).toMatchObject([{ code: "front-matter", level: "error", line: 3 }]);
  });

  it("is a problem when an alias leads nowhere", async () => {
    const { posts, problems } = await readSource(text, "---\nplatform: *a\n---\none");
    expect(posts).toHaveLength(1);
    expect(problems).toMatchObject([{ code: "front-matter", level: "error" }]);
  });

  it("notes dates and speakers that can't be used", async () => {
    const { posts, problems } = await readSource(
      text,
      "---\ndate: next Friday\nspeaker: boss\nauthor: Ana\n---\none",
    );
    expect(posts[0].date).toBeUndefined();
    expect(posts[0].speaker).toBeUndefined();
    expect(posts[0].author).toBe("Ana");
    expect(problems).toMatchObject([
      { code: "unknown-speaker", level: "note", line: 3, column: 10 },
      { code: "bad-date", level: "note", line: 2, column: 7 },
    ]);
  });

  it.each(["2026-02-30", "2026-13-01", "1.13.2026", "June 1", "2026-06-01Tmorning"])(
    "takes %s for no date",
    async (date) => {
      expect((await readSource(text, `---\ndate: ${date}\n---\none`)).posts[0].date).toBeUndefined();
    },
  );

  it("may hold the posts itself", async () => {
    const { posts, problems } = await readSource(text, "---\ntitle: T\nsocial:\n  x: Hello\n---\nbody");
    expect(posts).toMatchObject([{ text: "Hello", platforms: ["x"], line: 4 }]);
    expect(problems).toEqual([]);
  });

  it("takes a platform under the name social", async () => {
    expect((await readSource(text, "---\nsocial: Insta & fb\n---\none")).posts[0].platforms).toEqual([
      "instagram",
      "facebook",
    ]);
  });
});

describe("ignore comments", () => {
  const at = (file: string, words: string): unknown => ({
    offset: file.indexOf(words),
    endOffset: file.indexOf(words) + words.length,
  });

  it("stand on lines of their own, before the text or inside it", async () => {
    const first =
      "<!-- voicecheck-ignore corporate/jargon, commercial until=2026-12-31 -- our product's name -->";
    const second = "<!--voicecheck-ignore claims-->";
    const file = `\n  ${first}\nWe leverage it.\n${second}  \nOften.\n`;
    const { posts, problems } = await readSource(text, file);
    expect(problems).toEqual([]);
    expect(posts[0].text).toBe("We leverage it.\nOften.");
    expect(posts[0].line).toBe(3);
    expect(posts[0].waivers).toMatchObject([
      {
        names: ["corporate/jargon", "commercial"],
        until: "2026-12-31",
        reason: "our product's name",
        text: first,
        place: { line: 2, column: 3, ...Object(at(file, first)) },
      },
      { names: ["claims"], text: second, place: { line: 4, column: 1, ...Object(at(file, second)) } },
    ]);
    expect(posts[0].waivers[1].until).toBeUndefined();
    expect(posts[0].waivers[1].reason).toBeUndefined();
  });

  it("keep the places on both sides true", async () => {
    const file = "one two\r\n<!-- voicecheck-ignore a -->\r\nthree";
    const [post] = (await readSource(text, file)).posts;
    expect(post.text).toBe("one two\nthree");
    const place = post.locate({ start: 8, end: 13 });
    expect(file.slice(place.offset, place.endOffset)).toBe("three");
    expect(place).toMatchObject({ line: 3, column: 1 });
    expect(place.exact).toBeUndefined();
    const across = post.locate({ start: 4, end: 13 });
    expect(across).toMatchObject({ offset: 4, endOffset: file.length, exact: false });
  });

  it("hold for their own part only", async () => {
    const { posts } = await readSource(text, "<!-- voicecheck-ignore a -->\none\n---\ntwo");
    expect(posts.map(({ waivers }) => waivers.length)).toEqual([1, 0]);
  });

  it("stand in front matter for all parts, as comments or under a key", async () => {
    const front =
      '# voicecheck-ignore a\nplatform: x # voicecheck-ignore b -- why\nvoicecheck: "c, d; e until=2026-12-31"\ntitle: "# voicecheck-ignore f"';
    const { posts, problems } = await readSource(text, `---\n${front}\n---\none\n---\ntwo`);
    expect(problems).toEqual([]);
    expect(posts.map(({ waivers }) => waivers.map(({ names, shared }) => [...names, shared]))).toEqual([
      [
        ["a", "first"],
        ["b", "first"],
        ["c", "d", "first"],
        ["e", "first"],
      ],
      [
        ["a", "again"],
        ["b", "again"],
        ["c", "d", "again"],
        ["e", "again"],
      ],
    ]);
    expect(posts[0].waivers[1]).toMatchObject({ reason: "why", place: { line: 3, column: 13 } });
    expect(posts[0].waivers[2]).toMatchObject({
      place: { line: 4, column: 13 },
      text: '"c, d; e until=2026-12-31"',
    });
  });

  it("are not shared where there is one post", async () => {
    const { posts } = await readSource(text, "---\n# voicecheck-ignore a\n---\none\n---\n");
    expect(posts[0].waivers).toMatchObject([{ names: ["a"] }]);
    expect(posts[0].waivers[0].shared).toBeUndefined();
  });

  it("are words of the post inside a fence", async () => {
    const file = "```\n<!-- voicecheck-ignore a -->\n```";
    expect((await readSource(text, file)).posts[0]).toMatchObject({ text: file, waivers: [] });
  });

  it.each([
    ["<!-- voicecheck-ignore -->", "names no rule"],
    ["<!-- voicecheck-ignore -- why -->", "names no rule"],
    ["<!-- voicecheck-ignore a until=soon -->", "“soon”"],
    ["<!-- voicecheck-ignore a unitl=2026-12-31 -->", "“unitl=2026-12-31”"],
  ])("that can't be read are problems: %s", async (comment, said) => {
    const { posts, problems } = await readSource(text, `one\n ${comment}\ntwo`);
    expect(posts[0]).toMatchObject({ text: "one\ntwo", waivers: [] });
    expect(problems).toMatchObject([{ code: "bad-waiver", level: "error", line: 2, column: 2 }]);
    expect(problems[0].message).toContain(said);
  });

  it.each([
    "one <!-- voicecheck-ignore a -->",
    "<!-- voicecheck-ignore a --> one",
    "<!-- voicecheck-ignore a\n-->",
  ])("that share their line hold for nothing, and that is said: %j", async (file) => {
    const { posts, problems } = await readSource(text, file);
    expect(posts[0]).toMatchObject({ text: file, waivers: [] });
    expect(problems).toMatchObject([{ code: "waiver-not-alone", level: "note", line: 1 }]);
  });

  it("without a post are noted", async () => {
    const { problems } = await readSource(text, "one\n---\n<!-- voicecheck-ignore a -->\n---\ntwo");
    expect(problems).toMatchObject([{ code: "waiver-without-post", line: 3, level: "note" }]);
  });

  it("are not taken from words that merely mention them", async () => {
    const { posts, problems } = await readSource(
      text,
      "Write voicecheck-ignore to spare a flag.\n<!-- voicecheck-ignored a -->",
    );
    expect(posts[0].waivers).toEqual([]);
    expect(problems).toHaveLength(1);
  });
});

it("stays linear in the number of lines and fences", async () => {
  const lines = "a\n```x`\n".repeat(100_000);
  expect((await readSource(text, `${lines}<!-- voicecheck-ignore a -->\n`)).posts[0].waivers).toHaveLength(1);
  const fences = Array.from({ length: 1000 }, (_, index) => "`".repeat(1003 - index)).join(" x\n");
  expect((await readSource(text, fences)).posts).toHaveLength(1);
});
