import { describe, expect, it } from "vitest";
import { PackError } from "../../src/errors.ts";
import { parsePack } from "../../src/parse-pack.ts";

/** All that is wrong with a pack, each as `line:column code`. */
function mistakesOf(text: string): readonly string[] {
  try {
    parsePack(text, { file: "voicecheck.yaml" });
  } catch (error) {
    if (!(error instanceof PackError)) throw error;
    return error.mistakes.map(({ line, column, code }) => `${line}:${column} ${code}`);
  }
  return [];
}

/** The text without its carets, and what is expected at each caret. */
function expectedIn(marked: string, code: string): { readonly text: string; readonly places: string[] } {
  const places = marked.split("\n").flatMap((line, row) =>
    line
      .split("‸")
      .slice(0, -1)
      .map((_, index, parts) => `${row + 1}:${parts.slice(0, index + 1).join("").length + 1} ${code}`),
  );
  return { text: marked.replaceAll("‸", ""), places };
}

// The same text stands before each pattern where no pattern is read, so that a place that is only guessed is seen.
const HEAD = 'voicecheck: 1\nsummary: "a <lnk>"\n';
const rule = (body: string): string => `${HEAD}rules:\n  a/b: {why: "a <lnk>", ${body}}`;

describe("a class that is unknown is shown where it stands", () => {
  it.each([
    ["in a list", `${HEAD}lists: {one: [x, "a ‸<lnk>"], two: ["a ‸<lnk>"]}`],
    ["in the match of a pattern", rule('patterns: {x: {match: ["a ‸<lnk>"]}}')],
    ["in forms to keep to", rule('consistent: {c: {match: [a, "a ‸<lnk>"]}}')],
    ["in unless of a rule", rule('terms: [x], unless: ["a ‸<lnk>"]')],
    ["in unless of the post", rule('terms: [x], unless: {post: ["a ‸<lnk>"]}')],
    ["in unless of an entry", rule('terms: {x: {unless: ["a ‸<lnk>"]}}')],
    ["in when of a rule", rule('when: {account: "a <lnk>", text: ["a ‸<lnk>"]}, terms: [x]')],
    [
      "in when of an override",
      `${HEAD}overrides:\n  - {when: {account: "a <lnk>", text: ["a ‸<lnk>"]}, rules: {}}`,
    ],
    ["in what is required", rule('require: {any: ["a ‸<lnk>"]}')],
    ["in what requires", rule('require: {if: ["a ‸<lnk>"], any: [x]}')],
    ["behind <if>", rule('require: {if: [x], any: ["<if> is ‸<lnk>"]}')],
    ["in what is counted by a limit", rule('limit: {count: [x, "a ‸<lnk>"], max: 1}')],
    ["in what is counted over many posts", rule('calendar: {count: [x, "a ‸<lnk>"], max: 1, per: week}')],
    ["in own cues", rule('disclosure: {find: missing, cues: ["a ‸<lnk>"]}')],
    ["in own labels", rule('disclosure: {find: missing, labels: {us: {clear: [x, "a ‸<lnk>"]}}}')],
  ])("%s", (_where, marked) => {
    const { text, places } = expectedIn(marked, "unknown-class");
    expect(mistakesOf(text)).toEqual(places);
  });
});

describe("another mistake in a text is shown where it stands", () => {
  it.each([
    ["an expression that could hang", "regex", rule("regex: {x: {match: [a, '‸(a+)+']}}")],
    ["a plural term with a mark", "plural-mark", rule("terms: {‸lessons (n): ~}")],
    ["a plural word to spell", "plural-mark", rule("spelling: {x: {wrong: [y, ‸lessons (n)]}}")],
    ["a plural name that is allowed", "plural-mark", `${HEAD}allow: {‸lessons (n): ~}`],
    ["a term of a list", "plural-mark", rule("terms: [x, ‸lessons (n), y]")],
    ["a spelling of a list", "plural-mark", rule("spelling: [x, ‸lessons (n)]")],
    ["a name of a list that is allowed", "plural-mark", `${HEAD}allow: [x, ‸lessons (n)]`],
    ["a term that comes twice in a list", "twice", rule("terms: [e-mail, x, ‸E mail]")],
    ["a name that is allowed twice", "twice", `${HEAD}allow: [e-mail, x, ‸E mail]`],
    [
      "an expression that its message repeats",
      "regex",
      rule("regex: {x: {message: '(a+)+', match: '‸(a+)+'}}"),
    ],
    [
      "a word to spell that its message repeats",
      "plural-mark",
      rule("spelling: {x: {message: lessons (n), wrong: ‸lessons (n)}}"),
    ],
    ["a pattern that is a key's name", "regex", rule("regex: {x: {why: y, match: [match, '‸(a+)+']}}")],
    ["an entry that is a list", "regex", rule("regex: {x: [match, '‸(a+)+']}")],
  ])("%s", (_what, code, marked) => {
    const { text, places } = expectedIn(marked, code);
    expect(mistakesOf(text)).toEqual(places);
  });
});

describe("what is no pattern isn't read as one", () => {
  it.each([
    rule("regex: {x: a <lnk>}"),
    rule("limit: {count: hashtags, max: 1}"),
    rule("calendar: {count: posts, max: 1, per: week}"),
    rule("calendar: {count: flagged, rules: [a], max: 1, per: week}"),
    rule("disclosure: {find: missing, markets: [us]}"),
    rule("require: {any: [x], at: first-line}"),
    rule('when: {account: "a <lnk>"}, terms: [x]'),
  ])("%s", (text) => expect(mistakesOf(text)).toEqual([]));
});
