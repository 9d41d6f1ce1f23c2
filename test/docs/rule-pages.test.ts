import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { builtinPacks, rulesOf } from "../../scripts/docs/builtin-rules.ts";
import { pages, root } from "../../scripts/docs/pages.ts";
import { checks, runChecks } from "../../src/checks/index.ts";
import { waysToAllow } from "../../src/explanation.ts";
import { markdown } from "../../src/inputs/markdown.ts";
import { entriesOf } from "../../src/packs/entries-of.ts";
import { parsePack } from "../../src/parse-pack.ts";
import { countableNames } from "../../src/text/counter.ts";
import type { Source } from "../../src/types.ts";

const packs = await builtinPacks();
const rules = rulesOf(packs).map(({ rule }) => rule);

function pagesIn(folder: string): readonly string[] {
  return pages
    .map(({ path }) => path)
    .filter((path) => path.startsWith(folder) && !path.endsWith("README.md"));
}

function textOf(path: string): string {
  return readFileSync(join(root, path), "utf8");
}

describe("the pages of rules and types", () => {
  it("are one for each rule that comes along", () => {
    expect(pagesIn("docs/rules/")).toEqual(rules.map(({ id }) => `docs/rules/${id}.md`).toSorted());
  });

  it("are one for each rule type", () => {
    const types = [...checks, ...runChecks].map(({ type }) => `docs/types/${type}.md`);
    expect(pagesIn("docs/types/")).toEqual(types.toSorted());
  });

  it("print no swearword", () => {
    const examples = rules
      .filter(({ group }) => group === "profanity")
      .flatMap((rule) => [rule.examples, ...entriesOf(rule)].flatMap(({ bad = [] }) => bad))
      .flatMap(({ text }) => [...text.matchAll(/\[\[(.+?)\]\]/gu)].map(([, words]) => words));
    expect(examples.length).toBeGreaterThan(20);
    const text = pagesIn("docs/rules/profanity/").map(textOf).join("\n");
    expect(examples.filter((words) => text.includes(words))).toEqual([]);
  });

  it("tell what can be counted", () => {
    const { codes = [] } = pages.find(({ path }) => path === "docs/pack-format.md") ?? {};
    expect(countableNames.filter((name) => !codes.includes(name))).toEqual([]);
  });
});

describe("what a page says to paste", () => {
  const read = (spec: string): { readonly name: string; readonly text: string } => ({
    name: spec,
    text: textOf(`rules/${spec.replace("voicecheck:", "")}.yaml`),
  });

  it("switches off every rule and its first entry", () => {
    const names = rules.flatMap((rule) => [
      rule.id,
      ...entriesOf(rule)
        .slice(0, 1)
        .map(({ slug }) => `${rule.id}/${slug}`),
    ]);
    const lines = names
      .flatMap((name) => waysToAllow(name).filter(({ inPack }) => inPack))
      .map(({ line }) => line);
    const off = lines.map((line) => /^rules: \{(.+)\}$/u.exec(line)?.[1] ?? line);
    const specs = packs.map(({ pack }) => `voicecheck:${pack.name}`).join(", ");
    const text = `voicecheck: 1\nextends: [${specs}]\nrules: {${off.join(", ")}}\n`;
    const pack = parsePack(text, { read });
    expect(pack.rules.length).toBe(rules.length);
    expect(pack.rules.filter((rule) => rule.off !== true)).toEqual([]);
  });

  it("is an ignore comment that is read", () => {
    const lines = rules
      .flatMap(({ id }) => waysToAllow(id).filter(({ inPack }) => !inPack))
      .map(({ line }) => line);
    const problems: unknown[] = [];
    const source: Source = {
      name: "post.md",
      text: `${lines.join("\n")}\n\nRye`,
      report: (each) => problems.push(each),
    };
    const [post] = [...markdown.read(source)];
    expect(post.waivers.flatMap(({ names }) => names)).toEqual(rules.map(({ id }) => id));
    expect(problems).toEqual([]);
  });
});
