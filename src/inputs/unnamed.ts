import type { Post } from "../types.ts";

/** The posts of a source; one that is alone and has no id of its own is called after its file. */
export function unnamedAlone(posts: readonly Post[], name: string): readonly Post[] {
  const [only] = posts;
  if (posts.length !== 1 || !String(only.id).startsWith(`${name}#`)) return posts;
  return [{ ...only, id: name }];
}
