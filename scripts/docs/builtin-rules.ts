import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { parsePack } from "../../src/parse-pack.ts";
import type { Pack, Rule } from "../../src/types.ts";

const folder = join(import.meta.dirname, "../../rules");
const DEFAULT = "social";

/** A rule that comes along. */
export interface BuiltinRule {
  readonly rule: Rule;
  /** The pack that brings it, by its name. */
  readonly pack: string;
  /** How it stands in the default pack, where it is in it. */
  readonly inDefault?: Rule;
}

/** A pack that comes along, and what its file says at its head: what it rests on. */
export interface BuiltinPack {
  readonly pack: Pack;
  readonly head: string;
}

let known: Promise<readonly BuiltinPack[]> | undefined;

/** The packs that come along, the default one last. */
export function builtinPacks(): Promise<readonly BuiltinPack[]> {
  known ??= readPacks();
  return known;
}

async function readPacks(): Promise<readonly BuiltinPack[]> {
  const files = (await readdir(folder)).filter((file) => file.endsWith(".yaml"));
  const sources = new Map<string, string>();
  for (const file of files) {
    const text = await readFile(join(folder, file), "utf8");
    if (/^voicecheck: 1$/mu.test(text)) sources.set(`voicecheck:${file.replace(".yaml", "")}`, text);
  }
  const read = (spec: string): { readonly name: string; readonly text: string } => ({
    name: spec,
    text: sources.get(spec) ?? "",
  });
  const packs = [...sources].map(([file, text]) => ({
    pack: parsePack(text, { file, read }),
    head: headOf(text),
  }));
  return packs.toSorted(
    (one, other) => Number(one.pack.name === DEFAULT) - Number(other.pack.name === DEFAULT),
  );
}

/** The comment at the head of a file. */
function headOf(text: string): string {
  const lines = text.split("\n");
  const end = lines.findIndex((line) => !line.startsWith("#"));
  return lines
    .slice(0, end)
    .map((line) => line.replace(/^# ?/u, ""))
    .join("\n");
}

/** Every rule of these packs once, by the pack that brings it. */
export function rulesOf(builtin: readonly BuiltinPack[]): readonly BuiltinRule[] {
  const packs = builtin.map(({ pack }) => pack);
  const inDefault = new Map(
    packs.filter(({ name }) => name === DEFAULT).flatMap(({ rules }) => rules.map((rule) => [rule.id, rule])),
  );
  const found = new Map<string, BuiltinRule>();
  for (const { name, rules } of packs)
    for (const rule of rules)
      if (!found.has(rule.id)) found.set(rule.id, { rule, pack: name, inDefault: inDefault.get(rule.id) });
  return [...found.values()];
}
