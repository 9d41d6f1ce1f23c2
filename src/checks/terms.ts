import type { EntryOptions } from "../types.ts";
import type { Check } from "./check.ts";
import { compileEntries, entryOptions } from "./entries.ts";

/** Flags words and phrases in all their forms. */
export const terms: Check<EntryOptions> = {
  type: "terms",
  summary: "words and phrases, in all their forms, with what to say instead",
  message: "“<match>” is not our voice.",
  readsWords: true,
  schema: entryOptions,
  compile: compileEntries("term"),
};
