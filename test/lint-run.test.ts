import { object } from "valibot";
import { describe, expect, it } from "vitest";
import type { RunCheck } from "../src/checks/check.ts";
import { prepare } from "../src/lint.ts";
import { prepareRun } from "../src/lint-run.ts";
import { parsePack } from "../src/parse-pack.ts";
import type { Pack, Post, Rule } from "../src/types.ts";
import { postOf } from "./text/post.ts";

/** Flags the first word of each post that starts like the one before it. */
const sameStart: RunCheck = {
  type: "same-start",
  summary: "posts that start like the one before",
  message: "“<match>” starts <count> posts in a row.",
  schema: () => object({}),
  compile: (rules) => {
    const posts: { readonly post: Post; readonly word: string }[] = [];
    return {
      add: (post, { score }) => {
        if (score === 100) posts.push({ post, word: post.text.split(" ")[0] });
      },
      *end() {
        for (const rule of rules) {
          for (const [index, { post, word }] of posts.entries()) {
            if (index === 0 || posts[index - 1].word !== word) continue;
            yield { rule, post, span: { start: 0, end: word.length }, data: { count: 2 } };
          }
        }
      },
    };
  },
};

const known: Pack = parsePack("voicecheck: 1\nrules: {a/b: {terms: [synergy]}}");
const rule: Rule = { ...known.rules[0], id: "feed/dull", group: "feed", type: "same-start", options: {} };
const pack: Pack = { ...known, rules: [...known.rules, rule] };

describe("prepareRun", () => {
  const lint = prepare(known);
  const posts = ["Rye is in", "Rye is out", "Oats are in", "Oats for synergy", "Oats again"].map(
    (text, index) => postOf(text, { id: index }),
  );

  it("tells a check of each post and its result, and gives its findings by post", () => {
    const run = prepareRun(pack, [sameStart]);
    for (const post of posts) run.add(lint(post));
    const found = [...run.end()].map(([{ id }, findings]) => [
      id,
      findings.map(({ rule: by, message }) => `${by} ${message}`),
    ]);
    expect(found).toEqual([
      [1, ["feed/dull “Rye” starts 2 posts in a row."]],
      [4, ["feed/dull “Oats” starts 2 posts in a row."]],
    ]);
  });

  it("places findings, with the rule's level and own message", () => {
    const loud: Pack = { ...pack, rules: [{ ...rule, level: "error", message: "Again <match>." }] };
    const run = prepareRun(loud, [sameStart]);
    for (const post of posts) run.add(lint(post));
    expect([...run.end().values()][0]).toMatchObject([
      { level: "error", message: "Again Rye.", text: "Rye", place: { line: 1, column: 1, endColumn: 4 } },
    ]);
  });

  it.each([
    ["no check", pack, []],
    ["no rule", known, [sameStart]],
    ["rules that are off", { ...pack, rules: [{ ...rule, off: true as const }] }, [sameStart]],
  ])("finds nothing with %s", (_what, of, checks) => {
    const run = prepareRun(of, checks);
    for (const post of posts) run.add(lint(post));
    expect(run.end().size).toBe(0);
  });
});
