import { describe, expect, it } from "vitest";
import { unmarked } from "../../src/example-trial.ts";
import { contextOf } from "../../src/text/context-of.ts";

const TEN = "one two three four five six seven eight nine ten";

describe("contextOf", () => {
  it.each([
    ["We [[bake]] it.", "We [[bake]] it."],
    ["[[bake]]", "[[bake]]"],
    ["First.\nWe [[bake]] it.\nLast.", "We [[bake]] it."],
    ["[[First.\nWe]] bake it.", "[[First.\nWe]] bake it."],
    [`${TEN} [[bake]] ${TEN}`, "…five six seven eight nine ten [[bake]] one two three four five six…"],
    [
      `[[${TEN} ${TEN}]].`,
      "[[one two three four five six seven eight… four five six seven eight nine ten]].",
    ],
    [`${"x".repeat(40)}[[bake]]${"y".repeat(40)}`, `…${"x".repeat(32)}[[bake]]${"y".repeat(32)}…`],
    [
      `🎉${"🎉".repeat(16)}x[[bake]]x${"🎉".repeat(16)}🎉`,
      `…${"🎉".repeat(15)}x[[bake]]x${"🎉".repeat(15)}…`,
    ],
    ["[[]]Soup", "[[]]Soup"],
  ])("%j", (marked, expected) => {
    const { text, spans } = unmarked(marked);
    const { before, words, after } = contextOf(text, spans[0]);
    expect(`${before}[[${words}]]${after}`).toBe(expected);
  });
});
