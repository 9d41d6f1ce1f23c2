import { describe, expect, it } from "vitest";
import { PackError } from "../../src/errors.ts";
import { parsePack } from "../../src/parse-pack.ts";

/** All that is wrong with a pack of these lines: places and words. */
function mistakesOf(body: string): readonly string[] {
  try {
    parsePack(`voicecheck: 1\n${body}`, { file: "voicecheck.yaml" });
  } catch (error) {
    if (!(error instanceof PackError)) throw error;
    return error.mistakes.map(({ line, column, message }) => `${line}:${column} ${message}`);
  }
  return [];
}

describe("what YAML makes of a text without quotes is said in words", () => {
  it.each([
    ["rules: {a/b: {terms: {x: *}}}", "2:26 a text that starts with * or & means something else"],
    ["rules: {a/b: {terms: *x}}", "2:22 a text that starts with * means something else"],
    [
      "rules: {a/b: {terms: {x: 'a', 'b' ,, c}}}",
      "2:36 a comma parts values here; quote a text that holds one",
    ],
    ["summary: 'a', b", "2:13 a text that starts with ' means something else"],
    ["summary: > a", "2:12 a text that starts with > means something else"],
    ["summary: ]", "2:10 “]” closes nothing here"],
    ["rules:\n  a/b:\n    terms: [x]\n  - y", "5:1 this line is indented otherwise"],
    [`lists: {x: ${"[".repeat(70)}`, "2:82 a […] or {…} that opens before this is never closed"],
    [`lists: {x: ${"[".repeat(70)}x${"]".repeat(70)}}`, "2:71 this nests too deep for a pack"],
    [`lists: {x: ${"[".repeat(9_000)}`, "this nests too deep for a pack"],
    ["? [a]\n: b", "2:3 a key is a text; quote it if it holds"],
    ["?\n: b", "2:2 “~” is unknown in a pack"],
    ["lists: {x}", "2:9 nothing stands here; write a value, or leave it out"],
  ])("%j", (body, said) => expect(mistakesOf(body).join("\n")).toContain(said));
});

describe("a list is no map", () => {
  const LIST = "a list stands here, and a map is expected: write “name: …” instead of each “- …”";
  it.each([
    ["lists: ‸[x]"],
    ["files: ‸[{platform: x}]"],
    ["platforms: ‸[{limit: 3}]"],
    ["gates: ‸[70]"],
    ["brand: ‸[x]"],
    ["rules: ‸[error]"],
    ["rules: ‸[{terms: [x]}]"],
    ["rules: {a/b: ‸[x]}"],
    ["rules: {a/b: {patterns: ‸[x]}}"],
    ["rules: {a/b: {terms: {x: {forms: ‸[y]}}}}"],
    ["rules: {a/b: {limit: ‸[x]}}"],
    ["rules: {a/b: {terms: [y], when: ‸[x]}}"],
    ["rules: {a/b: {terms: [y], examples: {bad: [{text: y, fields: ‸[z]}]}}}"],
    ["overrides: [{when: {platform: x}, rules: ‸[error]}]"],
  ])("%s", (marked) => {
    const column = marked.indexOf("‸") + 1;
    expect(mistakesOf(marked.replace("‸", ""))).toEqual([`2:${column} ${LIST}`]);
  });
});

describe("the shape of a pack", () => {
  it.each([
    [
      "rules: {waiver/b: {terms: [x]}}",
      ["2:9 “waiver” is kept for voicecheck's own findings; choose another group"],
    ],
    ["rules: {a: {terms: [x]}}", ["2:9 a rule's name is group/name; “a” alone takes a level"]],
    [
      "rules: {a/b: {patterns: {in order: [a, b]}}}",
      ["2:26 “in order” is no name of an entry ([a-z0-9-]+); write “in-order: {match: in order}”"],
    ],
    ["rules: {a/b: {limit: {max: 3}}}", ["2:22 “count” is missing here; write “count: …”"]],
    [
      "rules: {a/b: {terms: [x], examples: {bad: [{platform: x}]}}}",
      ["2:44 “text” is missing here; write “text: …”"],
    ],
    [
      "rules: {a/b: {terms: [x], examples: {bad: [x, {txt: x}]}}}",
      ["2:48 “txt” is unknown in “bad”; did you mean “text”?"],
    ],
    ["overrides: [{rules: {a/b: off}}]", ["2:13 “when” is missing here; write “when: …”"]],
    [
      "overrides:\n  - {when: {platfrm: x}, rules: {a/b: off}}\n  - {when: {platform: x}, rules: {a/c: off}}",
      [
        "3:13 “platfrm” is unknown in “when”; did you mean “platform”?",
        "4:35 no group, rule or entry is called “a/c”",
      ],
    ],
    [
      "rules: {a/b: {terms: [x]}, a/b/y: {level: off}}",
      ["2:28 no group, rule or entry is called “a/b/y”; did you mean “a/b/x”?"],
    ],
    [
      "allow: {x: {rules: [a/bb]}}\nrules: {a/b: {terms: [x]}}",
      ["2:21 no group or rule is called “a/bb”; did you mean “a/b”?"],
    ],
    ["allow: {x: {until: 2026-13-01}}", ["2:20 there is no such day"]],
    ["allow: {x: {until: 2026-00-10}}", ["2:20 there is no such day"]],
    ["allow: {x: {until: 2026-02-29}}", ["2:20 there is no such day"]],
    ["allow: {x: {until: 2100-02-29}}", ["2:20 there is no such day"]],
    ["allow: {x: {until: 2000-02-29}, y: {until: 2028-02-29}}", []],
    ["fail_on: never", []],
  ])("of %j it says %j", (body, said) => expect(mistakesOf(body)).toEqual(said));

  it("says where a key of a long map stands", () => {
    const lists = Array.from({ length: 40 }, (_, index) => `  l${index}: [x]\n`).join("");
    expect(mistakesOf(`lists:\n${lists}  bad: ["a <lnk>"]\n  worse: ["a <lnk>"]`)).toEqual([
      "43:12 nothing is called <lnk>; did you mean <link>?",
      "44:14 nothing is called <lnk>; did you mean <link>?",
    ]);
  });

  it("refuses an expression with too many places to stand at, since nobody can tell whether it stays fast", () => {
    const [said] = mistakesOf(`rules: {a/b: {regex: {x: '${"(a|b)?".repeat(400)}'}}}`);
    expect(said).toMatch(/^2:27 .*too intricate to be sure that it stays fast; split it into several$/u);
  });
});
