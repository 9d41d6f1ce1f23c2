import { existsSync } from "node:fs";
import { isAbsolute, resolve } from "node:path";
import { UsageError } from "../errors.ts";
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
  const file = isAbsolute(spec) ? spec : resolve(world.cwd, spec);
  if (!existsSync(file))
    throw new UsageError(
      "no-pack",
      `there is no pack ${spec}; give the path of a voicecheck.yaml, or voicecheck:social`,
    );
  return cachedPack(file, { env: world.env, tool: toolId() }, async () =>
    (await compiler()).compilePackFile(file, world.cwd),
  );
}

/** The same with its examples and all reasons, always from its source: for `explain` and `pack test`. */
export async function loadWholePack(spec: string, world: PackWorld): Promise<Pack> {
  const { compileBuiltin, compilePackFile } = await compiler();
  if (builtinName(spec) !== undefined) return compileBuiltin(spec);
  return compilePackFile(isAbsolute(spec) ? spec : resolve(world.cwd, spec), world.cwd).pack;
}

/** Loaded only where a pack must be compiled: the YAML parser alone takes as long as a whole check. */
function compiler(): Promise<typeof import("./compile-pack.ts")> {
  return import("./compile-pack.ts");
}
