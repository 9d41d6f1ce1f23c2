import { describe, expect, it } from "vitest";
import { PackError } from "../../src/errors.ts";
import { parsePack } from "../../src/parse-pack.ts";

function errorOf(text: string): PackError {
  try {
    parsePack(text, { file: "voicecheck.yaml" });
  } catch (error) {
    if (error instanceof PackError) return error;
    throw error;
  }
  throw new Error("the pack loaded");
}

const HEAD = "voicecheck: 1\n";

describe("every mistake of PACK-FORMAT section 7", () => {
  it.each([
    ["an unknown key", "ruls: {}", "2:1", "did you mean “rules”?"],
    ["an unknown common key", "rules: {a/b: {lvel: error, terms: [x]}}", "2:15", "did you mean “level”?"],
    ["an unknown key of an entry", "rules: {a/b: {terms: {x: {usee: y}}}}", "2:27", "did you mean “use”?"],
    ["an unknown class", "rules: {a/b: {patterns: {x: a <lnk>}}}", "2:31", "did you mean <link>?"],
    [
      "an unknown countable",
      "rules: {a/b: {limit: {count: hashtag, max: 1}}}",
      "2:30",
      "did you mean “hashtags”?",
    ],
    ["an unknown fact", "rules: {a/b: {when: {platfrm: x}, terms: [x]}}", "2:22", "did you mean “platform”?"],
    ["an unknown rule to change", "rules: {a/b: {terms: [x]}, a/c: off}", "2:28", "did you mean “a/b”?"],
    [
      "an unknown entry to change",
      "rules: {a/b: {terms: [lesson]}, a/b/lessons: off}",
      "2:33",
      "did you mean “a/b/lesson”?",
    ],
    ["no type key", "rules: {a/b: {why: because}}", "2:9", "has no type key"],
    [
      "two type keys",
      "rules: {a/b: {terms: [x], regex: {y: z}}}",
      "2:27",
      "has “terms” (voicecheck.yaml:2:15) and “regex”",
    ],
    [
      "a key beside its addition",
      "rules: {a/b: {unless: [x], unless+: [y], terms: [z]}}",
      "2:28",
      "keep one of the two",
    ],
    ["the same key twice", "name: a\nname: b", "3:1", "stands first at voicecheck.yaml:2:1"],
    [
      "entries that only folding makes equal",
      "rules: {a/b: {terms: {e-mail: ~, E mail: ~}}}",
      "2:34",
      "are the same entry",
    ],
    [
      "a tag out of quotes",
      "rules:\n  a/b:\n    terms: [x]\n    examples:\n      bad:\n        - We love it #ad",
      "7:22",
      "quote it; a comment starts with # and a blank",
    ],
    [
      "a text that starts with a sign",
      "rules:\n  a/b:\n    terms: {x: @acme}",
      "4:16",
      "quote the whole text",
    ],
    ["a text with a colon inside", "summary: one: two", "2:10", "quote the whole text"],
    ["a tag of YAML", "name: !!str x", "2:", "no tags"],
    ["an empty block", "name: |\nsummary: x", "2:7", "holds no text"],
    [
      "a pattern's name with a blank",
      "rules: {a/b: {patterns: {in order to: to}}}",
      "2:26",
      "write “in-order-to: {match: in order to, use: to}”",
    ],
    [
      "a mark after a plural",
      "rules: {a/b: {terms: {lessons (n): ~}}}",
      "2:23",
      "“lesson (n)” finds “lessons” too",
    ],
    [
      "a mark in another language",
      "lang: de\nrules: {a/b: {terms: {Hebel (n): ~}}}",
      "3:23",
      "marks such as (n) know English words only",
    ],
    [
      "a fact and its opposite",
      "rules: {a/b: {when: {platform: [x, not x]}, terms: [y]}}",
      "2:32",
      "stand in one list",
    ],
    [
      "a percentage without of",
      "rules: {a/b: {limit: {count: passives, max: 25%}}}",
      "2:45",
      "a share needs “of”",
    ],
    [
      "of without a percentage",
      "rules: {a/b: {limit: {count: passives, of: sentences, max: 2}}}",
      "2:60",
      "needs a percentage",
    ],
    [
      "a regular expression that could hang",
      "rules: {a/b: {regex: {x: '(a+)+'}}}",
      "2:27",
      "repetition inside another",
    ],
    ["a merge key", "a: &a {x: y}\nrules: {<<: *a}", "2:1", "unknown"],
    ["no version", "name: x", "1:1", "voicecheck"],
    ["a platform's key that is none", "platforms: {mastodon: {limt: 1000}}", "2:24", "did you mean “limit”"],
    [
      "a way to count that is none",
      "platforms: {mastodon: {unit: grapheme}}",
      "2:",
      "did you mean “graphemes”",
    ],
    ["a rule type that comes later", "rules: {a/b: {tone: {at: 80%}}}", "2:15", "not yet"],
    ["one form to keep to", "rules: {a/b: {consistent: {c: [can't]}}}", "2:28", "write those of which"],
    ["<if> without if", "rules: {a/b: {require: {any: [<if> is]}}}", "2:24", "no “if”"],
    ["nothing required", "rules: {a/b: {require: {at: first-line}}}", "2:24", "say what must occur"],
    ["a gate on no axis", "rules: {abc/d: {terms: [x]}}\ngates: {abd: 70}", "3:9", "did you mean “abc”?"],
    [
      "a gate on a group of voicecheck's own",
      "rules: {abc/d: {terms: [x]}}\noverrides: [{when: {platform: x}, gates: {gate: 70}}]",
      "3:43",
      "no axis is called “gate”",
    ],
    ["a gate that no score reaches", "rules: {a/b: {terms: [x]}}\ngates: {a: 101}", "3:12", "0 to 100"],
    [
      "<use> where nothing is offered",
      'rules: {a/b: {message: "say <use>", terms: {x: ~}}}',
      "2:",
      "offers nothing",
    ],
  ])("%s", (_, body, place, said) => {
    const text = body.startsWith("name: x") && said === "voicecheck" ? body : HEAD + body;
    const shown = errorOf(text).mistakes.map(({ line, column, message }) => `${line}:${column} ${message}`);
    expect(
      shown.some((each) => each.startsWith(place) && each.includes(said)),
      shown.join("\n"),
    ).toBe(true);
  });

  it("shows all mistakes at once, each with its line and a caret", () => {
    const { message, mistakes } = errorOf(
      `${HEAD}rules:\n  a/b: {terms: {x: ~}, levl: error}\n  a/c: {regex: {y: a, z: "b"}, terms: [w]}\n  Bad Name: {terms: [q]}\nfail_on: maybe\nnam: x\n`,
    );
    expect(mistakes.map(({ line }) => line)).toEqual([3, 4, 5, 6, 7]);
    expect(message).toContain("voicecheck.yaml:3:24: “levl” is unknown in “a/b”; did you mean “level”?");
    expect(message).toContain("3 |   a/b: {terms: {x: ~}, levl: error}\n  |                        ^^^^");
  });

  it("goes on to names, patterns and expressions where only the shape of something else is wrong", () => {
    const { mistakes } = errorOf(
      `${HEAD}rules:\n  a/b: {terms: {x: ~}, levl: error}\n  a/jargn: off\n  a/c: {patterns: {y: a <lnk>}}\n  a/d: {regex: {z: "(a+)+"}}\nfail_on: maybe\n`,
    );
    expect(mistakes.map(({ line, code }) => `${line} ${code}`)).toEqual([
      "3 unknown-key",
      "4 unknown-rule",
      "5 unknown-class",
      "6 regex",
      "7 shape",
    ]);
  });

  it("keeps scalars as written", () => {
    const pack = parsePack(`${HEAD}name: 1.0\nsummary: no\nlists: {true: [4, on], null: [007]}`);
    expect(pack).toMatchObject({ name: "1.0", summary: "no", lists: { true: ["4", "on"], null: ["007"] } });
  });

  it("reads JSON", () => {
    expect(parsePack('{"voicecheck": "1", "rules": {"a/b": {"terms": ["x"]}}}').rules).toHaveLength(1);
  });

  it("runs nothing and survives names of the prototype", () => {
    const pack = parsePack(`${HEAD}rules: {a/b: {terms: {__proto__: x, constructor: y, toString: ~}}}`);
    expect(pack.rules[0].options).toMatchObject({
      entries: [{ slug: "proto" }, { slug: "constructor" }, { slug: "tostring" }],
    });
  });

  it("stops an alias bomb", () => {
    const levels = Array.from(
      { length: 9 },
      (_, index) => `  l${index + 1}: &l${index + 1} [${`*l${index}, `.repeat(9)}x]`,
    );
    expect(errorOf(`${HEAD}lists:\n  l0: &l0 [x]\n${levels.join("\n")}\n`).message).toContain(
      "more than 100 aliases",
    );
  });
});
