import { readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { describe, expect, it } from "vitest";
import { parse, parseDocument } from "yaml";
import { type Block, pages, root, written } from "../../scripts/docs/pages.ts";
import { testExamples } from "../../src/examples.ts";
import { parsePack } from "../../src/parse-pack.ts";
import type { Pack } from "../../src/types.ts";

const NAMED = /^# ([\w./-]+)\n/u;
const IS_PACK = /^voicecheck: 1$/mu;
const START = "voicecheck: 1\n";
/** Lines that change rules need some to change. */
const WITH_RULES = `${START}extends: [voicecheck:social, voicecheck:claims]\n`;

const blocks = written.flatMap(({ path, blocks }) =>
  blocks.filter(({ lang }) => lang === "yaml").map((block) => ({ path, block, name: nameOf(block) })),
);

/** The name that a block's first line gives it. */
function nameOf({ value }: Block): string {
  return NAMED.exec(value)?.[1] ?? "";
}

/** The packs that come along, and those that the same page shows. */
function readFrom(page: string): (spec: string) => { readonly name: string; readonly text: string } {
  return (spec) => {
    if (spec.startsWith("voicecheck:")) {
      const text = readFileSync(join(root, "rules", `${spec.replace("voicecheck:", "")}.yaml`), "utf8");
      return { name: spec, text };
    }
    const found = blocks.find(({ path, name }) => path === page && name === basename(spec));
    return { name: spec, text: found?.block.value ?? "" };
  };
}

const packs = blocks.filter(({ block }) => IS_PACK.test(block.value));
/** Lines of a pack: they have no name of their own. */
const fragments = blocks.filter(({ name, block }) => name === "" && !IS_PACK.test(block.value));
const others = blocks.filter(({ name, block }) => name !== "" && !IS_PACK.test(block.value));

const parsed = new Map<string, Pack>();

/** The pack in a block; compiled once for all tests. */
function packIn({ path, block }: (typeof blocks)[number]): Pack {
  const pack = parsed.get(block.value) ?? parsePack(block.value, { read: readFrom(path) });
  parsed.set(block.value, pack);
  return pack;
}

describe("YAML on pages", () => {
  it("is a pack, lines of a pack, or a file with its name in the first line", () => {
    expect(packs.length).toBeGreaterThan(3);
    expect(fragments.length).toBeGreaterThan(2);
    for (const { path, block, name } of others) {
      expect(parseDocument(block.value).errors, `${path}:${block.line}`).toEqual([]);
      expect(name).not.toMatch(/voicecheck\.ya?ml$/u);
    }
  });

  it.each(packs.map((each) => [`${each.path}:${each.block.line}`, each] as const))(
    "loads as a pack: %s",
    (_place, each) => {
      expect(() => packIn(each)).not.toThrow();
    },
  );

  it("can stand in a pack", () => {
    for (const { path, block } of fragments) {
      const start = /^rules:/mu.test(block.value) ? WITH_RULES : START;
      const load = (): Pack => parsePack(`${start}${block.value}\n`, { read: readFrom(path) });
      expect(load, `${path}:${block.line}`).not.toThrow();
    }
  });

  it("does in the pack guide what its examples say, but for drafts that show what a test says", async () => {
    const guide = packs.filter(({ path }) => path === "docs/packs.md");
    expect(guide.length).toBeGreaterThan(6);
    for (const { path, block, name } of guide) {
      const pack = packIn({ path, block, name });
      const own = pack.rules.filter(({ id }) => block.value.includes(`${id}:\n`));
      const { failures } = await testExamples({ ...pack, rules: own });
      expect(failures.length > 0, `${path}:${block.line}`).toBe(name.includes("-draft"));
    }
  });

  it.each([
    [".gitlab-ci.yml", "integrations/gitlab/voicecheck.gitlab-ci.yml"],
    ["lefthook.yml", "integrations/lefthook/lefthook.yml"],
  ])("is the same in docs/ci.md as what comes along: %s", (name, file) => {
    const block = others.find((each) => each.path === "docs/ci.md" && each.name === name)?.block;
    expect(parse(block?.value ?? "")).toEqual(parse(readFileSync(join(root, file), "utf8")));
  });

  it("gives the Action inputs that it has", () => {
    const { inputs } = parse(readFileSync(join(root, "action.yml"), "utf8"));
    const text = pages.find(({ path }) => path === "docs/ci.md");
    const given = (text?.blocks ?? []).flatMap(({ value, lang }) =>
      lang === "yaml" ? withsOf(parse(value)) : [],
    );
    expect(given.length).toBeGreaterThan(3);
    for (const name of given) expect(inputs).toHaveProperty(name);
  });
});

/** The names of the inputs of all steps that use voicecheck, anywhere in a workflow. */
function withsOf(value: unknown): readonly string[] {
  if (typeof value !== "object" || value === null) return [];
  const inner = Object.values(value).flatMap(withsOf);
  if (!("uses" in value) || !("with" in value) || !String(value.uses).includes("voicecheck")) return inner;
  return [...inner, ...Object.keys(Object(value.with))];
}
