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

/** Told of something to remove that is not there: its path from the folded map on, and the words for it. */
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
    const within: Missing = (path, message) => missing([key, ...path], message);
    if (key.endsWith("+")) folded[base] = [...itemsOf(folded[base]), ...itemsOf(value)];
    else if (key.endsWith("-")) folded[base] = without(itemsOf(folded[base]), itemsOf(value), within);
    else folded[key] = isMap(value) ? foldMap(mapOf(before), value, within) : value;
  }
  return folded;
}

/** A list without some of its items; maps are the same when they say the same, in whatever order. */
function without(list: readonly Plain[], gone: readonly Plain[], missing: Missing): readonly Plain[] {
  const there = new Set(list.map(canonical));
  for (const [index, item] of gone.entries())
    if (!there.has(canonical(item))) missing([index], nothingCalled(item, textsOf(list)));
  const names = new Set(gone.map(canonical));
  return list.filter((item) => !names.has(canonical(item)));
}

function canonical(value: Plain): string {
  return JSON.stringify(value, (_key, each: Plain) =>
    isMap(each)
      ? Object.fromEntries(Object.entries(each).sort(([one], [other]) => (one < other ? -1 : 1)))
      : each,
  );
}

function nothingCalled(item: Plain, known: readonly string[]): string {
  const name = textOf(item) ?? JSON.stringify(item);
  return `nothing called “${name}” here to remove${didYouMean(name, known)}`;
}
