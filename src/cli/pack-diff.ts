import { UsageError } from "../errors.ts";
import { prepare } from "../lint.ts";
import { diffPacks, type PackDiffing } from "../pack-diff.ts";
import { otherLanguageNote } from "../report.ts";
import { packDiffJson, packDiffText } from "../reporters/pack-diff.ts";
import type { Pack, Post, PostResult, Problem } from "../types.ts";
import { batched } from "./batched.ts";
import { breather, forEachTarget } from "./check.ts";
import type { Io } from "./io.ts";
import { isProblem, lintPost, type Tried } from "./lint-post.ts";
import { askedOf, checkNames, folderOfPack, knownOfFile, type PackLint } from "./lints.ts";
import { loadPack } from "./load-pack.ts";
import type { Options } from "./options.ts";
import { type Forms, problemLines, writeForms } from "./output.ts";
import { postsIn, withFileFacts } from "./post-stream.ts";
import { withFacts } from "./read.ts";
import { findTargets, isNothing, type Target, type Targets } from "./targets.ts";

/** What `voicecheck pack diff` is asked to compare. */
export interface DiffRequest {
  /** Files or names of packs. */
  readonly old: string;
  readonly new: string;
  readonly paths: readonly string[];
}

/** `voicecheck pack diff OLD NEW posts…`: 0 whatever the difference, 2 where something could not be read. */
export async function diffPosts(request: DiffRequest, options: Options, io: Io): Promise<0 | 2> {
  const start = io.clock();
  const targets = await findTargets(request.paths, options, io);
  if (isNothing(targets)) throw new UsageError("no-posts", NO_POSTS);
  const sides = await sidesOf(request, options, io);
  const complaints = batched(io.stderr);
  let problems = 0;
  const onProblem = (problem: Problem): void => {
    if (problem.level === "error") problems++;
    void complaints.write(problemLines([problem]));
  };
  const diffing = diffPacks();
  try {
    await compareAll(targets, { sides, options, diffing, onProblem, io });
  } finally {
    await complaints.end();
  }
  const diff = { ...diffing.end(), old: request.old, new: request.new, problems };
  const elapsed = io.clock() - start;
  const forms: Forms = {
    pretty: (style) => packDiffText(diff, { ...style, elapsed }),
    json: () => packDiffJson(diff),
  };
  await writeForms("pack diff", forms, options, io);
  return problems > 0 ? 2 : 0;
}

const NO_POSTS = "pack diff needs posts to compare on: voicecheck pack diff OLD NEW posts/";

interface Comparison {
  readonly sides: readonly [PackLint, PackLint];
  readonly options: Options;
  readonly diffing: PackDiffing;
  readonly onProblem: (problem: Problem) => void;
  readonly io: Io;
}

/** Compares on every post as it is read. Posts in another language than a pack are counted, and said once. */
async function compareAll(targets: Targets, comparison: Comparison): Promise<void> {
  const { onProblem, io } = comparison;
  const breathe = breather(io);
  let spared = 0;
  let firstSpared: Post | undefined;
  const compareTarget = async (target: Target): Promise<boolean> => {
    let hadPosts = false;
    for await (const post of postsIn(target, onProblem, io)) {
      hadPosts = true;
      if (await comparePost(post, target, comparison)) {
        spared++;
        firstSpared ??= post;
      }
      await breathe();
    }
    return hadPosts;
  };
  await forEachTarget(targets, compareTarget, onProblem);
  if (firstSpared !== undefined) onProblem(otherLanguageNote(spared, firstSpared));
}

/** Checks a post with both packs, as each of them sees its file; whether one spared it for its language. */
async function comparePost(post: Post, target: Target, comparison: Comparison): Promise<boolean> {
  const { sides, options, diffing, onProblem } = comparison;
  const resultOf = (side: PackLint): Promise<Tried<PostResult>> =>
    lintPost(
      side.lint,
      withFacts(withFileFacts(post, knownOfFile(side, target, options).facts ?? {}), options.facts),
    );
  const [before, after] = [await resultOf(sides[0]), await resultOf(sides[1])];
  if (isProblem(before)) {
    onProblem(before);
    return false;
  }
  if (isProblem(after)) {
    onProblem(after);
    return false;
  }
  diffing.add(before, after);
  for (const problem of [...before.problems, ...after.problems]) onProblem(problem);
  return before.otherLanguage === true || after.otherLanguage === true;
}

async function sidesOf(request: DiffRequest, options: Options, io: Io): Promise<[PackLint, PackLint]> {
  const packs: [Pack, Pack] = [await loadPack(request.old, io), await loadPack(request.new, io)];
  checkNames(options, packs);
  const asked = askedOf(options, io);
  const side = (pack: Pack, spec: string): PackLint => ({
    pack,
    lint: prepare(pack, asked),
    folder: folderOfPack(spec, io),
    failOn: "never",
  });
  return [side(packs[0], request.old), side(packs[1], request.new)];
}
