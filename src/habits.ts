import { countables } from "./text/countables.ts";
import { createDoc } from "./text/doc.ts";
import { unitsOf } from "./text/units-of.ts";
import type { Post } from "./types.ts";

/** What posts that are there do: the most that nearly all of them have of something. */
export interface Habits {
  readonly posts: number;
  /** The platforms they go to, those with most posts first. */
  readonly platforms: readonly string[];
  readonly exclamations: number;
  readonly emoji: number;
  /** Words in a sentence. */
  readonly sentence: number;
  /** Hashtags by platform, for platforms with enough posts. */
  readonly hashtags: Readonly<Record<string, number>>;
}

/** Of so many posts in a hundred it holds; the rest are the ones to look at. */
const SHARE = 0.95;
/** Fewer posts show no habit. */
export const LEAST_POSTS = 20;
const LEAST_ON_PLATFORM = 10;

/** Looks at posts to propose limits that they mostly keep; nothing where they are too few. */
export function habitsOf(posts: readonly Post[]): Habits | undefined {
  if (posts.length < LEAST_POSTS) return undefined;
  const docs = posts.map((post) => ({ doc: createDoc(post), post }));
  const count = (name: string): readonly number[] =>
    docs.map(({ doc }) => countables[name](doc, { knowsAcronym: () => false }).length);
  const words = docs.flatMap(({ doc }) => {
    const starts = countables.words(doc, { knowsAcronym: () => false }).map(({ start }) => start);
    return unitsOf(doc, "sentence").map(
      ({ start, end }) => starts.filter((word) => word >= start && word < end).length,
    );
  });
  const byPlatform = new Map<string, number[]>();
  for (const [index, tags] of count("hashtags").entries()) {
    for (const platform of posts[index].platforms) {
      const known = byPlatform.get(platform) ?? [];
      known.push(tags);
      byPlatform.set(platform, known);
    }
  }
  const platforms = [...byPlatform].sort(([, one], [, other]) => other.length - one.length);
  return {
    posts: posts.length,
    platforms: platforms.map(([name]) => name),
    exclamations: mostOf(count("exclamations")),
    emoji: mostOf(count("emoji")),
    sentence: mostOf(words),
    hashtags: Object.fromEntries(
      platforms
        .filter(([, tags]) => tags.length >= LEAST_ON_PLATFORM)
        .map(([name, tags]) => [name, mostOf(tags)]),
    ),
  };
}

/** What nearly all numbers are at most. */
function mostOf(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((one, other) => one - other);
  return sorted[Math.max(0, Math.ceil(sorted.length * SHARE) - 1)] ?? 0;
}
