import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { scoreOf } from "../src/score.ts";
import type { Confidence, Finding, Level } from "../src/types.ts";

type Scored = Pick<Finding, "rule" | "level" | "confidence" | "lowered">;

function finding(rule: string, level: Level, confidence: Confidence, lowered?: Finding["lowered"]): Scored {
  return { rule, level, confidence, lowered };
}

describe("scoreOf", () => {
  // 100 − 10·Σ(weight·confidence)·25/max(words, 25), by hand.
  it.each<[string, Scored[], number, number]>([
    ["nothing", [], 10, 100],
    ["an error", [finding("a/b", "error", "sure")], 10, 70],
    ["a warning", [finding("a/b", "warning", "sure")], 10, 80],
    ["an info", [finding("a/b", "info", "sure")], 10, 90],
    ["a likely error: 3 · 0.6 = 1.8", [finding("a/b", "error", "likely")], 25, 82],
    ["a perhaps-warning: 2 · 0.3 = 0.6", [finding("a/b", "warning", "maybe")], 25, 94],
    [
      "a likely and a perhaps-info: 0.6 + 0.3",
      [finding("a/b", "info", "likely"), finding("a/b", "info", "maybe")],
      0,
      91,
    ],
    ["a quoted error counts as info", [finding("a/b", "error", "sure", "quoted")], 25, 90],
    ["fifty words halve the cost: 20 / 2", [finding("a/b", "warning", "sure")], 50, 90],
    [
      "two warnings in 26 words: 100 − 38.46",
      [finding("a/b", "warning", "sure"), finding("a/c", "warning", "sure")],
      26,
      62,
    ],
    ["half a point is rounded up: 100 − 2.5", [finding("a/b", "info", "sure")], 100, 98],
    ["never below nothing", new Array(9).fill(finding("a/b", "error", "sure")), 10, 0],
  ])("%s", (_what, findings, words, expected) => {
    expect(scoreOf(findings, ["a"], words)).toEqual({ score: expected, axes: { a: expected } });
  });

  it("gives an axis to each group with a rule that ran, and the post the lowest", () => {
    const findings = [
      finding("corporate/jargon", "warning", "sure"),
      finding("commercial/push", "error", "sure"),
    ];
    expect(scoreOf(findings, ["corporate", "commercial", "profanity"], 20)).toEqual({
      score: 70,
      axes: { corporate: 80, commercial: 70, profanity: 100 },
    });
  });

  it("scores the next post anew, whatever its groups are and whatever became of the last one's axes", () => {
    const groups = new Set(["a", "b"]);
    const { axes } = scoreOf([finding("a/b", "warning", "sure")], groups, 20);
    expect(axes).toEqual({ a: 80, b: 100 });
    Object.assign(axes, { b: 7 });
    expect(scoreOf([], groups, 20)).toEqual({ score: 100, axes: { a: 100, b: 100 } });
    expect(scoreOf([], new Set(["c"]), 20)).toEqual({ score: 100, axes: { c: 100 } });
    expect(scoreOf([finding("c/d", "error", "sure")], groups, 20)).toEqual({
      score: 100,
      axes: { a: 100, b: 100 },
    });
  });

  it("has no axes for gates and waivers", () => {
    const findings = [
      finding("waiver/unused", "warning", "sure"),
      finding("gate/commercial", "error", "sure"),
    ];
    expect(scoreOf(findings, ["gate", "waiver", "a"], 20)).toEqual({ score: 100, axes: { a: 100 } });
  });

  it("is 100 where nothing ran", () => {
    expect(scoreOf([], [], 20)).toEqual({ score: 100, axes: {} });
  });

  it("keeps a group called __proto__ as an axis of its own", () => {
    expect(Object.keys(scoreOf([], ["constructor"], 20).axes)).toEqual(["constructor"]);
  });

  it("is a whole number from 0 to 100 that further findings never raise", () => {
    const anyFinding = fc.record({
      rule: fc.constantFrom("a/b", "c/d"),
      level: fc.constantFrom<Level>("error", "warning", "info"),
      confidence: fc.constantFrom<Confidence>("sure", "likely", "maybe"),
    });
    const property = fc.property(
      fc.array(anyFinding),
      anyFinding,
      fc.nat(500),
      (findings, further, words) => {
        const { score } = scoreOf(findings, ["a", "c"], words);
        expect(Number.isInteger(score) && score >= 0 && score <= 100).toBe(true);
        expect(scoreOf([...findings, further], ["a", "c"], words).score).toBeLessThanOrEqual(score);
      },
    );
    fc.assert(property);
  });
});
