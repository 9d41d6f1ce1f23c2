import { describe, expect, it } from "vitest";
import { sentencesFor } from "../src/example-sentences.ts";
import { testExamples, unmarked } from "../src/examples.ts";
import { parsePack } from "../src/parse-pack.ts";

async function failuresOf(rule: string): Promise<readonly string[]> {
  const pack = parsePack(`voicecheck: 1\nname: p\nrules:\n  a/b:\n    ${rule.split("\n").join("\n    ")}\n`);
  const { failures } = await testExamples(pack);
  return failures.map(({ entry, message }) => (entry === undefined ? message : `${entry} ${message}`));
}

describe("testExamples", () => {
  it("is content with a rule whose examples hold", async () => {
    const rule =
      "terms: {bake (v): fry}\nexamples:\n  bad: ['We [[bake]] it.', 'They [[baked]].']\n  good: [Soup., A cake.]";
    expect(await failuresOf(rule)).toEqual([]);
  });

  it.each<[string, string, readonly string[]]>([
    [
      "a bad example that is not flagged",
      "terms: [bake]\nexamples:\n  bad: ['We [[bake]].', We fry.]\n  good: [Soup., Cake.]",
      ["is not flagged, and should be"],
    ],
    [
      "other words flagged than marked",
      "terms: [bake]\nexamples:\n  bad: ['We [[bake]].', 'We bake [[it]].', '[[bake]] and bake']\n  good: [Soup., Cake.]",
      ["should be flagged at “it”, and is at “bake”", "should be flagged at “bake”, and is at “bake”"],
    ],
    [
      "a good example that is flagged",
      "terms: [bake]\nexamples:\n  bad: ['We [[bake]].', We bake.]\n  good: [Soup., We bake.]",
      ["is flagged, and should not be: “bake”"],
    ],
    [
      "too few",
      "terms: [bake]\nexamples:\n  bad: [We bake.]",
      [
        "has 1 bad examples; write at least 2",
        "has 0 good examples; write at least 2, one of them nearly matching",
      ],
    ],
    [
      "an entry of patterns without an example",
      "patterns: {one: bake <number>, two: fry <number>}\nexamples:\n  bad: [Bake 3, Bake 4]\n  good: [Bake., Fry.]",
      ["two is found in no bad example; write one with it"],
    ],
    [
      "a term that is never found, since its own exception covers it",
      "terms:\n  circle back: {unless: [circle back]}\n  bake: ~\nexamples:\n  bad: [We bake., They bake.]\n  good: [Soup., Cake.]",
      ["circle-back was made to show one of its forms, and is not flagged"],
    ],
    [
      "another text after the fix",
      "terms: {bake (v): fry}\nexamples:\n  bad: [{text: 'She [[bakes]].', fix: She fry.}, {text: They bake., fix: ~}]\n  good: [Soup., Cake.]",
      [
        "should become “She fry.”, and becomes “She fries.”",
        "should leave nothing to apply, and becomes “They fry.”",
      ],
    ],
  ])("complains about %s", async (_what, rule, expected) => {
    expect(await failuresOf(rule)).toEqual(expected);
  });

  it("makes the text after the fix, several edits in one post", async () => {
    const rule =
      "terms: {bake (v): fry, really: (delete)}\nexamples:\n  bad: [{text: Really we bake and baked., fix: We fry and fried.}, We bake.]\n  good: [Soup., Cake.]";
    expect(await failuresOf(rule)).toEqual([]);
  });

  it("tests rules and entries that are off, and forgets overrides and allowances", async () => {
    const rules =
      "rules:\n  a/b:\n    level: off\n    terms: {bake: {level: off}, fry: ~}\n    examples:\n      bad: [We bake., They fry.]\n      good: [Soup., Cake.]\n";
    const rest = "allow: {We bake: ours}\noverrides: [{when: {kind: x}, rules: {a: error}}]\n";
    expect((await testExamples(parsePack(`voicecheck: 1\nname: p\n${rules}${rest}`))).failures).toEqual([]);
  });

  it("gives an example the facts that its rule asks for", async () => {
    const when =
      "when: {platform: x, speaker: employee, account: '@jobs', author: '@ana', kind: reply, has: [media], date: [2026-11-26]}";
    expect(
      await failuresOf(
        `terms: [bake]\n${when}\nexamples:\n  bad: [We bake., They bake.]\n  good: [Soup., {text: We bake., platform: linkedin}]`,
      ),
    ).toEqual([]);
  });

  it("counts a lowered finding as none", async () => {
    const rule =
      "terms: [bake]\nexamples:\n  bad: [We bake., They bake.]\n  good: [Never bake., She said “we bake”.]";
    expect(await failuresOf(rule)).toEqual([]);
  });
});

describe("sentencesFor", () => {
  it.each([
    [{ match: ["circle back"], mark: "v" }, ["circle back", "circles back", "circled back", "circling back"]],
    [{ match: ["thought leader"], mark: "n" }, ["thought leader", "thought leaders"]],
    [{ match: ["loud"], mark: "adj" }, ["loud", "louder", "loudest"]],
    [{ match: ["point (n) of view"] }, ["point of view", "points of view"]],
    [{ match: ["act now"] }, ["act now"]],
  ] as const)("%j", (entry, expected) => {
    const made = sentencesFor({ slug: "x", key: "x", use: [], ...entry });
    const words = made.map((sentence) => {
      const { text, spans } = unmarked(sentence);
      return text.slice(spans[0].start, spans[0].end);
    });
    expect([...new Set(words)]).toEqual(expected);
  });
});
