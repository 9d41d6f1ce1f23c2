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
    ["We\n[[bake]]\nrye", "[[bake]]"],
    ["We\n[[]]\nrye", "[[]]"],
    ["[[]]\nrye", "[[]]"],
    [`[[${"x".repeat(80)}]]`, `[[${"x".repeat(80)}]]`],
    [`[[${"x".repeat(81)}]]`, `[[${"x".repeat(40)}… ${"x".repeat(40)}]]`],
    [`${"x".repeat(32)}[[a]]${"y".repeat(32)}`, `${"x".repeat(32)}[[a]]${"y".repeat(32)}`],
    [`${"x".repeat(33)}[[a]]${"y".repeat(33)}`, `…${"x".repeat(32)}[[a]]${"y".repeat(32)}…`],
    [`x ${"x".repeat(31)}[[a]]${"y".repeat(31)} y`, `…${"x".repeat(31)}[[a]]${"y".repeat(31)}…`],
    [`x ${"x".repeat(10)}🎉${"x".repeat(20)}[[a]]y`, `…${"x".repeat(10)}🎉${"x".repeat(20)}[[a]]y`],
    [`xx${"x".repeat(10)}🎉${"x".repeat(20)}[[a]]y`, `…${"x".repeat(10)}🎉${"x".repeat(20)}[[a]]y`],
    [`y[[a]]${"x".repeat(10)}🎉${"x".repeat(22)}`, `y[[a]]${"x".repeat(10)}🎉${"x".repeat(20)}…`],
  ])("%j", (marked, expected) => {
    const { text, spans } = unmarked(marked);
    const { before, words, after } = contextOf(text, spans[0]);
    expect(`${before}[[${words}]]${after}`).toBe(expected);
  });
});
