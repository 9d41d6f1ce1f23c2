import type { Post, Source } from "../types.ts";

/** In UTF-16 units: a thick novel. What is longer is no post, but a quote that nobody closed, or the wrong file. */
const LONGEST_POST = 2_000_000;

/** Whether a text is too long to be a post. */
export function isTooLong(text: string): boolean {
  return text.length > LONGEST_POST;
}

/** The posts that are short enough to be checked; of each other it is said that it was not. */
export function withoutTooLong(posts: readonly Post[], { report }: Pick<Source, "report">): readonly Post[] {
  if (!posts.some(({ text }) => isTooLong(text))) return posts;
  return posts.filter(({ text, line }) => {
    if (!isTooLong(text)) return true;
    const message = `this post is ${text.length} characters long, and the longest that is checked has ${LONGEST_POST}; see whether a quote or a fence before it is closed, or cut it into parts`;
    report({ line, code: "post-too-long", message, level: "error" });
    return false;
  });
}
