/**
 * The layout of a hash table inside a string, which is ready when it is loaded: three characters a slot, six bits each.
 * A slot holds fifteen bits of a word's hash and what the word is; 0 is a free slot. Collisions take the next slot.
 */

export const SLOT_COUNT = 8192;
export const SLOT_MASK: number = SLOT_COUNT - 1;

/** What a word in a slot is: a profanity alone, by the plugin's sureness plus one, or the first word of a longer phrase. */
export const FIRST_OF_PHRASE = 4;

const KIND_BITS = 3;
const KIND_MASK = 7;
const HASH_SHIFT = 13;
const HASH_MASK = 0x7fff;
const CHARACTER_0 = 48;

/** The value of a slot for a word's hash. */
export function slotValue(hash: number, kind: number): number {
  return (((hash >>> HASH_SHIFT) & HASH_MASK) << KIND_BITS) | kind;
}

/** What the word is, when the slot's value belongs to a word of this hash; else 0. */
export function kindIn(value: number, hash: number): number {
  return value >>> KIND_BITS === ((hash >>> HASH_SHIFT) & HASH_MASK) ? value & KIND_MASK : 0;
}

/** The value of a slot. */
export function readSlot(slots: string, slot: number): number {
  const at = slot * 3;
  const low = slots.charCodeAt(at) - CHARACTER_0;
  const middle = slots.charCodeAt(at + 1) - CHARACTER_0;
  return low | (middle << 6) | ((slots.charCodeAt(at + 2) - CHARACTER_0) << 12);
}

/** A slot's value as characters. */
export function writeSlot(value: number): string {
  return String.fromCharCode(
    CHARACTER_0 + (value & 63),
    CHARACTER_0 + ((value >>> 6) & 63),
    CHARACTER_0 + (value >>> 12),
  );
}
