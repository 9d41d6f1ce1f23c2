import type { Entry, Rule } from "../types.ts";
import { attachWords, type WrittenWords } from "./written-words.ts";

/** How an entry stands in a text: where it offers something, with its words. */
export type WrittenEntry = readonly [entry: Entry, words?: WrittenWords];

/** Where the entries of a rule stand in a text: one behind the other, apart by commas, so that they are a list in brackets. */
export interface LatePlaces {
  readonly start: number;
  /** The length of each entry's text, and how many patterns it holds that are on. */
  readonly lengths: readonly number[];
  readonly patterns: readonly number[];
}

/** The entries of a rule, each of which is read when it is asked for. */
interface LateEntries {
  readonly all: () => readonly Entry[];
  readonly at: (index: number) => Entry;
  readonly ofPattern: (pattern: number) => Entry;
}

const known = new WeakMap<Rule, LateEntries>();

/** Gives a rule the entries that stand in a text, of which `slice` gives parts; they are read when they are first looked at. */
export function attachEntries(
  rule: Rule,
  places: LatePlaces,
  slice: (start: number, end: number) => string,
): void {
  const entries = lateEntries(places, slice);
  let options: { readonly entries: readonly Entry[] } | undefined;
  const get = (): unknown => {
    options ??= { entries: entries.all() };
    return options;
  };
  known.set(rule, entries);
  Object.defineProperty(rule, "options", { get, enumerable: true, configurable: true });
}

/** The entry that holds a pattern of a rule, by its number among those that are on; nothing where the rule's entries stand in no text. */
export function entryOfPattern(rule: Rule, pattern: number): Entry | undefined {
  return known.get(rule)?.ofPattern(pattern);
}

/** An entry of a rule; nothing where the rule's entries stand in no text. */
export function entryAt(rule: Rule, index: number): Entry | undefined {
  return known.get(rule)?.at(index);
}

function lateEntries(
  { start, lengths, patterns }: LatePlaces,
  slice: (start: number, end: number) => string,
): LateEntries {
  const read: Entry[] = [];
  const keep = (index: number, [entry, words]: WrittenEntry): Entry => {
    if (words !== undefined) attachWords(entry, words);
    read[index] = entry;
    return entry;
  };
  const at = (index: number): Entry => {
    if (read[index] !== undefined) return read[index];
    let from = start;
    for (let before = 0; before < index; before++) from += lengths[before] + 1;
    return keep(index, JSON.parse(slice(from, from + lengths[index])));
  };
  const ofPattern = (pattern: number): Entry => {
    let [index, left] = [0, pattern];
    for (; left >= patterns[index]; index++) left -= patterns[index];
    return at(index);
  };
  const all = (): readonly Entry[] => {
    const length = lengths.reduce((sum, each) => sum + each + 1, 0);
    const written: readonly WrittenEntry[] = JSON.parse(`[${slice(start, start + Math.max(0, length - 1))}]`);
    // What was read before stays the same object.
    for (const [index, each] of written.entries()) if (read[index] === undefined) keep(index, each);
    return read;
  };
  return { all, at, ofPattern };
}
