import { describe, expect, it } from "vitest";
import { misspellingsFor, placedIn, sentencesFor } from "../src/example-sentences.ts";
import { unmarked } from "../src/example-trial.ts";
import { testExamples } from "../src/examples.ts";
import { parsePack } from "../src/parse-pack.ts";

async function failuresOf(rule: string): Promise<readonly string[]> {
  const pack = parsePack(`voicecheck: 1\nname: p\nrules:\n  a/b:\n    ${rule.split("\n").join("\n    ")}\n`);
  const { failures } = await testExamples(pack);
  return failures.map(({ kind, entry, example, expected, got }) =>
    [kind, entry ?? "-", example ?? "-", expected, got].join(" | "),
  );
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
      ["bad | - | We fry. | a flag | nothing"],
    ],
    [
      "other words flagged than marked",
      "terms: [bake]\nexamples:\n  bad: ['We bake [[it]].', '[[bake]] and bake', 'We bake and [[bake]]']\n  good: [Soup., Cake.]",
      [
        "bad | - | We bake [[it]]. | “it” flagged | “bake” (bake)",
        "bad | - | [[bake]] and bake | “bake” flagged | “[[bake]] and [[bake]]”",
        "bad | - | We bake and [[bake]] | “bake” flagged | “We [[bake]] and [[bake]]”",
      ],
    ],
    [
      "a good example that is flagged, and says by which entries",
      "terms: [bake, roast]\nexamples:\n  bad: ['We [[bake]].', We roast.]\n  good: [Soup., We bake and roast.]",
      ["good | - | We bake and roast. | nothing flagged | “bake”, “roast” flagged (bake, roast)"],
    ],
    [
      "a good example of an entry that is flagged",
      "terms: {bake: {good: We bake.}}\nexamples:\n  bad: ['We [[bake]].', They bake.]\n  good: [Soup.]",
      ["good | - | We bake. | nothing flagged | “bake” flagged (bake)"],
    ],
    [
      "too few",
      "terms: [bake]\nexamples:\n  bad: [We bake.]",
      [
        "few | - | - | at least 2 bad examples | 1",
        "few | - | - | at least 2 good examples, one of them nearly matching | none",
      ],
    ],
    [
      "an entry of patterns without an example",
      "patterns: {one: bake <number>, two: fry <number>}\nexamples:\n  bad: [Bake 3, Bake 4]\n  good: [Bake., Fry.]",
      ["unreached | two | - | a bad example that it finds | none"],
    ],
    [
      "an entry of expressions without an example",
      "regex: {one: 'ba+ke', two: 'fr+y'}\nexamples:\n  bad: [Bake, Baake]\n  good: [Bread., Cake.]",
      ["unreached | two | - | a bad example that it finds | none"],
    ],
    [
      "a pattern whose words a longer one takes",
      "patterns: {one: bake, two: we bake}\nexamples:\n  bad: [We bake 3, We bake 4]\n  good: [Soup., Cake.]",
      ["shadowed | one | - | to find some words | none: “two” finds them all"],
    ],
    [
      "a pattern whose words a later one takes",
      "patterns: {one: bake <number>, two: (bake|fry) <number>}\nexamples:\n  bad: [Bake 3, Fry 4]\n  good: [Bake., Fry.]",
      ["shadowed | one | - | to find some words | none: “two” finds them all"],
    ],
    [
      "an expression whose words a longer one takes",
      "regex: {one: 'bake', two: 'we bake'}\nexamples:\n  bad: [We bake 3, We bake 4]\n  good: [Soup., Cake.]",
      ["shadowed | one | - | to find some words | none: “two” finds them all"],
    ],
    [
      "a term whose forms a later one takes",
      "terms: {baked: ~, bake (v): ~}\nexamples:\n  bad: [We bake., They bake.]\n  good: [Soup., Cake.]",
      ["shadowed | baked | - | to find some words | none: “bake” finds them all"],
    ],
    [
      "one of two terms that differ by their mark alone",
      "terms: {lead (v): {unless: [we lead, she leads, they lead, leading, led]}, lead (n): ~}\nexamples:\n  bad: [Here is the lead., The leads]\n  good: [Soup., Cake.]",
      ["made | lead (v) | We [[lead]] today. | “lead” flagged | nothing, in no form: “unless” spares it"],
    ],
    [
      "a term that is never found, since its own exception covers it",
      "terms:\n  circle back: {unless: [circle back]}\n  bake: ~\nexamples:\n  bad: [We bake., They bake.]\n  good: [Soup., Cake.]",
      [
        "made | circle-back | So, [[circle back]] today. | “circle back” flagged | nothing: “unless” spares it",
      ],
    ],
    [
      "one form that is never found",
      "terms:\n  bake (v): {unless: [baking]}\nexamples:\n  bad: [We bake., They bake.]\n  good: [Soup., Cake.]",
      ["made | bake | We are [[baking]] today. | “baking” flagged | nothing: “unless” spares it"],
    ],
    [
      "a term that is found in no form, once",
      "terms:\n  bake (v): {unless: [today]}\n  fry: ~\nexamples:\n  bad: [We fry., They fry.]\n  good: [Soup., Cake.]",
      ["made | bake | We [[bake]] today. | “bake” flagged | nothing, in no form: “unless” spares it"],
    ],
    [
      "an example that is flagged, but lowered",
      "terms: [bake]\nexamples:\n  bad: [Never bake., We bake.]\n  good: [Soup., Cake.]",
      ["bad | - | Never bake. | a flag | nothing: “bake” is negated, which counts less"],
    ],
    [
      "an example for which its rule does not hold",
      "terms: [bake]\nwhen: {platform: x}\nexamples:\n  bad: [{text: We bake., platform: linkedin}, We bake.]\n  good: [Soup., Cake.]",
      ["bad | - | We bake. | a flag | nothing: “when” does not hold for it"],
    ],
    [
      "another text after the fix",
      "terms: {bake (v): fry}\nexamples:\n  bad: [{text: 'She [[bakes]].', fix: She fry.}, {text: They bake., fix: ~}]\n  good: [Soup., Cake.]",
      [
        "fix | - | She [[bakes]]. | “She fry.” after --fix | “She fries.”",
        "fix | - | They bake. | nothing to fix | “They fry.”",
      ],
    ],
    [
      "no fix where one should be",
      "terms: {bake (v): [fry, roast]}\nexamples:\n  bad: [{text: We bake., fix: We fry.}, They bake.]\n  good: [Soup., Cake.]",
      ["fix | - | We bake. | “We fry.” after --fix | nothing to fix"],
    ],
  ])("complains about %s", async (_what, rule, expected) => {
    expect(await failuresOf(rule)).toEqual(expected);
  });

  it.each<[string, string]>([
    [
      "a longer term beside a shorter one",
      "terms: [bake, we bake]\nexamples:\n  bad: [We bake., They bake.]\n  good: [Soup., Cake.]",
    ],
    [
      "a term of words that made sentences hold",
      "terms: ['so, bake today', bake]\nexamples:\n  bad: ['So, bake today.', 'So, bake today!']\n  good: [Soup., Cake.]",
    ],
    [
      "a term that only its own example can show",
      "terms: {lead: ~, lead (v): ~}\nexamples:\n  bad: [Their lead is here., We lead.]\n  good: [Soup., Cake.]",
    ],
    [
      "a rule that looks into quotations only",
      "terms: [bake]\nin: quote\nexamples:\n  bad: [Say “we bake”., Say “they bake”.]\n  good: [We bake., Cake.]",
    ],
    [
      "a rule that looks behind negations only",
      "terms: [bake]\nin: negation\nexamples:\n  bad: [Never bake., Don't bake.]\n  good: [We bake., Cake.]",
    ],
    [
      "a rule that looks into tags only",
      "terms: [circle back (v)]\nin: hashtag\nexamples:\n  bad: ['#CirclingBack', '#CircleBack soon']\n  good: [We circle back., Cake.]",
    ],
    [
      "a rule for long posts that speak of something",
      "terms: [bake]\nwhen: {min_words: 5, text: [soup]}\nexamples:\n  bad: [We bake with soup all day., They bake bread to dip into soup.]\n  good: [We bake., Soup and cake]",
    ],
    [
      "an entry that is shown by its own bad example alone",
      "patterns: {one: bake <number>, two: {match: fry <number>, bad: Fry 5}}\nexamples:\n  bad: [Bake 3]\n  good: [Bake., Fry.]",
    ],
  ])("is content with %s", async (_what, rule) => {
    expect(await failuresOf(rule)).toEqual([]);
  });

  it("counts rules, entries, written examples and made ones", async () => {
    const rules =
      "a/b: {terms: [bake (v), fry], examples: {bad: [We bake., We fry.], good: [Soup., Cake., Tea.]}}";
    const { failures: _, ...counts } = await testExamples(parsePack(`voicecheck: 1\nrules: {${rules}}\n`));
    expect(counts).toEqual({ rules: 1, entries: 2, written: 5, made: 6 });
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

describe("misspellingsFor", () => {
  const wordsOf = (made: readonly string[]): readonly string[] =>
    made.map((sentence) => /\[\[(.*)\]\]/u.exec(sentence)?.[1] ?? "");

  it.each<[object, readonly string[]]>([
    [{ match: ["OK"], wrong: ["okay", "O.K."] }, ["okay", "O.K."]],
    [{ match: ["homepage"], mark: "n", wrong: ["home page"] }, ["home page", "home pages"]],
    [{ match: ["eBay"] }, ["ebay"]],
    [{ match: ["email"], mark: "n" }, ["Email", "Emails"]],
    [{ match: ["24/7"] }, []],
  ])("%j", (entry, expected) => {
    expect(wordsOf(misspellingsFor({ slug: "x", key: "x", use: [], match: [], ...entry }))).toEqual(expected);
  });
});

describe("placedIn", () => {
  it.each([
    [["prose", "hashtag"], "We [[circle back]] today."],
    [["raw"], "We [[circle back]] today."],
    [["quote", "hashtag"], "They said “We [[circle back]] today.”"],
    [["negation"], "Never [[circle back]]."],
    [["hashtag"], "So, [[#CircleBack]]"],
  ] as const)("%j", (scopes, expected) => {
    expect(placedIn("We [[circle back]] today.", scopes)).toBe(expected);
  });
});
