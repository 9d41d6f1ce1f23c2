import type { Post } from "./types.ts";

/** The id that a row or an item gives itself, nothing for one that is made of its file's name and a number, which move with the lines. */
export function ownId({ id, source }: Pick<Post, "id" | "source">): string {
  const name = String(id);
  return name === source || name.startsWith(`${source}#`) ? "" : name;
}
