import { describe, expect, it } from "vitest";
import { compileBuiltin } from "../../src/cli/compile-pack.ts";
import { prepare } from "../../src/lint.ts";
import { digestOf } from "../../src/packs/digest.ts";
import { entriesOf } from "../../src/packs/entries-of.ts";
import { entryOfPattern } from "../../src/packs/late-entries.ts";
import { readPackText, writePackText } from "../../src/packs/pack-text.ts";
import { attachTables, buildTables, digestsOf } from "../../src/tables.ts";

const pack = compileBuiltin("voicecheck:corporate");
const text = writePackText(pack, digestsOf(pack), JSON.stringify);

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
    expect(read.rules.map(digestOf)).toEqual(digestsOf(pack));
    expect(digestsOf(read)).toEqual(digestsOf(pack));
    const copies: typeof read = JSON.parse(JSON.stringify(read));
    expect(copies.rules.map(digestOf)).toEqual(
      digestsOf(pack).map(({ needed: _, units: __, ...digest }) => digest),
    );
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
    expect(reads.filter((text) => !text.startsWith("{"))).toEqual([]);
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
