import type { AutomatonTables } from "./pattern-tables.ts";

/** The typed arrays in the order they are written, behind those of the vocabulary. */
const ARRAYS = [
  "bits",
  "conditions",
  "globs",
  "extras",
  "owners",
  "scopes",
  "edges",
  "edgeStarts",
  "rootWords",
  "asked",
  "ends",
  "endStarts",
  "flagged",
] as const;

const MAGIC = 0x56434154;
const VERSION = 4;
/** Magic, version, checksum of all that follows it, length in bytes, UTF-16 length of the words; then each array's length. */
const Header = { magic: 0, version: 1, checksum: 2, length: 3, words: 4 } as const;
const HEADER = 5;
const VOCABULARY_ARRAYS = 3;
const HEAD = HEADER + VOCABULARY_ARRAYS + ARRAYS.length;
const INT = Int32Array.BYTES_PER_ELEMENT;

/** Writes tables as one buffer, in the byte order of the machine. */
export function encodeTables(tables: AutomatonTables): Uint8Array {
  const { vocabulary, texts } = tables;
  const text = new TextEncoder().encode(vocabulary.text + JSON.stringify(texts));
  const arrays = [
    vocabulary.ends,
    vocabulary.hashes,
    vocabulary.slots,
    ...ARRAYS.map((name) => tables[name]),
  ];
  const lengths = arrays.map(({ length }) => length);
  const ints = lengths.reduce((sum, length) => sum + length, HEAD);
  const bytes = new Uint8Array((ints + Math.ceil(text.length / INT)) * INT);
  const view = new Int32Array(bytes.buffer);
  const length = ints * INT + text.length;
  view.set([MAGIC, VERSION, 0, length, vocabulary.text.length, ...lengths]);
  let at = HEAD;
  for (const array of arrays) {
    view.set(array, at);
    at += array.length;
  }
  bytes.set(text, ints * INT);
  view[Header.checksum] = checksumOf(view);
  return bytes;
}

/**
 * Reads what `encodeTables` wrote, as views over the buffer where it is aligned. `undefined` when the bytes are anything else or
 * damaged; then the tables must be made again, since a damaged one could send the automaton in circles. `trusted` bytes, which the
 * caller has checked in a faster way or ships itself, are not summed up again: that alone costs 2 ms at a cold start; `decode` spares making a `TextDecoder`, too.
 */
export function decodeTables(
  bytes: Uint8Array,
  trusted = false,
  decode: (utf8: Uint8Array) => string = (utf8) => new TextDecoder().decode(utf8),
): AutomatonTables | undefined {
  const aligned = bytes.byteOffset % INT === 0 ? bytes : bytes.slice();
  if (aligned.length < HEAD * INT || aligned.length % INT !== 0) return undefined;
  const view = new Int32Array(aligned.buffer, aligned.byteOffset, aligned.length / INT);
  if (view[Header.magic] !== MAGIC || view[Header.version] !== VERSION) return undefined;
  if (!trusted && view[Header.checksum] !== checksumOf(view)) return undefined;
  const arrays: Int32Array[] = [];
  let at = HEAD;
  for (let index = HEADER; index < HEAD; index++) {
    arrays.push(view.subarray(at, at + view[index]));
    at += view[index];
  }
  const text = decode(aligned.subarray(at * INT, view[Header.length]));
  const words = view[Header.words];
  return assemble(arrays, text.slice(0, words), textsOf(JSON.parse(text.slice(words))));
}

function assemble(arrays: readonly Int32Array[], words: string, texts: readonly string[]): AutomatonTables {
  const [ends, hashes, slots, bits, conditions, globs, extras, owners, scopes, ...rest] = arrays;
  const [edges, edgeStarts, rootWords, asked, endRows, endStarts, flagged] = rest;
  return {
    texts,
    vocabulary: { text: words, ends, hashes, slots },
    ...{ bits, conditions, globs, extras, owners, scopes },
    ...{ edges, edgeStarts, rootWords, asked, ends: endRows, endStarts, flagged },
  };
}

/** The checksum that `encodeTables` wrote into its bytes, by which other files can name them; 0 where there is none. */
export function sumOfTables(bytes: Uint8Array): number {
  const at = Header.checksum * INT;
  return bytes.length < at + INT ? 0 : new DataView(bytes.buffer, bytes.byteOffset).getInt32(at, true);
}

function textsOf(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.map(String) : [];
}

const PRIME = 0x01000193;

/** FNV-1a over whole numbers, from behind the checksum's own place. */
function checksumOf(view: Int32Array): number {
  let sum = 0x811c9dc5 | 0;
  for (let index = Header.checksum + 1; index < view.length; index++)
    sum = Math.imul(sum ^ view[index], PRIME);
  return sum;
}
