import { describe, expect, it } from "vitest";
import { kindOf, narrowest, wholeNumbers } from "../../src/text/whole-numbers.ts";

describe("narrowest", () => {
  it.each([
    { numbers: [], kind: "Uint8Array" },
    { numbers: [0, 255], kind: "Uint8Array" },
    { numbers: [-1, 255], kind: "Int16Array" },
    { numbers: [256], kind: "Int16Array" },
    { numbers: [-32_768, 32_767], kind: "Int16Array" },
    { numbers: [0, 32_768], kind: "Uint16Array" },
    { numbers: [65_535], kind: "Uint16Array" },
    { numbers: [-1, 32_768], kind: "Int32Array" },
    { numbers: [-32_769, 0], kind: "Int32Array" },
    { numbers: [65_536], kind: "Int32Array" },
    { numbers: [-2_147_483_648, 2_147_483_647], kind: "Int32Array" },
  ])("keeps $numbers in $kind", ({ numbers, kind }) => {
    const kept = narrowest(numbers);
    expect(kept.constructor.name).toBe(kind);
    expect([...kept]).toEqual(numbers);
  });
});

describe("wholeNumbers", () => {
  it("lays an array of each kind over a part of a buffer", () => {
    for (const numbers of [[1], [-1], [65_535], [65_536]]) {
      const kept = narrowest(numbers);
      const bytes = new Uint8Array(16);
      bytes.set(new Uint8Array(kept.buffer), 4);
      expect(wholeNumbers(kindOf(kept), bytes.buffer, 4, 1)).toEqual(kept);
    }
  });
});
