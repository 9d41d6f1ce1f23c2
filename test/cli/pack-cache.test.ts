import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { compilePackFile } from "../../src/cli/compile-pack.ts";
import { cachedPack, toolId } from "../../src/cli/pack-cache.ts";
import { prepare } from "../../src/lint.ts";
import { attachedTables } from "../../src/tables.ts";
import type { Pack } from "../../src/types.ts";
import { folderOf } from "./folder.ts";

const BASE = "voicecheck: 1\nname: base\nrules: {a/b: {terms: {dough (n): bread}}}\n";
const OWN = "voicecheck: 1\nname: own\nextends: [./base.yaml]\n";

/** A pack of two layers, and a way to load it that counts how often it was compiled. */
function project(files: Record<string, string> = { "node_modules/": "" }): {
  readonly folder: string;
  readonly load: (
    tool?: string,
    env?: Record<string, string>,
  ) => Promise<{ pack: Pack; wasCompiled: boolean }>;
} {
  const folder = folderOf({ "base.yaml": BASE, "voicecheck.yaml": OWN, ...files });
  const file = join(folder, "voicecheck.yaml");
  const load = async (tool: string | undefined = "1", env: Record<string, string> = {}) => {
    let wasCompiled = false;
    const pack = await cachedPack(file, { env, tool }, async () => {
      wasCompiled = true;
      return compilePackFile(file, folder);
    });
    return { pack, wasCompiled };
  };
  return { folder, load };
}

function cacheFiles(folder: string): string[] {
  return readdirSync(join(folder, "node_modules/.cache/voicecheck")).sort();
}

describe("cachedPack", () => {
  it("compiles once, and gives the same pack with its automaton from then on", async () => {
    const { folder, load } = project();
    const first = await load();
    const second = await load();
    expect([first.wasCompiled, second.wasCompiled]).toEqual([true, false]);
    expect(second.pack).toEqual(JSON.parse(JSON.stringify(first.pack)));
    expect(attachedTables(second.pack)).toEqual(attachedTables(first.pack));
    expect(prepare(second.pack)({ id: 1, text: "Our dough rises" }).findings).toHaveLength(1);
    expect(cacheFiles(folder)).toEqual([
      expect.stringMatching(/\.pack$/u),
      expect.stringMatching(/\.tables$/u),
    ]);
  });

  it.each(["voicecheck.yaml", "base.yaml"])("compiles again when %s changed by a byte", async (name) => {
    const { folder, load } = project();
    await load();
    writeFileSync(join(folder, name), `${readFileSync(join(folder, name), "utf8")}\n`);
    expect((await load()).wasCompiled).toBe(true);
    expect((await load()).wasCompiled).toBe(false);
  });

  it.each(["voicecheck.yaml", "base.yaml"])("compiles again when letters of %s changed", async (name) => {
    const { folder, load } = project();
    await load();
    const text = readFileSync(join(folder, name), "utf8");
    writeFileSync(
      join(folder, name),
      text.replace(/name: \w+/u, (found) => found.toUpperCase().replace("NAME", "name")),
    );
    expect((await load()).wasCompiled).toBe(true);
    expect((await load()).wasCompiled).toBe(false);
  });

  it("knows layers that begin with a BOM, and hold more than ASCII or what is no UTF-8", async () => {
    const { folder, load } = project();
    for (const name of ["voicecheck.yaml", "base.yaml"]) {
      const text = `\ufeff${readFileSync(join(folder, name), "utf8")}# pâtisserie 🎉`;
      writeFileSync(join(folder, name), Buffer.concat([Buffer.from(text), Buffer.of(0xe9)]));
    }
    const first = await load();
    const second = await load();
    expect([first.wasCompiled, second.wasCompiled]).toEqual([true, false]);
    expect(second.pack).toEqual(JSON.parse(JSON.stringify(first.pack)));
  });

  it("compiles again when a layer is gone, or the tool is another", async () => {
    const { folder, load } = project();
    await load();
    expect((await load("2")).wasCompiled).toBe(true);
    writeFileSync(join(folder, "voicecheck.yaml"), "voicecheck: 1\nname: own\n");
    expect((await load("2")).wasCompiled).toBe(true);
  });

  it.each([
    "",
    "{",
    "null",
    "[]",
    '{"tool":"1","layers":[],"pack":{}}',
    '{"tool":"1","layers":[{}],"pack":null}',
    '{"tool":"1","layers":[],"tables":0}\n{}',
  ])("compiles again when the cache holds %j", async (content) => {
    const { folder, load } = project();
    await load();
    const cache = join(folder, "node_modules/.cache/voicecheck");
    for (const name of cacheFiles(folder)) writeFileSync(join(cache, name), content.repeat(2));
    expect((await load()).wasCompiled).toBe(true);
  });

  it.each([
    ["cut off", (bytes: Buffer) => bytes.subarray(0, -2)],
    ["damaged", (bytes: Buffer) => bytes.fill("x", bytes.length - 9, bytes.length - 8)],
  ])("compiles again when the cache is %s", async (_, damage) => {
    const { folder, load } = project();
    await load();
    const path = join(folder, "node_modules/.cache/voicecheck", cacheFiles(folder)[0]);
    writeFileSync(path, damage(readFileSync(path)));
    expect((await load()).wasCompiled).toBe(true);
  });

  it("does without damaged tables", async () => {
    const { folder, load } = project();
    await load();
    const [, tables] = cacheFiles(folder);
    writeFileSync(join(folder, "node_modules/.cache/voicecheck", tables), "damaged");
    const { pack, wasCompiled } = await load();
    expect(wasCompiled).toBe(false);
    expect(prepare(pack)({ id: 1, text: "Our dough rises" }).findings).toHaveLength(1);
  });

  it("keeps it in the user's cache folder where there is no node_modules", async () => {
    const { folder, load } = project({});
    const env = { XDG_CACHE_HOME: join(folder, "cache") };
    expect((await load("1", env)).wasCompiled).toBe(true);
    expect((await load("1", env)).wasCompiled).toBe(false);
    expect(readdirSync(join(folder, "cache"))).toEqual(["voicecheck"]);
  });

  it("is no error where nothing can be written", async () => {
    const { folder, load } = project({ node_modules: "a file" });
    mkdirSync(join(folder, "x"));
    expect((await load()).wasCompiled).toBe(true);
    expect((await load()).wasCompiled).toBe(true);
    expect(readdirSync(folder).sort()).toEqual(["base.yaml", "node_modules", "voicecheck.yaml", "x"]);
  });

  it("keeps nothing while the code itself may change", async () => {
    expect(toolId()).toBeUndefined();
    const { folder, load } = project();
    const file = join(folder, "voicecheck.yaml");
    await cachedPack(file, { env: {}, tool: undefined }, async () => compilePackFile(file, folder));
    expect(readdirSync(join(folder, "node_modules"))).toEqual([]);
    expect((await load()).wasCompiled).toBe(true);
  });
});
