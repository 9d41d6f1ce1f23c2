import { describe, expect, it } from "vitest";
import { prepare } from "../../src/lint.ts";
import { prepareRun } from "../../src/lint-run.ts";
import { parsePack } from "../../src/parse-pack.ts";
import type { Post } from "../../src/types.ts";
import { postOf } from "../text/post.ts";

type Row = string | (Partial<Post> & { readonly text: string });

/** Posts with what a rule flags in each in `[[…]]`; the message of each flag. */
function judged(options: string, rows: readonly Row[], message = "<count>/<max>/<min>/<of>/<date>/<first>") {
  const pack = parsePack(`voicecheck: 1\nrules: {calendar/a: {message: "${message}", calendar: ${options}}}`);
  const lint = prepare(pack);
  const run = prepareRun(pack);
  for (const [index, row] of rows.entries()) {
    const { text, ...more } = typeof row === "string" ? { text: row } : row;
    run.add(lint.inspect(postOf(text.replaceAll(/\[\[|\]\]/gu, ""), { id: index + 1, ...more })));
  }
  const { results } = run.end();
  const marked = results.map(({ post: { text }, findings }) => {
    const [finding] = findings;
    if (finding === undefined) return text;
    const { start, end } = finding.span;
    return `${text.slice(0, start)}[[${text.slice(start, end)}]]${text.slice(end)}`;
  });
  return { marked, said: results.flatMap(({ findings }) => findings.map((finding) => finding.message)) };
}

const days = (...list: readonly (readonly [string, string])[]): readonly Row[] =>
  list.map(([date, text]) => ({ date: `2026-${date}`, text }));

const textsOf = (rows: readonly Row[]): readonly string[] =>
  rows.map((row) => (typeof row === "string" ? row : row.text));

describe("counting", () => {
  it.each<[string, readonly Row[]]>([
    ["{count: posts, max: 1, per: day}", days(["06-01", "a"], ["06-01", "[[b]]"], ["06-02", "c"])],
    ["{count: posts, max: 1, per: week}", days(["06-01", "a"], ["06-07", "[[b]]"], ["06-08", "c"])],
    ["{count: posts, max: 1, per: month}", days(["06-01", "a"], ["06-30", "[[b]]"], ["07-01", "c"])],
    ["{count: posts, max: 1, per: 2 days}", days(["06-01", "a"], ["06-02", "[[b]]"], ["06-03", "c"])],
    [
      "{count: posts, max: 2, per: 3 days}",
      days(["06-01", "a"], ["06-02", "b"], ["06-03", "[[c]]"], ["06-04", "d"], ["06-05", "e"]),
    ],
    ["{count: posts, max: 1, per: run}", ["a", "[[b]]"]],
    ["{count: posts, max: 1, per: day}", days(["06-01T10:00", "[[b]]"], ["06-01T09:00", "a"])],
    ["{count: [oven], max: 1, per: run}", ["an oven, an [[oven]], an oven", "the [[oven]]"]],
    ["{count: [oven], max: 1, per: run}", ["an oven", "the [[oven]]", "rye", "[[oven]] and oven"]],
    ["{count: hashtags, max: 1, per: run, except: ['#rye']}", ["#rye #a", "#rye [[#b]]"]],
    [
      "{count: posts, min: 2, per: week}",
      days(["06-01", "a"], ["06-09", "[[b]]"], ["06-16", "c"], ["06-17", "d"], ["06-23", "e"]),
    ],
    ["{count: posts, min: 3, per: run}", ["a", "[[b]]"]],
    ["{count: [oven], of: posts, max: 50%, per: run}", ["oven a", "oven b", "[[oven]] c", "d"]],
    ["{count: [oven], of: posts, max: 50%, per: run}", ["oven a", "oven b", "c"]],
    ["{count: [oven], of: posts, max: 50%, per: run, from: 3}", ["oven a", "[[oven]] b", "c"]],
    ["{count: [oven], of: posts, min: 50%, per: run}", ["oven a", "b", "c", "[[d]]"]],
    [
      "{count: [oven], of: posts, max: 25%, per: 4 days}",
      days(
        ["06-01", "a"],
        ["06-02", "oven"],
        ["06-03", "b"],
        ["06-04", "[[oven]]"],
        ["06-05", "c"],
        ["06-06", "oven"],
      ),
    ],
  ])("%s", (options, rows) => {
    expect(judged(options, rows).marked).toEqual(textsOf(rows));
  });

  it.each([
    ["", "1 rye, 3 rye, 5 oat, 7 corn"],
    [", rules: [food]", "1 rye, 3 rye, 5 oat"],
    [", rules: [food/one]", "1 rye, 3 rye, 5 oat"],
    [", rules: [food/one/oat]", "3 oat, 5 oat"],
    [", rules: [foo, food/on, one, oat]", ""],
    [", rules: [fodder/one/corn, food/one/oat]", "3 oat, 5 oat, 7 corn"],
  ])("counts posts with a finding, once each, where it says%s", (rules, expected) => {
    const pack = parsePack(`voicecheck: 1
rules:
  food/one: {terms: [rye, oat]}
  fodder/one: {terms: [corn]}
  calendar/a: {calendar: {count: flagged, max: 0, per: run${rules}}}`);
    const lint = prepare(pack);
    const run = prepareRun(pack);
    const texts = ["bread", "rye", "“rye”", "rye and oat", "tea", "oat, oat", "milk", "corn"];
    for (const [index, text] of texts.entries()) run.add(lint.inspect(postOf(text, { id: index })));
    const found = run
      .end()
      .results.flatMap(({ post, findings }) =>
        findings.filter(({ rule }) => rule === "calendar/a").map(({ text }) => `${post.id} ${text}`),
      );
    expect(found.join(", ")).toBe(expected);
  });

  it("is apart for accounts, authors and platforms", () => {
    const rows = [
      { text: "a", account: "@a", author: "Ana", platforms: ["x"] },
      { text: "b", account: "@b", author: "Ana", platforms: ["x", "linkedin"] },
      { text: "c", account: "@b", author: "Sam", platforms: ["linkedin"] },
    ];
    const flagged = (by: string): readonly string[] =>
      judged(`{count: posts, max: 1, per: run, by: ${by}}`, rows).marked;
    expect(flagged("account")).toEqual(["a", "b", "[[c]]"]);
    expect(flagged("author")).toEqual(["a", "[[b]]", "c"]);
    expect(flagged("platform")).toEqual(["a", "[[b]]", "[[c]]"]);
  });

  it("says what was counted", () => {
    const week = days(["06-01", "a"], ["06-03", "b"], ["06-04", "c"]);
    expect(judged("{count: posts, max: 1, per: week}", week, "<count> <max> <date>").said).toEqual([
      "2 1 2026-06-01",
      "3 1 2026-06-01",
    ]);
    const share = ["oven a", "oven b", "oven c", "d"];
    expect(
      judged("{count: [oven], of: posts, max: 50%, per: run}", share, "<count> of <of>, <max>").said,
    ).toEqual(["3 of 4, 50%"]);
  });
});

describe("repeats", () => {
  const same = "After four years of work our new oven is finally here";

  it.each<[string, readonly Row[]]>([
    [
      "{count: repeats, max: 0, per: run}",
      [same, `[[${same}!]]`, "Something else, and long enough for that"],
    ],
    ["{count: repeats, max: 0, per: run}", [same, "After four years of work our old oven is finally here"]],
    [
      "{count: repeats, max: 0, per: run, alike: 80%}",
      [same, "[[After four years of work our old oven is finally here]]"],
    ],
    [
      "{count: repeats, max: 0, per: run, alike: 80%}",
      [same, "After five years of work our old mill is finally here"],
    ],
    ["{count: repeats, max: 1, per: run}", [same, same, `[[${same}]]`]],
    ["{count: repeats, max: 0, per: run}", [`${same} https://a.example #oven`, `[[@ana ${same}, 🥐]]`]],
    ["{count: repeats, max: 0, per: run}", ["Closed today", "Closed today"]],
    ["{count: repeats, max: 0, per: day}", days(["06-01", same], ["06-02", same], ["06-02", `[[${same}]]`])],
    [
      "{count: repeats, max: 0, per: 2 days}",
      days(["06-01", same], ["06-03", same], ["06-04", `[[${same}]]`]),
    ],
    [
      "{count: repeats, part: opener, max: 0, per: run}",
      ["Come by at nine for rye", "[[Come by at nine for]] oats"],
    ],
    [
      "{count: repeats, part: link, max: 0, per: run}",
      ["See https://www.a.ai/b/", "Or [[a.ai/b?utm_source=x]] today"],
    ],
    [
      "{count: repeats, part: sentence, max: 0, per: run}",
      [`Hello. ${same}.`, `What a day! [[${same}!]] Come by.`],
    ],
    [
      "{count: repeats, part: sentence, max: 0, per: run}",
      [
        `${same}. And then we slept for a whole week, all of us.`,
        `[[And then we slept for a whole week, all of us. ${same}.]]`,
      ],
    ],
    ["{count: repeats, part: sentence, max: 0, per: run}", [`${same}. ${same}.`]],
  ])("%s", (options, rows) => {
    expect(judged(options, rows).marked).toEqual(textsOf(rows));
  });

  it("across authors are those of somebody else", () => {
    const rows = [
      { text: same, author: "Ana" },
      { text: same, author: "Ana" },
      { text: same },
      { text: same, author: "Sam" },
      { text: same, author: "Ida" },
    ];
    const { marked, said } = judged("{count: repeats, across: author, max: 0, per: run}", rows, "<first>");
    expect(marked.map((text) => text.startsWith("[["))).toEqual([false, false, false, true, true]);
    expect(said).toEqual(["Ana's post 1", "Ana's post 1"]);
  });
});

describe("mistakes", () => {
  it.each([
    ["{count: post, max: 1, per: run}", "did you mean “posts”?"],
    ["{count: posts, per: run}", "max or min"],
    ["{count: posts, max: 1, per: year}", "day, week, month, run"],
    ["{count: posts, max: 20%, per: run}", "of: posts"],
    ["{count: posts, max: 2, of: posts, per: run}", "of: posts"],
    ["{count: posts, min: 2, per: 3 days}", "no min"],
    ["{count: [<nothing>], max: 2, per: run}", "nothing"],
  ])("%s", (options, said) => {
    expect(() => parsePack(`voicecheck: 1\nrules: {calendar/a: {calendar: ${options}}}`)).toThrow(said);
  });
});
