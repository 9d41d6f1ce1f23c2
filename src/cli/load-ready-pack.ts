import { prepare } from "../lint.ts";
import type { Pack } from "../types.ts";
import { loadPack } from "./load-pack.ts";

/**
 * Loads a pack, `voicecheck:NAME` or a file (seen from the working folder), and every module that its rules may need, so that
 * `prepare(pack)` gives a function that never waits. Throws a `PackError` with all mistakes of all its layers.
 */
export async function loadReadyPack(spec: string): Promise<Pack> {
  const pack = await loadPack(spec, { cwd: process.cwd(), env: process.env });
  await prepare(pack).load();
  return pack;
}
