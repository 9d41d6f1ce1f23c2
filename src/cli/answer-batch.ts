import type { Level, Post, PostResult, Problem } from "../types.ts";
import { fails } from "./exit-code.ts";
import { type Answering, answerTo } from "./line-answer.ts";
import type { StreamLine } from "./ndjson-stream.ts";

/** What came of some lines: plain data, so that a worker can send it. */
export interface BatchAnswer {
  /** A line of JSON for each, in order. */
  readonly lines: readonly string[];
  readonly hadPosts: boolean;
  /** A post has a finding that fails the run. */
  readonly failed: boolean;
  /** What was said of the lines, in order. */
  readonly said: readonly Problem[];
  /** Problems of checks, and posts that could not be checked. */
  readonly problems: readonly Problem[];
  /** Posts in another language than the pack, and the first of them. */
  readonly spared: number;
  readonly firstSpared?: Pick<Post, "source" | "line">;
}

/** Answers some lines of a stream, one after the other. */
export async function answerBatch(
  batch: readonly StreamLine[],
  answering: Omit<Answering, "onResult" | "onProblem">,
  failOn: Level | "never",
): Promise<BatchAnswer> {
  const said: Problem[] = [];
  const problems: Problem[] = [];
  let failed = false;
  let spared = 0;
  let firstSpared: BatchAnswer["firstSpared"];
  const onProblem = (problem: Problem): void => void problems.push(problem);
  const onResult = (result: PostResult): void => {
    result.problems.forEach(onProblem);
    failed ||= fails(result, failOn);
    if (result.otherLanguage !== true) return;
    spared++;
    firstSpared ??= { source: result.post.source, line: result.post.line };
  };
  const { name } = answering.source;
  const source = {
    ...answering.source,
    report: (problem: Omit<Problem, "source">) => void said.push({ source: name, ...problem }),
  };
  const lines: string[] = [];
  let hadPosts = false;
  for (const line of batch) {
    const answer = await answerTo(line, { ...answering, source, onResult, onProblem });
    hadPosts ||= answer.hadPosts;
    lines.push(answer.text);
  }
  return {
    lines,
    hadPosts,
    failed,
    said,
    problems,
    spared,
    ...(firstSpared !== undefined && { firstSpared }),
  };
}
