import { describe, expect, it } from "vitest";
import { limit } from "../../src/checks/limit.ts";
import { together } from "../../src/checks/together.ts";
import { createDoc } from "../../src/text/doc.ts";
import type { Hit, Rule } from "../../src/types.ts";
import { postOf } from "../text/post.ts";
import { ruleOf } from "./rule-of.ts";

const WHEN = { facts: {}, has: [], date: [], text: [], files: [] };
const [plain, asking] = [{}, { when: WHEN }].map((more) =>
  ruleOf(limit, { count: "links", max: { else: "0" } }, more),
);
const doc = createDoc(postOf("rye"));

describe("together", () => {
  it("gives the hits of all rules in their order, with the platform that it was asked for", () => {
    const run = together(
      [plain, asking].map((rule) => ({
        rule,
        run: (_, platform) =>
          [0, 1].map((start) => ({ rule, span: { start, end: 3 }, data: { platform: `${platform}` } })),
      })),
    );
    const hits: Hit[] = [...run(doc, "x")];
    expect(hits.map(({ rule, span }) => [rule, span.start])).toEqual([
      [plain, 0],
      [plain, 1],
      [asking, 0],
      [asking, 1],
    ]);
    expect(hits.every(({ data }) => data?.platform === "x")).toBe(true);
  });

  it("runs no rule that sleeps", () => {
    const ran: Rule[] = [];
    const run = together(
      [plain, asking].map((rule) => ({
        rule,
        run: () => {
          ran.push(rule);
          return [];
        },
      })),
    );
    expect([...run(doc, undefined, new Set([asking]))]).toEqual([]);
    expect(ran).toEqual([plain]);
  });
});
