import type { EntryOptions } from "../types.ts";
import type { Check } from "./check.ts";
import { compileEntries, entryOptions } from "./entries.ts";

/** Flags what a pattern of words, marks and classes matches. */
export const patterns: Check<EntryOptions> = {
  type: "patterns",
  summary: "patterns of words, marks and classes such as <link> or <number>",
  message: "“<match>” is not our voice.",
  readsWords: true,
  schema: entryOptions,
  compile: compileEntries("pattern"),
};
