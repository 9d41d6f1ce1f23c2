import { setImmediate } from "node:timers/promises";
import { readAll } from "../inputs/index.ts";
import { NotLoaded } from "../lazy.ts";
import type { Inspected, Lint } from "../lint.ts";
import type { Post, PostResult, Problem } from "../types.ts";
import { withUnusedShared } from "../unused-shared.ts";
import { Interrupted, type Io } from "./io.ts";
import { knownOfFile, type LintFor } from "./lints.ts";
import type { Options } from "./options.ts";
import { createProgress } from "./progress.ts";
import { type FileKnown, inputFor, readPosts } from "./read.ts";
import { createRuns, type Spare } from "./runs.ts";
import type { Target, Targets } from "./targets.ts";

/** What checking found, before it is a report. */
export interface Checked {
  readonly results: readonly PostResult[];
  readonly problems: readonly Problem[];
  /** A post has a finding at the level that fails the run. */
  readonly failed: boolean;
}

/** How long, in milliseconds, the run may go on without looking whether the user interrupted it. */
const LONGEST_BREATH = 50;

/** The posts that were not in the file before; nothing where nobody asks. */
async function changedIn(
  { before, name, path }: Target,
  posts: readonly Post[],
  known: FileKnown,
): Promise<ReadonlySet<Post> | undefined> {
  if (before === undefined) return undefined;
  const [{ changedPosts }, { decodeBytes }] = await Promise.all([
    import("../changed.ts"),
    import("./decode.ts"),
  ]);
  const text = decodeBytes(before).text ?? "";
  const old = await readAll(inputFor(path), { ...known, name, text, report: () => {} });
  return changedPosts(old, posts);
}

/** Reads and checks every target, one after the other; what can't be read stops only itself. Throws `Interrupted`. */
export async function checkTargets(
  targets: Targets,
  lintFor: LintFor,
  options: Options,
  io: Io,
  spare?: Spare,
): Promise<Checked> {
  const problems: Problem[] = [];
  const onProblem = (problem: Problem): void => {
    problems.push(problem);
  };
  const progress = createProgress(io);
  let [posts, file] = [0, 0];
  const breathe = breather(io, () => progress.show(posts, file, targets.list.length));
  const runs = createRuns(options, io.today());
  const check = async (target: Target): Promise<boolean> => {
    const packLint = lintFor(target);
    const known = knownOfFile(packLint, target, options);
    file++;
    const read = await readPosts(target, { onProblem, known, facts: options.facts, io });
    const own: Inspected[] = [];
    for (const post of read) {
      own.push(await inspectPost(packLint.lint, post));
      posts++;
      await breathe();
    }
    const told = withUnusedShared(own.map(({ result }) => result));
    const changed = await changedIn(target, read, known);
    for (const [index, each] of own.entries())
      runs.add(packLint, { ...each, result: told[index] }, changed?.has(read[index]) ?? true);
    return read.length > 0;
  };
  try {
    await forEachTarget(targets, check, onProblem);
  } finally {
    await progress.end();
  }
  const { results, failed } = runs.end(onProblem, spare);
  return { results, problems, failed };
}

/** Checks one target after the other; `check` says whether it held posts. A folder without any is a problem. */
export async function forEachTarget(
  targets: Targets,
  check: (target: Target) => Promise<boolean>,
  onProblem: (problem: Problem) => void,
): Promise<void> {
  targets.problems.forEach(onProblem);
  const foldersWithPosts = new Set<string>();
  for (const target of targets.list) {
    const hadPosts = await check(target);
    if (hadPosts) for (const folder of target.foundIn) foldersWithPosts.add(folder);
  }
  for (const folder of targets.folders) if (!foldersWithPosts.has(folder)) onProblem(noPosts(folder));
}

/** Checks a post, loading what only some posts need when this one does. */
export async function lintPost(lint: Lint, post: Post): Promise<PostResult> {
  return patiently(() => lint(post));
}

/** The same, with what rules over many posts keep of it. */
async function inspectPost(lint: Lint, post: Post): Promise<Inspected> {
  return patiently(() => lint.inspect(post));
}

async function patiently<T>(work: () => T): Promise<T> {
  for (;;) {
    try {
      return work();
    } catch (error) {
      if (!(error instanceof NotLoaded)) throw error;
      await error.load();
    }
  }
}

/** Lets a waiting Ctrl-C through now and then: all between is synchronous; `onBreath` is called then. Throws `Interrupted` after one. */
export function breather(io: Io, onBreath: () => void = () => undefined): () => Promise<void> {
  let last = io.clock();
  return async () => {
    if (io.clock() - last < LONGEST_BREATH) return;
    onBreath();
    await setImmediate();
    last = io.clock();
    if (io.signal.aborted) throw new Interrupted();
  };
}

function noPosts(folder: string): Problem {
  return {
    source: folder,
    code: "no-posts",
    message:
      "no posts in this folder, so nothing was checked; name a file, or a folder with files like .txt, .md, .csv or .json",
    level: "error",
  };
}
