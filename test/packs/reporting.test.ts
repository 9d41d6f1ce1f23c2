import { describe, expect, it } from "vitest";
import { mistakesOf } from "./mistakes-of.ts";

/** The places and codes of what is wrong. */
function codesOf(own: string, base?: string): readonly string[] {
  const said = mistakesOf(`${base === undefined ? "" : "extends: base\n"}${own}`, { base: base ?? "" });
  return said.map((each) => each.split(" ").slice(0, 2).join(" "));
}

describe("a mistake is told once", () => {
  const BROKEN = "rules: {a/b: {terms: [x], lvel: error}}";
  const BASE = "base:2:27 unknown-key";
  it.each<[string, string, string | undefined, readonly string[]]>([
    ["not by those who change the rule", "rules: {a/b: off, a/b/x: off, a: off}", BROKEN, [BASE]],
    ["not by a new key of the rule", "rules: {a/b: {why: y}}", BROKEN, [BASE]],
    ["not by a change of a list that it had", "rules: {a/b: {unless-: [y]}}", BROKEN, [BASE]],
    ["not by an entry of the rule", "rules: {a/b: {terms: {x: off}}}", BROKEN, [BASE]],
    ["not by an override", "overrides: [{when: {platform: x}, rules: {a/b: info}}]", BROKEN, [BASE]],
    ["not by a gate on its group", "gates: {a: 70}", BROKEN, [BASE]],
    [
      "not by words of ours that name it",
      "allow: {w: {rules: [a/bb]}}",
      "rules: {a/bb: {terms: [x], lvel: error}, a/bbb: {terms: [x]}}",
      ["base:2:28 unknown-key"],
    ],
    [
      "not by an option that the rule had",
      "rules: {a/b: {limit: {max: 3}}}",
      "rules: {a/b: {limit: {count: links}, lvel: error}}",
      ["base:2:38 unknown-key"],
    ],
    [
      "not by an entry without what it looks for",
      "rules: {a/b: {patterns: {x: ~}}}",
      "rules: {a/b: {patterns: {x: y}, lvel: error}}",
      ["base:2:33 unknown-key"],
    ],
    [
      "not by patterns that name a list",
      "rules: {c/d: {patterns: {y: a <grains>}}}",
      "lists: {grains: {x: y}}",
      ["base:2:17 shape"],
    ],
    ["not by a change of a list", "lists: {q-: [y]}", "lists: x", ["base:2:8 shape"]],
    ["not by a change of a name", "brand: {names-: [y]}", "brand: {nmes: [x]}", ["base:2:9 unknown-key"]],
    [
      "not by what all rules were needed for",
      "rules: {a/b: off, c/d: {limit: {max: 1}}}\ngates: {a: 70}",
      "rules: [x]",
      ["base:2:8 shape"],
    ],
    ["but another rule that is not there is", "rules: {a/c: off}", BROKEN, [BASE, "own:3:9 unknown-rule"]],
    ["but another group is", "rules: {b: off}", BROKEN, [BASE, "own:3:9 unknown-rule"]],
    ["but a group that begins so is", "rules: {ab: off}", BROKEN, [BASE, "own:3:9 unknown-rule"]],
    [
      "but another gate is",
      "gates: {b: 70}\nrules: {c/d: {terms: [x]}}",
      BROKEN,
      [BASE, "own:3:9 unknown-rule"],
    ],
    [
      "but a class that nobody knows is",
      "rules: {c/d: {patterns: {y: a <grains>}}}",
      BROKEN,
      [BASE, "own:3:31 unknown-class"],
    ],
    [
      "but a mistake of another kind is",
      "rules: {a/b: {terms: [y], message: say <uze>}}",
      BROKEN,
      [BASE, "own:3:36 unknown-placeholder"],
    ],
  ])("%s", (_what, own, base, expected) => expect(codesOf(own, base)).toEqual(expected));

  it.each([
    ["a rule to change", "rules: {a/b: off}"],
    ["an entry to change", "rules: {a/c: {terms: {x: off}}}"],
    ["something to remove", "rules: {a/d: {unless-: [x], terms: [y]}}"],
    ["a name to remove", "brand: {names-: [x]}"],
    ["a list", "rules: {a/b: {patterns: {x: <lnk>}}}"],
    ["a rule to spare", "rules: {a/words: {terms: [x]}}\nallow: {x: {rules: [a/word]}}"],
    ["an axis", "gates: {a: 70}"],
  ])("where a layer can't be read, it may know %s", (_what, own) => {
    expect(codesOf(`extends: gone\n${own}`)).toEqual(["own:2:10 extends"]);
  });
});
