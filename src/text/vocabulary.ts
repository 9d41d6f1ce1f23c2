import type { Doc } from "./doc.ts";
import { hashOf } from "./hash.ts";
import { narrowest, type WholeNumbers } from "./whole-numbers.ts";

/**
 * All words that patterns know, in one array, found by their hash (open addressing) and then compared unit by unit, so that two
 * words with one hash are never mixed up. Plain typed arrays, so that a compiled pack is loaded by laying views over a buffer.
 */
export interface Vocabulary {
  /** The UTF-16 units of the words one behind the other, folded. */
  readonly units: WholeNumbers;
  /** Where word `i` ends in `units`; it begins where the word before it ends. */
  readonly ends: WholeNumbers;
  readonly hashes: WholeNumbers;
  /** Word numbers plus one, 0 for an empty slot; a power of two long, never full. */
  readonly slots: WholeNumbers;
}

/** Numbers words in the order they come. */
export interface VocabularyBuilder {
  readonly add: (folded: string, hash?: number) => number;
  readonly finish: () => Vocabulary;
}

/** Starts an empty vocabulary. */
export function buildVocabulary(): VocabularyBuilder {
  const numbers = new Map<string, number>();
  const hashes: number[] = [];
  const add = (folded: string, hash: number = hashOf(folded)): number => {
    const known = numbers.get(folded);
    if (known !== undefined) return known;
    const number = numbers.size;
    numbers.set(folded, number);
    hashes.push(hash);
    return number;
  };
  const finish = (): Vocabulary => {
    const words = [...numbers.keys()];
    const ends = new Int32Array(words.length);
    let end = 0;
    for (let index = 0; index < words.length; index++) {
      end += words[index].length;
      ends[index] = end;
    }
    return {
      units: narrowest(unitsOf(words.join(""))),
      ends: narrowest(ends),
      hashes: narrowest(hashes),
      slots: narrowest(slotsOf(hashes)),
    };
  };
  return { add, finish };
}

/** The number of the word that token `index` of a doc is, or -1. */
export function findWord(vocabulary: Vocabulary, doc: Doc, index: number): number {
  const { slots, hashes } = vocabulary;
  const { folded, tokens } = doc;
  const hash = tokens.hash[index];
  const start = tokens.foldedStart[index];
  const end = tokens.foldedEnd[index];
  const mask = slots.length - 1;
  let slot = spread(hash) & mask;
  for (;;) {
    const word = slots[slot] - 1;
    if (word < 0) return -1;
    if (hashes[word] === hash && isWord(vocabulary, word, folded.text, start, end)) return word;
    slot = (slot + 1) & mask;
  }
}

/** The number of a whole folded text, or -1. */
export function findText(vocabulary: Vocabulary, text: string, hash: number): number {
  const { slots, hashes } = vocabulary;
  const mask = slots.length - 1;
  let slot = spread(hash) & mask;
  for (;;) {
    const word = slots[slot] - 1;
    if (word < 0) return -1;
    if (hashes[word] === hash && isWord(vocabulary, word, text, 0, text.length)) return word;
    slot = (slot + 1) & mask;
  }
}

/** Whether a word is what stands in a folded text from `start` up to `end`. */
function isWord(
  { units, ends }: Vocabulary,
  word: number,
  text: string,
  start: number,
  end: number,
): boolean {
  let at = word === 0 ? 0 : ends[word - 1];
  if (ends[word] - at !== end - start) return false;
  for (let unit = start; unit < end; unit++, at++) if (text.charCodeAt(unit) !== units[at]) return false;
  return true;
}

function unitsOf(text: string): Uint16Array {
  const units = new Uint16Array(text.length);
  for (let index = 0; index < text.length; index++) units[index] = text.charCodeAt(index);
  return units;
}

function slotsOf(hashes: readonly number[]): Int32Array {
  let size = 16;
  while (size < hashes.length * 2) size *= 2;
  const slots = new Int32Array(size);
  for (let word = 0; word < hashes.length; word++) {
    let slot = spread(hashes[word]) & (size - 1);
    while (slots[slot] !== 0) slot = (slot + 1) & (size - 1);
    slots[slot] = word + 1;
  }
  return slots;
}

/** FNV's high bits are the better ones; the table looks at the low ones. */
function spread(hash: number): number {
  return hash ^ (hash >>> 15);
}
