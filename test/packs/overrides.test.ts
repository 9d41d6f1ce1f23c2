import { describe, expect, it } from "vitest";
import { checks } from "../../src/checks/index.ts";
import { applyOverrides } from "../../src/packs/overrides.ts";
import type { PlainMap } from "../../src/packs/tree.ts";
import { parsePack } from "../../src/parse-pack.ts";
import type { PostLike } from "../../src/post.ts";
import { lines, loadedLint, resultOf } from "../lints.ts";
import { mistakesOf } from "./mistakes-of.ts";

const RULES = `
  a/b: {terms: {rye: oat, corn: ~}}
  a/c: {level: off, terms: [wheat]}
  a/d: {level: info, limit: {count: links, max: 5}}
  ab/e: {terms: [spelt]}
  ab/e/spelt: warning
  b/f: {regex: {z: 'z+'}}`;
const TEXT = "rye corn wheat spelt zz acme.com acme.org";
const ALWAYS = ["warning a/b/rye", "warning a/b/corn", "warning ab/e/spelt", "warning b/f/z"];

/** What an override of rules that holds on X makes of them there. */
async function found(rules: string, more: Partial<PostLike> = {}, others = ""): Promise<readonly string[]> {
  const pack = `rules:${RULES}\noverrides:\n  - {when: {platform: x}, rules: {${rules}}}\n${others}`;
  return lines(resultOf(await loadedLint(pack), TEXT, { platforms: ["x"], ...more })).map((line) =>
    line.slice(0, line.indexOf(" “")),
  );
}

describe("an override", () => {
  it.each<[string, readonly string[]]>([
    ["a/b: info", ["info a/b/rye", "info a/b/corn", "warning ab/e/spelt", "warning b/f/z"]],
    ["a/b: off", ["warning ab/e/spelt", "warning b/f/z"]],
    ["a: error", ["error a/b/rye", "error a/b/corn", "warning ab/e/spelt", "warning b/f/z"]],
    ["a: off", ["warning ab/e/spelt", "warning b/f/z"]],
    ["a/c: error", [...ALWAYS.slice(0, 2), "error a/c/wheat", ...ALWAYS.slice(2)]],
    ["a/c: {level: info}", [...ALWAYS.slice(0, 2), "info a/c/wheat", ...ALWAYS.slice(2)]],
    ["a/c: {why: dull}", ALWAYS],
    ["a/c: {why: dull, level: info}", [...ALWAYS.slice(0, 2), "info a/c/wheat", ...ALWAYS.slice(2)]],
    ["a/b/rye: off", ALWAYS.slice(1)],
    ["a/b/rye: error, a/b: info", ["error a/b/rye", "info a/b/corn", "warning ab/e/spelt", "warning b/f/z"]],
    ["a/b: {terms: {rye: off, zz: ~}}", [...ALWAYS.slice(1, 3), "warning a/b/zz", "warning b/f/z"]],
    ["a/b: {unless: {post: corn}}", ["warning ab/e/spelt", "warning b/f/z"]],
    ["a/d: {limit: {max: 1}}", [...ALWAYS, "info a/d"]],
    ["b/f: {regex: {z: 'q+'}}", ALWAYS.slice(0, 3)],
    ["c/g: {level: error, terms: [rye]}", ["error c/g/rye", ...ALWAYS]],
    ["c/g: {level: error, regex: {s: s+}}", [...ALWAYS.slice(0, 3), "error c/g/s", "warning b/f/z"]],
  ])("%s", async (rules, expected) => {
    expect([...(await found(rules))].sort()).toEqual([...expected].sort());
    expect([...(await found(rules, { platforms: ["linkedin"] }))].sort()).toEqual([...ALWAYS].sort());
  });

  it("adds to the one before where both hold", async () => {
    const others = "  - {when: {kind: ad}, rules: {a/b: {terms: {rye: off}}, a/c: error}}\n";
    expect(await found("a/b: info", { kind: "ad" }, others)).toEqual([
      "info a/b/corn",
      "error a/c/wheat",
      "warning ab/e/spelt",
      "warning b/f/z",
    ]);
    expect(await found("a/b: info", { kind: "ad", platforms: [] }, others)).toEqual([
      "warning a/b/corn",
      "error a/c/wheat",
      "warning ab/e/spelt",
      "warning b/f/z",
    ]);
  });
});

it("leaves out rules of a type that comes later, and adds those of an override", () => {
  const pack = parsePack(`voicecheck: 1
rules: {a/b: {terms: [rye]}, a/c: {level: off, tone: {at: 80%}}}
overrides: [{when: {platform: x}, rules: {d/e: {terms: [oat]}, a/b: info}}]`);
  expect(pack.rules.map(({ id }) => id)).toEqual(["a/b"]);
  expect(applyOverrides(pack, [1], checks).map(({ id, level }) => `${id} ${level}`)).toEqual([
    "a/b info",
    "d/e warning",
  ]);
});

describe("what a pack keeps to fold again", () => {
  it.each<[string, string, PlainMap]>([
    ["of a rule that gets a level, its level", "a/c: error", { "a/c": { level: "off" } }],
    ["the same where the level stands in a map", "a/c: {level: error}", { "a/c": { level: "off" } }],
    ["of a group, all levels", "a: error", { "a/b": {}, "a/c": { level: "off" }, "a/d": { level: "info" } }],
    [
      "of a rule that gets another key, all",
      "ab/e: {why: dull}",
      { "ab/e": { terms: ["spelt"] }, "ab/e/spelt": "warning" },
    ],
    [
      "of a rule that gets a level and more, all",
      "a/c: {level: info, why: dull}",
      { "a/c": { level: "off", terms: ["wheat"] } },
    ],
    [
      "of a rule with an entry that gets a level, all",
      "a/b/rye: info",
      { "a/b": { terms: { rye: "oat", corn: null } } },
    ],
    ["of a rule whose entry has a level, no entry", "ab/e: error", { "ab/e": {} }],
    ["of rules that are new there, nothing", "c/g: {terms: [oven]}", {}],
  ])("%s", (_what, override, expected) => {
    const { overrides } = parsePack(
      `voicecheck: 1\nrules:${RULES}\noverrides: [{when: {platform: x}, rules: {${override}}}]`,
    );
    expect(overrides.map(({ rules }) => rules)[0]).toEqual(expected);
    expect(overrides).toHaveLength(2);
  });

  it("is nothing without overrides", () => {
    expect(parsePack(`voicecheck: 1\nrules:${RULES}`).overrides).toEqual([]);
  });
});

describe("mistakes that only an override makes", () => {
  const at = (override: string): string => `overrides: [{when: {platform: x}, rules: {${override}}}]`;
  it.each<[string, string, readonly string[]]>([
    [
      "a pattern of its own",
      `rules: {a/b: {patterns: {x: y}}}\n${at("a/b: {patterns: {z: <lnk>}}")}`,
      ["3:63 unknown-class"],
    ],
    ["a rule without a type", at("a/b: {why: dull}"), ["2:43 no-type"]],
    [
      "an option",
      `rules: {a/b: {limit: {count: links, max: 1}}}\n${at("a/b: {limit: {max: 20%}}")}`,
      ["3:62 option"],
    ],
    [
      "a message that asks for what is not there",
      `rules: {a/b: {terms: [x]}}\n${at("a/b: {message: <use>}")}`,
      ["3:58 no-use"],
    ],
    [
      "two that stand in one list together",
      `rules: {a/b: {terms: [x], when: {kind: [ad]}}}\n${at("a/b: {when: {kind+: [not reply]}}")}`,
      ["3:63 both"],
    ],
    [
      "what one takes away and another asks for",
      `rules: {a/b: {terms: {x: y}}}
overrides:
  - {when: {platform: x}, rules: {a/b: {terms: {x: {use-: [y]}}}}}
  - {when: {kind: ad}, rules: {a/b: {message: <use>}}}`,
      ["5:47 no-use"],
    ],
    [
      "a rule of a type that comes later, switched on",
      `rules: {a/b: {level: off, tone: {at: 80%}}}\n${at("a/b: error")}`,
      ["2:27 not-yet"],
    ],
    [
      "but not one that stays off",
      `rules: {a/b: {level: off, tone: {at: 80%}}}\n${at("a/b: {why: dull}")}`,
      [],
    ],
    [
      "but not one whose group gets a level",
      `rules: {a/b: {level: off, tone: {at: 80%}}}\n${at("a: error")}`,
      [],
    ],
    [
      "nor one that is switched off again",
      `rules: {a/b: {level: off, tone: {at: 80%}}}\n${at("a/b: off")}`,
      [],
    ],
    [
      "where it stands, not where another one sets the same key",
      `rules: {a/b: {terms: [x]}}
overrides:
  - {when: {platform: x}, rules: {a/b: {message: <use>}}}
  - {when: {platform: y}, rules: {a/b: {message: dull}}}`,
      ["4:50 no-use"],
    ],
    ["nor a rule that is switched on", `rules: {a/b: {level: off, terms: [x]}}\n${at("a/b: error")}`, []],
    [
      "and none twice",
      `rules: {a/b: {terms: [x], message: <uze>}}\n${at("a/b: {why: dull}")}`,
      ["2:36 unknown-placeholder"],
    ],
    [
      "what it asks for",
      `rules: {a/b: {terms: [x]}}\noverrides: [{when: {text: <lnk>}, rules: {a/b: off}}]`,
      ["3:27 unknown-class"],
    ],
  ])("%s", (_what, own, expected) => {
    const places = mistakesOf(own).map((each) => each.split(" ").slice(0, 2).join(" ").replace("own:", ""));
    expect(places).toEqual(expected);
  });
});
