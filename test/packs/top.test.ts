import { describe, expect, it } from "vitest";
import { parsePack } from "../../src/parse-pack.ts";
import type { Allowed, Pack } from "../../src/types.ts";
import { mistakesOf } from "./mistakes-of.ts";

/** A pack that extends a layer. */
function load(own: string, base = ""): Pack {
  return parsePack(`voicecheck: 1\nextends: base\n${own}`, {
    read: (name) => ({ name, text: `voicecheck: 1\n${base}` }),
  });
}

describe("allow", () => {
  it.each<[string, string, readonly Allowed[]]>([
    [
      "[act now, Acme]",
      "",
      [
        { key: "act now", match: "act now" },
        { key: "Acme", match: "Acme" },
      ],
    ],
    ["{act now: shop owners say it}", "", [{ key: "act now", match: "act now", why: "shop owners say it" }]],
    ["{act now: ~}", "", [{ key: "act now", match: "act now" }]],
    [
      "{leading (adj): {rules: [a], until: 2027-03-31, url: acme.com}}",
      "",
      [
        {
          key: "leading (adj)",
          match: "leading",
          mark: "adj",
          rules: ["a"],
          until: "2027-03-31",
          url: "acme.com",
        },
      ],
    ],
    [
      "{Act-Now: {rules: [a]}}",
      "{act now: {why: shop owners say it}, lead (v): ~}",
      [
        { key: "Act-Now", match: "Act-Now", why: "shop owners say it", rules: ["a"] },
        { key: "lead (v)", match: "lead", mark: "v" },
      ],
    ],
    [
      "{act now: later}",
      "{act now: {why: now, rules: [a]}}",
      [{ key: "act now", match: "act now", why: "later", rules: ["a"] }],
    ],
  ])("%s on %s", (own, base, expected) => {
    const pack = load(`allow: ${own}`, `rules: {a/b: {terms: [x]}}\n${base === "" ? "" : `allow: ${base}`}`);
    expect(pack.allow).toStrictEqual(expected);
  });

  it("refuses what folding makes equal", () => {
    const [said] = mistakesOf("allow: {act now: ~, Act-Now: ~}");
    expect(said).toMatch(/^own:2:21 twice /u);
  });
});

it.each<[string, string, Partial<Pack>]>([
  ["", "", { failOn: "error", waivers: {} }],
  ["fail_on: never", "", { failOn: "never" }],
  ["fail_on: info", "fail_on: never", { failOn: "info" }],
  ["", "fail_on: warning", { failOn: "warning" }],
  ["waivers: {reason: required}", "", { waivers: { reason: "required" } }],
  ["name: own", "name: base\nlang: de", { name: "own", lang: "de" }],
  ["", "", { name: "pack", lang: "en" }],
])("“%s” over “%s” is %j", (own, base, expected) => expect(load(own, base)).toMatchObject(expected));
