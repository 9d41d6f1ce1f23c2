import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { stringify } from "yaml";
import { printPack } from "../../src/packs/print.ts";
import type { Gates } from "../../src/types.ts";
import { runs } from "../runs.ts";
import { expectSame, load, running } from "./printed.ts";

describe("printPack", () => {
  it("prints a pack that uses every key", () => {
    expectSame(
      load(`
voicecheck: 1
name: acme
summary: "How: we speak"
lang: en
extends: voicecheck:readability
voice: {is: [warm], is_not: [loud], do: [ask], dont: [push]}
brand: {names: [Acme, Acme Inc.], handles: ["@acme"], products: [Elevate], markets: [us, uk]}
lists: {grains: [rye, oat (n), "#rye*"]}
allow: {SKU: shop owners say it, the first bakery (n): {why: archive, until: 2027-03-31, rules: [a], url: "https://acme.com"}, plain: ~}
files: {posts/x/**: {platform: x}, "*.csv": {speaker: employee, columns: {text: Copy}}}
platforms: {mastodon: {limit: 1000}}
waivers: {reason: required}
fail_on: warning
rules:
  a/terms:
    level: error
    confidence: likely
    message: "“<match>”: no"
    why: "#1 reason"
    when: {platform: [x, y], has: [media], date: [2026-11-26, 2026-12-24 to 2026-12-26], text: [<grains>], min_words: 2, max_sentences: 9}
    unless: ["@acme", a (b|c)]
    in: [prose, quote, hashtag]
    exact: true
    within: post
    terms:
      leverage (v): {use: [use, (delete), teamwork (fixed)], forms: {past: levvied}, bad: [We leverage it], good: [{text: Levers, platform: x, fields: {alt: ""}}]}
      synergy (n): {level: off, unless: {post: [bank]}}
      "off": [off]
      "1.0": "null"
      "@ana": {exact: false, within: sentence, level: info, confidence: maybe, url: "https://acme.com/#a"}
    examples: {bad: ["[[Leverage]]", {text: x, fix: ~}, {text: y, fix: z}], good: [one]}
  a/patterns: {unless: {post: bank}, patterns: {tag: [tag (a|b), "<start> [[x]]"], other: {match: "# x", use: [y], within: paragraph}}}
  a/regex: {level: off, in: raw, regex: {bold: '\\*\\*[^*]+\\*\\*'}}
  a/limit: {limit: {count: hashtags, max: {x: 1, else: 2}, except: ["#txst"]}}
  a/share: {limit: {count: contractions, of: contractible, min: 50%, from: 3}}
  a/only: {limit: {count: links, max: {x: 1}, per: sentence}}
overrides:
  - {when: {files: ["posts/**"], kind: not ad}, rules: {a/terms: {level: info, terms: {leverage (v): off}}, a: warning}}
  - {when: {text: "<grains>"}, rules: {a/terms/synergy: error, a/limit: off}}
`),
    );
  });

  it.each([
    "@acme",
    "a: b",
    "#ad",
    "a #b",
    "off",
    "null",
    "1.0",
    "true",
    "",
    " x ",
    "~",
    "- a",
    "[a]",
    "{a}",
    "&a",
    "*a",
    "!a",
    "%a",
    "`a`",
    "a\nb",
    "a\n",
    '"',
    "'",
    "|",
    ">",
    "?",
    "no",
    "é🎉",
    "\u2028",
  ])("keeps the text %j", (text) => {
    const rule = {
      message: text,
      why: text,
      terms: { word: { use: [text] } },
      examples: { bad: [text], good: [{ text }] },
    };
    const pack = load(
      stringify({ voicecheck: "1", name: text, rules: { "a/b": rule }, voice: { is: [text] } }),
    );
    expect(pack.rules[0].message).toBe(text);
    expectSame(pack);
  });

  it("keeps any text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        fc.pre(!/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\ufeff]|\r/u.test(text));
        const pack = load(
          JSON.stringify({ voicecheck: "1", name: text, rules: { "a/b": { why: text, terms: ["x"] } } }),
        );
        expectSame(pack);
      }),
      { numRuns: runs(60) },
    );
  });
});

describe("overrides of several layers, printed as one", () => {
  const base = `voicecheck: 1
rules: {a/b: {terms: {rye: oat, corn: ~}}, a/c: {limit: {count: links, max: 1}}, a/p: {patterns: {z: zed, y: yard}}}
overrides:
  - {when: {platform: x}, rules: {RULES}}
`;
  const cases: readonly [string, string, string][] = [
    ["a level over a level", "a/b: error", "a/b: info"],
    ["a level over another key", "a/b: {why: dull}", "a/b: info"],
    ["another key over a level", "a/b: error", "a/b: {why: dull}"],
    ["one entry over another", "a/b: {terms: {rye: off}}", "a/b: {terms: {corn: wheat}}"],
    ["the same entry", "a/b: {terms: {rye: off, corn: wheat}}", "a/b: {terms: {rye: spelt}}"],
    [
      "a key of the same entry",
      "a/b: {terms: {rye: {why: dull, level: info}}}",
      "a/b: {terms: {rye: {level: error}}}",
    ],
    ["an option over another", "a/c: {limit: {max: 5}}", "a/c: {limit: {min: 1}}"],
    ["the same option", "a/c: {limit: {max: 5, min: 2}}", "a/c: {limit: {max: 3}}"],
    ["a rule over its group", "a: off", "a/b: {level: error}"],
    ["a group over its rule", "a/b: error", "a: info"],
    ["a level over an entry's", "a/b/rye: error", "a/b: {level: info}"],
    ["an entry's level over its level", "a/b/rye: off", "a/b/rye: error"],
    ["a group over the group", "a: error", "a: info"],
    ["a group over the group that is off", "a: off", "a: info"],
    ["a group over its rule that is off", "a/b: off", "a: info"],
    ["a list that grows", "a/b: {unless: [bank]}", "a/b: {unless+: [fund]}"],
    ["a list that shrinks", "a/b: {unless: [bank, fund]}", "a/b: {unless-: [fund]}"],
    ["a list and another that grows", "a/b: {unless: [bank], why: dull}", "a/b: {in+: [quote]}"],
    ["a list over a map", "a/c: {limit: {max: {x: 1, else: 2}}}", "a/c: {limit: {max: 3}}"],
    ["a map over a value", "a/c: {limit: {max: 3}}", "a/c: {limit: {max: {x: 1, else: 2}}}"],
    ["an entry that was switched off", "a/b: {terms: {rye: off, corn: off}}", "a/b: {terms: {rye: spelt}}"],
    [
      "a key of an entry that was switched off",
      "a/b: {terms: {rye: off}}",
      "a/b: {terms: {rye: {why: dull}}}",
    ],
    ["an entry that is switched off", "a/b: {terms: {rye: spelt}}", "a/b: {terms: {rye: off}}"],
    ["an entry in a list", "a/b: {terms: [rye, bere]}", "a/b: {terms: {bere: spelt}}"],
    ["an entry over a list", "a/b: {terms: {bere: spelt, rye: off}}", "a/b: {terms: [bere, rye]}"],
    ["entries that are numbers", 'a/b: {terms: {"4": spelt, "3": ~, rye: off}}', 'a/b: {terms: {"4": corn}}'],
    [
      "numbers over entries",
      'a/b: {terms: {"4": {why: dull}, rye: off}}',
      'a/b: {terms: {"4": corn, "3": ~, rye: ~}}',
    ],
    ["what a named entry looks for", "a/p: {patterns: {z: zoo}}", "a/p: {patterns: {z: {match: zip}}}"],
    ["a reason for a named entry", "a/p: {patterns: {z: zoo}}", "a/p: {patterns: {z: {why: dull}}}"],
    ["a named entry that was off", "a/p: {patterns: {z: off}}", "a/p: {patterns: {z: ~}}"],
    ["levels of rules over that of the group", "a: off", "a/b: error, a/c: {why: dull}"],
    ["a level of a rule of another group", "a: off", "b/d: {level: error, terms: [z]}"],
    ["an entry's level and its rule's", "a/b: {level: error, why: dull}", "a/b: info, a/b/rye: off"],
    ["an entry's level under that of its group", "a/b/rye: error", "a: info"],
    [
      "a platform with a hyphen",
      "a/c: {limit: {max: {google-business: 5, else: 2}}}",
      "a/c: {limit: {max: {google-business: 3}}}",
    ],
    ["all of it", "a/b: {level: error}", "a/b: {level: info}"],
    ["a list that grows twice", "a/b: {unless+: [bank]}", "a/b: {unless: [fund]}"],
    [
      "an entry switched on again",
      "a/b: {terms: {rye: {level: off, why: dull}}}",
      "a/b: {terms: {rye: spelt}}",
    ],
  ];

  it.each(cases)("%s", (_what, override, later) => {
    const files = { "./base.yaml": base.replace("RULES", override) };
    const pack = load(`voicecheck: 1\nextends: ./base.yaml\nrules: {${later}}`, files);
    expect(running(load(printPack(pack)))).toEqual(running(pack));
  });

  it.each([
    ["a/b: error", "a/b: info", "{}"],
    ["a/b: {level: error, why: dull}", "a: info", "\n      a/b:\n        why: dull"],
    ["a/b: {terms: {rye: {why: dull}}}", "a/b: {terms: {rye: {why: odd}}}", "{}"],
    [
      "a/b: {terms: {rye: off, corn: off}}",
      "a/b: {terms: {rye: ~}}",
      "\n      a/b:\n        terms:\n          corn: off",
    ],
    ["a: off", "a: info, a/b: error", "\n      a: off\n      a/b: error"],
    ["a: off", "a/b: error, a/c: {why: dull}", "\n      a: off\n      a/b: error"],
    ["a/b: info", "a/c: error", "\n      a/b: info"],
    [
      'a/b: {terms: {"4": spelt, "3": ~}}',
      "a/c: error",
      '\n      a/b:\n        terms:\n          "4": spelt\n          "3": ~',
    ],
    [
      "a/b: {terms: [rye, bere]}",
      "a/c: error",
      "\n      a/b:\n        terms:\n          - rye\n          - bere",
    ],
    ["a/b: {terms: []}", "a/c: error", "\n      a/b:\n        terms: []"],
  ])("%s under %s leaves %j", (override, later, expected) => {
    const files = { "./base.yaml": base.replace("RULES", override) };
    const printed = printPack(load(`voicecheck: 1\nextends: ./base.yaml\nrules: {${later}}`, files));
    expect(/^overrides:.*?^ {4}rules: ?(.*?)\n\S/msu.exec(printed)?.[1]).toBe(expected);
  });

  it.each<[string, string, Gates | undefined]>([
    ["gates: {a: 70, b: 80}", "gates: {a: 60}", { b: 80 }],
    ["gates: {a: 70}", "gates: {a: 60}", undefined],
    ["gates: {a: 70}", "gates: {b: 60}", { a: 70 }],
    ["gates: {a: 70}", "rules: {a/b: info}", { a: 70 }],
    ["rules: {a/b: off}", "gates: {b: 60}", undefined],
  ])("%s under %s", (override, later, expected) => {
    const layer = "voicecheck: 1\nrules: {a/b: {terms: [rye]}, b/c: {terms: [oat]}}";
    const files = { "./base.yaml": `${layer}\noverrides: [{when: {platform: x}, ${override}}]` };
    const pack = load(printPack(load(`voicecheck: 1\nextends: ./base.yaml\n${later}`, files)));
    expect(pack.overrides.flatMap(({ when, gates }) => (when === undefined ? [] : [gates]))).toEqual([
      expected,
    ]);
  });
});

it("prints what was written, and how it is read where nothing was", () => {
  const pack = load(`voicecheck: 1
rules: {a/b: {when: {kind: ad, min_words: 2}, terms: {leverage (v): use}}, a/c: {level: off, limit: {count: links, max: 1}}}
overrides: [{when: {date: 2026-11-26}, rules: {a/b: off}}]
`);
  expect(printPack(pack)).toBe(`voicecheck: "1"
name: pack
lang: en
rules:
  a/b:
    level: warning
    confidence: sure
    when:
      kind:
        - ad
      min_words: "2"
    in:
      - prose
    exact: "false"
    within: sentence
    terms:
      leverage (v):
        use:
          - use
  a/c:
    level: off
    confidence: sure
    in:
      - prose
    limit:
      count: links
      max: "1"
      per: post
      except: []
overrides:
  - when:
      date:
        - 2026-11-26
    rules:
      a/b: off
fail_on: error
`);
  expect(pack.rules.map(({ level, when }) => [level, when?.facts])).toEqual([
    ["warning", { kind: { is: ["ad"], not: [] } }],
    ["warning", undefined],
  ]);
});
