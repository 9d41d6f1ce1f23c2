import { describe, expect, it } from "vitest";
import { compileBuiltin } from "../../src/cli/compile-pack.ts";
import { prepare } from "../../src/lint.ts";
import { digestOf } from "../../src/packs/digest.ts";
import { entriesOf } from "../../src/packs/entries-of.ts";
import { entryAt, entryOfPattern } from "../../src/packs/late-entries.ts";
import { readPackText, writePackText } from "../../src/packs/pack-text.ts";
import { attachedWords } from "../../src/packs/written-words.ts";
import { wordsOf } from "../../src/suggest/entry-words.ts";
import { wordingOf } from "../../src/suggest/wording.ts";
import { attachTables, buildTables, madeAhead } from "../../src/tables.ts";

const pack = compileBuiltin("voicecheck:corporate");
const text = writePackText(pack, madeAhead(pack), JSON.stringify);

const slice = (start: number, end: number): string => text.slice(start, end);

describe("a pack as text", () => {
  it("is read as it was", () => {
    const read = readPackText(slice);
    expect(read).toEqual(JSON.parse(JSON.stringify(pack)));
    expect(JSON.stringify(read)).toBe(JSON.stringify(pack));
    expect(structuredClone(read)).toEqual(JSON.parse(JSON.stringify(pack)));
  });

  it("gives the same entry by its pattern and in the options, whichever is asked for first", () => {
    for (const isFirst of [true, false]) {
      const read = readPackText(slice);
      const seen = read.rules.flatMap((rule) => {
        if (!["terms", "patterns"].includes(rule.type)) return [];
        const before = isFirst ? [] : [...entriesOf(rule)];
        const { patterns } = digestOf(rule);
        const byPattern = Array.from({ length: patterns }, (_, pattern) => entryOfPattern(rule, pattern));
        const entries = entriesOf(rule);
        if (!isFirst) expect(entries).toEqual(before);
        const on = entries.filter(({ off }) => off !== true);
        expect(byPattern).toEqual(on.flatMap((entry) => entry.match.map(() => entry)));
        return byPattern.map((entry) => entry !== undefined && entries.indexOf(entry));
      });
      expect(seen.length).toBeGreaterThan(300);
      expect(seen.every((index) => index !== false && index >= 0)).toBe(true);
    }
    expect(entryOfPattern(pack.rules[0], 0)).toBeUndefined();
  });

  it("gives the digests that its entries have", () => {
    const read = readPackText(slice);
    expect(read.rules.map(digestOf)).toEqual(madeAhead(pack).digests);
    expect(madeAhead(read).digests).toEqual(madeAhead(pack).digests);
    const copies: typeof read = JSON.parse(JSON.stringify(read));
    expect(copies.rules.map(digestOf)).toEqual(
      madeAhead(pack).digests.map(({ needed: _, digits: __, units: ___, ...digest }) => digest),
    );
  });

  it("tells of expressions what they need", () => {
    const residue = compileBuiltin("voicecheck:residue");
    const written = writePackText(residue, madeAhead(residue), JSON.stringify);
    const read = readPackText((start, end) => written.slice(start, end));
    const told = read.rules.map(digestOf).filter(({ digits }) => digits !== undefined);
    expect(told).toEqual(madeAhead(residue).digests.filter(({ digits }) => digits !== undefined));
    expect(new Set(told.flatMap(({ digits = [] }) => digits))).toEqual(new Set([true, false]));
    for (const { needed, digits, units } of told)
      expect([digits?.length, units?.length]).toEqual([needed?.length, needed?.length]);
  });

  it("reads entries of rules that find something, and of no other", () => {
    const read = readPackText(slice);
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

  it("holds what suggestions ask of an entry that offers something", () => {
    const read = readPackText(slice);
    let offers = 0;
    for (const [index, rule] of pack.rules.entries()) {
      for (const [at, entry] of entriesOf(rule).entries()) {
        const same = entryAt(read.rules[index], at);
        if (same === undefined) throw new Error("no entry");
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
    const { findings } = prepare(readPackText(slice))(post);
    expect(findings.length).toBeGreaterThan(1);
    expect(findings).toEqual(prepare(pack)(post).findings);
  });
});

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
