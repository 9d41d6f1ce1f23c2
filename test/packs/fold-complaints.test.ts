import { describe, expect, it } from "vitest";
import { mistakesOf } from "./mistakes-of.ts";

const BASE = "rules: {a/words: {terms: [circle back, lesson]}, tone/b: {terms: [x]}}";

const UNKNOWN =
  "own:3:9 unknown-rule no group, rule or entry is called “NAME”; did you mean “a/words/lesson”?";

describe("what layers say of each other", () => {
  it.each<[string, readonly string[]]>([
    [
      "rules: {a/wrds: off}",
      ["own:3:9 unknown-rule no group, rule or entry is called “a/wrds”; did you mean “a/words”?"],
    ],
    [
      "rules: {tne: off}",
      ["own:3:9 unknown-rule no group, rule or entry is called “tne”; did you mean “tone”?"],
    ],
    [
      "rules: {a/words/lessn: off}",
      [
        "own:3:9 unknown-rule no group, rule or entry is called “a/words/lessn”; did you mean “a/words/lesson”?",
      ],
    ],
    [
      "rules: {a/words: {terms-: [lessn]}}",
      ["own:3:19 key-sign “terms” takes no -; what a later layer writes is added by itself"],
    ],
    [
      "rules: {a/words: {terms: {Circle-Back: ~, circle back: ~}}}",
      [
        "own:3:43 twice “circle back” and “Circle-Back” are the same entry: case, quotes and hyphens don't matter [own:3:27]",
      ],
    ],
    [
      "rules: {a/words: {regex: {y: z}}}",
      [
        "own:3:19 type-changed a/words is of type “terms”; a rule keeps its type. Give this one another name [base:2:19]",
      ],
    ],
    [
      "rules: {zzzzzzzz/yyyyyyyy: off}",
      [
        "own:3:9 unknown-rule no group, rule or entry is called “zzzzzzzz/yyyyyyyy”; known are a, a/words, a/words/circle-back, a/words/lesson, tone, tone/b, tone/b/x",
      ],
    ],
    [
      "rules: {a/words: {terms: {lessn: off}}}",
      ["own:3:27 unknown-entry nothing called “lessn” in a/words; did you mean “lesson”?"],
    ],
    [
      "rules: {a/words/lesson: {why: dull}}",
      ["own:3:9 entry-level an entry named here takes a level; its other keys stand in its rule"],
    ],
    ["rules: {a: {terms: [x]}}", ["own:3:9 rule-name a rule's name is group/name; “a” alone takes a level"]],
    ["rules: {a/wrds/lesson: off}", [UNKNOWN.replaceAll("NAME", "a/wrds/lesson")]],
    ["rules: {a/words: {terms: {lesson: off}}}", []],
    [
      "rules: {a/words: {terms: {Circle  -  back: ~, circle back: ~}}}",
      [
        "own:3:47 twice “circle back” and “Circle  -  back” are the same entry: case, quotes and hyphens don't matter [own:3:27]",
      ],
    ],
    ["rules: {a/words: {terms: {circleback: ~, circle back: ~}}}", []],
    ["rules: {a/words: {terms: [rye, rye]}}", ["own:3:32 twice “rye” stands twice"]],
    [
      "rules: {a/words: {terms: [rye, Rye]}}",
      ["own:3:32 twice “Rye” and “rye” are the same entry: case, quotes and hyphens don't matter [own:3:27]"],
    ],
    ["rules: {a/words/les/son: off}", [UNKNOWN.replaceAll("NAME", "a/words/les/son")]],
    ["rules: {a/words: {level: off}, a/words/lesson: info, tone/b/x: off}", []],
    ["rules: {a/words: off, tone: off, a/words/lesson: off}", []],
  ])("%s", (own, expected) =>
    expect(mistakesOf(`extends: [base]\n${own}`, { base: BASE })).toEqual(expected),
  );
});

describe("something to remove that is not there", () => {
  it.each<[string, string, string]>([
    ["brand: {names-: [b]}", "brand: {names: [long]}", "own:3:18"],
    ["lists: {q-: [b]}", "lists: {q: [long]}", "own:3:14"],
    ["voice: {is-: [b]}", "voice: {is: [long]}", "own:3:15"],
    ['files: {"*.csv": {platform-: [b]}}', 'files: {"*.csv": {platform: [long]}}', "own:3:31"],
    ["rules: {a/b: {unless-: [b]}}", "rules: {a/b: {terms: [x], unless: [long]}}", "own:3:25"],
    [
      "rules: {a/b: {when: {platform-: [b]}}}",
      "rules: {a/b: {terms: [x], when: {platform: [long]}}}",
      "own:3:34",
    ],
    [
      "rules: {a/b: {limit: {except-: [b]}}}",
      "rules: {a/b: {limit: {count: hashtags, max: 1, except: [long]}}}",
      "own:3:33",
    ],
    ["rules: {a/b: {terms: {x: {use-: [b]}}}}", "rules: {a/b: {terms: {x: [long]}}}", "own:3:34"],
    ["rules: {a/b: {terms: {x: {unless-: [b]}}}}", "rules: {a/b: {terms: {x: {unless: long}}}}", "own:3:37"],
  ])("%s", (own, base, place) => {
    expect(mistakesOf(`extends: [base]\n${own}`, { base })).toEqual([
      `${place} unknown-item nothing called “b” here to remove; known are long`,
    ]);
  });
});
