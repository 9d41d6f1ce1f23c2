import { fold } from "../text/fold.ts";
import type { Mark } from "../types.ts";
import { foldMap, isMap, itemsOf } from "./lists.ts";
import type { Plain, PlainMap } from "./tree.ts";

/** An entry while layers are folded. */
export interface EntryState {
  /** As written, with its mark. */
  readonly key: string;
  /** Without the mark at its end. */
  readonly text: string;
  readonly mark?: Mark;
  readonly off: boolean;
  readonly value: PlainMap;
}

/** Rule types whose entries are names, with what to look for on the right. */
export const NAMED_TYPES: ReadonlySet<string> = new Set(["patterns", "regex", "consistent"]);
/** Rule types that hold entries. */
export const ENTRY_TYPES: ReadonlySet<string> = new Set([...NAMED_TYPES, "terms", "spelling"]);

const FINAL_MARK = /^(.*\S)\s*\((v|n|adj)\)$/u;

/** What complains about an entry. */
export type ComplainOfEntry = (key: string, code: string, message: string) => void;

/** Folds a layer's entries onto the earlier ones, in written order. */
export function foldEntries(
  earlier: readonly EntryState[],
  type: string,
  written: Plain,
  complain: ComplainOfEntry,
): readonly EntryState[] {
  const entries = [...earlier];
  const values = isMap(written)
    ? Object.entries(written)
    : itemsOf(written).map((key): [string, Plain] => [String(key), null]);
  const seen = new Map<string, string>();
  const indices = new Map(entries.map((entry, index) => [identityOf(entry.text, entry.mark), index]));
  for (const [key, value] of values) {
    const { text, mark } = cutMark(type, key);
    const identity = identityOf(text, mark);
    const twin = seen.get(identity);
    if (twin !== undefined)
      complain(
        key,
        "twice",
        `“${key}” and “${twin}” are the same entry: case, quotes and hyphens don't matter`,
      );
    seen.set(identity, key);
    if (value === "off") switchOff(entries, { key, text, mark }, complain);
    else {
      const index = indices.get(identity) ?? entries.length;
      indices.set(identity, index);
      entries[index] = merged(entries[index], { key, text, mark }, normal(type, value), complain);
    }
  }
  return entries;
}

interface Named {
  readonly key: string;
  readonly text: string;
  readonly mark: Mark | undefined;
}

/** A key without the mark at its end. Named entries have none. */
export function cutMark(
  type: string,
  key: string,
): { readonly text: string; readonly mark: Mark | undefined } {
  const match = NAMED_TYPES.has(type) ? null : FINAL_MARK.exec(key);
  if (match === null) return { text: key, mark: undefined };
  const [, text, mark] = match;
  return { text, mark: mark === "v" || mark === "n" ? mark : "adj" };
}

/** Entries are the same when their folded texts and their marks are; a hyphen is a blank. */
function identityOf(text: string, mark: Mark | undefined): string {
  return `${fold(text).text.replace(/[\s-]+/gu, " ")}|${mark ?? ""}`;
}

/** `off` without a mark reaches every entry of that text. */
function switchOff(entries: EntryState[], { key, text, mark }: Named, complain: ComplainOfEntry): void {
  const wanted = identityOf(text, undefined);
  let found = false;
  for (const [index, entry] of entries.entries()) {
    if (identityOf(entry.text, undefined) !== wanted || (mark !== undefined && entry.mark !== mark)) continue;
    entries[index] = { ...entry, off: true };
    found = true;
  }
  if (!found) complain(key, "unknown-entry", text);
}

/** A text, a list or `~` switches an entry on; a map without `level` leaves it on or off as it was. */
function merged(
  before: EntryState | undefined,
  { key, text, mark }: Named,
  { value, switches }: Normal,
  complain: ComplainOfEntry,
): EntryState {
  const missing = (inner: string, item: string): void =>
    complain(key, "unknown-item", `nothing called “${item}” in ${inner.slice(0, -1)} to remove`);
  return {
    key,
    text,
    ...(mark !== undefined && { mark }),
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
  return { value: { [key]: [...itemsOf(value)] }, switches: false };
}
