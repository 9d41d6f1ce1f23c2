import { safeParse } from "valibot";
import { describe, expect, it } from "vitest";
import { amount, amountFor, parseAmount } from "../../src/packs/amount.ts";

describe("an amount", () => {
  it.each([
    ["3", { else: 3, platforms: {} }],
    ["0", { else: 0, platforms: {} }],
    ["2.5", { else: 2.5, platforms: {} }],
    ["25%", { else: 25, platforms: {}, percent: true }],
    [
      { x: "1", else: "2" },
      { else: 2, platforms: { x: 1 } },
    ],
    [{ x: "1" }, { platforms: { x: 1 } }],
    [
      { x: "10%", else: "20%" },
      { else: 20, platforms: { x: 10 }, percent: true },
    ],
  ])("%j is read", (written, read) => {
    expect(safeParse(amount(), written)).toMatchObject({ success: true, output: read });
  });

  it.each([
    ["many"],
    ["-1"],
    ["1 %"],
    [""],
    [{ x: "1", else: "5%" }],
    [{ x: "some" }],
    [[["1"]]],
    [3],
    [[]],
    [{}],
  ])("%j is refused", (written) => {
    expect(safeParse(amount(), written).success).toBe(false);
  });

  it("holds for its platform, else for the others", () => {
    const read = parseAmount({ x: "1", else: "2" });
    const named = parseAmount({ x: "1" });
    if (typeof read === "string" || typeof named === "string") throw new Error("an amount was not read");
    expect([amountFor(read, "x"), amountFor(read, "linkedin"), amountFor(read, undefined)]).toEqual([
      1, 2, 2,
    ]);
    expect([amountFor(named, "x"), amountFor(named, "linkedin"), amountFor(named, undefined)]).toEqual([
      1,
      undefined,
      undefined,
    ]);
    expect(amountFor(read, "toString")).toBe(2);
  });
});
