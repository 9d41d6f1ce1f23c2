import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { entryOptions, longestOfRule } from "../../src/checks/entries.ts";
import { terms } from "../../src/checks/terms.ts";
import type { EntryOptions, Hit, Rule } from "../../src/types.ts";
import { hitsOf } from "../hits.ts";
import { atMost } from "../runs.ts";
import { docOfText } from "../text/marked.ts";
import { ruleOf } from "./rule-of.ts";

function rule(id: string): Rule<EntryOptions> {
  return ruleOf(terms, { entries: [] }, { id });
}

const one = rule("test/one");
const other = rule("test/other");

const spans = fc
  .tuple(fc.nat(40), fc.integer({ min: 1, max: 12 }), fc.boolean())
  .map(
    ([start, length, isOne]): Hit => ({ rule: isOne ? one : other, span: { start, end: start + length } }),
  );

function overlap({ span, rule }: Hit, hit: Hit): boolean {
  return rule === hit.rule && span.start < hit.span.end && hit.span.start < span.end;
}

function length({ span }: Hit): number {
  return span.end - span.start;
}

/** The same by taking one after the other, the longest and last first. */
function oracle(hits: readonly Hit[]): readonly Hit[] {
  const kept: Hit[] = [];
  const order = hits.map((hit, index) => ({ hit, index }));
  order.sort((a, b) => length(b.hit) - length(a.hit) || b.index - a.index);
  for (const { hit } of order) if (!kept.some((each) => overlap(each, hit))) kept.push(hit);
  return kept;
}

describe("longestOfRule", () => {
  it("keeps what the longest first would keep, in order of their start", () => {
    fc.assert(
      fc.property(fc.array(spans, { maxLength: 30 }), (hits) => {
        const kept = longestOfRule(hits);
        expect(new Set(kept)).toEqual(new Set(oracle(hits)));
        const inOrder = kept.toSorted(
          (a, b) => a.span.start - b.span.start || hits.indexOf(a) - hits.indexOf(b),
        );
        expect(kept).toEqual(inOrder);
      }),
    );
  });

  it("is linear where all hits overlap", () => {
    const times = atMost(100_000);
    const hits = Array.from(
      { length: 2 * times },
      (_, start): Hit => ({ rule: one, span: { start, end: start + 2 } }),
    );
    expect(longestOfRule(hits)).toHaveLength(times);
  });
});

describe("entries", () => {
  it("lets different rules report the same words", () => {
    const hits = hitsOf("a/one: {terms: [rye]}\n  a/two: {terms: [rye bread]}", docOfText("Rye bread"));
    expect(hits.map((hit) => [hit.rule.id, hit.span])).toEqual([
      ["a/one", { start: 0, end: 3 }],
      ["a/two", { start: 0, end: 9 }],
    ]);
  });

  it("says which tokens may be replaced, but not of a tag", () => {
    const hits = hitsOf(
      "a/b: {terms: [rye], in: [prose, hashtag]}",
      docOfText("Our rye #RyeBread, arye @arye"),
    );
    expect(hits.map(({ tokens }) => tokens)).toEqual([{ start: 1, end: 2 }, undefined]);
  });

  it("looks into tags for the rules that ask for it", () => {
    const hits = hitsOf(
      "a/one: {terms: [rye], in: [prose, hashtag]}\n  a/two: {terms: [bread]}",
      docOfText("#RyeBread"),
    );
    expect(hits.map((hit) => hit.rule.id)).toEqual(["a/one"]);
  });

  it.each([
    ["terms: {rye: {level: off}, oat: ~}", [4]],
    ["patterns: {a: {match: rye, level: off}, b: oat}", [4]],
    ["regex: {a: {match: rye, level: off}, b: oat}", [4]],
    ["spelling: {Rye: {level: off}, Oat: ~}", [4]],
  ])("looks for nothing that is off: %s", (rule, starts) => {
    const hits = hitsOf(`a/b: {${rule}}`, docOfText("rye oat"));
    expect(hits.map(({ span }) => span.start)).toEqual(starts);
  });

  it("reports words that only touch, and of those that overlap the longest", () => {
    const found = (text: string) =>
      hitsOf("a/b: {regex: {a: 'a[bc]', b: bcd, c: '[xy]'}}", docOfText(text)).map(({ span }) => [
        span.start,
        span.end,
      ]);
    expect(found("xy")).toEqual([[0, 1], [1, 2]]); // biome-ignore format: pairs
    expect(found("abcd")).toEqual([[1, 4]]);
  });

  it("finds nothing in an empty text", () => {
    expect(hitsOf("a/b: {terms: [rye]}", docOfText(""))).toEqual([]);
  });

  it("refuses options without entries", () => {
    expect(() => ruleOf({ ...terms, schema: entryOptions }, {})).toThrow("entries");
  });
});
