import { describe, expect, it } from "vitest";
import { TokenClass, WordBit } from "../../src/text/classes.ts";
import { hashOf } from "../../src/text/hash.ts";
import { createPatternSet } from "../../src/text/pattern-set.ts";
import { type AutomatonTables, EDGE_ROW, FIRST_WORD, ROW, Row } from "../../src/text/pattern-tables.ts";
import { findText } from "../../src/text/vocabulary.ts";
import { brand, inflect, words } from "./pattern-world.ts";

function tablesOf(...sources: readonly string[]): AutomatonTables {
  const set = createPatternSet({ lists: {}, brand, inflect, words });
  const group = set.group();
  for (const source of sources) group.add(source, { syntax: "pattern", within: "sentence", exact: false });
  return set.tables();
}

function numberOf({ vocabulary }: AutomatonTables, word: string): number {
  return findText(vocabulary, word, hashOf(word));
}

/** The labels of the edges in a group of the roots. */
function labelsIn({ edges, roots }: AutomatonTables, group: number): readonly number[] {
  const rows = [...edges].filter((_, at) => at % EDGE_ROW === 0);
  return rows.slice(roots.starts[group], roots.starts[group + 1]);
}

describe("roots", () => {
  it("have the edges of each word and of each class side by side", () => {
    const tables = tablesOf("rye bread", "rye rolls", "oat", "<number> rolls", "<emoji>", "micro* beer");
    const rye = numberOf(tables, "rye");
    expect(labelsIn(tables, FIRST_WORD + rye).every((label) => label === rye)).toBe(true);
    expect(labelsIn(tables, FIRST_WORD + rye).length).toBeGreaterThan(0);
    expect(labelsIn(tables, FIRST_WORD - TokenClass.emoji)).toEqual([-TokenClass.emoji]);
    expect(labelsIn(tables, FIRST_WORD - TokenClass.number)).toEqual([-TokenClass.number]);
    expect(labelsIn(tables, FIRST_WORD - TokenClass.cap)).toEqual([]);
    expect(tables.roots.starts[0]).toBe(1);
  });

  it("know the words that a glob is like", () => {
    const tables = tablesOf(
      "micro* beer",
      "*gate",
      "#rye*",
      "microbe",
      "watergate",
      "micra",
      "#ryes",
      "#rolls",
    );
    const globbed = (word: string): boolean => (tables.bits[numberOf(tables, word)] & WordBit.globbed) !== 0;
    expect(["microbe", "watergate", "micra", "beer"].map(globbed)).toEqual([true, true, false, false]);
  });

  it("know the words without one of which an edge leads nowhere", () => {
    const tables = tablesOf("rye <any> (bread|rolls)", "oat <any>");
    const neededBehind = (word: string): readonly number[] => {
      const { starts, rows, needed } = tables.roots;
      const start = rows[starts[FIRST_WORD + numberOf(tables, word)] * ROW + Row.needed];
      return start < 0 ? [] : [...needed.slice(start, needed.indexOf(-1, start))];
    };
    expect(neededBehind("rye").toSorted()).toEqual(
      ["bread", "rolls"].map((word) => numberOf(tables, word)).toSorted(),
    );
    expect(neededBehind("oat")).toEqual([]);
  });
});
