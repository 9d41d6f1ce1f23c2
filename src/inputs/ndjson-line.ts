import { lineIndex } from "../text/lines.ts";
import type { OriginFile } from "../text/origin.ts";
import type { Post, Problem, Source, Waiver } from "../types.ts";
import { type About, nothingKnown, readAbout } from "./about.ts";
import { postOf } from "./file.ts";
import type { Ids } from "./ids.ts";
import { isMap, type Words, wordsIn } from "./items.ts";
import { type JsonPlaces, jsonPlaces } from "./json-origin.ts";
import { isJsonNode, jsonTree } from "./json-tree.ts";
import { type Role, rolesOf } from "./roles.ts";
import { readWaivers } from "./waiver.ts";

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
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return { problem: badLine(line) };
  }
  const context = contextOf(line, source);
  const { id, writtenId } = idOf(value, context);
  const words = wordsIn(value);
  if (words.length === 0) {
    source.report({ line: line.line, code: "no-text", message: noText(value), level: "note" });
    return { posts: [], id, writtenId };
  }
  const about = isMap(value) ? aboutOf(value, context) : nothingKnown;
  const waivers = isMap(value) ? waiversOf(value, context) : [];
  const name = writtenId ?? (typeof id === "number" ? id : ownText(id));
  const own = name ?? `${source.name}#${line.line}`;
  const first = ids === undefined ? own : ids.next(own, line.line);
  const posts = words.map((each) => {
    const postId = each.suffix === "" ? first : `${first}${each.suffix}`;
    return postFrom(each, { ...context, id: postId, about, waivers });
  });
  return { posts, id, writtenId };
}

/** Whether a line could be read. */
export function isReadable(result: LinePosts | BadLine): result is LinePosts {
  return "posts" in result;
}

interface Context {
  readonly line: NdjsonLine;
  readonly source: Omit<Source, "text">;
  readonly places: JsonPlaces;
}

function contextOf(line: NdjsonLine, source: Omit<Source, "text">): Context {
  const file: OriginFile = {
    lines: () => lineIndex(line.text),
    before: { lines: line.line - 1, offset: line.offset },
  };
  return { line, source, places: jsonPlaces(line.text, file) };
}

interface PostContext extends Context {
  readonly id: string | number;
  readonly about: About;
  readonly waivers: readonly Waiver[];
}

function postFrom(words: Words, { id, about, waivers, line, source, places }: PostContext): Post {
  const { path, role, thread, platforms } = words;
  const whole = words.text.includes("\r") ? words.text.replace(/\r\n?/gu, "\n") : words.text;
  const text = whole.trim();
  const locate = places.locate(path, whole.length - whole.trimStart().length);
  const facts = platforms === undefined ? about.facts : { ...about.facts, platforms };
  return postOf(
    { id, text, line: line.line, locate, about: { ...about, facts }, waivers, role, thread },
    source,
  );
}

function aboutOf(item: Readonly<Record<string, unknown>>, { line, source }: Context): About {
  const roles = rolesOf(Object.keys(item));
  const valueFor = (role: Role): unknown => {
    const [key] = roles.get(role) ?? [];
    return key === undefined ? undefined : item[key];
  };
  const factFor = (role: Role): unknown => {
    const value = valueFor(role);
    // Texts for each platform say themselves where they go.
    return role === "platforms" && isMap(value) ? undefined : value;
  };
  return readAbout(factFor, (_role, problem) => source.report({ line: line.line, ...problem }));
}

function waiversOf(item: Readonly<Record<string, unknown>>, { source, places }: Context): readonly Waiver[] {
  const [key] = rolesOf(Object.keys(item)).get("waivers") ?? [];
  if (key === undefined) return [];
  const value = item[key];
  const cells = Array.isArray(value)
    ? value.map((words, index) => ({ words, path: [key, index] }))
    : [{ words: value, path: [key] }];
  return cells.flatMap(({ words, path }) => {
    if (typeof words !== "string" || words.trim() === "") return [];
    const { exact: _, ...place } = places.locate(path, 0)({ start: 0, end: words.length });
    return readWaivers({ words, text: places.written(path).slice(1, -1), place }, source.report);
  });
}

function idOf(value: unknown, { source, line, places }: Context): Pick<LinePosts, "id" | "writtenId"> {
  const name = `${source.name}#${line.line}`;
  if (!isMap(value)) return { id: name };
  const [key] = rolesOf(Object.keys(value)).get("id") ?? [];
  if (key === undefined) return { id: name };
  const id = value[key];
  if (typeof id !== "number" || Math.abs(id) <= Number.MAX_SAFE_INTEGER) return { id };
  return { id, writtenId: places.written([key]) };
}

function ownText(id: unknown): string | undefined {
  return typeof id === "string" && id !== "" ? id : undefined;
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

function noText(value: unknown): string {
  if (!isMap(value))
    return "this line holds no post, so nothing of it was checked; write a text, or an object with “text”";
  return "this line has no text under a name that is known, so nothing of it was checked; call it “text”";
}
