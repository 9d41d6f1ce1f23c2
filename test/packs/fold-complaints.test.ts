import { describe, expect, it } from "vitest";
import { PackError } from "../../src/errors.ts";
import { parsePack } from "../../src/parse-pack.ts";

/** All that is wrong with two layers, each as `file:line:column code message`, and the second place. */
function mistakesOf(base: string, own: string): readonly string[] {
  const head = "voicecheck: 1\n";
  try {
    parsePack(`${head}extends: [base]\n${own}`, {
      file: "own",
      read: () => ({ name: "base", text: head + base }),
    });
  } catch (error) {
    if (!(error instanceof PackError)) throw error;
    return error.mistakes.map(
      ({ file, line, column, code, message, see }) =>
        `${file}:${line}:${column} ${code} ${message}${see === undefined ? "" : ` [${see}]`}`,
    );
  }
  return [];
}

const BASE = "rules: {a/words: {terms: [circle back, lesson]}, tone/b: {terms: [x]}}";

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
    ["rules: {a/words: {terms: {lesson: off}}}", []],
    ["rules: {a/words: off, tone: off, a/words/lesson: off}", []],
  ])("%s", (own, expected) => expect(mistakesOf(BASE, own)).toEqual(expected));
});
