import { NotLoaded } from "../lazy.ts";
import type { Input, Post, Source } from "../types.ts";
import { markdown } from "./markdown.ts";
import { ndjson } from "./ndjson.ts";
import { text } from "./text.ts";

/** All formats that posts can be read from. */
export const inputs: readonly Input[] = [text, markdown, ndjson];

/** Reads all posts of a source, loading what only some files need (Markdown, front matter) when this one does. */
export async function readAll(input: Input, source: Source): Promise<readonly Post[]> {
  for (;;) {
    try {
      return [...input.read(source)];
    } catch (error) {
      if (!(error instanceof NotLoaded)) throw error;
      await error.load();
    }
  }
}
