import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { attachTables } from "../tables.ts";
import type { Pack } from "../types.ts";
import { readPackBytes, readTableBytes } from "./pack-bytes.ts";
import { readIntoSpare } from "./spare-memory.ts";

const PREFIX = "voicecheck:";

/** The built-in packs, in the order in which they are listed. */
export const BUILT_IN: readonly string[] = [
  "social",
  "corporate",
  "commercial",
  "readability",
  "profanity",
  "platform",
  "calendar",
  "disclosure",
  "residue",
  "accessibility",
  "human",
  "claims",
];

/** The name of a built-in pack in `voicecheck:NAME`; nothing for files and packages. */
export function builtinName(spec: string): string | undefined {
  return spec.startsWith(PREFIX) ? spec.slice(PREFIX.length) : undefined;
}

/** A built-in pack as the build compiled it, without what only `explain` and `pack test` need; nothing where none was built. */
export function compiledBuiltin(name: string): Pack | undefined {
  if (!BUILT_IN.includes(name)) return undefined;
  const folder = homeFolder(join("packs", `${name}.pack`));
  if (folder === undefined) return undefined;
  const path = join(folder, "packs", name);
  const pack = readPackBytes(readIntoSpare(`${path}.pack`));
  const tables = readTableBytes(readIntoSpare(`${path}.tables`));
  if (tables !== undefined) attachTables(pack, tables);
  return pack;
}

/** The source of a built-in pack; nothing where there is no such pack. */
export function builtinSource(name: string): string | undefined {
  if (!BUILT_IN.includes(name)) return undefined;
  const path = join("rules", `${name}.yaml`);
  const folder = homeFolder(path);
  return folder && readFileSync(join(folder, path), "utf8");
}

/** Folders from the program's file upwards; three reach from any part of the build to the package. */
const LEVELS = 3;

/** The nearest of these folders that holds a path. */
function homeFolder(path: string): string | undefined {
  let folder = import.meta.dirname;
  for (let level = 0; level < LEVELS; level++) {
    if (existsSync(join(folder, path))) return folder;
    folder = dirname(folder);
  }
  return undefined;
}
