import type { ParsePackOptions } from "./parse-options.ts";
import { parsePlacedPack } from "./parse-placed-pack.ts";
import type { Pack } from "./types.ts";

/**
 * Reads a pack from its text, with all rule types. `file` is the name that mistakes go by. Pure and sync.
 * Throws a `PackError` that holds all mistakes of all layers.
 */
export function parsePack(text: string, options: ParsePackOptions = {}): Pack {
  return parsePlacedPack(text, options).pack;
}
