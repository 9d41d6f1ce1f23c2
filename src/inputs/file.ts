import { type LineIndex, lineIndex } from "../text/lines.ts";
import type { Locate } from "../text/origin.ts";
import type { Hidden, Post, Source, Waiver } from "../types.ts";
import type { About } from "./about.ts";
import { checkMost } from "./most.ts";

/** A post as an input has found it. */
export interface Draft {
  readonly id: string | number;
  readonly text: string;
  readonly line: number;
  readonly locate: Locate;
  readonly about: About;
  readonly waivers: readonly Waiver[];
  readonly hidden?: readonly Hidden[];
  readonly role?: Post["role"];
  readonly thread?: Post["thread"];
}

/** A list that many posts share. */
const NONE: readonly never[] = [];

/** The post of a draft: what it doesn't say itself is as for all of its file. */
export function postOf(draft: Draft, source: Pick<Source, "name" | "facts">): Post {
  const { id, text, line, locate, about, waivers, hidden = NONE, role = "post", thread } = draft;
  return {
    ...source.facts,
    ...about.facts,
    platforms: about.facts.platforms ?? source.facts?.platforms ?? NONE,
    id,
    text,
    fields: about.fields,
    role,
    ...(thread !== undefined && { thread }),
    source: source.name,
    line,
    hidden,
    waivers,
    locate,
  };
}

/** The lines of a file, indexed when first asked for. */
export function linesOf(text: string): () => LineIndex {
  let index: LineIndex | undefined;
  return () => {
    index ??= lineIndex(text);
    return index;
  };
}

/** A line of a file in UTF-16 offsets: `end` is before its line break, `next` behind it. */
export interface Line {
  readonly start: number;
  readonly end: number;
  readonly next: number;
}

/** The lines of a text from an offset where one begins. Throws `TooMany`. */
export function cutLines(text: string, from: number): readonly Line[] {
  const lines: Line[] = [];
  let start = from;
  let carriage = text.indexOf("\r", from);
  let feed = text.indexOf("\n", from);
  while (carriage >= 0 || feed >= 0) {
    const isFeed = carriage < 0 || (feed >= 0 && feed < carriage);
    const end = isFeed ? feed : carriage;
    const next = end + (!isFeed && feed === end + 1 ? 2 : 1);
    checkMost("lines", lines.push({ start, end, next }));
    start = next;
    if (feed >= 0 && feed < next) feed = text.indexOf("\n", next);
    if (carriage >= 0 && carriage < next) carriage = text.indexOf("\r", next);
  }
  if (start < text.length) lines.push({ start, end: text.length, next: text.length });
  return lines;
}
