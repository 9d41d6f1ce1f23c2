import { createAlike } from "./calendar/alike.ts";
import { ownId } from "./own-id.ts";
import { hashOf } from "./text/hash.ts";
import type { Post } from "./types.ts";

/** Posts with half of their words in common are two states of one post. */
const ALIKE = 0.5;
const SHINGLE_BITS = 0x3fffffff;

/** Of the posts that are not as they were, those that were there before in other words: with the same id of their own, else the nearest text. */
export function edited(before: readonly Post[], after: readonly Post[]): readonly Post[] {
  const byId = new Map(before.flatMap((post) => (ownId(post) === "" ? [] : [[ownId(post), post] as const])));
  const paired = new Set<Post>();
  const found = after.filter((post) => {
    const old = byId.get(ownId(post));
    if (old === undefined || paired.has(old)) return false;
    paired.add(old);
    return true;
  });
  const known = new Set(found);
  const olds = before.filter((post) => !paired.has(post));
  const news = after.filter((post) => !known.has(post));
  return [...found, ...nearest(olds, news)];
}

/** Each old post is taken once, by the first new one that is like it. */
function nearest(before: readonly Post[], after: readonly Post[]): readonly Post[] {
  const alike = createAlike([...before, ...after].map(wordsOf), ALIKE);
  const taken = new Set<number>();
  const isFree = (other: number): boolean => other < before.length && !taken.has(other);
  for (let index = 0; index < before.length; index++) for (const _ of alike.earlier(index, () => false));
  return after.filter((_, index) => {
    for (const other of alike.earlier(before.length + index, isFree)) {
      taken.add(other);
      return true;
    }
    return false;
  });
}

/** Hashes of the words of a post, each once, in order. */
function wordsOf({ text }: Post): Int32Array {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return Int32Array.from(new Set(words.map((word) => hashOf(word) & SHINGLE_BITS))).sort();
}
