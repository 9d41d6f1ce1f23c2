import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { changedPosts } from "../src/changed.ts";
import type { Post } from "../src/types.ts";
import { runs } from "./runs.ts";
import { postOf } from "./text/post.ts";

const post = (text: string, more: Parameters<typeof postOf>[1] = {}): Post =>
  postOf(text, { id: "a.csv#1", source: "a.csv", ...more });

/** What became of posts: `~` edited, `+` new. */
function said(...files: readonly (readonly [readonly Post[], readonly Post[]])[]): readonly string[] {
  const { edited, added } = changedPosts(files.map(([before, after]) => ({ before, after })));
  return files.flatMap(([, after]) =>
    after.flatMap((each) =>
      edited.has(each) ? [`~${each.text}`] : added.has(each) ? [`+${each.text}`] : [],
    ),
  );
}

const OVEN = "We lit our new oven today";

describe("changedPosts", () => {
  it.each<readonly [string, readonly Post[], readonly Post[], readonly string[]]>([
    ["nothing", [post(OVEN)], [post(OVEN)], []],
    ["other blanks", [post("We lit\nour oven")], [post("We  lit our\noven")], []],
    ["another text with the same id", [post("Soup", { id: "7" })], [post("Bread", { id: "7" })], ["~Bread"]],
    [
      "a text nearly the same",
      [post(OVEN)],
      [post("We lit our old oven today")],
      ["~We lit our old oven today"],
    ],
    ["a text that is far off", [post(OVEN)], [post("We bake bread")], ["+We bake bread"]],
    ["two near one", [post(OVEN)], [post(`${OVEN}!`), post(`${OVEN}?`)], [`~${OVEN}!`, `+${OVEN}?`]],
    [
      "texts that changed places",
      [post("A", { id: 1 }), post("B", { id: 2 })],
      [post("B", { id: 1 }), post("A", { id: 2 })],
      [],
    ],
    ["a copy", [post("A")], [post("A"), post("A")], ["+A"]],
    ["a row that went", [post("A"), post("B")], [post("B")], []],
    [
      "a column that came",
      [post("A"), post("B")],
      [post("A", { platforms: ["x"] }), post("B", { author: "Ana", platforms: ["x"] })],
      ["~B"],
    ],
    ["a fact of one alone", [post("A")], [post("A", { platforms: ["x"] })], ["~A"]],
    ["a fact that went", [post("A", { author: "Ana" }), post("B")], [post("A"), post("B")], ["~A"]],
  ])("knows %s", (_, before, after, expected) => {
    expect(said([before, after])).toEqual(expected);
  });

  it("knows posts that moved between files, each once", () => {
    const [a, b] = [post("A", { source: "a.csv" }), post("B", { source: "a.csv" })];
    const moved = post("A", { source: "b.csv", id: "b.csv#1" });
    expect(said([[a, b], [b]], [[], [moved]])).toEqual([]);
    expect(
      said(
        [
          [a, b],
          [a, b],
        ],
        [[], [moved]],
      ),
    ).toEqual(["+A"]);
    expect(said([[a, b], []], [[], [moved, { ...moved }]])).toEqual(["+A"]);
  });

  it("flags nothing in any other order, and exactly what is put in", () => {
    const texts = fc.uniqueArray(fc.stringMatching(/^[a-d]( [a-d]){0,4}$/u), { maxLength: 12 });
    fc.assert(
      fc.property(texts, fc.integer(), (list, seed) => {
        const before = list.map((text, index) => post(text, { id: `a.csv#${index}` }));
        const after = before.toSorted(
          (one, other) => ((one.text.length * 7 + seed) % 5) - ((other.text.length * 7 + seed) % 5),
        );
        expect(said([before, after])).toEqual([]);
        const { edited, added, same } = changedPosts([{ before, after: [...after, post("e")] }]);
        expect([...edited, ...added].map(({ text }) => text)).toEqual(["e"]);
        expect(same).toBe(list.length);
      }),
      { numRuns: runs(100) },
    );
  });

  it("takes thousands of posts that all changed without comparing each with each", () => {
    const sheet = (word: string): readonly Post[] =>
      Array.from({ length: 5_000 }, (_, index) =>
        post(`Our ${word} number ${index} is here`, { id: `a.csv#${index}` }),
      );
    expect(said([sheet("bread"), sheet("cake")])).toHaveLength(5_000);
  });
});
