import type { Entry, FormName, Mark } from "../types.ts";

/** A form of a word that a mark changes, with its spelling as tokens. */
export type WrittenForm = readonly [mark: Mark, form: FormName, ...words: string[]];

/** What suggestions ask of an entry, as a pack's text holds it. */
export type WrittenWords = readonly [
  forms: readonly WrittenForm[],
  capitals: readonly string[],
  varies: boolean,
  numbers: readonly string[],
  /** What it offers for each form, by mark and name. */
  offers: Readonly<Record<string, readonly string[]>>,
];

const known = new WeakMap<Entry, WrittenWords>();

/** Tells the words of an entry, so that its patterns needn't be read for them. */
export function attachWords(entry: Entry, words: WrittenWords): void {
  known.set(entry, words);
}

/** The words that were attached to an entry. */
export function attachedWords(entry: Entry): WrittenWords | undefined {
  return known.get(entry);
}
