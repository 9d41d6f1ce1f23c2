/** Where FNV-1a starts, and what it multiplies by. */
export const HASH_SEED: number = 0x811c9dc5 | 0;
export const HASH_PRIME: number = 0x01000193;

/** FNV-1a over the UTF-16 units of `text` from `start` up to `end` exclusive, as a signed 32-bit number. */
export function hashOf(text: string, start = 0, end: number = text.length): number {
  let hash = HASH_SEED;
  for (let index = start; index < end; index++) {
    hash = Math.imul(hash ^ text.charCodeAt(index), HASH_PRIME);
  }
  return hash;
}
