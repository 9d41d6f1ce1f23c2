import { checks, laterTypes, runChecks } from "./checks/index.ts";
import { type PlacedPack, parsePlaced } from "./packs/parse.ts";
import type { ParsePackOptions } from "./parse-options.ts";

/** Reads a pack from its text, with all rule types, and tells where its rules, entries and examples stand. */
export function parsePlacedPack(
  text: string,
  { file = "pack.yaml", ...options }: ParsePackOptions = {},
): PlacedPack {
  return parsePlaced({ name: file, text }, { checks: [...checks, ...runChecks], later: laterTypes }, options);
}
