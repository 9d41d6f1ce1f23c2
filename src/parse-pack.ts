import { checks, laterTypes } from "./checks/index.ts";
import type { ParseOptions } from "./packs/order.ts";
import { type PlacedPack, parsePlaced } from "./packs/parse.ts";
import type { Pack } from "./types.ts";

/**
 * Reads a pack from its text, with all rule types. `file` is the name that mistakes go by. Pure and sync.
 * Throws a `PackError` that holds all mistakes of all layers.
 */
export function parsePack(text: string, options: ParsePackOptions = {}): Pack {
  return parsePlacedPack(text, options).pack;
}

interface ParsePackOptions extends ParseOptions {
  readonly file?: string;
}

/** The same, with where its rules, entries and examples stand. */
export function parsePlacedPack(
  text: string,
  { file = "pack.yaml", ...options }: ParsePackOptions = {},
): PlacedPack {
  return parsePlaced({ name: file, text }, { checks, later: laterTypes }, options);
}
