import { edited } from "./changed-pairs.ts";
import type { Post } from "./types.ts";

/** The posts of a file as it was and as it is; of a file that is gone there are none now, of a new one there were none. */
export interface Versions {
  readonly before: readonly Post[];
  readonly after: readonly Post[];
}

/** What became of the posts of some files. */
export interface Changed {
  /** Their words, or what decides how they are checked, are others than before. */
  readonly edited: ReadonlySet<Post>;
  readonly added: ReadonlySet<Post>;
  /** How many are as they were. */
  readonly same: number;
}

/** Facts about a post that another column may tell of all posts at once. */
const FACTS: readonly ((post: Post) => string)[] = [
  ({ platforms }) => platforms.join(","),
  ({ account = "" }) => account,
  ({ speaker = "" }) => speaker,
  ({ author = "" }) => author,
  ({ kind = "" }) => kind,
  ({ lang = "" }) => lang,
  ({ fields }) => fields.media ?? "",
  ({ fields }) => fields.link ?? "",
];
/** Words that are published beside the text, and what asks for a label. */
const WORDS = ["title", "alt", "hashtags", "paid"];

/**
 * The posts that are not as they were: those whose words, facts or ignore comments are found in no post before. Rows that moved, within
 * a file or to another, columns that came, and words that were wrapped anew change no post; a second copy is a new one.
 */
export function changedPosts(files: readonly Versions[]): Changed {
  const rest = files.map(({ before, after }) => unlike(before, after));
  const moved = unlike(
    rest.flatMap(({ before }) => before),
    rest.flatMap(({ after }) => after),
  );
  const [gone, come] = [new Set(moved.before), new Set(moved.after)];
  const known = new Set<Post>();
  for (const { before, after } of rest) {
    const old = before.filter((post) => gone.has(post));
    for (const post of edited(
      old,
      after.filter((each) => come.has(each)),
    ))
      known.add(post);
  }
  const all = files.reduce((sum, { after }) => sum + after.length, 0);
  return {
    edited: known,
    added: new Set(moved.after.filter((post) => !known.has(post))),
    same: all - moved.after.length,
  };
}

/** What is left of both sides when those that are the same have been taken out, each once. */
function unlike(before: readonly Post[], after: readonly Post[]): Versions {
  const facts = FACTS.filter((fact) => !isNewColumn(fact, before, after));
  const waiting = new Map<string, Post[]>();
  for (const post of before) {
    const key = keyOf(post, facts);
    const same = waiting.get(key);
    if (same === undefined) waiting.set(key, [post]);
    else same.push(post);
  }
  const come = after.filter((post) => waiting.get(keyOf(post, facts))?.pop() === undefined);
  return { before: [...waiting.values()].flat(), after: come };
}

/** Whether a fact was told of no post before and is now told of most. */
function isNewColumn(fact: (post: Post) => string, before: readonly Post[], after: readonly Post[]): boolean {
  if (before.length < 2 || before.some((post) => fact(post) !== "")) return false;
  return after.filter((post) => fact(post) !== "").length * 2 > after.length;
}

/** All of a post that decides what is found in it; blanks count as one, however the text is wrapped. */
function keyOf(post: Post, facts: readonly ((post: Post) => string)[]): string {
  const { text, role, thread, fields, waivers } = post;
  return JSON.stringify([
    text.replace(/\s+/gu, " "),
    role,
    thread === undefined ? "" : [thread.part, thread.of],
    facts.map((fact) => fact(post)),
    WORDS.map((name) => fields[name] ?? ""),
    waivers.map((waiver) => waiver.text),
  ]);
}
