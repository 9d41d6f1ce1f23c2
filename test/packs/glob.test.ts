import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { matchesGlob } from "../../src/packs/glob.ts";
import { runs } from "../runs.ts";

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
    ["a./*.md", "a./b.md", true],
    ["a./*.md", "ab.md", false],
    ["a/b.md", "a./b.md", false],
    ["x{,/y}.md", "x/y.md", true],
    ["x{,/y}.md", "x.md", true],
  ])("%s and %s: %s", (glob, path, expected) => expect(matchesGlob(glob, path)).toBe(expected));

  it("takes time in proportion to glob and path", () => {
    const glob = `${"**/a*".repeat(40)}/x`;
    expect(matchesGlob(glob, `${"a/".repeat(400)}y`)).toBe(false);
    expect(matchesGlob(`${"{a,aa}".repeat(60)}b`, "a".repeat(90))).toBe(false);
    expect(matchesGlob(`${"{a,aa}".repeat(60)}b`, `${"a".repeat(90)}b`)).toBe(true);
  });

  it("says what an expression says", () => {
    // A bit of a glob, and one of a path that it may stand for.
    const bit = fc.constantFrom(
      ...[
        "a a",
        ". .",
        "🥐 🥐",
        "/ /",
        "* ab",
        "* ",
        "** a/b",
        "**/ a/",
        "**/ a/b/",
        "**/ ",
        "? 🥐",
        "? /",
        "{a a",
      ],
      ...["{a,b} a", "{a,b} b", "{ab,,c/a} c/a", "{ab,,c/a} ", "{} ", ",b} ,b}"],
    );
    const start = fc.constantFrom(" ", "./ ", "./ ./", "**/ a/b/", " a/", " ./");
    const pairs = fc.tuple(start, fc.array(bit, { minLength: 1, maxLength: 6 }));
    const other = fc.array(fc.constantFrom("a", "b", "ab", "c/", ".", "/", "🥐"), { maxLength: 4 });
    fc.assert(
      fc.property(pairs, fc.array(other, { minLength: 4 }), ([first, bits], others) => {
        const parts = [first, ...bits].map((pair) => pair.split(" "));
        const glob = parts.map(([part]) => part).join("");
        const expression = expressionOf(glob);
        for (const path of [parts.map(([, part]) => part).join(""), ...others.map((each) => each.join(""))]) {
          const said = expression.test(path.replace(/^\.\//u, ""));
          expect(matchesGlob(glob, path), `${glob} and ${path}`).toBe(said);
        }
      }),
      { numRuns: runs(300) },
    );
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

/** A glob as an expression, which may take long where ours does not. */
function expressionOf(glob: string): RegExp {
  const whole = glob.includes("/") ? glob.replace(/^\.\//u, "") : `**/${glob}`;
  const parts = whole.match(/\*\*\/|\*\*|\*|\?|\{[^{}]*\}|./gsu) ?? [];
  return new RegExp(`^${parts.map(partOf).join("")}$`, "su");
}

function partOf(part: string): string {
  if (part === "**/") return "(?:[^/]+/)*";
  if (part === "**") return ".*";
  if (part === "*") return "[^/]*";
  if (part === "?") return "[^/]";
  if (!/^\{.*\}$/su.test(part)) return escaped(part);
  return `(?:${part.slice(1, -1).split(",").map(escaped).join("|")})`;
}

function escaped(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\/]/gu, String.raw`\$&`);
}
