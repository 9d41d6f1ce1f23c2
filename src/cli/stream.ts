import { createReadStream } from "node:fs";
import { type FewNotes, fewNotes } from "../inputs/held-notes.ts";
import { hasRunRules } from "../lint-run.ts";
import { createReport, otherLanguageNote } from "../report.ts";
import { elementOf } from "../reporters/elements.ts";
import { harmlessJson } from "../reporters/harmless.ts";
import type { Post, PostResult, Problem } from "../types.ts";
import { batched } from "./batched.ts";
import { breather, forEachTarget } from "./check.ts";
import { reasonOf } from "./errors.ts";
import { exitCodeOf, fails } from "./exit-code.ts";
import { Interrupted, type Io } from "./io.ts";
import { answerTo, failed } from "./line-answer.ts";
import { isProblem, lintPost } from "./lint-post.ts";
import { knownOfFile, type LintFor, type PackLint } from "./lints.ts";
import { ndjsonLines, type StreamLine } from "./ndjson-stream.ts";
import type { Options } from "./options.ts";
import { problemLines, writeReports } from "./output.ts";
import { inputFor, readPosts } from "./read.ts";
import type { Target, Targets } from "./targets.ts";

type FirstSpared = Pick<Post, "source" | "line">;

/** What a stream of results goes through. */
export interface Stream {
  readonly options: Options;
  readonly io: Io;
  readonly write: (line: string) => Promise<void> | undefined;
  /** Tells of a problem at once. */
  readonly say: (problem: Problem) => void;
  /** The same; an error fails the run. */
  readonly onProblem: (problem: Problem) => void;
  /** Counts a result, and keeps it where it is to be reported once more. */
  readonly onResult: (result: PostResult) => void;
  readonly onSpared: (count: number, first: FirstSpared) => void;
  readonly onFailed: () => void;
  /** How many threads check lines. */
  readonly jobs: number;
  readonly breathe: () => Promise<void>;
}

/**
 * Checks targets as a stream (DESIGN section 6): a line of NDJSON gives a line, in order and in flat memory; in other formats each post does.
 * Findings fail the run only with `--fail-on`, lines that can't be read never do.
 */
export async function checkStream(
  targets: Targets,
  lintFor: LintFor,
  options: Options,
  io: Io,
): Promise<number> {
  const [out, complaints] = [batched(io.stdout), batched(io.stderr)];
  const files = options.outputs.filter(({ file }) => file !== undefined);
  const results: PostResult[] = [];
  const problems: Problem[] = [];
  let failed = false;
  let spared = 0;
  let firstSpared: FirstSpared | undefined;
  const told = new Map<string, FewNotes>();
  const say = (problem: Problem): void => {
    const { source } = problem;
    const notes =
      told.get(source) ?? fewNotes((each) => void complaints.write(problemLines([{ ...each, source }])));
    told.set(source, notes);
    notes.tell(problem);
  };
  const onProblem = (problem: Problem): void => {
    problems.push(problem);
    say(problem);
  };
  const onSpared = (count: number, first: FirstSpared): void => {
    spared += count;
    firstSpared ??= first;
  };
  const onFailed = (): void => {
    failed = true;
  };
  const onResult = (result: PostResult): void => {
    if (files.length > 0) results.push(result);
    else result.problems.forEach(onProblem);
    if (result.otherLanguage === true) onSpared(1, result.post);
    if (fails(result, options.failOn ?? "never")) onFailed();
  };
  const stream: Stream = {
    options,
    io,
    // A report in a file needs all that was found, which no worker sends.
    jobs: files.length > 0 ? 1 : (options.jobs ?? 1),
    write: out.write,
    say,
    onProblem,
    onResult,
    onSpared,
    onFailed,
    breathe: breather(io),
  };
  try {
    await forEachTarget(targets, (target) => streamTarget(target, lintFor(target), stream), onProblem);
    const silent = targets.list.find((target) => hasRunRules(lintFor(target).pack, options));
    if (silent !== undefined) say({ source: silent.name, ...NO_RUN });
    if (firstSpared !== undefined && files.length === 0) say(otherLanguageNote(spared, firstSpared));
  } finally {
    // What was found before an interruption is told, too.
    for (const notes of told.values()) notes.end();
    await Promise.all([out.end(), complaints.end()]);
  }
  const report = createReport(results, problems);
  if (files.length > 0) await writeReports(report, { ...options, outputs: files }, io);
  return exitCodeOf(report, { failed });
}

const NO_RUN = {
  code: "no-run",
  message:
    "rules over many posts (calendar) don't run in a stream of NDJSON; -f json and all other formats have them",
  level: "note",
} as const;

/** Checks the posts of one target; whether there were any. */
async function streamTarget(target: Target, packLint: PackLint, stream: Stream): Promise<boolean> {
  if (isNdjson(target)) return streamLines(target, packLint, stream);
  const { io, options, onProblem } = stream;
  const known = knownOfFile(packLint, target, options);
  const posts = await readPosts(target, { onProblem, known, facts: options.facts, io });
  for (const post of posts) {
    const result = await lintPost(packLint.lint, post);
    if (isProblem(result)) onProblem(result);
    else stream.onResult(result);
    const element = isProblem(result) ? { id: post.id, ...failed(post, result) } : elementOf(result, options);
    await stream.write(`${harmlessJson(element)}\n`);
    await stream.breathe();
  }
  return posts.length > 0;
}

/** What comes in without a name is NDJSON where NDJSON goes out. */
function isNdjson({ name, content }: Target): boolean {
  return (content.kind === "stdin" && name === "-") || inputFor(name).name === "ndjson";
}

async function streamLines(target: Target, packLint: PackLint, stream: Stream): Promise<boolean> {
  if (stream.jobs > 1) {
    const { streamByWorkers } = await import("./stream-jobs.ts");
    return streamByWorkers(target, readableLines(target, stream), stream);
  }
  const { io, options, say, onResult, onProblem } = stream;
  const { facts } = options;
  const known = knownOfFile(packLint, target, options);
  const report = (problem: Omit<Problem, "source">): void => say({ source: target.name, ...problem });
  const answering = {
    source: { name: target.name, ...known, report },
    facts,
    lint: packLint.lint,
    asked: options,
    onResult,
    onProblem,
  };
  let hadPosts = false;
  for await (const line of readableLines(target, stream)) {
    if (io.signal.aborted || io.stdout.isGone()) break;
    const answer = await answerTo(line, answering);
    hadPosts ||= answer.hadPosts;
    await stream.write(`${answer.text}\n`);
  }
  if (io.signal.aborted) throw new Interrupted();
  return hadPosts;
}

/** The lines of a target; where reading fails they end with a problem. */
async function* readableLines({ name, content, path }: Target, stream: Stream): AsyncIterable<StreamLine> {
  try {
    yield* ndjsonLines(content.kind === "file" ? createReadStream(path) : stream.io.stdin.chunks());
  } catch (error) {
    if (stream.io.signal.aborted) return;
    stream.onProblem({
      source: name,
      code: "unreadable",
      message: `this file ${reasonOf(error)}`,
      level: "error",
    });
  }
}
