import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createAutomaton } from "../../src/text/automaton.ts";
import { FOUND_ROW } from "../../src/text/automaton-memory.ts";
import { decodeTables, encodeTables, sumOfTables } from "../../src/text/pattern-codec.ts";
import { docOf } from "../../src/text/pattern-cut.ts";
import { parsePattern } from "../../src/text/pattern-parse.ts";
import { createPatternSet, type PatternSet, type PatternSetOptions } from "../../src/text/pattern-set.ts";
import type { AutomatonTables } from "../../src/text/pattern-tables.ts";
import type { Within } from "../../src/types.ts";
import { atMost, runs } from "../runs.ts";
import { naiveMatches, waysFrom } from "./pattern-oracle.ts";
import { brand, find, flag, inflect, unmark, words } from "./pattern-world.ts";

const { pattern: randomPattern } = fc.letrec<{ pattern: string; item: string; side: string }>((tie) => ({
  pattern: fc.array(tie("item"), { minLength: 1, maxLength: 5 }).map((items) => items.join(" ")),
  side: fc.array(tie("item"), { minLength: 0, maxLength: 2 }).map((items) => items.join(" ")),
  item: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    { weight: 5, arbitrary: fc.constantFrom("a", "b", "c", "a-b", "b's", "!", "a*", "👏") },
    {
      weight: 3,
      arbitrary: fc.constantFrom(
        "<word>",
        "<word:0-2>",
        "<word:2-3>",
        "<any>",
        "<any:0-1>",
        "<punct:0-2>",
        "<emoji>",
      ),
    },
    { weight: 1, arbitrary: fc.constantFrom("<start>", "<end>", "<line-start>", "<post-end>", "<word>-b") },
    {
      weight: 2,
      arbitrary: fc.array(tie("side"), { minLength: 1, maxLength: 3 }).map((sides) => `(${sides.join("|")})`),
    },
  ),
}));

const randomText = fc
  .array(fc.constantFrom("a", "b", "c", "A", "ab", "b's", "!", "👏", "`x`", ". A", "-", "\n", "\n\n", "5"), {
    maxLength: 14,
  })
  .chain((parts) =>
    fc
      .array(fc.constantFrom(" ", " ", " ", "-", ""), { minLength: parts.length, maxLength: parts.length })
      .map((gaps) => parts.map((part, index) => part + gaps[index]).join("")),
  );

const randomWithin = fc.constantFrom<Within>("sentence", "paragraph", "post");

describe("the automaton", () => {
  it("finds what trying every way finds", () => {
    let matched = 0;
    const property = fc.property(randomPattern, randomText, randomWithin, (source, text, within) => {
      const doc = docOf(text);
      const { pattern, mistakes } = parsePattern(source);
      expect(mistakes).toEqual([]);
      const naive = naiveMatches(pattern, doc, within);
      matched += naive.length;
      expect(find(source, doc, { options: { within } })).toEqual(naive);
    });
    fc.assert(property, { numRuns: runs(3000) });
    expect(matched).toBeGreaterThan(runs(300));
  });

  it.each([
    [
      "a first match covers what a part of a hyphened word begins",
      "<any> <word> <word>",
      "[[. Aa a]] [[a-a a]]",
    ],
    ["a word's loop is no place to meet", "<any> <word> <word>", "[[a b c]] [[d-a a]] b c"],
  ])("keeps the thread that stands: %s", (_, source, marked) => {
    expect(flag(source, unmark(marked), { options: { within: "paragraph" } })).toBe(marked);
  });

  it("flags only what a way through the pattern flags, and misses nothing that stands apart", () => {
    const flagged = fc.tuple(
      fc.array(fc.constantFrom("a", "<word:0-2>", "(b|)"), { maxLength: 2 }),
      randomPattern,
      randomPattern,
    );
    const property = fc.property(flagged, randomText, ([before, inside, after], text) => {
      const doc = docOf(text);
      const source = `${before.join(" ")} [[${inside}]] ${after}`;
      const { pattern } = parsePattern(source);
      const found = find(source, doc);
      for (const [index, { start, end, flagStart, flagEnd }] of found.entries()) {
        expect(waysFrom(pattern, doc, start, "sentence")).toContainEqual({
          at: end,
          open: flagStart,
          close: flagEnd,
        });
        for (const other of found.slice(index + 1)) {
          expect(other.flagStart >= flagEnd || other.flagEnd <= flagStart).toBe(true);
        }
      }
      // Of ways that come to the same spot only the one that began first is kept: where words vary in number, one that begins later might
      // stand apart from another flag when that doesn't.
      if (before.some((item) => item !== "a") || /[:|]/u.test(inside)) return;
      for (let start = 0; start < doc.tokens.count; start++) {
        if (waysFrom(pattern, doc, start, "sentence").length === 0) continue;
        expect(found.some((match) => match.start <= start && start < match.end)).toBe(true);
      }
    });
    fc.assert(property, { numRuns: runs(1500) });
  });

  it("finds the same whatever other patterns stand beside it", () => {
    const property = fc.property(
      fc.array(randomPattern, { minLength: 2, maxLength: 6 }),
      randomText,
      (sources, text) => {
        const doc = docOf(text);
        const group = setOf([]).group();
        for (const source of sources)
          group.add(source, { syntax: "pattern", within: "sentence", exact: false });
        const together = group.matches(doc);
        for (const [pattern, source] of sources.entries()) {
          const alone = find(source, doc).map((match) => ({ ...match, pattern }));
          expect(together.filter((match) => match.pattern === pattern)).toEqual(alone);
        }
      },
    );
    fc.assert(property, { numRuns: runs(500) });
  });

  it("keeps its memory between docs, but nothing of what it found", () => {
    const group = setOf([]).group();
    group.add("a (b|c)", { syntax: "pattern", within: "sentence", exact: false });
    const docs = ["a b a c", "", "a", "c b", "a b"].map(docOf);
    expect(docs.map((doc) => group.matches(doc).length)).toEqual([2, 0, 0, 0, 1]);
    expect(docs.map((doc) => group.matches(doc).length)).toEqual([2, 0, 0, 0, 1]);
  });

  it("begins any number of threads at a token", () => {
    const numbers = Array.from({ length: 300 }, (_, number) => number);
    const text = "a b c d, ";
    const set = setOf(
      numbers.map((number) => `<word> ${number % 2 === 0 ? "b" : "<word>"} (c|x${number}) (d|e)`),
    );
    const { rows, count } = createAutomaton(set.tables()).scan(docOf(text.repeat(100)));
    const found = Array.from({ length: count }, (_, row) => rows[row * FOUND_ROW]);
    expect(found.toSorted((one, other) => one - other)).toEqual(
      numbers.flatMap((number) => Array(100).fill(number)),
    );
  });

  it.each([
    ["the word that it waits for is there", "our <word:0-3> (journey|trip)", "[[our long trip]] ours"],
    [
      "one of more words than are looked for",
      `our <word> (journey|${many("w", 60)})`,
      "[[our long w59]] our",
    ],
    [
      "behind more gaps than are looked at",
      `our ${"(<word>|<emoji>) ".repeat(40)}end`,
      `[[our ${"a ".repeat(40)}end]] our`,
    ],
    ["it may end without one", "our <word> (journey|<word>)", "[[our long way]] our"],
    ["a glob may stand for the word", "our <word> jour*", "[[our long journey]] our"],
  ])("begins a thread where %s", (_, source, marked) => {
    expect(flag(source, unmark(marked), { options: { within: "sentence" } })).toBe(marked);
  });

  it("begins no thread that waits for a word in vain, whatever other docs hold", () => {
    const group = setOf([]).group();
    group.add("our <word> journey", { syntax: "pattern", within: "sentence", exact: false });
    const docs = ["our long journey", "our long way", "a journey, our way", "our own journey"].map(docOf);
    expect(docs.map((doc) => group.matches(doc).length)).toEqual([1, 0, 0, 1]);
  });

  it("tells the words that lead on from all that share a bit with them, again and again", () => {
    const group = setOf([]).group();
    for (const source of [`b (${many("w", 200)})`, "a (w3|w40|w177)"])
      group.add(source, { syntax: "pattern", within: "sentence", exact: false });
    const docs = Array.from({ length: 600 }, (_, number) => docOf(`a w${number % 200}`));
    const found = docs.flatMap((doc, number) => (group.matches(doc).length > 0 ? [number] : []));
    expect(found).toEqual([3, 40, 177, 203, 240, 377, 403, 440, 577]);
  });

  it("tries globs at words that other patterns know too", () => {
    const set = setOf(["micro*", "*brews", "microbrews", "brews", "#micro*", "m*"]);
    const { rows, count } = createAutomaton(set.tables()).scan(docOf("microbrews #microbrews brews"));
    const found = Array.from({ length: count }, (_, row) => [
      ...rows.subarray(row * FOUND_ROW, row * FOUND_ROW + 2),
    ]);
    expect(found.map(String).toSorted()).toEqual(["0,0", "1,0", "1,2", "2,0", "3,2", "4,1", "5,0"]);
  });

  it.each([
    ["leverage (v)", "leverage "],
    ["(it's|it is) not <word:1-6> <punct> (it's|it is)", "it's not a b c, "],
    ["<word> [[<emoji>]] <word>", "a 👏 "],
    ["<any:1-20> x <any:0-20> y", "x y "],
    ["[[a <word:0-20>]] <word:0-20> b", "a b "],
  ])("goes through a long text once: %s", (source, part) => {
    const doc = docOf(part.repeat(atMost(20_000)));
    const found = find(source, doc, { options: { within: "post" } });
    expect(found.length).toBeGreaterThan(atMost(100));
    expect(found.length).toBeLessThanOrEqual(doc.tokens.count);
  });
});

/** Alternatives `w0` up to the one before `count`. */
function many(letter: string, count: number): string {
  return Array.from({ length: count }, (_, index) => `${letter}${index}`).join("|");
}

const SOURCES = ["circle back (v)", "<start> [[you can]] <word>", "micro* <number>", "exactly (so|not)"];

function setOf(
  sources: readonly string[],
  tables?: AutomatonTables,
  more: Partial<PatternSetOptions> = {},
): PatternSet {
  const set = createPatternSet({ lists: {}, brand, inflect, words, tables, ...more });
  const group = set.group();
  for (const source of sources)
    group.add(source, { syntax: "pattern", within: "sentence", exact: source.startsWith("exactly") });
  return set;
}

describe("tables", () => {
  const tables = setOf(SOURCES).tables();
  const text = "You can circle back. Microbrews 5! exactly so, Exactly so";

  it("come back from bytes as they were", () => {
    const bytes = encodeTables(tables);
    expect(decodeTables(bytes)).toEqual(tables);
    const shifted = new Uint8Array(bytes.length + 1);
    shifted.set(bytes, 1);
    expect(decodeTables(shifted.subarray(1))).toEqual(tables);
    expect(decodeTables(bytes)?.edges.buffer).toBe(bytes.buffer);
    expect(decodeTables(bytes, true)).toEqual(tables);
  });

  it("spare reading and compiling when they may be those of the patterns", () => {
    const refuse = () => {
      throw new Error("compiled");
    };
    expect(setOf(SOURCES, tables, { inflect: refuse }).tables()).toBe(tables);
    expect(setOf(SOURCES.slice(1), tables).tables()).not.toBe(tables);
  });

  it("find the same after a round trip", () => {
    const again = decodeTables(encodeTables(tables));
    expect(again).toBeDefined();
    if (again === undefined) return;
    const doc = docOf(text);
    const rowsOf = (each: AutomatonTables) => {
      const { rows, count } = createAutomaton(each).scan(doc);
      return [...rows.subarray(0, count * FOUND_ROW)];
    };
    expect(rowsOf(again)).toEqual(rowsOf(tables));
    expect(rowsOf(again)).toHaveLength(4 * FOUND_ROW);
  });

  it("are named by a sum, wherever their bytes lie", () => {
    const bytes = encodeTables(tables);
    const sum = sumOfTables(bytes);
    const shifted = new Uint8Array(bytes.length + 3);
    shifted.set(bytes, 3);
    expect(sumOfTables(shifted.subarray(3))).toBe(sum);
    expect(sumOfTables(bytes.slice(0, 12))).toBe(sum);
    expect(sumOfTables(encodeTables(setOf(SOURCES.slice(1)).tables()))).not.toBe(sum);
    expect([sum === 0, sumOfTables(bytes.slice(0, 11)), sumOfTables(new Uint8Array(0))]).toEqual([
      false,
      0,
      0,
    ]);
  });

  it("are refused when they are cut or are something else", () => {
    const bytes = encodeTables(tables);
    for (const length of [0, 3, 40, 100, bytes.length - 1]) {
      expect(decodeTables(bytes.slice(0, length))).toBeUndefined();
    }
    for (const length of [0, 3, 40, bytes.length - 1]) {
      expect(decodeTables(bytes.slice(0, length), true)).toBeUndefined();
    }
    expect(decodeTables(new Uint8Array(5000))).toBeUndefined();
    expect(decodeTables(new TextEncoder().encode("{}".repeat(500)))).toBeUndefined();
  });

  it("are refused when a single byte is damaged", () => {
    const bytes = encodeTables(tables);
    const property = fc.property(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), (at, change) => {
      const broken = bytes.slice();
      broken[at] ^= change;
      expect(decodeTables(broken)).toBeUndefined();
    });
    fc.assert(property, { numRuns: runs(1000) });
  });
});
