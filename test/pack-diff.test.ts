import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { diffPacks, type PackDiff, type Sample } from "../src/pack-diff.ts";
import { lintOf } from "./lints.ts";
import { runs } from "./runs.ts";

/** What two packs, each a few rules, say of these texts. */
function diffOf(before: string, after: string, texts: readonly string[]): PackDiff {
  const [old, next] = [lintOf(before), lintOf(after)];
  const diffing = diffPacks();
  for (const [index, text] of texts.entries()) {
    const post = { id: index + 1, text, source: "posts.txt", platforms: ["x", "linkedin"] };
    diffing.add(old(post), next(post));
  }
  return diffing.end();
}

/** `+1 -2 error→info:3 ≈4`: the differences of a rule. */
function differencesOf({ rules }: PackDiff): readonly string[] {
  return rules.map(({ rule, before, after, added, removed, levels, reworded }) => {
    const changes = levels.map(({ from, to, count }) => ` ${from}→${to}:${count}`).join("");
    return `${rule} ${before}→${after} +${added} -${removed}${changes} ≈${reworded}`;
  });
}

function shown({ kind, id, line, column, context, before, after }: Sample): string {
  const { before: left, words, after: right } = context;
  const said = [before, after].map((each) => (each === undefined ? "-" : `${each.level} ${each.entry}`));
  return `${kind} ${id} ${line}:${column} ${left}[[${words}]]${right} ${said.join(" → ")}`;
}

const TEXTS = ["We bake and fry.", "They bake.", "Soup.", "Bake, bake, bake!"];

describe("diffPacks", () => {
  it.each<[string, string, string, readonly string[]]>([
    ["nothing", "a/b: {terms: [bake]}", "a/b: {terms: [bake]}", ["a/b 5→5 +0 -0 ≈0"]],
    ["a new entry", "a/b: {terms: [bake]}", "a/b: {terms: [bake, fry]}", ["a/b 5→6 +1 -0 ≈0"]],
    ["an entry that went", "a/b: {terms: [bake, fry]}", "a/b: {terms: [fry]}", ["a/b 6→1 +0 -5 ≈0"]],
    [
      "a new rule, and one that went",
      "a/b: {terms: [bake]}",
      "a/c: {terms: [bake]}",
      ["a/b 5→0 +0 -5 ≈0", "a/c 0→5 +5 -0 ≈0"],
    ],
    [
      "a level",
      "a/b: {terms: [bake, fry]}",
      "a/b: {level: error, terms: {bake: ~, fry: {level: info}}}",
      ["a/b 6→6 +0 -0 warning→error:5 warning→info:1 ≈0"],
    ],
    [
      "a message and a level",
      "a/b: {terms: [bake]}",
      "a/b: {level: info, message: No., terms: [bake]}",
      ["a/b 5→5 +0 -0 warning→info:5 ≈5"],
    ],
    ["a suggestion", "a/b: {terms: {fry: bake}}", "a/b: {terms: {fry: roast}}", ["a/b 1→1 +0 -0 ≈1"]],
    [
      "an entry's name alone",
      "a/b: {message: No., patterns: {one: fry}}",
      "a/b: {message: No., patterns: {two: fry}}",
      ["a/b 1→1 +0 -0 ≈0"],
    ],
    ["longer words", "a/b: {terms: [bake]}", "a/b: {terms: [bake, they bake]}", ["a/b 5→5 +1 -1 ≈0"]],
    [
      "words that are flagged on fewer platforms",
      "a/b: {terms: [fry]}",
      "a/b: {when: {platform: x}, terms: [fry]}",
      ["a/b 1→1 +1 -1 ≈0"],
    ],
    [
      "the rules with most differences first, then those with other words",
      "a/same: {terms: [soup]}\n  a/words: {terms: [they]}\n  a/few: {terms: [fry]}\n  a/many: {terms: [bake]}",
      "a/same: {terms: [soup]}\n  a/words: {message: No., terms: [they]}\n  a/few: {level: info, terms: [fry]}\n  a/many: {level: info, terms: [bake]}",
      [
        "a/many 5→5 +0 -0 warning→info:5 ≈0",
        "a/few 1→1 +0 -0 warning→info:1 ≈0",
        "a/words 1→1 +0 -0 ≈1",
        "a/same 1→1 +0 -0 ≈0",
      ],
    ],
  ])("tells %s", (_what, before, after, expected) => {
    expect(differencesOf(diffOf(`rules:\n  ${before}`, `rules:\n  ${after}`, TEXTS))).toEqual(expected);
  });

  it("counts posts, flags, and posts with flags", () => {
    const { rules: _, ...counts } = diffOf(
      "rules: {a/b: {terms: [fry]}}",
      "rules: {a/b: {level: error, terms: [fry, they, bake]}}",
      TEXTS,
    );
    expect(counts).toEqual({
      posts: 4,
      before: { flags: 1, flagged: 1, levels: { error: 0, warning: 1, info: 0 } },
      after: { flags: 7, flagged: 3, levels: { error: 7, warning: 0, info: 0 } },
    });
  });

  it("shows the first three posts of each kind of difference, each once", () => {
    const texts = ["Fry.", "Bake, bake.", "We bake and fry\nnow.", "Bake!", "They bake."];
    const { rules } = diffOf(
      "rules: {a/b: {terms: [fry]}}",
      "rules: {a/b: {terms: {bake: ~, fry: {level: error}}}}",
      texts,
    );
    expect(rules[0].samples.map(shown)).toEqual([
      "added 2 1:1 [[Bake]], bake. - → warning bake",
      "added 3 1:4 We [[bake]] and fry - → warning bake",
      "added 4 1:1 [[Bake]]! - → warning bake",
      "level 1 1:1 [[Fry]]. warning fry → error fry",
      "level 3 1:13 We bake and [[fry]] warning fry → error fry",
    ]);
  });

  it("takes a lowered flag for what it counts", () => {
    const diff = diffOf(
      "rules: {a/b: {terms: [fry]}}",
      "rules: {a/b: {in: [prose, negation], terms: [fry]}}",
      ["Never fry."],
    );
    expect(differencesOf(diff)).toEqual(["a/b 1→1 +0 -0 info→warning:1 ≈1"]);
  });

  it("adds up: what was there, less what went, with what came, is what is there", () => {
    const words = fc.constantFrom("bake", "fry", "we", "bake bread", "bread");
    const pack = fc.uniqueArray(words, { minLength: 1 });
    const texts = fc.array(fc.array(words).map((list) => list.join(" ")));
    fc.assert(
      fc.property(pack, pack, texts, (before, after, posts) => {
        const rulesOf = (terms: readonly string[]): string => `rules: {a/b: {terms: [${terms.join(", ")}]}}`;
        const diff = diffOf(rulesOf(before), rulesOf(after), posts);
        for (const rule of diff.rules) expect(rule.before - rule.removed + rule.added).toBe(rule.after);
        expect(diff.before.flags).toBe(diff.rules.reduce((sum, rule) => sum + rule.before, 0));
      }),
      { numRuns: runs(50) },
    );
  });
});
