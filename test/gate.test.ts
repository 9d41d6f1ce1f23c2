import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { gatesUnder } from "../src/packs/gates.ts";
import { printPack } from "../src/packs/print.ts";
import { parsePack } from "../src/parse-pack.ts";
import { scored } from "../src/rescore.ts";
import type { Finding, Waiver } from "../src/types.ts";
import { lines, lintOf, loadedLint, resultOf } from "./lints.ts";
import { postOf } from "./text/post.ts";

// In a text of at most 25 words an error takes 30 points, a warning 20, an info 10.
const RULES =
  "rules: {a/b: {level: error, terms: [rye, oat]}, a/c: {terms: [corn]}, b/d: {terms: {wheat: {confidence: maybe}, spelt: ~}}}";

function gatesOf(text: string, pack: string, more: Parameters<typeof resultOf>[2] = {}): readonly string[] {
  return resultOf(lintOf(`${RULES}\n${pack}`), text, more).findings.flatMap(({ rule, message }) =>
    rule.startsWith("gate/") ? [`${rule}: ${message}`] : [],
  );
}

describe("a gate", () => {
  it.each([
    ["bread", 100, []],
    ["rye", 70, []],
    ["rye", 71, ["“rye” (−30) weighs most; start there."]],
    ["corn and rye", 60, ["“rye” (−30) weighs most; start there."]],
    ["corn and rye", 81, ["“rye” (−30) and “corn” (−20) weigh most; start there."]],
    [
      "corn, rye, oat, rye, oat, rye",
      100,
      ["“rye” (−30), “oat” (−30) and “rye” (−30) weigh most; start there."],
    ],
    ["corn, rye, oat, rye, oat, rye", 0, []],
    ["spelt", 90, []],
  ])("on “%s” at %i", (text, least, said) => {
    expect(gatesOf(text, `gates: {a: ${least}}`).map((each) => each.replace(/.*\d\. /u, ""))).toEqual(said);
  });

  it("says what is, what is asked for, and where it stands", () => {
    const { findings, post } = resultOf(lintOf(`${RULES}\ngates: {a: 60}`), "rye and oat");
    expect(findings[1]).toEqual({
      rule: "gate/a",
      level: "error",
      confidence: "sure",
      message:
        "a scores 40 of 100, and this pack asks for at least 60. “rye” (−30) weighs most; start there.",
      why: "Single flags may be small; a gate asks how much they are in sum.",
      text: "rye and oat",
      span: { start: 0, end: 11 },
      place: post.locate({ start: 0, end: 11 }),
      suggestions: [],
      fixable: false,
    });
  });

  it("names the rule where the words are long", () => {
    const long = `rules: {a/b: {level: error, patterns: {long: rye <word:9> oat}}}\ngates: {a: 90}`;
    const text = `rye ${"anything ".repeat(9)}oat`;
    expect(resultOf(lintOf(long), text).findings[1].message).toContain(". a/b/long (−30) weighs");
  });

  it("counts what the report holds: a lowered finding as info, one that may be only when asked for", () => {
    expect(gatesOf("They said “rye” here.", "gates: {a: 90}")).toEqual([]);
    expect(gatesOf("They said “rye” here.", "gates: {a: 91}")).toHaveLength(1);
    expect(gatesOf("wheat", "gates: {b: 100}")).toEqual([]);
    const all = lintOf(`${RULES}\ngates: {b: 100}`, { all: true });
    expect(lines(resultOf(all, "wheat"))).toContain("error gate/b “wheat”");
  });

  it("is no axis itself", () => {
    const { score, axes } = resultOf(lintOf(`${RULES}\ngates: {a: 90}`), "rye");
    expect([score, axes]).toEqual([70, { a: 70, b: 100 }]);
  });

  it.each([
    ["its group is not asked for", { only: ["b"] }],
    ["it is skipped", { skip: ["gate/a"] }],
    ["all gates are", { skip: ["gate"] }],
    ["what weighs is skipped", { skip: ["a/b"] }],
  ])("says nothing where %s", (_what, options) => {
    const { findings } = resultOf(lintOf(`${RULES}\ngates: {a: 80}`, options), "rye");
    expect(findings.filter(({ rule }) => rule.startsWith("gate/"))).toEqual([]);
  });
});

describe("gates of layers and overrides", () => {
  const BASE = `voicecheck: 1
${RULES}
gates: {a: 60, b: 70}
overrides:
  - {when: {platform: x}, gates: {a: 100, b: 10}}
`;
  const own = `voicecheck: 1
extends: ./base.yaml
gates: {b: 75}
overrides:
  - {when: {kind: ad}, gates: {a: 20}, rules: {b: off}}
`;
  const pack = parsePack(own, { read: (name) => ({ name, text: BASE }) });

  it.each([
    [[], { a: 60, b: 75 }],
    [[1], { a: 100, b: 75 }],
    [[3], { a: 20, b: 75 }],
    [[1, 3], { a: 20, b: 75 }],
  ])("under %j are %j: what is written last wins", (held, gates) => {
    expect(gatesUnder(pack, held)).toEqual(gates);
  });

  it("are printed so that they load to the same", () => {
    const again = parsePack(printPack(pack));
    expect([[], [1], [2], [1, 2]].map((held) => gatesUnder(again, held))).toEqual(
      [[], [1], [3], [1, 3]].map((held) => gatesUnder(pack, held)),
    );
  });

  it("need nothing loaded where an override sets gates alone", () => {
    const lint = lintOf(`${RULES}\noverrides: [{when: {platform: x}, gates: {a: 90}}]`);
    expect(lines(resultOf(lint, "rye", { platforms: ["x"] }))).toHaveLength(2);
    expect(lines(resultOf(lint, "rye", { platforms: ["linkedin"] }))).toHaveLength(1);
  });

  it("hold on the platforms that ask for them", async () => {
    const lint = await loadedLint(
      `${RULES}\ngates: {a: 70}\noverrides: [{when: {platform: x}, gates: {a: 90}}, {when: {platform: tiktok}, rules: {a/c: info}}]`,
    );
    const found = resultOf(lint, "rye", { platforms: ["x", "linkedin"] });
    expect(lines(found)).toEqual(["error a/b/rye “rye”", "error gate/a “rye” on x"]);
    const both = resultOf(lint, "rye corn", { platforms: ["x", "linkedin"] });
    expect(lines(both).slice(1, 3)).toEqual([
      "error gate/a “rye corn” on x",
      "error gate/a “rye corn” on linkedin",
    ]);
    expect(lines(resultOf(lint, "rye corn", { platforms: ["linkedin"] })).slice(1, 2)).toEqual([
      "error gate/a “rye corn”",
    ]);
  });
});

describe("an ignore comment", () => {
  const waiver = (...names: string[]): Waiver => ({
    text: `voicecheck-ignore ${names.join()}`,
    names,
    place: { line: 1, column: 1, endLine: 1, endColumn: 2, offset: 0, endOffset: 1 },
  });
  const rulesOf = (text: string, names: string[], pack = "gates: {a: 80}"): readonly string[] => {
    const post = { ...postOf(text), waivers: [waiver(...names)] };
    return lintOf(`${RULES}\n${pack}`)(post).findings.map(({ rule }) => rule);
  };

  it.each([
    ["the gate", "rye", ["gate/a"], ["a/b"]],
    ["all gates", "rye", ["gate"], ["a/b"]],
    ["what weighs", "rye", ["a/b/rye"], []],
    ["less than it takes", "rye oat", ["a/b/rye"], ["a/b", "gate/a"]],
    ["a gate that is open", "corn", ["gate/a"], ["waiver/unused", "a/c"]],
    ["a gate of no axis", "rye", ["gate/c"], ["waiver/unknown", "a/b", "gate/a"]],
  ])("that names %s", (_what, text, names, left) => {
    expect([...rulesOf(text, names)].sort()).toEqual([...left].sort());
  });

  it("knows no gate where the pack has none", () => {
    expect(rulesOf("corn", ["gate/a"], "")).toContain("waiver/unknown");
  });
});

describe("scored", () => {
  it("counts again with fewer findings, however often", () => {
    const lint = lintOf(`${RULES}\ngates: {a: 65, b: 90}`);
    const word = fc.constantFrom("rye", "oat", "corn", "spelt", "bread");
    const property = fc.property(fc.array(word), fc.array(fc.boolean()), (words, keep) => {
      const result = resultOf(lint, words.join(" "));
      const groups = Object.keys(result.axes);
      expect(scored({ ...result, groups }, result.findings).findings).toEqual(result.findings);
      const isKept = (_: Finding, index: number): boolean => keep[index] !== false;
      const fewer = scored({ ...result, groups }, result.findings.filter(isKept));
      expect(fewer.score).toBeGreaterThanOrEqual(result.score);
      for (const { axis, least } of result.gates ?? []) {
        const closed = fewer.findings.filter(({ rule }) => rule === `gate/${axis}`).length;
        expect(closed).toBe(fewer.axes[axis] < least ? 1 : 0);
      }
    });
    fc.assert(property);
  });
});
