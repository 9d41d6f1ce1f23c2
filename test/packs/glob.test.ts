import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { matchesGlob } from "../../src/packs/glob.ts";

describe("matchesGlob", () => {
  it.each([
    ["posts/x/**", "posts/x/a.txt", true],
    ["posts/x/**", "posts/x/2026/a.txt", true],
    ["posts/x/**", "posts/xy/a.txt", false],
    ["posts/*/a.txt", "posts/x/a.txt", true],
    ["posts/*/a.txt", "posts/x/y/a.txt", false],
    ["**/a.txt", "a.txt", true],
    ["**/a.txt", "x/y/a.txt", true],
    ["*.csv", "june.csv", true],
    ["*.csv", "plans/june.csv", true],
    ["*.csv", "june.csv.bak", false],
    ["./*.csv", "june.csv", true],
    ["./*.csv", "plans/june.csv", false],
    ["june.csv", "./june.csv", true],
    ["june.{csv,tsv}", "june.tsv", true],
    ["june.{csv,tsv}", "june.txt", false],
    ["{june,july}/*.t?t", "july/a.txt", true],
    ["a.b", "axb", false],
    ["a[1].txt", "a[1].txt", true],
    ["a[1].txt", "a1.txt", false],
    ["$(a)+^|.txt", "$(a)+^|.txt", true],
    ["{a.txt", "{a.txt", true],
  ])("%s and %s: %s", (glob, path, expected) => expect(matchesGlob(glob, path)).toBe(expected));

  it("takes time in proportion to glob and path", () => {
    const glob = `${"**/a*".repeat(40)}/x`;
    expect(matchesGlob(glob, `${"a/".repeat(400)}y`)).toBe(false);
    expect(matchesGlob(`${"{a,aa}".repeat(60)}b`, "a".repeat(90))).toBe(false);
    expect(matchesGlob(`${"{a,aa}".repeat(60)}b`, `${"a".repeat(90)}b`)).toBe(true);
  });

  it("takes every name without signs for itself alone", () => {
    const names = fc.string({ minLength: 1 }).filter((name) => !/[*?{}]|^\.\/|\//u.test(name));
    fc.assert(
      fc.property(names, names, (one, other) => {
        expect(matchesGlob(one, other)).toBe(one === other);
        expect(matchesGlob(one, one)).toBe(true);
      }),
    );
    fc.assert(
      fc.property(names, (name) => {
        expect(matchesGlob(name, `deep/er/${name}`)).toBe(true);
      }),
    );
  });
});
