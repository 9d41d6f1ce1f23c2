import { describe, expect, it } from "vitest";
import { bare, lintOf, resultOf, shown } from "./lints.ts";

describe("exact", () => {
  it.each([
    ["terms: [Deep Dive]", "Deep-Dive, [[Deep Dive]], deep dive, DEEP DIVE"],
    ["terms: [Deep-Dive]", "[[Deep-Dive]], Deep Dive, deep-dive"],
    ["terms: [Deep Dive (n)]", "Deep-Dives, [[Deep Dives]], Deep dives"],
    ["patterns: {dive: Deep Dive}", "Deep-Dive, [[Deep Dive]]"],
    ['patterns: {dive: "the [[Deep Dive]]"}', "The Deep-Dive, THE [[Deep Dive]]"],
    ["terms: [Acme's Dive]", "[[Acme's Dive]], [[Acme’s Dive]], acme's Dive"],
  ])("holds case and hyphens of the flagged words: %s", (entries, row) => {
    expect(shown(resultOf(lintOf(`rules: {a/b: {exact: true, ${entries}}}`), bare(row)))).toBe(row);
  });
});
