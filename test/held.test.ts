import { describe, expect, it } from "vitest";
import { overridesFor } from "../src/held.ts";
import { parsePack } from "../src/parse-pack.ts";
import { createDoc } from "../src/text/doc.ts";
import { lines, loadedLint, resultOf } from "./lints.ts";
import { postOf } from "./text/post.ts";

describe("overrides that ask for a text", () => {
  const pack = `
rules: {a/b: {terms: [rye]}, a/c: {terms: [oat]}}
lists: {grains: [spelt, emmer]}
overrides:
  - {when: {text: [oven (n), <link>]}, rules: {a/b: error}}
  - {when: {text: <grains>, platform: x}, rules: {a/b: info}}
  - {when: {platform: x}, rules: {a/c: off}}`;

  it.each<[string, readonly string[], readonly string[]]>([
    ["rye oat", [], ["warning a/b/rye “rye”", "warning a/c/oat “oat”"]],
    ["rye. Ovens!", [], ["error a/b/rye “rye”"]],
    ["rye\n\nacme.com", [], ["error a/b/rye “rye”"]],
    ["rye spelt oven", [], ["error a/b/rye “rye”"]],
    ["rye spelt oven oat", ["x"], ["info a/b/rye “rye”"]],
    ["rye oven oat", ["x"], ["error a/b/rye “rye”"]],
    ["rye oven-ready", [], ["warning a/b/rye “rye”"]],
    ["rye spelt", ["x", "linkedin"], ["info a/b/rye “rye” on x", "warning a/b/rye “rye” on linkedin"]],
  ])("%j on %j", async (text, platforms, expected) => {
    const lint = await loadedLint(pack);
    expect(lines(resultOf(lint, text, { platforms }))).toEqual(expected);
  });
});

describe("overridesFor", () => {
  const pack = parsePack(
    "voicecheck: 1\nrules: {a/b: {terms: [rye]}}\noverrides:\n  - {when: {text: rye}, rules: {a/b: info}}\n  - {when: {kind: ad}, rules: {a/b: error}}\n  - {when: {text: [oat, corn], kind: ad}, rules: {a/b: off}}",
  );
  const held = overridesFor(pack);
  /** Which of the three overrides hold; the pack's own layer is the first step and none of them. */
  const numbers = (text: string, kind?: string): readonly number[] => {
    const post = postOf(text, { kind });
    return held({ post, doc: createDoc(post), platform: undefined });
  };

  it.each([
    ["rye", undefined, [1]],
    ["rye", "ad", [1, 2]],
    ["corn", "ad", [2, 3]],
    ["corn", undefined, []],
    ["", "ad", [2]],
  ])("%j of kind %s", (text, kind, expected) => {
    expect(numbers(text, kind)).toEqual(expected);
  });
});
