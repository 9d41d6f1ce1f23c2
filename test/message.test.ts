import { describe, expect, it } from "vitest";
import { fillMessage } from "../src/message.ts";
import { saidOf } from "../src/suggest/said.ts";

describe("fillMessage", () => {
  it.each([
    ["“<match>” is talk.", { match: "leveraging" }, ["using"], "“leveraging” is talk. Say “using”."],
    ["“<match>” is talk.", { match: "leveraging" }, [], "“leveraging” is talk."],
    ["“<match>” is talk.", { match: "x" }, ["a", "b"], "“x” is talk. Say “a” or “b”."],
    ["“<match>” is talk.", { match: "x" }, ["a", "b", "c"], "“x” is talk. Say “a”, “b” or “c”."],
    ["“<match>”: say less.", { match: "simply" }, [""], "“simply”: say less. Leave it out."],
    ["“<match>”.", { match: "key" }, ["important", ""], "“key”. Say “important”, or leave it out."],
    ["“<match>” is “<use>”.", { match: "u" }, ["you"], "“u” is “you”."],
    ["<count> tags; <max> is enough.", { count: 5, max: 1 }, [], "5 tags; 1 is enough."],
    ["<typo> stays", {}, [], "<typo> stays"],
  ])("fills %j", (template, values, suggestions, expected) => {
    expect(fillMessage(template, values, { texts: suggestions, said: saidOf(suggestions) })).toBe(expected);
  });

  it("shortens a long match at a blank and puts it on one line", () => {
    const message = fillMessage(
      "“<match>”",
      { match: `${"word ".repeat(30)}\nend` },
      { texts: [], said: "" },
    );
    expect(message.length).toBeLessThan(90);
    expect(message).toMatch(/^“word .* …”$/u);
  });
});
