import { didYouMean } from "./nearest.ts";
import type { Path, Plain, PlainMap } from "./tree.ts";

/** Readers of plain values whose shape the schema has checked already. */

export function isMap(value: Plain | undefined): value is PlainMap {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** A text, or nothing. */
export function textOf(value: Plain | undefined): string | undefined {
  return typeof value === "string" ? value : undefined;
}

/** A list of texts: one text is a list of one. */
export function textsOf(value: Plain | undefined): readonly string[] {
  if (typeof value === "string") return [value];
  return Array.isArray(value) ? value.filter((item) => typeof item === "string") : [];
}

export function mapOf(value: Plain | undefined): PlainMap {
  return isMap(value) ? value : {};
}

/** The members of a list; a single value is a list of one. */
export function itemsOf(value: Plain | undefined): readonly Plain[] {
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? value : [value];
}

/** Told of something to remove that is not there: the path of the `key-` from the folded map on, and the words for it. */
export type Missing = (path: Path, message: string) => void;

/**
 * Folds a map onto an earlier one: maps merge by key, a single value replaces, a list replaces, `key+` adds to a list and `key-`
 * removes from it. `missing` is told of each thing to remove that is not there.
 */
export function foldMap(earlier: PlainMap, later: PlainMap, missing: Missing): PlainMap {
  const folded: Record<string, Plain> = Object.assign(Object.create(null), earlier);
  for (const [key, value] of Object.entries(later)) {
    const base = key.slice(0, -1);
    const before = folded[key];
    if (key.endsWith("+")) folded[base] = [...itemsOf(folded[base]), ...itemsOf(value)];
    else if (key.endsWith("-")) {
      const list = itemsOf(folded[base]);
      const gone = itemsOf(value);
      for (const item of gone)
        if (!list.includes(item)) missing([key], nothingCalled(String(item), textsOf(list)));
      folded[base] = list.filter((item) => !gone.includes(item));
    } else if (isMap(value))
      folded[key] = foldMap(mapOf(before), value, (path, message) => missing([key, ...path], message));
    else folded[key] = value;
  }
  return folded;
}

function nothingCalled(item: string, known: readonly string[]): string {
  return `nothing called “${item}” here to remove${didYouMean(item, known)}`;
}
