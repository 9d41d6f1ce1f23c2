import { createReadStream } from "node:fs";
import { isReadable, readLine } from "../inputs/ndjson-line.ts";
import type { Facts, Post, Problem } from "../types.ts";
import { reasonOf } from "./errors.ts";
import { Interrupted, type Io } from "./io.ts";
import { ndjsonLines } from "./ndjson-stream.ts";
import { inputFor, readPosts } from "./read.ts";
import type { Target } from "./targets.ts";

/**
 * The posts of a target, one after the other: of NDJSON in flat memory, since each line is let go before the next. What packs say of
 * files is left out: see `withFileFacts`. Trouble becomes problems.
 */
export async function* postsIn(
  target: Target,
  onProblem: (problem: Problem) => void,
  io: Io,
): AsyncGenerator<Post, void, void> {
  if (target.content.kind === "text" || inputFor(target.name).name !== "ndjson") {
    yield* await readPosts(target, { onProblem, known: {}, facts: {}, io });
    return;
  }
  const { name, path, content } = target;
  const report = (problem: Omit<Problem, "source">): void => onProblem({ source: name, ...problem });
  try {
    for await (const line of ndjsonLines(
      content.kind === "file" ? createReadStream(path) : io.stdin.chunks(),
    )) {
      if (line.note !== undefined) report(line.note);
      const read = "problem" in line ? line : readLine(line, { name, report });
      if (isReadable(read)) yield* read.posts;
      else report(read.problem);
    }
  } catch (error) {
    if (io.signal.aborted) throw new Interrupted();
    if (!isSystemError(error)) throw error;
    report({ code: "unreadable", message: `this file ${reasonOf(error)}`, level: "error" });
  }
}

function isSystemError(error: unknown): boolean {
  return error instanceof Error && "code" in error;
}

/** The post with what a pack says of its file, where it doesn't say so itself. */
export function withFileFacts(post: Post, facts: Facts): Post {
  if (Object.keys(facts).length === 0) return post;
  const platforms = post.platforms.length > 0 ? post.platforms : (facts.platforms ?? []);
  return { ...facts, ...post, platforms };
}
