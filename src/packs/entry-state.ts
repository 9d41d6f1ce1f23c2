import { fold } from "../text/fold.ts";
import type { Mark } from "../types.ts";
import { foldMap, isMap, itemsOf, type Missing } from "./lists.ts";
import type { Path, Plain, PlainMap } from "./tree.ts";

/** An entry while layers are folded. */
export interface EntryState {
  /** As written, with its mark. */
  readonly key: string;
  /** Without the mark at its end. */
  readonly text: string;
  readonly mark?: Mark;
  /** The text as entries are compared. */
  readonly folded: string;
  readonly off: boolean;
  readonly value: PlainMap;
}

/** Rule types whose entries are names, with what to look for on the right. */
export const NAMED_TYPES: ReadonlySet<string> = new Set(["patterns", "regex", "consistent"]);
/** Rule types that hold entries. */
export const ENTRY_TYPES: ReadonlySet<string> = new Set([...NAMED_TYPES, "terms", "spelling"]);

const FINAL_MARK = /^(.*\S)\s*\((v|n|adj)\)$/u;

/** What complains about an entry, with the path from the entries on. */
export type ComplainOfEntry = (path: Path, code: string, message: string) => void;

/** Folds a layer's entries onto the earlier ones, in written order. */
export function foldEntries(
  earlier: readonly EntryState[],
  type: string,
  written: Plain,
  complain: ComplainOfEntry,
): readonly EntryState[] {
  const entries = [...earlier];
  const seen = new Map<string, string>();
  const indices = new Map(entries.map((entry, index) => [identityOf(entry), index]));
  for (const [key, value] of pairsOf(written)) {
    const named = nameOf(type, key);
    const identity = identityOf(named);
    const twin = seen.get(identity);
    if (twin !== undefined) complain([key], "twice", twin);
    seen.set(identity, key);
    if (value === "off") {
      switchOff(entries, named, complain);
      continue;
    }
    const index = indices.get(identity) ?? entries.length;
    indices.set(identity, index);
    entries[index] = merged(entries[index], named, normal(type, value), complain);
  }
  return entries;
}

/** Entries with their values: of a map, of a list of names, or of a list of pairs in written order. */
function pairsOf(written: Plain): readonly (readonly [string, Plain])[] {
  if (isMap(written)) return Object.entries(written);
  return itemsOf(written).map((item) =>
    Array.isArray(item) ? [String(item[0]), item[1]] : [String(item), null],
  );
}

/** What tells an entry from others. */
export type EntryName = Pick<EntryState, "key" | "text" | "mark" | "folded">;

/** A key of entries as its text and mark. Named entries have no mark. */
export function nameOf(type: string, key: string): EntryName {
  const match = NAMED_TYPES.has(type) ? null : FINAL_MARK.exec(key);
  if (match === null) return { key, text: key, folded: foldedText(key) };
  const [, text, mark] = match;
  return { key, text, mark: mark === "v" || mark === "n" ? mark : "adj", folded: foldedText(text) };
}

/** A hyphen is a blank. */
function foldedText(text: string): string {
  return fold(text).text.replace(/[\s-]+/gu, " ");
}

/** Entries are the same when their folded texts and their marks are. */
export function identityOf({ folded, mark }: Pick<EntryState, "folded" | "mark">): string {
  return `${folded}|${mark ?? ""}`;
}

/** `off` without a mark reaches every entry of that text. */
function switchOff(
  entries: EntryState[],
  { key, text, mark, folded }: EntryName,
  complain: ComplainOfEntry,
): void {
  let found = false;
  for (const [index, entry] of entries.entries()) {
    if (entry.folded !== folded || (mark !== undefined && entry.mark !== mark)) continue;
    entries[index] = { ...entry, off: true };
    found = true;
  }
  if (!found) complain([key], "unknown-entry", text);
}

/** A text, a list or `~` switches an entry on; a map without `level` leaves it on or off as it was. */
function merged(
  before: EntryState | undefined,
  named: EntryName,
  { value, switches }: Normal,
  complain: ComplainOfEntry,
): EntryState {
  const missing: Missing = (path, message) => complain([named.key, ...path], "unknown-item", message);
  return {
    ...named,
    off: switches ?? before?.off ?? false,
    value: foldMap(before?.value ?? {}, value, missing),
  };
}

interface Normal {
  readonly value: PlainMap;
  /** Whether the value switches the entry off or on. */
  readonly switches?: boolean;
}

/** A bare value under the key that it is short for. */
function normal(type: string, value: Plain): Normal {
  if (isMap(value)) {
    if (value.level === undefined) return { value };
    const { level, ...others } = value;
    return level === "off" ? { value: others, switches: true } : { value, switches: false };
  }
  const key = NAMED_TYPES.has(type) ? "match" : type === "spelling" ? "wrong" : "use";
  // Named entries without a value keep what they look for.
  if (key === "match" && value === null) return { value: {}, switches: false };
  return { value: { [key]: [...itemsOf(value)] }, switches: false };
}
