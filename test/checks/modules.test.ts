import { describe, expect, it } from "vitest";
import { checks } from "../../src/checks/index.ts";
import { parsePack } from "../../src/parse-pack.ts";

describe("a rule asks for the heavy modules that it may need, and for no others", () => {
  it.each([
    ["{terms: [rye]}", 0],
    ["{limit: {count: links, max: 1}}", 0],
    ["{limit: {count: run-together-hashtags, max: 0}}", 1],
    ["{limit: {count: [rye], max: 0}}", 0],
    ["{length: {max: 200}}", 1],
    ["{readability: {max_grade: 9}}", 1],
    ["{require: {any: [rye]}}", 0],
    ["{disclosure: {find: missing}}", 0],
  ])("%s: %i", (rule, count) => {
    const { rules } = parsePack(`voicecheck: 1\nrules: {a/a: {limit: {count: words, min: 1}}, a/b: ${rule}}`);
    const modules = checks.flatMap((check) => {
      const own = rules.filter(({ type }) => type === check.type);
      return own.length === 0 ? [] : (check.modules?.(own) ?? []);
    });
    expect(modules).toHaveLength(count);
  });
});
