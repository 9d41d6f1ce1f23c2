import { describe, expect, it } from "vitest";
import type { Sought } from "../../src/packs/pack-places.ts";
import { parsePlacedPack } from "../../src/parse-placed-pack.ts";

const BASE = `voicecheck: 1
rules:
  a/words:
    terms:
      bake (v): {use: fry, bad: We bake., good: [Soup., {text: A cake., platform: x}]}
      "Circle back": ~
      lead (n): ~
      lead (v): ~
    examples: {bad: [Both sides, "Two layers"], good: [Both sides]}
  a/list: {terms: [fry, act now]}
  a/same: {why: Stale bread, terms: [stale], examples: {bad: [{platform: x, text: Stale bread}], good: [Rye]}}
`;
const OWN = `voicecheck: 1
name: own
extends: [base]
rules:
  a/words: {terms: {circle back: talk}, examples: {bad+: [Two layers], good-: []}}
overrides:
  - {when: {platform: x}, rules: {a/words: {examples: {good+: [Only on X]}}}}
`;
const { places } = parsePlacedPack(OWN, { file: "own", read: () => ({ name: "base", text: BASE }) });

describe("placesIn", () => {
  it.each<[string, Sought, string | undefined]>([
    ["a rule, where it was first written", { rule: "a/words" }, "base:3:3"],
    ["an entry", { rule: "a/words", entry: "bake" }, "base:5:7"],
    ["an entry in its last layer", { rule: "a/words", entry: "circle-back" }, "own:5:21"],
    ["one of two entries with one slug, by its key", { rule: "a/words", entry: "lead (v)" }, "base:8:7"],
    ["an entry of a list", { rule: "a/list", entry: "act-now" }, "base:10:25"],
    ["the rule for an entry that is not there", { rule: "a/list", entry: "no" }, "base:10:3"],
    ["nothing for a rule that is not there", { rule: "a/no" }, undefined],
    ["an example of an entry", { rule: "a/words", example: "We bake.", side: "bad" }, "base:5:33"],
    ["an example that is a map", { rule: "a/words", example: "A cake.", side: "good" }, "base:5:64"],
    [
      "a bad example that is a good one too",
      { rule: "a/words", example: "Both sides", side: "bad" },
      "base:9:22",
    ],
    [
      "a good example that is a bad one too",
      { rule: "a/words", example: "Both sides", side: "good" },
      "base:9:56",
    ],
    ["an example of either side", { rule: "a/same", example: "Rye" }, "base:11:105"],
    ["an example, not the same words elsewhere", { rule: "a/same", example: "Stale bread" }, "base:11:83"],
    ["an example in its last layer", { rule: "a/words", example: "Two layers", side: "bad" }, "own:5:59"],
    ["an example in an override", { rule: "a/words", example: "Only on X", side: "good" }, "own:7:64"],
    [
      "the entry for an example that is not there",
      { rule: "a/words", entry: "bake", example: "No", side: "bad" },
      "base:5:7",
    ],
  ])("finds %s", (_what, sought, expected) => {
    const place = places(sought);
    expect(place === undefined ? undefined : `${place.file}:${place.line}:${place.column}`).toBe(expected);
  });
});

const LEVELS = parsePlacedPack(
  `voicecheck: 1
name: own
extends: [base]
rules:
  a: info
  a/words: {why: So.}
  b/words: error
  c/words: {terms: {bake: {level: info}}}
overrides:
  - {when: {platform: x}, rules: {a/words: error, c/words: {level: error}}}
`,
  {
    file: "own",
    read: () => ({
      name: "base",
      text: `voicecheck: 1
rules:
  a/words: {terms: [fry], level: warning}
  a/other: {terms: [bake]}
  b/words: {terms: [boil], level: info}
  c/words: {terms: [bake]}
  d/words: {level: warning, terms: [mill]}
`,
    }),
  },
);

describe("levelsIn", () => {
  it.each<[string, string | undefined, string]>([
    ["a/words", "own:5:6", "the group in a later layer"],
    ["a/other", "own:5:6", "the group"],
    ["b/words", "own:7:12", "a level alone"],
    ["c/words", undefined, "neither an entry nor an override"],
    ["d/words", "base:7:20", "the rule in the first layer"],
    ["a/no", "own:5:6", "the group of a rule that is not there"],
    ["e/no", undefined, "nothing"],
  ])("%s has its level from %s: %s", (rule, expected, _from) => {
    const place = LEVELS.levels(rule);
    expect(place && `${place.file}:${place.line}:${place.column}`).toBe(expected);
  });
});

describe("writersIn", () => {
  it.each([
    ["a/words", ["base", "own", "own"]],
    ["a/other", ["base"]],
    ["b/words", ["base", "own"]],
    ["d/words", ["base"]],
    ["e/no", []],
  ])("%s is written in %j", (rule, expected) => expect(LEVELS.writers(rule)).toEqual(expected));
});
