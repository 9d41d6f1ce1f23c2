import { expect, it } from "vitest";
import { PackError } from "../../src/errors.ts";
import { parsePack } from "../../src/parse-pack.ts";

function said(body: string): readonly string[] {
  return mistakesIn(body).map(({ line, column, message }) => `${line}:${column} ${message}`);
}

function mistakesIn(body: string): PackError["mistakes"] {
  try {
    parsePack(`voicecheck: 1\n${body}`, { file: "p.yaml" });
  } catch (error) {
    if (!(error instanceof PackError)) throw error;
    return error.mistakes;
  }
  return [];
}

const NO_TEXT = "this block holds no text; write it below, indented, or “~” for nothing";
const KEY = "a key is a text; quote it if it holds [ ] { }";
const NO_RULE = "is no rule's name; it is group/name in small letters, digits and hyphens";

it.each<[string, ...string[]]>([
  [
    "rules: {a/b: {patterns: {x: ~}}}",
    "2:26 “x” has nothing to look for; write “x: …” with it, or {match: …}",
  ],
  ["rules: {a/b: {regex: {x: ~}}}", "2:23 “x” has nothing to look for; write “x: …” with it, or {match: …}"],
  [
    "rules: {a/b: {consistent: {c: [can't]}}}",
    "2:28 “c” has one form; write those of which a post keeps to one: [can't, cannot]",
  ],
  ...["exact: true", "within: post"].map((key): [string, string] => [
    `rules: {a/b: {limit: {count: links, max: 1}, ${key}}}`,
    `2:46 “${key.split(":")[0]}” is for rules with entries (terms, patterns, …); leave it out here`,
  ]),
  ["rules: {a/b: {terms: [x], in: [raw]}}", "2:31 “raw” is for rules of type “regex”; leave it out here"],
  ["rules: {a/b: {regex: {x: y}, in: [raw]}}"],
  [
    "rules: {a/b: {terms: [x], message: 'say <uze>'}}",
    "2:36 nothing is known as <uze> in a message; did you mean “use”?",
  ],
  [
    "rules: {a/b: {limit: {count: links, max: 1}, message: 'say <use>'}}",
    "2:55 “<use>” stands in the message, and rules of type “limit” offer nothing to say instead; leave it out",
  ],
  [
    "rules: {a/b: {terms: {x: {message: 'say <use>'}, y: z}}}",
    "2:36 “<use>” stands in the message, and “x” offers nothing to say instead; give it a value, or a message of its own",
  ],
  [
    "rules: {a/b: {terms: {x: ~, y: ~}, message: 'say <use>'}}",
    "2:45 “<use>” stands in the message, and “x” offers nothing to say instead; give it a value, or a message of its own",
  ],
  ["rules: {a/b: {terms: {x: {level: off}, y: z}, message: 'say <use>'}}"],
  ["rules: {a/b: {spelling: {variant: us}, message: 'say <use>'}}"],
  [
    "rules: {a/b: {terms: [x], when: {platform: [x, not linkedin]}}}",
    "2:44 “x” and “not linkedin” stand in one list; write either what “platform” is, or what it is not",
  ],
  ["rules: {a/b: {terms: [x], when: {platform: [not x, not linkedin], text: [not a, b]}}}"],
  ["lists: {A b: [x]}", "2:9 “A b” can't stand in < >; a list's name is small letters, digits and hyphens"],
  ["lists: {link: [x]}", "2:9 <link> stands for something already; give the list another name"],
  ["lists: {a: [<a>]}", "2:9 <a> holds <a>: a list can't hold itself; leave one of them out"],
  [
    "lists: {a: [<b>], b: [x, <c>], c: [<a>]}",
    "2:9 <a> holds <b> holds <c> holds <a>: a list can't hold itself; leave one of them out",
  ],
  [
    "lists: {a: [<b>], b: [<c>], c: [<b>]}",
    "2:19 <b> holds <c> holds <b>: a list can't hold itself; leave one of them out",
  ],
  ["name: |\n  \nsummary: x", `2:7 ${NO_TEXT}`],
  ["name: >\n\nsummary: x", `2:7 ${NO_TEXT}`],
  [
    "rules: {[a]: x}",
    `2:9 ${KEY}`,
    `2:9 “” ${NO_RULE}`,
    "2:14 “x” is not a level; known are error, warning, info, off",
  ],
  ["rules: {~: info}", `2:9 “~” ${NO_RULE}`],
  ["name: x\nname: y", "3:1 “name” stands twice in this map; it stands first at p.yaml:2:1"],
  ["name: !!str x", "2:13 a pack has no tags (!…); write the value alone"],
  ["rules: {a/b: {terms: {1: x, 0: y}}}"],
  ["rules: {a/b: {limit: {max: 3}}}", "2:22 “count” is missing here; write “count: …”"],
  ["rules: {a/b: {readability: {}}}", "2:28 “max_grade” is missing here; write “max_grade: …”"],
  ["rules: {a/b: {retext: {}}}", "2:23 “plugin” is missing here; write “plugin: …”"],
  ["allow: {x: {until: 2026-02-30}}", "2:20 there is no such day"],
  ["name+: x", "2:1 “name” is no list, and only lists take +; write “name”"],
  ["lists: {a-: [x]}", "2:14 nothing called “x” here to remove"],
])("of %j it says %j", (body, ...expected) => {
  expect(said(body)).toEqual(expected);
});

it.each([
  ["rules: {a/b: {limit: {count: links, max: 1}, exact: true}}", "key-of-type"],
  ["rules: {a/b: {terms: [x], in: [raw]}}", "key-of-type"],
  ["rules: {a/b: {patterns: {x: ~}}}", "no-match"],
  ["rules: {a/b: {terms: [x], message: 'say <uze>'}}", "unknown-placeholder"],
  ["lists: {A b: [x]}", "list-name"],
  ["lists: {link: [x]}", "list-name"],
  ["lists: {a: [<a>]}", "list-cycle"],
  [`lists: {x: ${"[".repeat(70)}x${"]".repeat(70)}}`, "too-deep"],
])("names the mistake in %j: %s", (body, code) => {
  expect(mistakesIn(body).map((mistake) => mistake.code)).toContain(code);
});

it("keeps entries that are numbers in order", () => {
  const [rule] = parsePack("voicecheck: 1\nrules: {a/b: {terms: {24: x, 7: y, b: z}}}").rules;
  expect(rule.options).toMatchObject({ entries: [{ match: ["24"] }, { match: ["7"] }, { match: ["b"] }] });
});

it.each([
  ["level", ["error", "warning", "info"]],
  ["confidence", ["sure", "likely", "maybe"]],
  ["within", ["sentence", "paragraph", "post"]],
])("takes a %s of %j", (key, values) => {
  for (const value of values) {
    const { rules } = parsePack(
      `voicecheck: 1\nrules: {a/b: {terms: {x: {${key}: ${value}}}, ${key}: ${value}}}`,
    );
    expect(rules).toMatchObject([{ [key]: value, options: { entries: [{ [key]: value }] } }]);
  }
});
