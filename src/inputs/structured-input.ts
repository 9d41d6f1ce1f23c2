import type { Post, Source } from "../types.ts";

/** Reads and writes files in which posts are values among others. */
export interface StructuredInput {
  readonly read: (source: Source) => readonly Post[];
  /** How words are written where the posts stand; nothing where that could change what stands around them. */
  readonly write: (words: string) => string | undefined;
}
