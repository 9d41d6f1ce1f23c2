import { describe, expect, it } from "vitest";
import { type Figure, ratiosIn, regressions, tableOf } from "../../bench/results.ts";

const cold: Figure = { what: "cold, of `node -e 0`", figure: "1.60 ×", target: "≤ 1.7 ×", ratio: 1.6 };
const speed: Figure = { what: "posts a second", figure: "20,000", target: "none" };

describe("results of the benchmarks", () => {
  it("are read from the table that they were written in", () => {
    const table = tableOf([cold, speed], new Map());
    expect(ratiosIn(table)).toEqual(new Map([[cold.what, 1.6]]));
    expect(ratiosIn(`# Head\n\nText with | bars | in it\n\n${table}`)).toEqual(new Map([[cold.what, 1.6]]));
  });

  it("stand beside those of the run before", () => {
    expect(tableOf([cold, speed], new Map([[cold.what, 1.25]])).split("\n")).toEqual([
      "| what                 | figure | target  | ratio | before | change      |",
      "| -------------------- | ------ | ------- | ----- | ------ | ----------- |",
      "| cold, of `node -e 0` | 1.60 × | ≤ 1.7 × | 1.60  | 1.25   | +28 % worse |",
      "| posts a second       | 20,000 | none    |       |        |             |",
      "",
    ]);
  });

  it.each([
    [1.0, true],
    [1.39, true],
    [1.4, false],
    [1.6, false],
    [9, false],
  ])("are a regression against %s: %s", (before, isWorse) => {
    const told = regressions([cold, speed], new Map([[cold.what, before]]));
    expect(told.length > 0).toBe(isWorse);
  });

  it("are no regression where nothing was measured before", () => {
    expect(regressions([cold, speed], new Map())).toEqual([]);
  });
});
