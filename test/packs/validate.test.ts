import { describe, expect, it } from "vitest";
import { PackError } from "../../src/errors.ts";
import { parsePack } from "../../src/parse-pack.ts";

/** All that is wrong with a pack, each as `line:column message`. */
function mistakes(body: string): readonly string[] {
  try {
    parsePack(`voicecheck: 1\n${body}`);
  } catch (error) {
    if (!(error instanceof PackError)) throw error;
    return error.mistakes.map(({ line, column, message }) => `${line}:${column} ${message}`);
  }
  return [];
}

describe("the shape of a pack", () => {
  it.each<[string, readonly (string | RegExp)[]]>([
    ["rule: {}", [/^2:1 “rule” is unknown in a pack.*“rules”/u]],
    ["rules: {a/b: {terms: [x], mesage: y}}", [/^2:27 “mesage” is unknown in “a\/b”.*“message”/u]],
    [
      "rules: {a/b: {terms: [x], level: bad}}",
      ["2:34 “bad” is not a level; known are error, warning, info, off"],
    ],
    [
      "rules: {a/b: {terms: [x], confidence: high}}",
      [/^2:39 “high” is not a confidence; known are sure, likely, maybe/u],
    ],
    ["rules: {a/b: {terms: {x: {usee: y}}}}", [/^2:27 “usee” is unknown in “x”.*“use”/u]],
    ["rules: {a/b: {terms: [x], when: {platfrom: x}}}", [/^2:34 “platfrom” is unknown.*“platform”/u]],
    ["rules: {a/b: {terms: [x], when: {has: [sound]}}}", [/media, alt, link, title/u]],
    ["rules: {a/b: {terms: [x], when: {date: soon}}}", [/a day \(2026-11-26\) or a range/u]],
    [
      "rules: {a/b: {terms: [x], when: {date: [2026-01-01, soon]}}}",
      [/^2:53 a day \(2026-11-26\) or a range/u],
    ],
    ["rules: {a/b: {length: {of: post, max: long}}}", [/an amount is a number/u]],
    [
      "rules: {a/b: {terms: [x], in: [title]}}",
      [/“title” is not a part of a post; known are prose, quote, negation, hashtag, raw/u],
    ],
    ["brand: {product: [x]}", [/^2:9 “product” is unknown in “brand”.*“products”/u]],
    ["allow: {x: {untill: 2026-01-01}}", [/“untill” is unknown.*“until”/u]],
    ["allow: {x: {until: tomorrow}}", [/a date is expected here/u]],
    ["rules: {A/b: {terms: [x]}}", [/^2:9 “A\/b” is no rule's name/u]],
    ["rules: {b: {terms: [x]}}", [/./u]],
    [
      "rules: {a/b: {terms: [x], regex: {y: z}}}",
      [/^2:27 a rule has one type key; this one has “terms” \(.*2:15\) and “regex”/u],
    ],
    [
      "rules: {a/b: {terms: [x], unless: [y], unless+: [z]}}",
      [/^2:40 “unless\+” changes a list that is written anew/u],
    ],
    [
      "rules: {a/b: {patterns: {in order to: to}}}",
      [/write “in-order-to: \{match: in order to, use: to\}”/u],
    ],
    ["rules: {a/b: {regex: {'!': x}}}", [/write “name: \{match: !/u]],
  ])("%s", (body, expected) => {
    const said = mistakes(body);
    expect(said).toHaveLength(expected.length);
    for (const [index, each] of expected.entries()) {
      if (typeof each === "string") expect(said[index]).toBe(each);
      else expect(said[index]).toMatch(each);
    }
  });

  it("tells all at once, each in its place", () => {
    const said = mistakes(
      "nam: x\nrules:\n  a/b: {terms: [x], level: bad}\n  a/c: {terms: [y], regex: {z: z}}\n  a/d/: x\n",
    );
    expect(said.map((each) => each.split(" ")[0])).toEqual(expect.arrayContaining(["2:1", "4:28", "5:21"]));
  });

  it.each([
    ["", "starts with “voicecheck: 1”"],
    ["# nothing but a comment\n", "starts with “voicecheck: 1”"],
    ["- a\n- b\n", "a pack is a map that starts with “voicecheck: 1”"],
    ["just words", "a pack is a map that starts with “voicecheck: 1”"],
  ])("refuses %j as a pack", (text, message) => {
    expect(() => parsePack(text)).toThrow(message);
  });

  it("lets names end in + and - where names are free", () => {
    expect(mistakes("rules: {a/b: {terms: {C+: ~, C-: ~}}}\nallow: {A+: ~}")).toEqual([]);
  });
});
