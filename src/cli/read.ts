import { readFileSync, statSync } from "node:fs";
import { linesOf } from "../inputs/file.ts";
import { inputs, readAll } from "../inputs/index.ts";
import { text } from "../inputs/text.ts";
import { lineAt } from "../text/lines.ts";
import type { Facts, Input, Post, Problem, Source } from "../types.ts";
import { decode } from "./decode.ts";
import { reasonOf, TooLarge } from "./errors.ts";
import { Interrupted, type Io } from "./io.ts";
import type { Target } from "./targets.ts";

const MEGABYTE = 1024 * 1024;
/** In bytes; the posts of a larger file would not fit into memory with all that is found in them. */
const LARGEST_FILE: number = 100 * MEGABYTE;

/** What reading needs to know besides the target. */
export interface ReadContext {
  readonly onProblem: (problem: Problem) => void;
  /** What the pack and the user say of posts in this file. */
  readonly known: FileKnown;
  /** What the command line says of all posts. */
  readonly facts: Facts;
  readonly io: Io;
}

/** What is known of a file besides what stands in it. */
export type FileKnown = Pick<Source, "facts" | "columns" | "knowsPlatform">;

/** Reads the posts of one target. Trouble becomes problems: there are then no posts, or fewer. */
export async function readPosts(target: Target, context: ReadContext): Promise<readonly Post[]> {
  const report = (problem: Omit<Problem, "source">): void => {
    context.onProblem({ source: target.name, ...problem });
  };
  const decoded = await textOf(target, report, context.io);
  if (decoded === undefined) return [];
  const excerptOf = excerpts(decoded);
  const shown: Source["report"] = (problem) => report({ ...problem, ...excerptOf(problem) });
  const source = { ...context.known, name: target.name, text: decoded, report: shown };
  return (await readAll(inputFor(target.name), source)).map((post) => withFacts(post, context.facts));
}

/** The line that an error points into. A long line may hold thousands of errors, so the last one is kept. */
function excerpts(text: string): (problem: Omit<Problem, "source">) => Pick<Problem, "excerpt"> {
  const lines = linesOf(text);
  let last = { line: 0, excerpt: "" };
  return ({ level, line, column }) => {
    if (level !== "error" || line === undefined || column === undefined) return {};
    if (line !== last.line) last = { line, excerpt: lineAt(text, lines(), line) };
    return { excerpt: last.excerpt };
  };
}

/** The input for a name by its extension, any other name as text. */
export function inputFor(name: string): Input {
  const lower = name.toLowerCase();
  const base = lower.slice(Math.max(lower.lastIndexOf("/"), lower.lastIndexOf("\\")) + 1);
  const reads = ({ extensions, names }: Input): boolean =>
    extensions.some((extension) => lower.endsWith(extension)) || names?.includes(base) === true;
  return inputs.find(reads) ?? text;
}

async function textOf(
  { content, path }: Target,
  report: Source["report"],
  io: Io,
): Promise<string | undefined> {
  try {
    if (content.kind === "text") return content.text;
    return decode(await bytesOf({ content, path }, io), report);
  } catch (error) {
    // Ctrl-C closes the standard input.
    if (io.signal.aborted) throw new Interrupted();
    report({ code: "unreadable", message: `this file ${reasonOf(error)}`, level: "error" });
    return undefined;
  }
}

/** The bytes of a target that is no text. Throws where it can't be read. */
export async function bytesOf(
  { content, path }: Pick<Target, "content" | "path">,
  io: Io,
): Promise<Uint8Array> {
  if (content.kind === "bytes") return content.bytes;
  if (content.kind === "stdin") return allOf(io.stdin.chunks());
  checkSize(statSync(path).size);
  const bytes = readFileSync(path);
  checkSize(bytes.length);
  return bytes;
}

async function allOf(chunks: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const list: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of chunks) {
    size += chunk.length;
    checkSize(size);
    list.push(chunk);
  }
  return Buffer.concat(list);
}

/** Throws `TooLarge`. */
function checkSize(bytes: number): void {
  if (bytes > LARGEST_FILE) throw new TooLarge(LARGEST_FILE / MEGABYTE);
}

/** What is said for all posts wins over what a post says of itself. */
export function withFacts(post: Post, facts: Facts): Post {
  const given = Object.entries(facts).filter(([, value]) => value !== undefined);
  return given.length === 0 ? post : { ...post, ...Object.fromEntries(given) };
}
