import { partNumber } from "../text/part-numbers.ts";
import type { Post } from "../types.ts";

/**
 * Posts that stand one behind the other in a file and are numbered `1/3` … `3/3` are the parts of a thread, if the first two are `1` and
 * `2`: “1/2 price” alone is none, and “1/4 cup” and “3/4 cup” are none.
 */
export function withThreads(posts: readonly Post[]): readonly Post[] {
  const found: Post[] = [];
  for (let index = 0; index < posts.length; ) {
    const count = threadAt(posts, index);
    const [first, ...others] = posts.slice(index, index + count);
    if (count < 2) found.push(first);
    else {
      found.push({ ...first, thread: { part: 1, of: count } });
      for (const [at, post] of others.entries())
        found.push({ ...post, thread: { part: at + 2, of: count, first: first.text } });
    }
    index += count;
  }
  return found;
}

/** How many posts from one on are of a thread; 1 where it begins none. */
function threadAt(posts: readonly Post[], start: number): number {
  const first = numberOf(posts[start]);
  if (first?.part !== 1) return 1;
  let last = first.part;
  let end = start + 1;
  for (; end < posts.length; end++) {
    const next = numberOf(posts[end]);
    if (next === undefined || next.of !== first.of || !areOfOne(posts[start], posts[end])) break;
    if (end === start + 1 ? next.part !== 2 : next.part <= last) break;
    last = next.part;
  }
  return end - start;
}

function numberOf(post: Post): ReturnType<typeof partNumber> {
  return post.thread === undefined && post.role === "post" ? partNumber(post.text) : undefined;
}

/** Whether two posts go to the same place under the same name. */
function areOfOne(one: Post, other: Post): boolean {
  return (
    one.account === other.account &&
    one.author === other.author &&
    one.platforms.join() === other.platforms.join()
  );
}
