import { isReadable, type LinePosts, readLine } from "../inputs/ndjson-line.ts";
import type { Lint } from "../lint.ts";
import { type Asked, elementOf } from "../reporters/elements.ts";
import { harmlessJson } from "../reporters/harmless.ts";
import type { Facts, Post, PostResult, Problem, Source } from "../types.ts";
import { isProblem, lintPost } from "./lint-post.ts";
import type { StreamLine } from "./ndjson-stream.ts";
import { withFacts } from "./read.ts";

/** What answering the lines of one stream needs. */
export interface Answering {
  readonly source: Omit<Source, "text">;
  /** What the command line says of all posts. */
  readonly facts: Facts;
  readonly lint: Lint;
  readonly asked?: Asked;
  readonly onResult: (result: PostResult) => void;
  /** Is told of a post that could not be checked. */
  readonly onProblem: (problem: Problem) => void;
}

/** The line of JSON that answers one line, without its line break. */
export interface Answer {
  readonly text: string;
  readonly hadPosts: boolean;
}

/** Checks the posts of one line of NDJSON and gives the line that answers it (DESIGN section 6). */
export async function answerTo(line: StreamLine, answering: Answering): Promise<Answer> {
  const { source, facts, lint, asked, onResult, onProblem } = answering;
  if (line.note !== undefined) source.report(line.note);
  const read = "problem" in line ? line : readLine(line, source);
  if (!isReadable(read)) {
    source.report(read.problem);
    return { text: harmlessJson(badLine(read.problem, line.line, source.name)), hadPosts: false };
  }
  const elements: Readonly<Record<string, unknown>>[] = [];
  for (const post of read.posts) {
    const result = await lintPost(lint, withFacts(post, facts));
    if (isProblem(result)) {
      onProblem(result);
      elements.push(failed(post, result));
      continue;
    }
    onResult(result);
    elements.push(elementOf(result, asked));
  }
  return { text: lineOf(elements, read, line.line, source.name), hadPosts: elements.length > 0 };
}

/** The first post is the line, under the line's own id; the others are its parts. */
function lineOf(
  elements: readonly object[],
  { id, writtenId }: LinePosts,
  line: number,
  source: string,
): string {
  const [first = noPost(source, line), ...parts] = elements;
  const rest = { ...first, id: undefined, ...(parts.length > 0 && { parts }) };
  // A number that JavaScript can't hold is given back as it was written.
  return `{"id":${writtenId ?? harmlessJson(id)},${harmlessJson(rest).slice(1)}`;
}

function noPost(source: string, line: number): object {
  return { source, line, platforms: [], role: "post", score: 100, axes: {}, findings: [] };
}

/** What stands in the place of a post that could not be checked. */
export function failed(
  { source, line }: Post,
  { code, message }: Problem,
): Readonly<Record<string, unknown>> {
  return { source, line, error: { code, message } };
}

function badLine({ code, message, column }: Omit<Problem, "source">, line: number, source: string): object {
  return { id: null, source, line, error: { code, message, column } };
}
