import { describe, expect, it } from "vitest";
import { compileBuiltin } from "../../src/cli/compile-pack.ts";
import { prepare } from "../../src/lint.ts";
import { type Digest, digestOf, holdersOf, type Place } from "../../src/packs/digest.ts";
import { entriesOf } from "../../src/packs/entries-of.ts";
import { entryAt, entryOfPattern } from "../../src/packs/late-entries.ts";
import { latePartsOf } from "../../src/packs/late-parts.ts";
import { readPackText, writePackText } from "../../src/packs/pack-text.ts";
import { printPack } from "../../src/packs/print.ts";
import { rulesOn } from "../../src/packs/rules-on.ts";
import { attachedWords } from "../../src/packs/written-words.ts";
import { parsePack } from "../../src/parse-pack.ts";
import { wordsOf } from "../../src/suggest/entry-words.ts";
import { wordingOf } from "../../src/suggest/wording.ts";
import { attachTables, buildTables, madeAhead } from "../../src/tables.ts";
import type { Pack, Rule } from "../../src/types.ts";

const pack = compileBuiltin("voicecheck:corporate");
/** With rules that are off, overrides and lists. */
const social = compileBuiltin("voicecheck:social");
/** With what entries may hold. */
const small = parsePack(`voicecheck: 1
name: small
rules:
  a/terms:
    terms:
      dough (n): {use: bread, unless: [the sour, our own]}
      oats: {level: off}
      rye: {unless: {post: [field, farm (n)]}}
      crust: {use: [edge, rim]}
  a/patterns:
    patterns:
      rise: {match: [let it rise, let it rest], unless: [bread <any:0-2> rise]}
      knead: {match: knead twice, unless: {post: [by hand]}}
`);
const texts = new Map(
  [small, pack, social].map((each) => [each, writePackText(each, madeAhead, JSON.stringify)]),
);

/** What is read of a pack's text. */
function readOf(written: Pack): Pack {
  const text = texts.get(written) ?? writePackText(written, madeAhead, JSON.stringify);
  return readPackText((start, end) => text.slice(start, end));
}

describe("a pack as text", () => {
  it.each([small, pack, social])("is read as it was: $name", (written) => {
    const plain = JSON.parse(JSON.stringify(written));
    expect(readOf(written)).toEqual(plain);
    expect(JSON.stringify(readOf(written))).toBe(JSON.stringify(written));
    expect(structuredClone(readOf(written))).toEqual(plain);
    expect(printPack(readOf(written))).toBe(printPack(written));
    expect(Object.keys({ ...readOf(written) })).toEqual(Object.keys(written));
  });

  it("gives the same each time", () => {
    const read = readOf(social);
    const parts = (): readonly unknown[] => [
      read.rules,
      ...read.rules.flatMap(({ options, examples }) => [options, examples]),
      ...Object.values(read.lists),
      ...read.overrides.map(({ rules }) => rules),
    ];
    const [first, second] = [parts(), parts()];
    expect(first.length).toBeGreaterThan(100);
    for (const [index, part] of first.entries()) expect(second[index]).toBe(part);
  });

  it("tells which rules are on without reading the others", () => {
    const read = readOf(social);
    let on: readonly Rule[] = [];
    expect(readsDuring(() => (on = rulesOn(read)))).toEqual([]);
    expect(on.map(({ id }) => id)).toEqual(rulesOn(social).map(({ id }) => id));
    expect(on.length).toBeLessThan(social.rules.length);
    const inOrder = read.rules.filter(({ off }) => off !== true);
    for (const [index, rule] of inOrder.entries()) expect(on[index]).toBe(rule);
    expect(rulesOn({ ...read })).toEqual(on);
  });

  it("reads examples when they are looked at", () => {
    const read = readOf(social);
    const rules = rulesOn(read);
    const options = readsDuring(() => rules.map((rule) => entriesOf(rule)));
    expect(options.filter((text) => text.startsWith('{"bad":'))).toEqual([]);
    const examples = readsDuring(() => rules.map((rule) => rule.examples));
    expect(examples.length).toBeGreaterThan(40);
    expect(examples.filter((text) => !text.startsWith('{"bad":'))).toEqual([]);
  });

  it("gives the same entry by its pattern and in the options, whichever is asked for first", () => {
    for (const isFirst of [true, false]) {
      for (const written of [small, pack]) {
        const { rules } = readOf(written);
        const seen = PLACES.map((place) => rules.flatMap((rule) => holdersIn(rule, place, isFirst)));
        if (written === small) expect(seen.map(({ length }) => length)).toEqual([6, 3, 3]);
      }
    }
    expect(entryOfPattern(pack.rules[0], "patterns", 0)).toBeUndefined();
  });

  it("gives the digests that its entries have", () => {
    const digests = (of: Pack): readonly Digest[] =>
      of.rules.map((rule) => ({ ...digestOf(rule), expressions: undefined }));
    for (const written of [small, pack, social]) {
      expect(digests(readOf(written))).toEqual(digests(written));
      expect(digests(readOf(written))).toEqual(digests(JSON.parse(JSON.stringify(readOf(written)))));
    }
    expect(Math.min(...pack.rules.map((rule) => digestOf(rule).patterns))).toBeGreaterThan(0);
  });

  it("tells of expressions what they need", () => {
    const written = compileBuiltin("voicecheck:residue");
    const told = rulesOn(readOf(written)).flatMap((rule) => digestOf(rule).expressions ?? []);
    expect(told).toEqual(rulesOn(written).flatMap((rule) => madeAhead.expressionsOf(rule) ?? []));
    expect(new Set(told.flatMap(({ digits }) => digits))).toEqual(new Set([true, false]));
    for (const { exact, needed, digits, units } of told)
      for (const list of [exact, digits, units]) expect(list).toHaveLength(needed.length);
  });

  it("reads entries of rules that find something, and of no other", () => {
    const read = readOf(pack);
    attachTables(read, buildTables(pack));
    const lint = prepare(read);
    const found = (words: string): readonly string[] =>
      lint({ id: 1, text: words }).findings.map(({ rule, entry }) => `${rule}/${entry}`);
    expect(readsDuring(() => expect(found("The bread is ready at eight.")).toEqual([]))).toEqual([]);
    const reads = readsDuring(() =>
      expect(found("We leverage the oven to utilize the flour.")).toEqual([
        "corporate/jargon/leverage",
        "corporate/jargon/utilize",
      ]),
    );
    // Entries that were found and entries whose `unless` holds something near, each alone.
    expect(reads.length).toBeLessThan(5);
    expect(reads.filter((text) => !/^\[\{[^[]*"match"/u.test(text))).toEqual([]);
  });

  it("reads expressions of rules that may match, and of no other", () => {
    const written = compileBuiltin("voicecheck:residue");
    const lint = prepare(readOf(written));
    const found = (words: string): readonly string[] =>
      lint({ id: 1, text: words }).findings.map(({ rule, entry }) => `${rule}/${entry}`);
    expect(found("The bread is ready at eight.")).toEqual([]);
    expect(readsDuring(() => expect(found("The rye is ready at nine.")).toEqual([]))).toEqual([]);
    const reads = readsDuring(() =>
      expect(found("Meet [insert name] at nine.")).toEqual(["residue/placeholder/brackets"]),
    );
    expect(reads).toHaveLength(1);
  });

  it("reads nothing else for a post without findings", () => {
    const bare = { ...social, rules: social.rules.map(withoutExamples) };
    const read = readOf(bare);
    attachTables(read, buildTables(social));
    const reads = readsDuring(() =>
      expect(prepare(read)({ id: 1, text: "The bread is ready at eight." }).findings).toEqual([]),
    );
    // The words that one rule doesn't call profane are many.
    expect(reads).toEqual([expect.stringMatching(/^\{"sureness":/u)]);
  });

  it("holds what suggestions ask of an entry that offers something", () => {
    const read = readOf(pack);
    let offers = 0;
    for (const [index, rule] of pack.rules.entries()) {
      for (const [at, entry] of entriesOf(rule).entries()) {
        const late = latePartsOf(read.rules[index]);
        if (late === undefined) throw new Error("no entries");
        const same = entryAt(late, at);
        expect(attachedWords(same) !== undefined).toBe(entry.use.length > 0);
        expect(wordsOf(same)).toEqual(wordsOf(entry));
        for (const form of [...wordsOf(entry).forms.values()].flat().map((each) => ({ ...each, at: 0 }))) {
          expect(wordingOf(same, form, "plain")).toEqual(wordingOf(entry, form, "plain"));
          offers++;
        }
      }
    }
    expect(offers).toBeGreaterThan(500);
  });

  it("has the same findings where no tables are there", () => {
    const post = { id: 1, text: "We leverage the oven to utilize the flour." };
    const { findings } = prepare(readOf(pack))(post);
    expect(findings.length).toBeGreaterThan(1);
    expect(findings).toEqual(prepare(pack)(post).findings);
  });
});

function withoutExamples(rule: Rule): Rule {
  return { ...rule, examples: { bad: [], good: [] } };
}

const PLACES: readonly Place[] = ["patterns", "near", "post"];

/** Of each pattern at a place of a rule's entries, which entry it stands in; -1 where another is given. */
function holdersIn(rule: Rule, place: Place, isFirst: boolean): readonly number[] {
  const before = isFirst ? [] : [...entriesOf(rule)];
  const byPattern = Array.from({ length: digestOf(rule)[place] }, (_, pattern) =>
    entryOfPattern(rule, place, pattern),
  );
  const entries = entriesOf(rule);
  if (!isFirst) expect(entries).toEqual(before);
  const seen = byPattern.map((entry) => (entry === undefined ? -1 : entries.indexOf(entry)));
  expect(seen).toEqual(holdersOf(entries, place));
  return seen;
}

/** The JSON that is read meanwhile. */
function readsDuring(work: () => void): readonly string[] {
  const { parse } = JSON;
  const reads: string[] = [];
  JSON.parse = (words, reviver) => {
    reads.push(words);
    return parse(words, reviver);
  };
  try {
    work();
  } finally {
    JSON.parse = parse;
  }
  return reads;
}
