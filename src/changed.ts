import type { Post } from "./types.ts";

/** Fields that rules look at. */
const FIELDS = ["title", "media", "alt", "link", "hashtags", "paid"];

/**
 * The posts of a file that were not in it before: new ones, and those whose words, goal, speaker or ignore comments changed. Rows that moved,
 * columns that were added and words that were wrapped anew change no post.
 */
export function changedPosts(before: readonly Post[], after: readonly Post[]): ReadonlySet<Post> {
  const left = new Map<string, number>();
  for (const post of before) {
    const key = keyOf(post);
    left.set(key, (left.get(key) ?? 0) + 1);
  }
  const changed = new Set<Post>();
  for (const post of after) {
    const key = keyOf(post);
    const count = left.get(key) ?? 0;
    if (count === 0) changed.add(post);
    else left.set(key, count - 1);
  }
  return changed;
}

/** All of a post that decides what is found in it; blanks count as one, however the text is wrapped. */
function keyOf(post: Post): string {
  const { text, platforms, account, speaker, author, kind, lang, role, thread, fields, waivers } = post;
  return JSON.stringify([
    text.replace(/\s+/gu, " "),
    platforms,
    [account, speaker, author, kind, lang, role].map((fact) => fact ?? ""),
    thread === undefined ? "" : [thread.part, thread.of],
    FIELDS.map((name) => fields[name] ?? ""),
    waivers.map(({ text: written }) => written),
  ]);
}
