import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { harmlessJson } from "../../src/reporters/harmless.ts";

const ACTIVE = /[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]|##\[/u;

describe("harmlessJson", () => {
  it.each([
    ["plain", '"plain"'],
    ["##[error]", '"##\\u005berror]"'],
    ["###[[#[", '"###\\u005b[#["'],
    ["a\u007fb", '"a\\u007fb"'],
    ["\u202eabc", '"\\u202eabc"'],
    ["\u202e##[", '"\\u202e##\\u005b"'],
    ["##\u2066[", '"##\\u2066["'],
    ["née 🥖", '"née 🥖"'],
  ])("writes %j", (text, json) => {
    expect(harmlessJson(text)).toBe(json);
  });

  it("means the same, and holds nothing to act on", () => {
    const sign = fc.constantFrom(...'#[]aé🥖\u007f\u0085\u061c\u200e\u2028\u202e\u2069\ufeff\n\\"\ud800');
    fc.assert(
      fc.property(fc.array(fc.string({ unit: sign })), (texts) => {
        const json = harmlessJson({ texts });
        expect(JSON.parse(json)).toEqual({ texts });
        expect(json).not.toMatch(ACTIVE);
      }),
    );
  });
});
