import { readFileSync } from "node:fs";
import { join } from "node:path";
import {
  array,
  type InferOutput,
  nullable,
  object,
  optional,
  parse,
  record,
  strictObject,
  string,
  union,
  unknown,
} from "valibot";
import { describe, expect, it } from "vitest";
import { parse as parseYaml, stringify } from "yaml";
import { checks } from "../../src/checks/index.ts";
import { parsePack } from "../../src/parse-pack.ts";
import { createPackPatterns } from "../../src/patterns.ts";
import { createDoc, type Doc } from "../../src/text/doc.ts";
import { platformsOf } from "../../src/text/platforms.ts";
import type { Hit } from "../../src/types.ts";
import { suggest } from "../suggestions.ts";
import { unmark } from "../text/marked.ts";
import { postOf } from "../text/post.ts";
import { marked } from "./rule-of.ts";

/** A text whose flagged words stand in `[[…]]`. */
const flagged = strictObject({
  flag: string(),
  /** The text after the first suggestion of each hit, applied where it may be; `~` when none may. */
  fix: optional(nullable(string())),
  /** What is offered for the first hit, best first. */
  say: optional(array(string())),
  /** What the reason for not applying the first suggestion holds. */
  why: optional(string()),
  because: optional(string()),
});
/** A text in which nothing is flagged. */
const passed = strictObject({ pass: string(), because: optional(string()) });
/** A rule as a map, beside each text. */
const ownRule = { rule: record(string(), unknown()) };
const rows = array(
  union([strictObject({ ...flagged.entries, ...ownRule }), strictObject({ ...passed.entries, ...ownRule })]),
);
const groups = array(
  object({
    name: string(),
    /** The rule, as in a pack. */
    rule: string(),
    /** Further keys of the pack. */
    pack: optional(string()),
    cases: array(union([flagged, passed])),
  }),
);

type Flagged = InferOutput<typeof flagged>;

/** Runs the table `fixtures/checks/NAME.yaml`: each of its rules against its texts, before `unless`, `allow` and all that. */
export function runTable(name: string): void {
  const file = join(import.meta.dirname, "../../fixtures/checks", `${name}.yaml`);
  for (const group of parse(groups, parseYaml(readFileSync(file, "utf8")))) {
    describe(group.name, () => {
      const find = finderOf(group.rule, group.pack);
      for (const each of group.cases) {
        if ("flag" in each) it(`flags ${shown(each.flag)}`, () => expectFlagged(find, each));
        else it(`passes ${shown(each.pass)}`, () => expect(marksIn(find, each.pass)).toBe(each.pass));
      }
    });
  }
}

/** Runs a table of the short kind: each row of `fixtures/checks/NAME.yaml` is a rule with one text. */
export function describeTable(name: string): void {
  const file = join(import.meta.dirname, "../../fixtures/checks", `${name}.yaml`);
  describe(name, () => {
    for (const { rule, ...row } of parse(rows, parseYaml(readFileSync(file, "utf8")))) {
      const find = finderOf(stringify(rule));
      if ("flag" in row) it(`flags ${shown(row.flag)}`, () => expectFlagged(find, row));
      else it(`passes ${shown(row.pass)}`, () => expect(marksIn(find, row.pass)).toBe(row.pass));
    }
  });
}

type Find = (doc: Doc) => readonly Hit[];

function finderOf(rule: string, more = ""): Find {
  const body = rule.trimEnd().replaceAll("\n", "\n    ");
  const pack = parsePack(`voicecheck: 1\n${more}\nrules:\n  test/rule:\n    ${body}\n`);
  const patterns = createPackPatterns(pack);
  const runs = checks.map((check) =>
    check.compile(
      pack.rules.filter(({ type, off }) => type === check.type && off !== true),
      { patterns, lists: pack.lists, brand: pack.brand, platforms: platformsOf(pack) },
    ),
  );
  return (doc) => runs.flatMap((run) => [...run(doc, undefined)]);
}

function marksIn(find: Find, text: string): string {
  return marked(text, find(createDoc(postOf(text))));
}

function expectFlagged(find: Find, { flag, fix, say, why }: Flagged): void {
  const { text } = unmark(flag);
  expect(marksIn(find, text)).toBe(flag);
  const doc = createDoc(postOf(text));
  const offers = find(doc).map(({ tokens, entry }) =>
    tokens === undefined || entry === undefined ? [] : suggest(doc, tokens, entry),
  );
  if (say !== undefined) expect(offers[0].map((offer) => offer.text)).toEqual(say);
  if (why !== undefined) expect(offers[0][0].why).toContain(why);
  if (fix === undefined) return;
  const edits = offers.flatMap(([first]) => (first?.applicable === true ? [first.edit] : []));
  if (fix === null) expect(edits).toEqual([]);
  else expect(withEdits(text, edits)).toBe(fix);
}

function withEdits(text: string, edits: readonly { start: number; end: number; text: string }[]): string {
  let result = text;
  for (const edit of edits.toReversed())
    result = result.slice(0, edit.start) + edit.text + result.slice(edit.end);
  return result;
}

function shown(text: string): string {
  return text.replaceAll("\n", "⏎");
}
