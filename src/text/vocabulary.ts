import type { Doc } from "./doc.ts";
import { hashOf } from "./hash.ts";

/**
 * All words that patterns know, in one text, found by their hash (open addressing) and then compared unit by unit, so that two
 * words with one hash are never mixed up. Plain typed arrays, so that a compiled pack is loaded by laying views over a buffer.
 */
export interface Vocabulary {
  /** The words one behind the other, folded. */
  readonly text: string;
  /** Where word `i` ends in `text`; it begins where the word before it ends. */
  readonly ends: Int32Array;
  readonly hashes: Int32Array;
  /** Word numbers plus one, 0 for an empty slot; a power of two long, never full. */
  readonly slots: Int32Array;
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
    return { text: words.join(""), ends, hashes: Int32Array.from(hashes), slots: slotsOf(hashes) };
  };
  return { add, finish };
}

/** The number of the word that token `index` of a doc is, or -1. */
export function findWord(vocabulary: Vocabulary, doc: Doc, index: number): number {
  const { slots, hashes } = vocabulary;
  const hash = doc.tokens.hash[index];
  const mask = slots.length - 1;
  let slot = spread(hash) & mask;
  for (;;) {
    const word = slots[slot] - 1;
    if (word < 0) return -1;
    if (hashes[word] === hash && isWordAt(vocabulary, word, doc, index)) return word;
    slot = (slot + 1) & mask;
  }
}

function isWordAt(vocabulary: Vocabulary, word: number, doc: Doc, index: number): boolean {
  const { ends, text: words } = vocabulary;
  const { text } = doc.folded;
  const end = doc.tokens.foldedEnd[index];
  let unit = doc.tokens.foldedStart[index];
  let at = word === 0 ? 0 : ends[word - 1];
  if (ends[word] - at !== end - unit) return false;
  for (; unit < end; unit++, at++) {
    if (text.charCodeAt(unit) !== words.charCodeAt(at)) return false;
  }
  return true;
}

/** The number of a whole folded text, or -1. */
export function findText(
  { slots, hashes, ends, text: words }: Vocabulary,
  text: string,
  hash: number,
): number {
  const mask = slots.length - 1;
  let slot = spread(hash) & mask;
  for (;;) {
    const word = slots[slot] - 1;
    if (word < 0) return -1;
    const start = word === 0 ? 0 : ends[word - 1];
    if (hashes[word] === hash && words.slice(start, ends[word]) === text) return word;
    slot = (slot + 1) & mask;
  }
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
