import type { Entry, EntryOptions, Rule } from "../types.ts";
import { type Digest, holdersOf, type Place } from "./digest.ts";
import { type LateParts, latePartsOf } from "./late-parts.ts";
import { attachWords, type WrittenWords } from "./written-words.ts";

/** How an entry stands in a text: where it offers something, with its words. */
export type WrittenEntry = readonly [entry: Entry, words?: WrittenWords];

/** Digits of a number in a text; the longest text has no more units. */
export const DIGITS = 9;

/** Numbers that can be read one by one. */
export function writeNumbers(numbers: readonly number[]): string {
  return numbers.map((number) => String(number).padStart(DIGITS, "0")).join("");
}

/**
 * Entries so that each can be read alone: where each of them ends; of each pattern, place by place, which entry it stands in; and the
 * entries one behind the other, apart by commas, so that they are a list in brackets.
 */
export function writeEntries(entries: readonly Entry[], write: (entry: Entry) => string): string {
  const texts = entries.map(write);
  let end = -1;
  const ends = texts.map(({ length }) => {
    end += length + 1;
    return end;
  });
  const columns = [ends, ...PLACES.map((place) => holdersOf(entries, place))];
  return columns.map(writeNumbers).join("") + texts.join();
}

const PLACES: readonly Place[] = ["patterns", "near", "post"];

/** Reads options that `writeEntries` wrote. */
export function readEntryOptions(late: LateParts): EntryOptions {
  const { slice, end, entries } = late;
  const written: readonly WrittenEntry[] = JSON.parse(`[${slice(textStart(late), end)}]`);
  // What was read before stays the same object.
  for (const [index, each] of written.entries()) if (entries[index] === undefined) keep(late, index, each);
  return { entries };
}

/** The entry that holds a pattern of a rule, by its number among those at its place; nothing where the rule's entries stand in no text. */
export function entryOfPattern(rule: Rule, place: Place, pattern: number): Entry | undefined {
  const late = latePartsOf(rule);
  return late && entryAt(late, numberAt(late, columnOf(place, late.digest) + pattern));
}

/** An entry, by its number. */
export function entryAt(late: LateParts, index: number): Entry {
  const { slice, entries } = late;
  if (entries[index] !== undefined) return entries[index];
  const start = textStart(late);
  const from = index === 0 ? 0 : numberAt(late, index - 1) + 1;
  return keep(late, index, JSON.parse(slice(start + from, start + numberAt(late, index))));
}

function keep({ entries }: LateParts, index: number, [entry, words]: WrittenEntry): Entry {
  if (words !== undefined) attachWords(entry, words);
  entries[index] = entry;
  return entry;
}

function numberAt({ slice, start }: LateParts, index: number): number {
  const at = start + index * DIGITS;
  return Number(slice(at, at + DIGITS));
}

function columnOf(place: Place, { entries, patterns, near }: Digest): number {
  if (place === "patterns") return entries;
  return place === "near" ? entries + patterns : entries + patterns + near;
}

function textStart({ start, digest: { entries, patterns, near, post } }: LateParts): number {
  return start + (entries + patterns + near + post) * DIGITS;
}
