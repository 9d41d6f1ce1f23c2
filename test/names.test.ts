import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bare, lintOf, resultOf, shown } from "./lints.ts";

const lint = lintOf("rules: {a/b: {terms: [journey, synergy, community day, ecosystem (n)]}}");

describe("a term in a name counts less", () => {
  it.each([
    ["beside another word with a capital", "She sings with Lake {{Journey}} on Friday"],
    ["before one", "We meet at the {{Synergy}} Hotel at noon"],
    ["in a longer name", "Bakers visit the Leeds Bread {{Ecosystem}} Summit in spring"],
    [
      "with of or for inside",
      "They work at the Institute of {{Synergy}} these days, or at {{Journey}} for Women",
    ],
    ["of several words", "We bake bread for Leeds {{Community Day}} again"],
    ["in other forms", "Both Danube {{Ecosystems}} funds give money to schools"],
    ["but not alone", "She sings with [[Journey]] on Friday"],
    ["nor in small letters", "They enjoy the Leeds [[journey]] on foot"],
    ["nor in capitals", "The Lake [[JOURNEY]] was long and the bread was good"],
    ["nor where the sentence begins", "[[Journey]] Bread opens at seven and sells rye"],
    ["nor beside its first word alone", "Our [[Ecosystem]] grows every year"],
    ["nor behind a mark", "What we learned: [[Journey]] Bread is good, they said later"],
    ["nor behind the number of a list", "3 [[Ecosystems]] Bakers like to visit often"],
    ["nor across the end of a sentence", "It was a [[Journey]]. Bread helped them along"],
    ["nor across a line", "bakers on the [[Journey]]\nBread was there"],
    ["nor beside an acronym", "This is how our AI [[Ecosystem]] works every morning"],
    ["nor in Title Case", "How Small Bakers Build A Bread [[Ecosystem]] Without Money"],
    ["nor in a heading of its own", "Our Bread [[Ecosystem]]"],
    ["nor behind a possessive", "They joined Acme’s [[Ecosystem]] last week again"],
  ])("%s", (_what, row) => {
    expect(shown(resultOf(lint, bare(row)))).toBe(row);
  });

  it("says why", () => {
    const [finding] = resultOf(lint, "We meet at the Synergy Hotel at noon").findings;
    expect(finding).toMatchObject({ level: "info", lowered: "named", fixable: false });
    expect(finding.message).toMatch(/\(part of a name, so it counts less\)$/u);
  });

  it.each([
    ["an entry written with a capital", "terms: [Synergy]"],
    ["an exact entry", "exact: true, terms: [Synergy]"],
    ["a pattern, which says itself what stands around it", "patterns: {x: synergy}"],
  ])("not so %s", (_what, entries) => {
    const [finding] = resultOf(
      lintOf(`rules: {a/b: {${entries}}}`),
      "We meet at the Synergy Hotel at noon",
    ).findings;
    expect(finding.lowered).toBeUndefined();
  });

  it("is quoted first where it is quoted", () => {
    const [finding] = resultOf(lint, "They said “we meet at the Synergy Hotel” at noon").findings;
    expect(finding.lowered).toBe("quoted");
  });

  it("never finds more or fewer flags than small letters have", () => {
    const word = fc.constantFrom(
      "the",
      "Leeds",
      "Journey",
      "bakers",
      "Synergy",
      "of",
      "3",
      ":",
      "Bread",
      "loves",
      ".",
    );
    const property = fc.property(fc.array(word, { maxLength: 20 }), (words) => {
      const text = words.join(" ");
      const spans = (each: string): unknown =>
        resultOf(lint, each).findings.map(({ text: said }) => said.toLowerCase());
      expect(spans(text)).toEqual(spans(text.toLowerCase()));
    });
    fc.assert(property);
  });
});
