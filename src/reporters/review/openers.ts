import type { PostResult } from "../../types.ts";

const LEAST_WORDS = 3;
const MOST_WORDS = 6;
const LEAST_POSTS = 3;
const MOST_OPENERS = 20;
const WORD = /[\p{L}\p{N}'’-]+/gu;
/** Words behind this many UTF-16 units open nothing. */
const LONGEST_OPENER = 200;

/** Words that several posts open with, as the first of them writes them, with these posts' numbers; the most common first. */
export function openersOf(results: readonly PostResult[]): ReadonlyMap<string, ReadonlySet<number>> {
  const prefixes = new Map<
    string,
    { readonly words: string; readonly length: number; readonly posts: Set<number> }
  >();
  for (const [number, { post }] of results.entries()) {
    const words = post.text.slice(0, LONGEST_OPENER).match(WORD)?.slice(0, MOST_WORDS) ?? [];
    for (let length = LEAST_WORDS; length <= words.length; length++) {
      const opener = words.slice(0, length).join(" ");
      const key = opener.toLowerCase().replaceAll("’", "'");
      const known = prefixes.get(key) ?? { words: opener, length, posts: new Set<number>() };
      known.posts.add(number);
      prefixes.set(key, known);
    }
  }
  const common = [...prefixes.values()].filter(({ posts }) => posts.size >= LEAST_POSTS);
  // Of two that open the same posts the longer one says more.
  common.sort((one, other) => other.posts.size - one.posts.size || other.length - one.length);
  const openers = new Map<string, ReadonlySet<number>>();
  const taken = new Set<number>();
  for (const { words, posts } of common) {
    if (openers.size === MOST_OPENERS) break;
    if ([...posts].some((post) => taken.has(post))) continue;
    for (const post of posts) taken.add(post);
    openers.set(words, posts);
  }
  return openers;
}
