import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { attachTables } from "../tables.ts";
import type { Pack } from "../types.ts";
import { readPackBytes, readTableBytes } from "./pack-bytes.ts";
import { parentsOf } from "./parents.ts";
import { readIntoSpare } from "./spare-memory.ts";

const PREFIX = "voicecheck:";
/** No path. */
const NAME = /^[a-z0-9-]+$/u;

/** The name of a built-in pack in `voicecheck:NAME`; nothing for files and packages. */
export function builtinName(spec: string): string | undefined {
  return spec.startsWith(PREFIX) ? spec.slice(PREFIX.length) : undefined;
}

/** A built-in pack as the build compiled it, without what only `explain` and `pack test` need; nothing where none was built. */
export function compiledBuiltin(name: string): Pack | undefined {
  if (!NAME.test(name)) return undefined;
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
  if (!NAME.test(name)) return undefined;
  const path = join("rules", `${name}.yaml`);
  const folder = homeFolder(path);
  if (folder === undefined) return undefined;
  const text = readFileSync(join(folder, path), "utf8");
  return /^voicecheck: 1$/mu.test(text) ? text : undefined;
}

/** The nearest folder from the program's file upwards that holds a path; three levels reach from any part of the build to the package. */
function homeFolder(path: string): string | undefined {
  const near = [...parentsOf(import.meta.dirname)].slice(0, 3);
  return near.find((folder) => existsSync(join(folder, path)));
}
