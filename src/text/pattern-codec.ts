import type { AutomatonTables } from "./pattern-tables.ts";
import { kindOf, type WholeNumbers, wholeNumbers } from "./whole-numbers.ts";

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
  "asked",
  "ends",
  "endStarts",
  "flagged",
] as const;
const ROOT_ARRAYS = ["starts", "groups", "rows", "needed", "globs", "globStarts", "beginnings"] as const;

const MAGIC = 0x56434154;
const VERSION = 6;
/** Magic, version, checksum of all that follows it, length in bytes; then each array's length and kind. */
const Header = { magic: 0, version: 1, checksum: 2, length: 3 } as const;
const HEADER = 4;
const VOCABULARY_ARRAYS = 4;
const HEAD = HEADER + VOCABULARY_ARRAYS + ARRAYS.length + ROOT_ARRAYS.length;
const INT = Int32Array.BYTES_PER_ELEMENT;
/** A kind takes the last bits of a number in the head. */
const KIND_BITS = 2;
const KIND = (1 << KIND_BITS) - 1;

/** Writes tables as one buffer, in the byte order of the machine. Each array begins at a multiple of four. */
export function encodeTables(tables: AutomatonTables): Uint8Array {
  const { vocabulary, texts, roots } = tables;
  const text = new TextEncoder().encode(JSON.stringify(texts));
  const arrays = [
    vocabulary.units,
    vocabulary.ends,
    vocabulary.hashes,
    vocabulary.slots,
    ...ARRAYS.map((name) => tables[name]),
    ...ROOT_ARRAYS.map((name) => roots[name]),
  ];
  const start = arrays.reduce((sum, { byteLength }) => sum + rounded(byteLength), HEAD * INT);
  const length = start + text.length;
  const bytes = new Uint8Array(rounded(length));
  const view = new Int32Array(bytes.buffer);
  const heads = arrays.map((array) => (array.length << KIND_BITS) | kindOf(array));
  view.set([MAGIC, VERSION, 0, length, ...heads]);
  let at = HEAD * INT;
  for (const array of arrays) {
    wholeNumbers(kindOf(array), bytes.buffer, at, array.length).set(array);
    at += rounded(array.byteLength);
  }
  bytes.set(text, start);
  view[Header.checksum] = checksumOf(view);
  return bytes;
}

function rounded(length: number): number {
  return Math.ceil(length / INT) * INT;
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
  const arrays: WholeNumbers[] = [];
  let at = HEAD * INT;
  for (let index = HEADER; index < HEAD; index++) {
    const kind = view[index] & KIND;
    const array = wholeNumbers(kind, aligned.buffer, aligned.byteOffset + at, view[index] >> KIND_BITS);
    arrays.push(array);
    at += rounded(array.byteLength);
  }
  return assemble(arrays, textsOf(JSON.parse(decode(aligned.subarray(at, view[Header.length])))));
}

function assemble(arrays: readonly WholeNumbers[], texts: readonly string[]): AutomatonTables {
  const [units, ends, hashes, slots, bits, conditions, globs, extras, owners, scopes, ...rest] = arrays;
  const [edges, edgeStarts, asked, endRows, endStarts, flagged, ...ofRoots] = rest;
  const [starts, groups, rows, needed, rootGlobs, globStarts, beginnings] = ofRoots;
  return {
    texts,
    vocabulary: { units, ends, hashes, slots },
    ...{ bits, conditions, globs, extras, owners, scopes },
    ...{ edges, edgeStarts, asked, ends: endRows, endStarts, flagged },
    roots: { starts, groups, rows, needed, globs: rootGlobs, globStarts, beginnings },
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
