import { describe, expect, it } from "vitest";
import { bare, lintOf, resultOf, shown } from "../lints.ts";

const lint = lintOf(`rules:
  style/mixed:
    consistent:
      cannot: [can't, cannot]
      it-is: [it's, it is]
      cents: ["<number> cents", "<number> ct"]
    unless: [cannot wait]`);

describe("consistent", () => {
  it.each([
    "You can't park here and you [[cannot]] stop. You [[cannot]], you can’t.",
    "We cannot park, we cannot stop.",
    "It's late, and [[it is]] cold; you can't, it’s so",
    "It is late. [[It's]] cold.",
    "We can't stop and cannot wait",
    "5 cents for it, [[6 ct]] for that, 7 cents",
  ])("keeps to the form used first: %s", (row) => {
    expect(shown(resultOf(lint, bare(row)))).toBe(row);
  });

  it("leaves out what is off, and heeds the case where it matters", () => {
    const strict = lintOf(
      "rules: {a/b: {consistent: {yes: {match: [Oat, oat], exact: true}, off: {match: [x, y], level: off}}}}",
    );
    const row = "Oat, [[oat]] and OAT; x y";
    expect(shown(resultOf(strict, bare(row)))).toBe(row);
  });

  it("says which came first, and offers it in the same case", () => {
    const [finding] = resultOf(lint, "It is late. It's cold.").findings;
    expect(finding).toMatchObject({
      entry: "it-is",
      message: "“It's” here, “It is” before: keep to one. Say “It is”.",
      suggestions: ["It is"],
      fixable: true,
    });
  });

  it("offers nothing where the first form is no plain words", () => {
    const [finding] = resultOf(lint, "5 cents for it, 6 ct for that").findings;
    expect(finding).toMatchObject({ suggestions: [], fixable: false });
  });
});
