import { describe, expect, it } from "vitest";
import { exitCodeOf, fails } from "../../src/cli/exit-code.ts";
import type { Level } from "../../src/types.ts";
import { flagged, reportOf } from "../reporters/sample.ts";

describe("fails", () => {
  it.each<[Level, Level | "never", boolean]>([
    ["error", "error", true],
    ["warning", "error", false],
    ["warning", "warning", true],
    ["error", "warning", true],
    ["info", "warning", false],
    ["info", "info", true],
    ["error", "never", false],
  ])("a finding of level %s, asked for %s: %s", (level, failOn, expected) => {
    expect(fails(flagged("We [[ideate]]", { findings: [{ level }] }), failOn)).toBe(expected);
  });

  it("takes a quoted error for an info", () => {
    expect(fails(flagged("[[x]]", { findings: [{ level: "error", lowered: "quoted" }] }), "warning")).toBe(
      false,
    );
  });
});

describe("exitCodeOf", () => {
  const warned = reportOf([flagged("[[a]] [[b]]")]);
  const broken = reportOf([], [{ source: "x", code: "y", message: "z", level: "error" }]);
  const noted = reportOf([], [{ source: "x", code: "y", message: "z", level: "note" }]);

  it.each([
    ["nothing failed", reportOf([]), { failed: false }, 0],
    ["a post failed", warned, { failed: true }, 1],
    ["as many warnings as allowed", warned, { failed: false, maxWarnings: 2 }, 0],
    ["more warnings than allowed", warned, { failed: false, maxWarnings: 1 }, 1],
    ["no warning is allowed", warned, { failed: false, maxWarnings: 0 }, 1],
    ["trouble is stronger than findings", broken, { failed: true }, 2],
    ["a note is no trouble", noted, { failed: false }, 0],
  ] as const)("%s", (_what, report, verdict, expected) => {
    expect(exitCodeOf(report, verdict)).toBe(expected);
  });

  it("is never a count", () => {
    const many = reportOf([flagged("[[a]] ".repeat(256))]);
    expect(exitCodeOf(many, { failed: true })).toBe(1);
  });
});
