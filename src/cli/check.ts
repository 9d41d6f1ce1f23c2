import { dirname } from "node:path";
import type { Changed } from "../changed.ts";
import type { Inspected } from "../lint.ts";
import { hasRunRules } from "../lint-run.ts";
import type { PostResult, Problem } from "../types.ts";
import { withUnusedShared } from "../unused-shared.ts";
import type { Baseline } from "./baseline.ts";
import { Interrupted, type Io } from "./io.ts";
import { inspectPost, isProblem } from "./lint-post.ts";
import { knownOfFile, type LintFor, type PackLint, packChooser } from "./lints.ts";
import type { Options } from "./options.ts";
import { createProgress } from "./progress.ts";
import { type ReadContext, readPosts } from "./read.ts";
import { createRuns, type Runs } from "./runs.ts";
import type { OtherFiles, Target, Targets } from "./targets.ts";

/** What checking found, before it is a report. */
export interface Checked {
  readonly results: readonly PostResult[];
  readonly problems: readonly Problem[];
  /** A post has a finding at the level that fails the run. */
  readonly failed: boolean;
  /** Where only posts that changed are reported: what became of them. */
  readonly changed?: Changed;
}

/** How long, in milliseconds, the run may go on without looking whether the user interrupted it. */
const LONGEST_BREATH = 50;

/** Reads and checks every target, one after the other; what can't be read stops only itself. Throws `Interrupted`. */
export async function checkTargets(
  targets: Targets,
  lintFor: LintFor,
  options: Options,
  io: Io,
  spare?: Baseline["spare"],
): Promise<Checked> {
  const problems: Problem[] = [];
  const onProblem = (problem: Problem): void => void problems.push(problem);
  const progress = createProgress(io);
  let [posts, file] = [0, 0];
  const breathe = breather(io, () => progress.show(posts, file, targets.list.length));
  const onPost = (): Promise<void> => {
    posts++;
    return breathe();
  };
  const context = { lintFor, options, io, onPost };
  const { others } = targets;
  const changes = others && (await import("./changes.ts")).createChanges(context);
  const found: Found[] = [];
  const check = async (target: Target): Promise<boolean> => {
    file++;
    const own = await checkTarget(target, { ...context, onProblem });
    for (const each of own) found.push(each);
    await changes?.add(
      target,
      own.map(({ inspected }) => inspected.result.post),
    );
    return own.length > 0;
  };
  try {
    await forEachTarget(targets, check, onProblem);
    if (others !== undefined) for (const each of await checkSame(targets, others, context)) found.push(each);
  } finally {
    await progress.end();
  }
  for (const target of others?.gone ?? []) await changes?.add(target, []);
  const changed = changes?.end();
  const told = withRuns(found, { changed, options, io }).end(
    onProblem,
    spare && ((results) => spare(results, problems)),
  );
  return { ...told, problems, ...(changed !== undefined && { changed }) };
}

/** A post that was checked, and the pack that it was checked by. */
interface Found {
  readonly packLint: PackLint;
  readonly inspected: Inspected;
}

interface CheckContext {
  readonly lintFor: LintFor;
  readonly options: Options;
  readonly io: Io;
  /** To be awaited after each post. */
  readonly onPost: () => Promise<void>;
}

async function checkTarget(
  target: Target,
  { lintFor, options, io, onPost, onProblem }: CheckContext & Pick<ReadContext, "onProblem">,
): Promise<readonly Found[]> {
  const packLint = lintFor(target);
  const known = knownOfFile(packLint, target, options);
  const own: Inspected[] = [];
  for (const post of await readPosts(target, { onProblem, known, facts: options.facts, io })) {
    const tried = await inspectPost(packLint.lint, post);
    if (isProblem(tried)) onProblem(tried);
    else own.push(tried);
    await onPost();
  }
  const told = withUnusedShared(own.map(({ result }) => result));
  return own.map((each, index) => ({ packLint, inspected: { ...each, result: told[index] } }));
}

/** Posts of files that did not change, for those packs whose rules look at many posts. */
async function checkSame(
  { list }: Targets,
  { same }: OtherFiles,
  context: CheckContext,
): Promise<readonly Found[]> {
  const { lintFor, options, io } = context;
  const judging = list.filter((target) => hasRunRules(lintFor(target).pack, options));
  if (judging.length === 0) return [];
  const choose = packChooser(options, io);
  const packs = new Set(judging.map(({ path }) => choose(dirname(path))));
  const found: Found[] = [];
  for (const target of same()) {
    if (!packs.has(choose(dirname(target.path)))) continue;
    // What is wrong with a file that nobody changed is no news.
    for (const each of await checkTarget(target, { ...context, onProblem: () => undefined }))
      found.push(each);
  }
  return found;
}

interface RunContext {
  readonly changed: Changed | undefined;
  readonly options: Options;
  readonly io: Io;
}

/** All posts of a run; those that did not change are not reported, and come first: what says the same is to blame, not what was there. */
function withRuns(found: readonly Found[], { changed, options, io }: RunContext): Runs {
  const runs = createRuns(options, io);
  const isChanged = ({ inspected: { result } }: Found): boolean =>
    changed === undefined || changed.edited.has(result.post) || changed.added.has(result.post);
  for (const each of found) if (!isChanged(each)) runs.add(each.packLint, each.inspected, false);
  for (const each of found) if (isChanged(each)) runs.add(each.packLint, each.inspected, true);
  return runs;
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

/** Lets a waiting Ctrl-C through now and then: all between is synchronous; `onBreath` is called then. Throws `Interrupted` after one. */
export function breather(io: Io, onBreath: () => void = () => undefined): () => Promise<void> {
  let last = io.clock();
  return async () => {
    if (io.clock() - last < LONGEST_BREATH) return;
    onBreath();
    await new Promise((resolve) => setImmediate(resolve));
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
