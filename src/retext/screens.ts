import type { Doc } from "../text/doc.ts";
import { type Leaves, leavesOf } from "../text/parse-leaves.ts";
import { Unit } from "../text/parse-units.ts";
import { proseOf } from "../text/tree.ts";

/** Whether a post may hold what a plugin looks for; errs towards yes only. */
export type Screen = (doc: Doc) => boolean;

/** A screen for any of these words, which are in small ASCII letters. */
export function anyWordOf(words: readonly string[]): Screen {
  const expression = new RegExp(`(?<![a-z\\d])(?:${words.join("|")})(?![a-z\\d])`, "i");
  return (doc) => expression.test(proseOf(doc));
}

/** Some word, for plugins whose list is not known here. */
export function hasLetters(doc: Doc): boolean {
  return /[a-z]/i.test(proseOf(doc));
}

/** At least so many words, each part of a joined word counted. */
export function hasWords(doc: Doc, least: number): boolean {
  const { count, kind } = leavesOf(proseOf(doc));
  let words = 0;
  for (let leaf = 0; leaf < count; leaf++) if (kind[leaf] === Unit.word) words++;
  return words >= least;
}

/** Whether the same letters stand on both sides of a blank. */
export function hasTwins(doc: Doc): boolean {
  const leaves = leavesOf(proseOf(doc));
  let before = new Set<string>();
  let here = new Set<string>();
  for (let leaf = 0; leaf < leaves.count; leaf++) {
    if (leaves.kind[leaf] === Unit.whiteSpace) {
      before = here;
      here = new Set();
    } else if (leaves.kind[leaf] === Unit.word) {
      const letters = caseless(leaves, leaf);
      if (before.has(letters)) return true;
      here.add(letters);
    }
  }
  return false;
}

/** Both ways, since a capital sigma becomes a different small letter at the end of a word. */
function caseless({ start, text }: Leaves, leaf: number): string {
  return text
    .slice(start[leaf], start[leaf + 1])
    .toLowerCase()
    .toUpperCase();
}
