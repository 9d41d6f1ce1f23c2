import { describe, expect, it, vi } from "vitest";
import { compileBuiltin } from "../../src/cli/compile-pack.ts";
import { prepare } from "../../src/lint.ts";
import { digestOf } from "../../src/packs/digest.ts";
import { readPackText, writePackText } from "../../src/packs/pack-text.ts";
import { attachTables, buildTables, digestsOf } from "../../src/tables.ts";

const pack = compileBuiltin("voicecheck:social");
const text = writePackText(pack, digestsOf(pack), JSON.stringify);

const slice = (start: number, end: number): string => text.slice(start, end);

describe("a pack as text", () => {
  it("is read as it was", () => {
    const read = readPackText(slice);
    expect(read).toEqual(JSON.parse(JSON.stringify(pack)));
    expect(JSON.stringify(read)).toBe(JSON.stringify(pack));
    expect(structuredClone(read)).toEqual(JSON.parse(JSON.stringify(pack)));
  });

  it("gives the digests that its entries have", () => {
    const read = readPackText(slice);
    expect(read.rules.map(digestOf)).toEqual(digestsOf(pack));
    expect(digestsOf(read)).toEqual(digestsOf(pack));
    const copies: typeof read = JSON.parse(JSON.stringify(read));
    expect(copies.rules.map(digestOf)).toEqual(digestsOf(pack).map(({ needed: _, ...digest }) => digest));
  });

  it("reads entries of rules that find something, and of no other", () => {
    const read = readPackText(slice);
    attachTables(read, buildTables(pack));
    const parse = vi.spyOn(JSON, "parse");
    const lint = prepare(read);
    expect(lint({ id: 1, text: "The bread is ready at eight." }).findings).toEqual([]);
    expect(parse).toHaveBeenCalledTimes(0);
    const { findings } = lint({ id: 2, text: "We leverage the oven to utilize the flour." });
    expect(findings.map(({ rule, entry }) => `${rule}/${entry}`)).toEqual([
      "corporate/jargon/leverage",
      "corporate/jargon/utilize",
    ]);
    // Once for the rule, and for those whose patterns stand near or were weighed too.
    expect(parse.mock.calls.length).toBeLessThan(5);
    parse.mockRestore();
  });

  it("has the same findings where no tables are there", () => {
    const post = { id: 1, text: "We leverage the oven. Click the link below! [insert link]" };
    const { findings } = prepare(readPackText(slice))(post);
    expect(findings.length).toBeGreaterThan(1);
    expect(findings).toEqual(prepare(pack)(post).findings);
  });
});
