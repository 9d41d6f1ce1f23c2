import { describe, expect, it } from "vitest";
import { markdown } from "../../src/inputs/markdown.ts";
import { mask } from "../../src/text/mask.ts";
import type { Post } from "../../src/types.ts";
import { inputContract, readSource } from "../inputs.contract.ts";

inputContract(markdown, {
  write: ([text]) => text,
  isPlain: () => true,
  bits: [
    "**",
    "_",
    "`",
    "```\n",
    "[a](b)",
    "](",
    "![",
    "<b>",
    "<!-- c -->",
    "&amp;",
    "\n> ",
    "\n- ",
    "\n1. ",
    "\n# ",
    "\n    ",
    "| a | b |\n|--|--|\n",
    "[x]: /u",
  ],
});

async function read(file: string): Promise<Post> {
  const { posts, problems } = await readSource(markdown, file);
  expect(problems).toEqual([]);
  expect(posts).toHaveLength(1);
  return posts[0];
}

/** The words that are left when all that is hidden is blanked. */
async function proseOf(file: string): Promise<string> {
  const { text, hidden } = await read(file);
  return mask(text, hidden).replace(/\s+/gu, " ").trim();
}

describe("what is prose in Markdown", () => {
  it.each([
    ["We **really** _leverage_ ~~old~~ ***it***", "We really leverage old it"],
    ["# We won #\n\nText\n====\n\nMore\n---", "We won Text More"],
    ["See [our page](pages/leverage.md) now", "See our page now"],
    ["See [our page](pages/x.md 'leverage it') now", "See our page now"],
    ["See [our page](https://a.example/x_(y)) now", "See our page https://a.example/x_(y) now"],
    ['See [our page]( <https://a.example/x> "leverage it") now', "See our page https://a.example/x now"],
    ["See [our page](www.a.example).", "See our page www.a.example ."],
    ["See [our **big** page][p]\n\n[p]: https://a.example 'leverage'", "See our big page"],
    ["See [p]\n\n[p]: /u", "See p"],
    ["See [](u) here", "See here"],
    ["Write to <ana@a.example> or <https://a.example>", "Write to ana@a.example or https://a.example"],
    [
      'Look ![two loaves](img/leverage.jpg "synergy") and ![][i] and ![three][i]\n\n[i]: x.jpg',
      "Look two loaves and and three",
    ],
    ["Look ![a \\[big\\] loaf &amp; oats](img/leverage.jpg) now", "Look a \\[big\\] loaf &amp; oats now"],
    ["Use `leverage` and ``a ` b`` now", "Use and now"],
    ["One\n\n    leverage it\n\nTwo", "One Two"],
    ["One\n\n```js\nleverage()\n```\nTwo\n~~~\nx", "One Two"],
    ["One <!-- leverage\nit --> <b class='leverage'>two</b> <br/>three", "One two three"],
    ["<div title='leverage'>\none\n</div>\n\n<!-- leverage -->\n\n<style>\nleverage\n</style>", "one"],
    ["> one\n> two **three**\nfour\n> > five", "one two three four five"],
    ["- [ ] one\n- [x] two\n- three", "- one - two - three"],
    ["1. one\n2. two", "1. one 2. two"],
    ["| **a** | b |\n|:--|--:|\n| c `d` | |", "a b c"],
    ["One[^1]\n\n[^1]: two", "One two"],
    ["A \\* star &amp; more&nbsp;text \\o/ & co", "A * star more text \\o/ & co"],
    ["one\\\ntwo  \nthree", "one two three"],
    ["one\n\n***\n\ntwo", "one two"],
    ["[Your Name] and {{x}} and [x] stay", "[Your Name] and {{x}} and [x] stay"],
  ])("%j", async (file, prose) => {
    expect(await proseOf(file)).toBe(prose);
  });

  it("keeps code and cells apart from their neighbours, but not words in bold", async () => {
    const { text, hidden } = await read("circle **back** `x`\n\n| a | b |\n|---|---|\n");
    const kinds = hidden.map(({ start, end, markup }) => [text.slice(start, end), markup]);
    expect(kinds.slice(0, 3)).toEqual([
      ["**", true],
      ["**", true],
      ["`x`", undefined],
    ]);
    expect(kinds.slice(3).every(([, markup]) => markup === undefined)).toBe(true);
  });
});

describe("the post of a Markdown file", () => {
  it("is the body as it stands, with true places", async () => {
    const file = "---\r\ntitle: T\r\nplatform: linkedin\r\n---\r\n\r\n# We *leverage*\r\n\r\nit.\r\n";
    const post = await read(file);
    expect(post).toMatchObject({
      id: "file.md",
      text: "# We *leverage*\n\nit.",
      line: 6,
      platforms: ["linkedin"],
      fields: { title: "T" },
    });
    const start = post.text.indexOf("leverage");
    expect(post.locate({ start, end: start + 8 })).toMatchObject({
      line: 6,
      column: 7,
      offset: file.indexOf("leverage"),
    });
  });

  it("doesn't hold its ignore comments, and other comments are hidden", async () => {
    const file =
      "<!-- voicecheck-ignore corporate -- why -->\n\nOne\n  <!-- voicecheck-ignore claims -->\ntwo\n\n<!-- note -->";
    const post = await read(file);
    expect(post.text).toBe("One\ntwo\n\n<!-- note -->");
    expect(post.waivers.map(({ names }) => names)).toEqual([["corporate"], ["claims"]]);
    expect(post.line).toBe(3);
  });

  it("is one, whatever lines stand in it", async () => {
    expect((await read("one\n\n---\n\ntwo\n\n===\n")).text).toBe("one\n\n---\n\ntwo\n\n===");
  });

  it("is none without a body", async () => {
    expect(await readSource(markdown, "---\ntitle: T\n---\n")).toEqual({ posts: [], problems: [] });
  });

  it("takes its id and ignore comments from the front matter", async () => {
    const post = await read("---\nid: june\nvoicecheck: corporate\n---\nOne");
    expect(post.id).toBe("june");
    expect(post.waivers).toMatchObject([{ names: ["corporate"] }]);
  });

  it("begins with an odd mark or none", async () => {
    const post = await read("\ufeff**a** b");
    expect(mask(post.text, post.hidden).trim()).toBe("a   b");
  });

  it("is no post where the front matter holds the posts", async () => {
    const front =
      "title: Our rye\nauthor: Ana\nsocial:\n  x: Rye **at** nine\n  LinkedIn: >-\n    The long story\n    of our rye\n  threads: [One, Two]";
    const file = `---\n${front}\n---\nbody`;
    const { posts, problems } = await readSource(markdown, file, "a.md");
    expect(problems).toEqual([]);
    expect(
      posts.map(({ id, text, platforms, author, line }) => [id, text, platforms[0], author, line]),
    ).toEqual([
      ["a.md", "Rye **at** nine", "x", "Ana", 5],
      ["a.md/linkedin", "The long story of our rye", "linkedin", "Ana", 7],
      ["a.md/threads", "One", "threads", "Ana", 9],
      ["a.md/threads/2", "Two", "threads", "Ana", 9],
    ]);
    const { offset, endOffset } = posts[1].locate({ start: 4, end: 8 });
    expect(file.slice(offset, endOffset)).toBe("long");
  });
});

it("tells of posts in front matter that can't be read", async () => {
  const { posts, problems } = await readSource(markdown, "---\nsocial: {x: *a}\n---\nbody");
  expect(problems[0]).toMatchObject({ level: "error", line: 2 });
  expect(posts.length).toBeLessThanOrEqual(1);
});

describe("hostile Markdown", () => {
  it.each([
    ["brackets", "[".repeat(20_000)],
    ["links in links", `${"[".repeat(5000)}a${"](b)".repeat(5000)}`],
    ["stars", `${"*a **b ".repeat(5000)}${"c** d*".repeat(5000)}`],
    ["comments", "a <!-- ".repeat(10_000)],
    ["references", "[a]".repeat(10_000)],
    ["quotations", `${"> ".repeat(5000)}a`],
    ["lists", `${"- ".repeat(5000)}a`],
    ["entities", "&a;".repeat(10_000)],
  ])(
    "is read: %s",
    async (_name, file) => {
      expect((await read(file)).text).toBe(file.trim());
    },
    10_000,
  );

  it("doesn't spoil its neighbours", async () => {
    expect(await proseOf(`**one**\n\n${"[".repeat(1000)}\n\n\`two\` **three**`)).toBe(
      `one ${"[".repeat(1000)} three`,
    );
  });
});

describe("long Markdown", () => {
  const filler = "All of this is plain and dull.\n\n".repeat(1500);

  it("is read in pieces as it would be whole", async () => {
    const code = `\`\`\`\n${"x\n\ny\n".repeat(12_000)}\`\`\`\n\n`;
    const comment = `<!--\n\n${"leverage it\n\n".repeat(4000)}-->\n\n`;
    const file = `${filler}See [our page][p] and **more**.\n\n${code}${comment}${filler}**End**.\n\n[p]: /u\n`;
    const prose = await proseOf(file);
    expect(prose).not.toMatch(/leverage|x y|\*|\[/u);
    expect(prose).toContain("See our page and more .");
    expect(prose).toMatch(/End \.$/u);
  });

  it("is cut between lines where it has no paragraphs", async () => {
    const prose = await proseOf("- one **two**\n".repeat(8000));
    expect(prose.replaceAll("- one two", "").trim()).toBe("");
  });
});
