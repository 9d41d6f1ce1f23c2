import { array, type GenericSchema, minLength, picklist, pipe, string, union } from "valibot";
import { didYouMean } from "./nearest.ts";

/** What a rule counts: one of these names, or patterns. */
export function counted(names: readonly string[]): GenericSchema<unknown, string | string[]> {
  const patterns = pipe(array(string()), minLength(1, "name at least one pattern to count"));
  return union([countable(names), patterns], ({ input }) => uncountable(input, names));
}

/** One of the names that can be counted. */
export function countable(names: readonly string[]): GenericSchema<unknown, string> {
  return picklist(names, ({ input }) => uncountable(input, names));
}

function uncountable(input: unknown, names: readonly string[]): string {
  return `“${input}” can't be counted${didYouMean(String(input), names)}`;
}
