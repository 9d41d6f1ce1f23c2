import type { PostResult } from "../../types.ts";
import { fullName } from "../counts.ts";

/** Something that several posts do. */
export interface Repeat {
  /** With `words` behind it: `open with`. */
  readonly does: string;
  readonly words: string;
  /** The numbers of the posts. */
  readonly posts: ReadonlySet<number>;
}

const LEAST_WORDS = 3;
const MOST_WORDS = 6;
const LEAST_POSTS = 3;
const MOST_OPENERS = 12;
const MOST_FLAGS = 8;
const WORD = /[\p{L}\p{N}'’-]+/gu;
/** Words behind this many UTF-16 units open nothing. */
const LONGEST_OPENER = 200;

/** What at least three posts do alike: words that they open with, then flags; the most common first. */
export function repeatsOf(results: readonly PostResult[]): readonly Repeat[] {
  return [...openersOf(results), ...flagsOf(results)];
}

/** As the first of the posts writes it. */
interface Opener extends Repeat {
  readonly length: number;
  readonly posts: Set<number>;
}

function openersOf(results: readonly PostResult[]): readonly Repeat[] {
  const prefixes = new Map<string, Opener>();
  for (const [number, { post }] of results.entries()) {
    const all = post.text.slice(0, LONGEST_OPENER).match(WORD)?.slice(0, MOST_WORDS) ?? [];
    for (let length = LEAST_WORDS; length <= all.length; length++) {
      const words = all.slice(0, length).join(" ");
      const key = words.toLowerCase().replaceAll("’", "'");
      const known = prefixes.get(key) ?? { does: "open with", words, length, posts: new Set<number>() };
      known.posts.add(number);
      prefixes.set(key, known);
    }
  }
  const common = [...prefixes.values()].filter(({ posts }) => posts.size >= LEAST_POSTS);
  // Of two that open the same posts the longer one says more.
  common.sort((one, other) => other.posts.size - one.posts.size || other.length - one.length);
  const openers: Repeat[] = [];
  const taken = new Set<number>();
  for (const opener of common) {
    if (openers.length === MOST_OPENERS) break;
    if ([...opener.posts].some((post) => taken.has(post))) continue;
    for (const post of opener.posts) taken.add(post);
    openers.push(opener);
  }
  return openers;
}

function flagsOf(results: readonly PostResult[]): readonly Repeat[] {
  const flags = new Map<string, Set<number>>();
  for (const [number, { findings }] of results.entries()) {
    for (const finding of findings) {
      const name = fullName(finding);
      flags.set(name, (flags.get(name) ?? new Set()).add(number));
    }
  }
  return Array.from(flags, ([words, posts]) => ({ does: "have", words, posts }))
    .filter(({ posts }) => posts.size >= LEAST_POSTS)
    .sort((one, other) => other.posts.size - one.posts.size)
    .slice(0, MOST_FLAGS);
}
