import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cellText, rowsOf } from "../../src/inputs/csv-rows.ts";
import { inputs } from "../../src/inputs/index.ts";
import type { Source } from "../../src/types.ts";
import { inputContract, readSource } from "../inputs.contract.ts";
import { runs } from "../runs.ts";

const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;

const [csv] = inputs.filter(({ name }) => name === "csv");

inputContract(csv, {
  write: (texts) => ["date,text", ...texts.map((text) => `2026-06-01,${quoted(text)}`)].join("\r\n"),
  isPlain: (words) => !words.includes('"'),
  bits: ['""', ",", ";", '","'],
});

async function read(...lines: readonly string[]): ReturnType<typeof readSource> {
  return readSource(csv, lines.join("\n"), "a.csv");
}

async function textsOf(...lines: readonly string[]): Promise<readonly string[]> {
  return (await read(...lines)).posts.map(({ text }) => text);
}

describe("sheets of schedulers", () => {
  it.each([
    [
      "Sprout Social",
      ["date,time_24hr,message_text", "2026-06-01,14:30,Rye at nine"],
      { date: "2026-06-01T14:30" },
    ],
    [
      "Hootsuite",
      ["06/30/2026 09:00,Rye at nine,https://example.com/a"],
      { date: "2026-06-30T09:00", fields: { link: "https://example.com/a" } },
    ],
    [
      "Buffer",
      ["Text,Image URL,Tags,Posting Time", "Rye at nine,https://example.com/a.jpg,bread,2026-06-01 09:00"],
      { date: "2026-06-01T09:00", fields: { media: "https://example.com/a.jpg" } },
    ],
    [
      "Publer",
      [
        "Date - Intl. format or prompt,Text,Link(s) - Separated by comma,Media URL(s) - Separated by comma,Title - For the video,Label(s),Alt text(s),Comment(s)",
        '2026-06-01 09:00,Rye at nine,,https://example.com/a.jpg,Rye,"bread,rye",A loaf,',
      ],
      { date: "2026-06-01T09:00", fields: { title: "Rye", alt: "A loaf" } },
    ],
    [
      "Ayrshare",
      ["post,platforms,mediaUrls,scheduleDate", 'Rye at nine,"twitter, facebook",,2026-06-01T09:00:00Z'],
      { platforms: ["x", "facebook"], date: "2026-06-01T09:00:00Z" },
    ],
    [
      "HighLevel",
      [
        "postAtSpecificTime (YYYY-MM-DD HH:mm:ss),content,link (OGmetaUrl),imageUrls,gifUrl,videoUrls",
        "2026-06-01 09:00:00,Rye at nine,https://example.com/a,,,",
      ],
      { date: "2026-06-01T09:00:00", fields: { link: "https://example.com/a" } },
    ],
    [
      "Oktopost",
      ["Network,Profile,Message,Link,Date,Time", "LinkedIn,@acme,Rye at nine,,2026-06-01,09:00"],
      { platforms: ["linkedin"], account: "@acme", date: "2026-06-01T09:00" },
    ],
    [
      "a company",
      [
        "Date,Day,Week,Platform,Content Type,Theme,Hook,Full Caption,Hashtags,CTA,Link,Media,Status,Notes",
        "2026-06-01,Mon,23,Insta,Reel,Bread,A hook that is rather long for a hook,Rye at nine,#rye,Come by,,,done,Ask Sam for the picture of the oven first",
      ],
      { platforms: ["instagram"], kind: "Reel", fields: { hashtags: "#rye", status: "done" } },
    ],
  ])("reads one of %s", async (_name, lines, expected) => {
    const { posts } = await read(...lines);
    expect(posts).toHaveLength(1);
    expect(posts[0]).toMatchObject({ text: "Rye at nine", ...expected });
  });

  it("takes MagicSync's comments for the first comment, and other comments for notes", async () => {
    const { posts } = await read(
      "content,image_url,scheduled_time,comments",
      "Rye at nine,,2026-06-01 09:00,More in the shop",
    );
    expect(posts.map(({ text, role }) => [text, role])).toEqual([
      ["Rye at nine", "post"],
      ["More in the shop", "comment"],
    ]);
    expect(await textsOf("content,comments", "Rye at nine,looks good to me")).toEqual(["Rye at nine"]);
  });

  it.each([
    ["MagicSync", "content,image_url,scheduled_time,comments", "Rye,,", ";"],
    ["Publer", "Date,Text,Link(s),Media URL(s),Comment(s) - Separated by ||", ",Rye,,", "||"],
  ])("takes the first comments of %s apart, in their places", async (_name, header, cells, mark) => {
    const file = `${header}\r\n${cells},"One ""a"" ${mark}\r\ntwo${mark}  ${mark} three"\r\n`;
    const { posts } = await readSource(csv, file, "a.csv");
    expect(posts.map(({ id, text, line }) => [id, text, line])).toEqual([
      ["a.csv#1", "Rye", 2],
      ["a.csv#1/comment", 'One "a"', 2],
      ["a.csv#1/comment-2", "two", 3],
      ["a.csv#1/comment-3", "three", 3],
    ]);
    for (const { text, locate } of posts.slice(2)) {
      const { offset, endOffset } = locate({ start: 0, end: text.length });
      expect(file.slice(offset, endOffset)).toBe(text);
    }
  });

  it("leaves picture, link and tags with the first post of a row", async () => {
    const { posts } = await read(
      "text,media,alt,link,hashtags,first comment,author",
      "Rye,a.jpg,,https://a.example,#rye,Oats,Ana",
    );
    expect(posts.map(({ fields, author }) => [fields, author])).toEqual([
      [
        {
          media: "a.jpg",
          alt: "",
          link: "https://a.example",
          hashtags: "#rye",
          comment: "Oats",
        },
        "Ana",
      ],
      [{}, "Ana"],
    ]);
  });
});

describe("columns", () => {
  it("are guessed by what they hold, and that is said", async () => {
    const { posts, problems } = await read(
      "Wann,Wort,Bild",
      "2026-06-01,We bake rye at nine,https://example.com/a.jpg",
    );
    expect(posts.map(({ text }) => text)).toEqual(["We bake rye at nine"]);
    expect(problems).toMatchObject([
      { code: "guessed-column", level: "note", message: expect.stringContaining("“Wort”") },
    ]);
  });

  it.each([
    [["text,id", "one,7"], []],
    [["Copy,Caption", "one,two"], ["guessed-column"]],
    [["a sentence that is a post.", "and another one of them"], ["guessed-column"]],
    [["a,b", "1,2"], ["no-text-column"]],
    [["Title,Status,Link", "Our rye at nine,done and dusted,https://example.com"], ["no-text-column"]],
    [["text,date", ""], []],
    [["some,names"], []],
  ])("say what must be known of %j", async (lines, codes) => {
    expect((await read(...lines)).problems.map(({ code }) => code)).toEqual(codes);
  });

  it("count a row without a name as a post where it is one", async () => {
    expect(await textsOf("We bake rye at nine. Come by!", '"And oats at ten, says Ana"')).toEqual([
      "We bake rye at nine. Come by!",
      "And oats at ten, says Ana",
    ]);
  });

  it("may hold the words of one platform each", async () => {
    const { posts } = await read(
      "Date,X copy,LinkedIn",
      "2026-06-01,Short rye,A long story of rye",
      "2026-06-02,,Only here",
    );
    expect(posts.map(({ id, text, platforms }) => [id, text, platforms[0]])).toEqual([
      ["a.csv#1", "Short rye", "x"],
      ["a.csv#1/linkedin", "A long story of rye", "linkedin"],
      ["a.csv#2", "Only here", "linkedin"],
    ]);
  });

  const readWith = async (columns: Source["columns"], ...lines: readonly string[]) => {
    const codes: string[] = [];
    const posts = [
      ...csv.read({ name: "a.csv", text: lines.join("\n"), columns, report: ({ code }) => codes.push(code) }),
    ];
    return { posts, codes };
  };

  it("are as the user says", async () => {
    const { posts, codes } = await readWith(
      { text: "wort", platform: "Netzwerk" },
      "Wort,Text,Netzwerk",
      "one,two,IG",
    );
    expect(posts).toMatchObject([{ text: "one", platforms: ["instagram"] }]);
    expect(codes).toEqual([]);
  });

  it("are an error where the user names one that is not there", async () => {
    expect(await readWith({ text: "Wort" }, "Text", "one")).toEqual({ posts: [], codes: ["no-column"] });
    const { posts, codes } = await readWith({ author: "Wer" }, "Text", "one");
    expect([posts.length, codes]).toEqual([1, ["no-column"]]);
  });
});

describe("rows", () => {
  it("are counted from the first behind the header, empty ones too", async () => {
    const { posts } = await read("", "text,id", "one,", "", ",", "two,own", "three,own");
    expect(posts.map(({ id, line }) => [id, line])).toEqual([
      ["a.csv#1", 3],
      ["own", 6],
      ["own~2", 7],
    ]);
  });

  it.each([
    ["text;date\none, two;2026-06-01", ["one, two"]],
    ["text|date\none|2026-06-01", ["one"]],
    ["text\tdate\none\t2026-06-01", ["one"]],
    ["sep=|\ntext|x\none|", ["one"]],
    ['text,date\n"one ""two"", three",', ['one "two", three']],
    ['text,date\n  "one, two"  ,x', ["one, two"]],
    ['text,date\nsay "hi" to us,x', ['say "hi" to us']],
    ['text,date\n"say "hi" to us",x', ['say "hi" to us']],
    ['date,text\r\nx,"one\r\ntwo"\r\nx,three', ["one\ntwo", "three"]],
    ["text\rone\rtwo", ["one", "two"]],
  ])("are cut: %j", async (file, expected) => {
    expect((await readSource(csv, file, "a.csv")).posts.map(({ text }) => text)).toEqual(expected);
  });

  it("go on behind a quote that is not closed", async () => {
    const { posts, problems } = await read("text,date", "one,", '"two,', '"three, too",', "four,");
    expect(posts.map(({ text }) => text)).toEqual(["one", "three, too", "four"]);
    expect(problems).toMatchObject([{ code: "unclosed-quote", level: "error", line: 3, column: 1 }]);
    const last = await read("text,date", "one,", 'two,"x', "three,");
    expect(last.posts.map(({ text }) => text)).toEqual(["one", "three"]);
    expect(last.problems).toMatchObject([{ code: "unclosed-quote", line: 3, column: 5 }]);
  });

  it("may be longer or shorter than the header", async () => {
    const { posts, problems } = await read(
      "date,text,link",
      "2026-06-01,one, two",
      "2026-06-02,three,,,,",
      "2026-06-03,four",
      "2026-06-04",
    );
    expect(posts.map(({ text }) => text)).toEqual(["one", "three", "four"]);
    expect(problems).toMatchObject([{ code: "no-text", line: 5 }]);
    const long = await read("date,text", "2026-06-01,one, two");
    expect(long.problems).toMatchObject([
      { code: "long-row", level: "note", line: 2, column: expect.any(Number) },
    ]);
  });

  it("say the same no more than a few times", async () => {
    const { problems } = await read("text,date", ...Array.from({ length: 20 }, () => "one,soon"));
    expect(problems).toHaveLength(6);
    expect(problems[5]).toMatchObject({
      code: "bad-date",
      message: expect.stringContaining("15 more notes"),
    });
  });

  it("may be called anything", async () => {
    const { posts } = await read("__proto__,constructor,text,text", "a,b,one,two");
    expect(posts.map(({ text }) => text)).toEqual(["one"]);
  });

  it("are quick however many columns there are, and refused beyond a thousand", async () => {
    const wide = await read(`text${",a".repeat(999)}`, ...new Array<string>(20_000).fill("Rye"));
    expect(wide.posts).toHaveLength(20_000);
    const { posts, problems } = await read(`text${",a".repeat(100_000)}`, "Rye");
    expect(posts).toEqual([]);
    expect(problems).toMatchObject([{ code: "too-many-columns", level: "error", line: 1 }]);
  });

  it("are quick however they are broken", async () => {
    for (const line of ['"a', ' "a', 'b, "a', '"a "b', "a,b", '""', '"","', '"a""b']) {
      const { posts } = await readSource(csv, `text,date\n${`${line}\n`.repeat(20_000)}`);
      expect(posts.length).toBeLessThanOrEqual(20_000);
    }
  });
});

it("cuts cells as csv-parse does", () => {
  const bit = fc.constantFrom(
    "a",
    " b",
    "c ",
    '""',
    '"x"',
    '"y, z"',
    '"1\n2"',
    '"q ""r"""',
    ",",
    ",",
    ",",
    "\n",
    "\r\n",
  );
  const property = fc.property(fc.array(bit, { maxLength: 25 }), (bits) => {
    // Quotes begin a cell here: what is wrong otherwise has tests of its own.
    const file = bits.join("").replace(/([^,\n"])"|"([^,\r\n"])/gu, (all) => all.replaceAll('"', ""));
    let expected: readonly (readonly string[])[];
    try {
      expected = parse(file, {
        relax_column_count: true,
        skip_empty_lines: false,
        record_delimiter: ["\r\n", "\n"],
      });
    } catch {
      return;
    }
    const rows = [...rowsOf(file, ",", 0)].map((row) =>
      row.starts.map((_, index) => cellText(file, row, index)),
    );
    expect(rows).toEqual(expected.map((row) => (row.length === 0 ? [""] : row)));
  });
  fc.assert(property, { numRuns: runs(500) });
});

describe("facts", () => {
  it.each([
    ["6/30/2026 2:30 PM", "2026-06-30T14:30"],
    ["30.6.2026", "2026-06-30"],
    ["Tuesday, June 30, 2026 at 9:05 am", "2026-06-30T09:05"],
    ["30 June 2026, 21:00", "2026-06-30T21:00"],
    ["2026/6/30 12:00 AM", "2026-06-30T00:00"],
    ["30-06-2026", "2026-06-30"],
  ])("are dated %s", async (date, expected) => {
    const { posts, problems } = await read("text,date", `one,"${date}"`);
    expect(posts[0].date).toBe(expected);
    expect(problems).toEqual([]);
  });

  it("are dated as the whole column is", async () => {
    const { posts, problems } = await read("text,date", "one,03/04/2026", "two,30/04/2026");
    expect(posts.map(({ date }) => date)).toEqual(["2026-04-03", "2026-04-30"]);
    expect(problems).toEqual([]);
    const unclear = await read("text,date", "one,03/04/2026");
    expect(unclear.posts[0].date).toBe("2026-03-04");
    expect(unclear.problems).toMatchObject([{ code: "guessed-dates", level: "note" }]);
  });

  it.each(["next Friday at 2 PM", "June 30", "31/02/2026", "12"])(
    "are left out with a note where the date is %s",
    async (date) => {
      const { posts, problems } = await read("text,date", `one,${date}`);
      expect(posts[0].date).toBeUndefined();
      expect(problems).toMatchObject([{ code: "bad-date", level: "note", line: 2 }]);
    },
  );

  it.each([
    ["14:30", "2026-06-01T14:30", []],
    ["", "2026-06-01", []],
    ["morning", "2026-06-01", []],
    ["25:99", "2026-06-01", [{ code: "bad-time", level: "note", line: 2, column: 16 }]],
  ])("are of their day alone where the time is no time: %j", async (time, date, told) => {
    const { posts, problems } = await read("text,date,time", `one,2026-06-01,${time}`);
    expect(posts[0].date).toBe(date);
    expect(problems).toMatchObject(told);
  });

  it("hold ignore comments in a column of their own", async () => {
    const { posts } = await read(
      "text,voicecheck",
      "one,corporate/jargon until=2026-12-31 -- it is our name; human",
    );
    expect(posts[0].waivers).toMatchObject([
      {
        names: ["corporate/jargon"],
        until: "2026-12-31",
        reason: "it is our name",
        place: { line: 2, column: 5 },
      },
      { names: ["human"] },
    ]);
  });
});
