import { type PostLike, postFrom } from "../../src/post.ts";
import type { Post } from "../../src/types.ts";

/** A post whose file is its own text. */
export function postOf(text: string, more: Partial<PostLike> = {}): Post {
  return postFrom({ id: "post", source: "post.txt", text, ...more });
}
