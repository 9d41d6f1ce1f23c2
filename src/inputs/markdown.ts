import { type Lazy, lazy } from "../lazy.ts";
import type { Hidden, Input, Post, Source } from "../types.ts";
import { nothingKnown } from "./about.ts";
import { cutLines, linesOf, postOf } from "./file.ts";
import { readFrontMatter } from "./front-matter.ts";
import { postsOfFront } from "./front-matter-posts.ts";
import { isTooLong } from "./longest.ts";
import { hiddenIn, within } from "./markdown-hidden.ts";
import { piecesOf } from "./markdown-pieces.ts";
import { plainApart } from "./markdown-plain.ts";
import { tamed } from "./markdown-tamed.ts";
import { cutParts } from "./parts.ts";

type Parser = typeof import("./markdown-parser.ts");

const parser: Lazy<Parser> = lazy(() => import("./markdown-parser.ts"));

/** Markdown: the body is one post. Its markup stays in the text and is masked; words of links and alt texts are prose, code and titles are not. */
export const markdown: Input = {
  name: "markdown",
  extensions: [".md", ".markdown"],
  summary: "a post with front matter; code and markup are no prose",
  read,
};

function read(source: Source): readonly Post[] {
  const cut = cutLines(source.text, 0);
  const lines = linesOf(source.text);
  const front = readFrontMatter(source, cut, lines);
  if (front?.posts !== undefined) return postsOfFront(front, front.posts, source);
  const [part] = cutParts({ source, cut: cut.slice(front?.lines ?? 0), lines }, true);
  if (part.text === "") return [];
  const { padded, skipped, text } = part;
  // It is refused anyway, and parsing it would take minutes.
  const found = isTooLong(text) ? [] : hiddenOf(padded);
  const hidden = within(found, { start: skipped, end: skipped + text.length });
  const waivers = [...(front?.waivers ?? []), ...part.waivers];
  return [
    postOf(
      { ...part, id: front?.id ?? source.name, about: front?.about ?? nothingKnown, waivers, hidden },
      source,
    ),
  ];
}

/** What is no prose in a text of Markdown; in order. The parser is loaded where something isn't plain. */
export function hiddenOf(text: string): readonly Hidden[] {
  const { hidden, rest } = plainApart(text);
  if (rest.length === 0) return hidden;
  const { parseMarkdown } = parser.get();
  const found = [...hidden];
  for (const { start, end, definitions } of piecesOf(text, rest)) {
    const piece = text.slice(start, end);
    for (const each of hiddenIn(parseMarkdown(tamed(piece) + definitions), piece)) {
      found.push({ ...each, start: each.start + start, end: each.end + start });
    }
  }
  return found.sort((one, other) => one.start - other.start);
}
