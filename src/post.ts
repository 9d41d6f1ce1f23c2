import { originOf } from "./text/origin.ts";
import type { Facts, Post, Thread } from "./types.ts";

/** A text to be checked, with as much about it as the caller knows. */
export interface PostLike extends Facts {
  readonly id: string | number;
  readonly text: string;
  readonly fields?: Readonly<Record<string, string>>;
  readonly source?: string;
  readonly thread?: Thread;
}

/** A post whose file is its own text, as given: places count from its first line. Throws `TypeError` for what is no post. */
export function postFrom(like: PostLike | Post): Post {
  checkShape(like);
  if ("locate" in like) return like;
  const text = like.text.includes("\r") ? like.text.replace(/\r\n?/gu, "\n") : like.text;
  return {
    platforms: [],
    fields: {},
    role: "post",
    source: String(like.id),
    ...like,
    text,
    line: 1,
    hidden: [],
    waivers: [],
    locate: originOf(like.text),
  };
}

/** Not every caller has types. */
function checkShape(like: Partial<PostLike> | null | undefined): void {
  if (typeof like?.text !== "string")
    throw new TypeError('a post is an object with an id and a text: lint({ id: 1, text: "Fresh bread" })');
  const { platforms } = like;
  if (platforms !== undefined && !Array.isArray(platforms))
    throw new TypeError(`platforms of a post are a list of names: [${JSON.stringify(platforms)}]`);
}
