import { boundaries } from "../text/boundaries.ts";
import { Place } from "../text/classes.ts";
import type { Doc } from "../text/doc.ts";
import type { Entry } from "../types.ts";
import { wordsOf } from "./entry-words.ts";

/** How words are written, as far as their replacement follows it. */
export type LetterCase = "plain" | "capital" | "capitals";

/** Whether a sentence starts at the token, past leading handles, emoji and bullets. */
export function isOpener(doc: Doc, token: number): boolean {
  return (boundaries(doc)[token] & Place.start) !== 0;
}

/** How written words stand in the text: ALL CAPS, with a capital, or plainly. */
export function caseOf(written: string): LetterCase {
  // Most words begin like this, which tells all.
  if (isSmall(written, 0)) return "plain";
  if (isCapital(written, 0) && isSmall(written, 1)) return "capital";
  if (written === written.toLowerCase()) return "plain";
  // A letter is what has a capital; signs and digits have none.
  const letters = [...written].filter((sign) => sign.toLowerCase() !== sign.toUpperCase());
  const capitals = letters.filter((letter) => letter !== letter.toLowerCase());
  if (letters.length >= 2 && capitals.length === letters.length) return "capitals";
  return letters.length > 0 && capitals[0] === letters[0] ? "capital" : "plain";
}

function isSmall(text: string, index: number): boolean {
  const unit = text.charCodeAt(index);
  return unit >= 0x61 && unit <= 0x7a;
}

function isCapital(text: string, index: number): boolean {
  const unit = text.charCodeAt(index);
  return unit >= 0x41 && unit <= 0x5a;
}

/**
 * The case that a replacement of the words from a token on takes. Capitals of the entry itself (`ROI`) say nothing, but for the one
 * that a sentence starts with.
 */
export function caseFor(doc: Doc, token: number, written: string, entry: Entry): LetterCase {
  const { capitals } = wordsOf(entry);
  const isOwn = capitals.length > 0 && capitals.some((word) => written.startsWith(word));
  if (!isOwn) return caseOf(written);
  return isOpener(doc, token) ? "capital" : "plain";
}

/** The words in a case; those with capitals inside (`iPod`) are left alone. */
export function inCase(words: string, letterCase: LetterCase): string {
  if (letterCase === "plain") return words;
  if (letterCase === "capital") return capitalised(words);
  return words
    .split(" ")
    .map((word) => (hasInnerCapital(word) ? word : word.toUpperCase()))
    .join(" ");
}

/** The first letter as a capital, unless the first word has capitals inside. */
export function capitalised(words: string): string {
  const [first] = words.split(" ", 1);
  return hasInnerCapital(first) ? words : words.slice(0, 1).toUpperCase() + words.slice(1);
}

function hasInnerCapital(word: string): boolean {
  return word.slice(1) !== word.slice(1).toLowerCase();
}
