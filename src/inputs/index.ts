import { type Lazy, lazy, NotLoaded } from "../lazy.ts";
import type { Input, Post, Source } from "../types.ts";
import { commit } from "./commit.ts";
import { withoutTooLong } from "./longest.ts";
import { markdown } from "./markdown.ts";
import { TooMany } from "./most.ts";
import { ndjson } from "./ndjson.ts";
import { text } from "./text.ts";

type Structured = typeof import("./structured.ts");

/** Readers of files that most runs have none of. */
const structured: Lazy<Structured> = lazy(() => import("./structured.ts"));

/** All formats that posts can be read from. */
export const inputs: readonly Input[] = [
  text,
  markdown,
  ndjson,
  commit,
  later("csv", [".csv", ".tsv"], "a sheet with a post in each row, of a scheduler or home-made"),
  later("json", [".json"], "a list of posts, also under “posts”; texts may be apart for each platform"),
  later("yaml", [".yaml", ".yml"], "a list of posts, also under “posts”; each document counts"),
];

/** An input whose reader is loaded with its first file. */
function later(name: keyof Structured, extensions: readonly string[], summary: string): Input {
  return {
    name,
    extensions,
    summary,
    read: (source) => structured.get()[name].read(source),
    write: (words) => structured.get()[name].write(words),
  };
}

/** Reads all posts of a source, loading what only some files need (Markdown, sheets, front matter) when this one does. What is too long to be a post, or too many, is told. */
export async function readAll(input: Pick<Input, "read">, source: Source): Promise<readonly Post[]> {
  for (;;) {
    try {
      return withoutTooLong([...input.read(source)], source);
    } catch (error) {
      if (error instanceof TooMany) {
        source.report({ code: "too-many", message: error.message, level: "error" });
        return [];
      }
      if (!(error instanceof NotLoaded)) throw error;
      await error.load();
    }
  }
}
