import { checks, laterTypes } from "./checks/index.ts";
import type { ParseOptions } from "./packs/order.ts";
import { parseSource } from "./packs/parse.ts";
import type { Pack } from "./types.ts";

/**
 * Reads a pack from its text, with all rule types. `file` is the name that mistakes go by. Pure and sync.
 * Throws a `PackError` that holds all mistakes of all layers.
 */
export function parsePack(
  text: string,
  { file = "pack.yaml", ...options }: ParseOptions & { readonly file?: string } = {},
): Pack {
  return parseSource({ name: file, text }, { checks, later: laterTypes }, options);
}
