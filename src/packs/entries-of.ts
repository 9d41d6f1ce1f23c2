import type { Entry, Rule } from "../types.ts";

/** The entries of a rule whose type holds entries; none for others. */
export function entriesOf(rule: Rule): readonly Entry[] {
  const { options } = rule;
  if (typeof options !== "object" || options === null || !("entries" in options)) return [];
  return isList(options.entries) ? options.entries : [];
}

function isList(value: unknown): value is readonly Entry[] {
  return Array.isArray(value);
}
