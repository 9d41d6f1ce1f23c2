import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bare, lintOf, resultOf, shown } from "./lints.ts";
import { atMost } from "./runs.ts";

const RULES = "rules: {a/b: {terms: [SKU, first, bakery]}, c/d: {terms: [first]}}";

describe("allow", () => {
  it.each<[string, string, readonly string[]]>([
    [
      "a phrase for what lies wholly inside it",
      "{our SKU: shop owners say it, first bakery in Leeds: ~}",
      [
        "Our SKU, their [[SKU]]",
        "The first bakery in Leeds",
        "The FIRST-bakery in Leeds",
        "The [[bakery]] in Leeds",
      ],
    ],
    ["the forms of a marked phrase", "{SKU (n): ~}", ["An SKU", "[[First]]"]],
    ["no hit that reaches beyond it", "{first bak: ~}", ["[[First]] [[bakery]]"]],
  ])("spares %s", (_what, allow, rows) => {
    const lint = lintOf(`allow: ${allow}\nrules: {a/b: {terms: [SKU, first, bakery]}}`);
    for (const row of rows) expect(shown(resultOf(lint, bare(row)))).toBe(row);
  });

  it.each([
    ["its rule", "rules: [a/b]", ["c/d"]],
    ["its group", "rules: [c]", ["a/b"]],
    ["both", "rules: [a, c/d]", []],
    ["all", "why: ours", []],
  ])("holds for %s", (_what, more, left) => {
    const lint = lintOf(`allow: {our first: {${more}}}\n${RULES}`);
    expect(resultOf(lint, "Our first").findings.map(({ rule }) => rule)).toEqual(left);
  });

  it.each<[string | undefined, string | undefined, boolean]>([
    ["2026-03-31", undefined, true],
    ["2026-03-31T23:59:00Z", undefined, true],
    ["2026-04-01", undefined, false],
    ["2026-03-31", "2027-01-01", true],
    [undefined, "2026-03-31", true],
    [undefined, "2026-04-01", false],
    [undefined, undefined, true],
  ])("ends by the post's date (%s), else by today (%s): %s", (date, today, isAllowed) => {
    const lint = lintOf(`allow: {our SKU: {until: 2026-03-31}}\n${RULES}`, { today });
    const { findings } = resultOf(lint, "Our SKU", { date });
    expect(findings.map(({ message }) => message)).toEqual(
      isAllowed ? [] : ["“SKU” is not our voice. (it was allowed until 2026-03-31)"],
    );
  });

  it("holds where one of two phrases still does", () => {
    const lint = lintOf(`allow: {our SKU: {until: 2026-03-31}, SKU: ~}\n${RULES}`, { today: "2026-05-01" });
    expect(resultOf(lint, "Our SKU").findings).toEqual([]);
  });

  it("says nothing of an end to a rule that it never held for", () => {
    const lint = lintOf(`allow: {our first: {until: 2026-03-31, rules: [c]}}\n${RULES}`, {
      today: "2026-05-01",
    });
    const said = resultOf(lint, "Our first").findings.map(({ rule, message }) => [
      rule,
      /allowed/u.test(message),
    ]);
    expect(said).toEqual([
      ["a/b", false],
      ["c/d", true],
    ]);
  });

  it("stands beside the reason for a lower level", () => {
    const lint = lintOf(`allow: {our SKU: {until: 2026-03-31}}\n${RULES}`, { today: "2026-05-01" });
    expect(resultOf(lint, "“Our SKU”").findings[0].message).toContain(
      "(quoted, so it counts less; it was allowed until 2026-03-31)",
    );
  });

  it("is linear in hits, phrases and phrases that hold no hit", () => {
    const lint = lintOf(
      "allow: {our rye is: ~, rye of Leeds: {rules: [c]}, the oven: ~}\nrules: {a/b: {terms: [rye]}}",
    );
    const times = atMost(30_000);
    const text = "our rye is rye of Leeds in the oven and ".repeat(times);
    expect(resultOf(lint, text).findings).toHaveLength(times);
  });
});

describe("a product's name", () => {
  const pack = "brand: {products: [Elevate, Deep Dive Pro]}";

  it.each([
    ["terms: [elevate, deep dive]", ["Elevate is here", "[[elevate]] it", "[[ELEVATE]]"]],
    ["terms: [elevate, deep dive]", ["Deep Dive Pro", "[[Deep Dive]]", "[[deep dive]] pro"]],
    ["patterns: {e: elevate <any>}", ["[[Elevate now]]", "[[elevate now]]"]],
    ["patterns: {e: elevate (now|)}", ["Elevate, really"]],
    ["regex: {e: elev}", ["Elevate", "[[elev]]ate"]],
  ])("is never flagged by %s", (rule, rows) => {
    const lint = lintOf(`${pack}\nrules: {a/b: {${rule}}}`);
    for (const row of rows) expect(shown(resultOf(lint, bare(row)))).toBe(row);
  });

  it("counts in a limit", () => {
    const lint = lintOf(`${pack}\nrules: {a/b: {limit: {count: product-names, max: 1}}}`);
    expect(shown(resultOf(lint, "Elevate and Elevate"))).toBe("Elevate and [[Elevate]]");
  });
});

describe("allow and chance", () => {
  it("spares exactly the hits inside a phrase, wherever they stand", () => {
    const lint = lintOf("allow: {our rye bread: ~, rye rye: ~}\nrules: {a/b: {terms: [rye]}}");
    const words = fc.array(fc.constantFrom("our", "rye", "bread", "oat"), { maxLength: 30 });
    fc.assert(
      fc.property(words, (list) => {
        const isSpared = (at: number): boolean =>
          (list[at - 1] === "our" && list[at + 1] === "bread") || pairs(list).has(at);
        const row = list.map((word, at) => (word === "rye" && !isSpared(at) ? "[[rye]]" : word)).join(" ");
        expect(shown(resultOf(lint, list.join(" ")))).toBe(row);
      }),
    );
  });
});

/** Where *rye rye* stands, from the left and without overlap. */
function pairs(list: readonly string[]): ReadonlySet<number> {
  const found = new Set<number>();
  for (let at = 0; at + 1 < list.length; at++) {
    if (list[at] !== "rye" || list[at + 1] !== "rye") continue;
    found.add(at).add(at + 1);
    at++;
  }
  return found;
}
