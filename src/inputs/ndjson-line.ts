import { lineIndex } from "../text/lines.ts";
import type { OriginFile } from "../text/origin.ts";
import type { Post, Problem, Source } from "../types.ts";
import type { Ids } from "./ids.ts";
import { type ItemContext, idOf, postsOfItem } from "./item.ts";
import { jsonPlaces } from "./json-origin.ts";
import { isJsonNode, jsonTree } from "./json-tree.ts";

/** A line of NDJSON, without its line break. */
export interface NdjsonLine {
  readonly text: string;
  /** From 1. */
  readonly line: number;
  /** Where it begins in its source, in UTF-16 units. */
  readonly offset: number;
}

/** The posts of a line: none where it holds no text, several for platforms, threads and comments. */
export interface LinePosts {
  readonly posts: readonly Post[];
  /** The line's own id in its own JSON type; its name in the file where it has none. */
  readonly id: unknown;
  /** The id as written, where it is a number that JavaScript can't hold exactly. */
  readonly writtenId?: string;
}

/** What is wrong with a line that is no JSON. */
export interface BadLine {
  readonly problem: Omit<Problem, "source">;
}

/**
 * Reads a line. Notes go to `source.report`; a line that is no JSON is given back as a problem. `ids` keeps the ids of a
 * file's posts apart; in a stream, which must not remember them, they stay as they are.
 */
export function readLine(line: NdjsonLine, source: Omit<Source, "text">, ids?: Ids): LinePosts | BadLine {
  let value: unknown;
  try {
    value = JSON.parse(line.text);
  } catch {
    return { problem: badLine(line) };
  }
  const context = contextOf(value, line, source);
  return { ...idOf(context), posts: postsOfItem(context, ids) };
}

/** Whether a line could be read. */
export function isReadable(result: LinePosts | BadLine): result is LinePosts {
  return "posts" in result;
}

function contextOf(
  value: unknown,
  { text, line, offset }: NdjsonLine,
  source: Omit<Source, "text">,
): ItemContext {
  const file: OriginFile = { lines: () => lineIndex(text), before: { lines: line - 1, offset } };
  const places = { ...jsonPlaces(text, file), lineOf: () => line };
  return { value, places, source, line, name: `${source.name}#${line}`, keepsNumbers: true };
}

function badLine({ text, line }: NdjsonLine): Omit<Problem, "source"> {
  const tree = jsonTree(text);
  const { offset, message } = isJsonNode(tree) ? { offset: 0, message: "it can't be read" } : tree;
  return {
    line,
    column: offset + 1,
    code: "bad-json",
    message: `this line is no JSON: ${message}`,
    level: "error",
  };
}
