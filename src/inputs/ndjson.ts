import type { Input, Post, Source } from "../types.ts";
import { cutLines } from "./file.ts";
import { fewNotes } from "./held-notes.ts";
import { uniqueIds } from "./ids.ts";
import { checkMost } from "./most.ts";
import { isReadable, readLine } from "./ndjson-line.ts";
import { unnamedAlone } from "./unnamed.ts";

/** NDJSON: a post on each line, as a text or as an object with one. A bad line is a problem there, and the next go on. */
export const ndjson: Input = {
  name: "ndjson",
  extensions: [".ndjson", ".jsonl"],
  summary: "a line of JSON for each post",
  read,
  write: (words) => JSON.stringify(words).slice(1, -1),
};

function read(asked: Source): readonly Post[] {
  const { tell: report, end } = fewNotes(asked.report);
  const source = { ...asked, report };
  const ids = uniqueIds(source);
  const posts: Post[] = [];
  for (const [index, { start, end }] of cutLines(source.text, 0).entries()) {
    const text = source.text.slice(start, end);
    if (text.trim() === "") continue;
    const result = readLine({ text, line: index + 1, offset: start }, source, ids);
    if (!isReadable(result)) source.report(result.problem);
    else for (const post of result.posts) checkMost("posts", posts.push(post));
  }
  end();
  return unnamedAlone(posts, source.name);
}
