import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { testExamples } from "../src/examples.ts";
import { platformData } from "../src/generated/platforms.ts";
import { prepare } from "../src/lint.ts";
import { entriesOf } from "../src/packs/entries-of.ts";
import { parsePack } from "../src/parse-pack.ts";
import type { Pack } from "../src/types.ts";

const folder = join(import.meta.dirname, "../rules");

function read(spec: string): { readonly name: string; readonly text: string } {
  const name = spec.replace("voicecheck:", "");
  return { name: spec, text: readFileSync(join(folder, `${name}.yaml`), "utf8") };
}

function packOf(name: string): Pack {
  return parsePack(read(name).text, { read });
}

const packs = readdirSync(folder)
  .filter((file) => file.endsWith(".yaml"))
  .map((file) => file.replace(".yaml", ""))
  .filter((name) => /^voicecheck: 1$/mu.test(read(name).text));

describe.each(packs)("voicecheck:%s", (name) => {
  it("does in every entry what its examples say", async () => {
    const { rules, failures } = await testExamples(packOf(name));
    expect(failures).toEqual([]);
    expect(rules).toBeGreaterThan(0);
  }, 60_000);

  it("says of every rule what, why and with which examples", () => {
    const bare = packOf(name).rules.filter((rule) => {
      const examples = [rule.examples, ...entriesOf(rule)];
      const bad = examples.reduce((sum, each) => sum + (each.bad?.length ?? 0), 0);
      const good = examples.reduce((sum, each) => sum + (each.good?.length ?? 0), 0);
      return rule.message === undefined || rule.why === undefined || bad < 2 || good < 2;
    });
    expect(bare.map(({ id }) => id)).toEqual([]);
  });
});

describe("voicecheck:platform", () => {
  it.each([
    ["platform/too-many-hashtags", "hashtags"],
    ["platform/too-many-links", "links"],
    ["platform/too-many-mentions", "mentions"],
  ] as const)("%s holds what rules/platforms.yaml says of %s", (id, cap) => {
    const known = Object.entries(platformData).flatMap(([name, data]) =>
      data[cap] === undefined ? [] : [[name, data[cap]]],
    );
    const rule = packOf("platform").rules.find((each) => each.id === id);
    expect(rule?.options).toMatchObject({ max: { platforms: Object.fromEntries(known) } });
  });

  it("knows where links can't be clicked", () => {
    const known = Object.entries(platformData).flatMap(([name, { clickable }]) =>
      clickable === false ? [[name, 0]] : [],
    );
    const rule = packOf("platform").rules.find(({ id }) => id === "platform/dead-link");
    expect(rule?.options).toMatchObject({ max: { platforms: Object.fromEntries(known) } });
  });
});

describe("voicecheck:social", () => {
  it("is made of the packs that suit every post", () => {
    const groups = new Set(packOf("social").rules.map(({ group }) => group));
    expect([...groups].toSorted()).toEqual([
      "accessibility",
      "calendar",
      "commercial",
      "corporate",
      "disclosure",
      "human",
      "platform",
      "profanity",
      "readability",
      "residue",
    ]);
  });
});

async function findingsOf(name: string, text: string): Promise<readonly string[]> {
  const lint = prepare(packOf(name));
  await lint.load();
  return lint({ id: "1", text }).findings.map(({ rule, text: flagged }) => `${rule} ${flagged}`);
}

describe("the figure “not X but Y”", () => {
  it.each([
    "It’s not about bread. It’s about people.",
    "It's not about bread. It's about people.",
    "It’s not about bread, it’s about people.",
    "It's not about bread; it's about people.",
    "This isn’t about bread — it’s about people.",
    "It’s not just bread; it’s breakfast.",
    "Bread isn't just food. It's memory.",
  ])("is found in: %s", async (text) => {
    expect(await findingsOf("human", text)).toEqual([`human/contrast ${text.slice(0, -1)}`]);
  });

  it.each([
    "It's not just me. We had lunch and then went home, it's fine.",
    "It’s not just me. We had lunch and then went home, it’s fine.",
    "It's not raining. It's snowing.",
    "It's not about rye. We bake oats. It's about six o'clock.",
  ])("is not found in: %s", async (text) => {
    expect(await findingsOf("human", text)).toEqual([]);
  });
});

describe("a swearword", () => {
  it.each(["bullshit", "motherfucker", "asshole", "dumbass", "sh*t", "wtf", "bullcrap", "f**k"])(
    "is flagged once: %s",
    async (word) => {
      expect(await findingsOf("profanity", `What ${word} it is.`)).toHaveLength(1);
    },
  );
});

describe("leftovers", () => {
  it.each([
    ["a Markdown file's own signs", "posts/rye.md", []],
    ["a text file's", "posts/rye.txt", ["residue/markdown"]],
  ])("of markup are %s", async (_, source, rules) => {
    const lint = prepare(packOf("social"));
    await lint.load();
    const { findings } = lint({ id: "1", text: "We bake **every** day.", source });
    expect(findings.map(({ rule }) => rule)).toEqual(rules);
  });
});
