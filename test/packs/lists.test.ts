import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { foldMap, itemsOf, mapOf, textOf, textsOf } from "../../src/packs/lists.ts";
import type { PlainMap } from "../../src/packs/tree.ts";

function folded(
  earlier: PlainMap,
  later: PlainMap,
): { readonly map: PlainMap; readonly missing: readonly string[] } {
  const missing: string[] = [];
  const map = foldMap(earlier, later, (path, message) => missing.push(`${path.join(".")} ${message}`));
  return { map: { ...map }, missing };
}

describe("foldMap", () => {
  it.each<[string, PlainMap, PlainMap, PlainMap]>([
    ["a value replaces", { a: "1" }, { a: "2" }, { a: "2" }],
    ["a list replaces", { a: ["1", "2"] }, { a: ["3"] }, { a: ["3"] }],
    ["a map replaces a text", { a: "1" }, { a: { b: "2" } }, { a: { b: "2" } }],
    ["a text replaces a map", { a: { b: "2" } }, { a: "1" }, { a: "1" }],
    ["nothing replaces", { a: "1" }, { a: null }, { a: null }],
    ["key+ adds", { a: ["1"] }, { "a+": ["2"] }, { a: ["1", "2"] }],
    ["key+ adds to a single value", { a: "1" }, { "a+": "2" }, { a: ["1", "2"] }],
    ["key+ starts a list", {}, { "a+": ["2"] }, { a: ["2"] }],
    ["key- removes", { a: ["1", "2"] }, { "a-": "1" }, { a: ["2"] }],
  ])("%s", (_what, earlier, later, expected) => {
    expect(folded(earlier, later)).toEqual({ map: expected, missing: [] });
  });

  it("merges maps in maps", () => {
    const { map } = folded({ a: { b: { c: "1", d: "2" } } }, { a: { b: { d: "3", "e+": ["4"] } } });
    expect(JSON.parse(JSON.stringify(map))).toEqual({ a: { b: { c: "1", d: "3", e: ["4"] } } });
  });

  it("tells of each thing to remove that is not there", () => {
    expect(folded({ a: ["long", "1"] }, { "a-": ["1", "2"], "b-": ["3"], c: { "d-": "4" } }).missing).toEqual(
      [
        "a-.1 nothing called “2” here to remove; known are long, 1",
        "b-.0 nothing called “3” here to remove",
        "c.d-.0 nothing called “4” here to remove",
      ],
    );
  });

  it("takes __proto__ for a key like others", () => {
    const map = foldMap({}, JSON.parse('{"__proto__": {"x": "1"}}'), () => {});
    expect(Object.keys(map)).toEqual(["__proto__"]);
    expect(Reflect.get({}, "x")).toBeUndefined();
  });

  it("changes neither map", () => {
    const plain = fc.dictionary(fc.constantFrom("a", "b", "a+", "b-"), fc.array(fc.constantFrom("1", "2")));
    fc.assert(
      fc.property(plain, plain, (earlier, later) => {
        const before = JSON.stringify([earlier, later]);
        folded(earlier, later);
        expect(JSON.stringify([earlier, later])).toBe(before);
      }),
    );
  });
});

it("reads texts, lists and maps", () => {
  expect([textOf("a"), textOf(["a"]), textOf(null), textOf(undefined)]).toEqual([
    "a",
    undefined,
    undefined,
    undefined,
  ]);
  expect([textsOf("a"), textsOf(["a", null, ["b"]]), textsOf({ a: "b" })]).toEqual([["a"], ["a"], []]);
  expect([itemsOf("a"), itemsOf(null), itemsOf(["a", null])]).toEqual([["a"], [], ["a", null]]);
  expect([mapOf("a"), mapOf(["a"]), mapOf({ a: "b" })]).toEqual([{}, {}, { a: "b" }]);
});
