import { existsSync } from "node:fs";
import { isAbsolute, resolve } from "node:path";
import { UsageError } from "../errors.ts";
import type { PlacedPack } from "../packs/parse.ts";
import type { Pack } from "../types.ts";
import { builtinName, compiledBuiltin } from "./builtin.ts";
import type { Io } from "./io.ts";
import { cachedPack, toolId } from "./pack-cache.ts";

/** What loading a pack needs of the world. */
export type PackWorld = Pick<Io, "cwd" | "env">;

/** Loads a pack: `voicecheck:NAME`, or a file. Throws `PackError` with all mistakes of all its layers. */
export async function loadPack(spec: string, world: PackWorld): Promise<Pack> {
  const name = builtinName(spec);
  if (name !== undefined) return compiledBuiltin(name) ?? (await compiler()).compileBuiltin(spec);
  const file = packFile(spec, world);
  return cachedPack(file, { env: world.env, tool: toolId() }, async () =>
    (await compiler()).compilePackFile(file, world.cwd),
  );
}

/** The same with its examples and all reasons, always from its source: for `explain` and `pack test`. */
export async function loadWholePack(spec: string, world: PackWorld): Promise<Pack> {
  return (await loadPlacedPack(spec, world)).pack;
}

/** The same, with where its rules, entries and examples stand. */
export async function loadPlacedPack(spec: string, world: PackWorld): Promise<PlacedPack> {
  const { compilePlacedBuiltin, compilePackFile } = await compiler();
  if (builtinName(spec) !== undefined) return compilePlacedBuiltin(spec);
  return compilePackFile(packFile(spec, world), world.cwd);
}

function packFile(spec: string, { cwd }: PackWorld): string {
  const file = isAbsolute(spec) ? spec : resolve(cwd, spec);
  if (existsSync(file)) return file;
  throw new UsageError(
    "no-pack",
    `there is no pack ${spec}; give the path of a voicecheck.yaml, or voicecheck:social`,
  );
}

/** Loaded only where a pack must be compiled: the YAML parser alone takes as long as a whole check. */
function compiler(): Promise<typeof import("./compile-pack.ts")> {
  return import("./compile-pack.ts");
}
