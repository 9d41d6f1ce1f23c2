import { describe, expect, it } from "vitest";
import { prepare } from "../src/lint.ts";
import { hasRunRules, prepareRun } from "../src/lint-run.ts";
import { parsePack } from "../src/parse-pack.ts";
import type { Post, PostResult, Problem } from "../src/types.ts";
import { postOf } from "./text/post.ts";

/** Checks posts together by a pack, written without its first line. */
async function runOf(
  pack: string,
  posts: readonly (Partial<Post> & { readonly text: string })[],
  options: Parameters<typeof prepareRun>[1] = {},
): Promise<{ readonly results: readonly PostResult[]; readonly notes: readonly Problem[] }> {
  const parsed = parsePack(`voicecheck: 1\n${pack}`);
  const lint = prepare(parsed, options);
  await lint.load();
  const run = prepareRun(parsed, options);
  for (const [index, post] of posts.entries())
    run.add(lint.inspect({ ...postOf(post.text, { id: `p${index + 1}` }), ...post }));
  return run.end();
}

const shown = ({ results }: { readonly results: readonly PostResult[] }): readonly string[] =>
  results.flatMap(({ post, findings }) =>
    findings.map(({ rule, level, text }) => `${post.id} ${level} ${rule} “${text}”`),
  );

const TWICE = "rules: {calendar/a: {calendar: {count: [oven], max: 1, per: run}}}";

describe("a run of posts", () => {
  it("puts what many posts hold together into the results of each", async () => {
    const { results } = await runOf(
      "rules: {calendar/a: {message: <count> of <max>, calendar: {count: [oven], max: 1, per: run}}, b/c: {terms: [oven]}}",
      [{ text: "Our oven" }, { text: "Your oven" }],
    );
    expect(results.map(({ findings }) => findings.map(({ rule, message }) => `${rule} ${message}`))).toEqual(
      [
        ["b/c “oven” is better said plainly."],
        ["b/c “oven” is better said plainly.", "calendar/a 2 of 1"],
      ].map((list) => list.map((line) => expect.stringContaining(line.split(" ")[0]))),
    );
    expect(results.map(({ axes, score }) => [axes.calendar, score])).toEqual([
      [100, 80],
      [80, 80],
    ]);
  });

  it("knows levels, overrides, `when`, `unless` and what is selected", async () => {
    const posts = [
      { text: "Our oven" },
      { text: "Your oven", platforms: ["x"] },
      { text: "An oven", kind: "ad" },
    ];
    expect(shown(await runOf(TWICE, posts))).toEqual([
      "p2 warning calendar/a “oven”",
      "p3 warning calendar/a “oven”",
    ]);
    const override = `${TWICE}\noverrides: [{when: {platform: x}, rules: {calendar/a: error}}, {when: {kind: ad}, rules: {calendar: off}}]`;
    expect(shown(await runOf(override, posts))).toEqual(["p2 error calendar/a “oven”"]);
    const rule = (more: string): string =>
      `rules: {calendar/a: {${more}, calendar: {count: [oven], max: 1, per: run}}}`;
    expect(shown(await runOf(rule("when: {kind: not ad}"), posts))).toEqual(["p2 warning calendar/a “oven”"]);
    expect(shown(await runOf(rule("unless: [your oven]"), posts))).toEqual(["p3 warning calendar/a “oven”"]);
    expect(shown(await runOf(rule("confidence: maybe"), posts))).toEqual([]);
    expect(shown(await runOf(TWICE, posts, { skip: ["calendar"] }))).toEqual([]);
    expect(shown(await runOf(TWICE, posts, { only: ["calendar/a"] }))).toHaveLength(2);
  });

  it("heeds ignore comments, and tells those that nothing needed", async () => {
    const place = { line: 1, column: 1, endLine: 1, endColumn: 2, offset: 0, endOffset: 1 };
    const waivers = [{ text: "calendar/a", names: ["calendar/a"], place }];
    const told = await runOf(TWICE, [
      { text: "Our oven", waivers },
      { text: "Your oven", waivers },
      { text: "An oven" },
    ]);
    expect(shown(told)).toEqual(["p1 warning waiver/unused “calendar/a”", "p3 warning calendar/a “oven”"]);
  });

  it("closes gates", async () => {
    const { results } = await runOf(`${TWICE}\ngates: {calendar: 90}`, [
      { text: "Our oven" },
      { text: "Your oven" },
    ]);
    expect(results.map(({ findings }) => findings.map(({ rule }) => rule))).toEqual(
      [[], ["gate/calendar", "calendar/a"].toSorted()].map((each) => expect.arrayContaining([...each])),
    );
  });

  it("says how many posts have no date, where dates count", async () => {
    const rule = "rules: {calendar/a: {calendar: {count: posts, max: 1, per: day}}}";
    const { notes } = await runOf(rule, [{ text: "a" }, { text: "b", date: "2026-06-01" }, { text: "c" }]);
    expect(notes).toMatchObject([
      { code: "undated", level: "note", message: expect.stringMatching(/^2 posts have no date/u) },
    ]);
    expect((await runOf(rule, [{ text: "a" }, { text: "b" }])).notes).toEqual([]);
    expect((await runOf(TWICE, [{ text: "a" }])).notes).toEqual([]);
  });

  it("is nothing where no rule asks for it", () => {
    expect(hasRunRules(parsePack("voicecheck: 1\nrules: {a/b: {terms: [x]}}"))).toBe(false);
    expect(hasRunRules(parsePack(`voicecheck: 1\n${TWICE}`))).toBe(true);
    expect(hasRunRules(parsePack(`voicecheck: 1\n${TWICE}`), { skip: ["calendar"] })).toBe(false);
  });
});
