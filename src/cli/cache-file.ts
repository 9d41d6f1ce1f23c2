import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, isAbsolute, join } from "node:path";
import type { Io } from "./io.ts";
import { parentsOf } from "./parents.ts";

/** Writes a file of a cache whole or not at all; one that can't be written is no error. */
export function writeCacheFile(path: string, content: string | Uint8Array): void {
  const beside = `${path}.${process.pid}.tmp`;
  try {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(beside, content);
    renameSync(beside, path);
  } catch {
    remove(beside);
  }
}

/** Bytes twice, one behind the other, so that damage is noticed: comparing is quicker than any checksum, and what is kept is trusted. */
export function doubled(bytes: Uint8Array): Uint8Array {
  return Buffer.concat([bytes, bytes]);
}

/** What `doubled` was given, as a view; nothing where the bytes are damaged or cut off. */
export function halfOf(bytes: Buffer): Buffer | undefined {
  const half = bytes.subarray(0, bytes.length / 2);
  return half.equals(bytes.subarray(half.length)) ? half : undefined;
}

function remove(path: string): void {
  try {
    rmSync(path, { force: true });
  } catch {
    // What could not be written can't be removed either.
  }
}

/** Where what belongs to a file is kept: `node_modules/.cache` of its project, else the user's own cache folder; never a place that git would see. */
export function cacheFolder(file: string, env: Io["env"]): string | undefined {
  for (const folder of parentsOf(dirname(file))) {
    const modules = join(folder, "node_modules");
    if (existsSync(modules)) return join(modules, ".cache", "voicecheck");
  }
  const user = userCache(env);
  return user === undefined ? undefined : join(user, "voicecheck");
}

/** The user's own cache folder; nothing where nobody is at home. A relative one is none: it would be another in each folder. */
export function userCache(env: Io["env"]): string | undefined {
  if (env.XDG_CACHE_HOME !== undefined && isAbsolute(env.XDG_CACHE_HOME)) return env.XDG_CACHE_HOME;
  if (env.LOCALAPPDATA !== undefined) return env.LOCALAPPDATA;
  if (env.HOME === undefined || !isAbsolute(env.HOME)) return undefined;
  return process.platform === "darwin" ? join(env.HOME, "Library", "Caches") : join(env.HOME, ".cache");
}
