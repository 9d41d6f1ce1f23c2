import { createReport } from "../report.ts";
import type { PostResult } from "../types.ts";
import type { Baseline } from "./baseline.ts";
import { checkTargets } from "./check.ts";
import type { Shell } from "./completion.ts";
import { exitCodeOf } from "./exit-code.ts";
import { complain } from "./failure.ts";
import type { FixOutcome } from "./fix.ts";
import type { Io } from "./io.ts";
import { type LintFor, prepareLints } from "./lints.ts";
import {
  type BaselineMode,
  helpText,
  isStream,
  type Options,
  parseArguments,
  type Request,
} from "./options.ts";
import { problemLines, writeReports } from "./output.ts";
import type { ResultsCache } from "./results-cache.ts";
import { findTargets, isNothing, type Targets } from "./targets.ts";

/** The whole program: arguments in, exit code out (0 clean, 1 findings, 2 trouble, 130 interrupted). */
export async function main(argv: readonly string[], io: Io): Promise<number> {
  try {
    return await perform(argv, io);
  } catch (error) {
    return complain(error, io);
  }
}

/** The same, but throws where the program could not do its work. */
export async function perform(argv: readonly string[], io: Io): Promise<number> {
  return answer(await parseArguments(argv), io);
}

async function answer(request: Request, io: Io): Promise<number> {
  switch (request.command) {
    case "check":
      return request.options.watch === true
        ? watchPaths(request.paths, request.options, io)
        : check(request.paths, request.options, io);
    case "explain":
      return (await import("./explain.ts")).explain(request.rule, request.options, io);
    case "rules":
      return (await import("./rules.ts")).listRules(request.options, io);
    case "init":
      return (await import("./init.ts")).init(request, io);
    case "completion":
      return complete(request.shell, io);
    case "doctor":
      return (await import("./doctor.ts")).examine(request.file, request.options, io);
    case "waivers":
      return (await import("./waivers.ts")).listWaivers(request.paths, request.options, io);
    case "pack-test":
      return (await import("./pack-test.ts")).testPack(request.pack, request.options, io);
    case "pack-diff":
      return (await import("./pack-diff.ts")).diffPosts(request, request.options, io);
    case "print-config":
      return (await import("./print-config.ts")).printConfig(request.file, request.options, io);
    case "show":
      await io.stdout.write(request.text);
      return 0;
  }
}

async function complete(shell: Shell, io: Io): Promise<number> {
  const { shownProgram } = await import("./command-line.ts");
  await io.stdout.write((await import("./completion.ts")).completionFor(shell, shownProgram()));
  return 0;
}

async function watchPaths(paths: readonly string[], options: Options, io: Io): Promise<number> {
  const { watch } = await import("./watch.ts");
  return watch(paths, options, io, () => check(paths, options, io).catch((error) => complain(error, io)));
}

/** args → config + pack → prepare(pack) → read → input → posts → lint(post) → report → reporter → write → exit code */
async function check(paths: readonly string[], options: Options, io: Io): Promise<number> {
  const start = io.clock();
  const asksForChanges = options.staged === true || options.since !== undefined;
  const targets = asksForChanges
    ? (await import("./changed-targets.ts")).changedTargets(paths, options, io)
    : await findTargets(paths, options, io);
  if (isNothing(targets) && !asksForChanges) {
    await io.stderr.write(await helpText());
    return 2;
  }
  const prepared = await prepareLints([...targets.list, ...(targets.others?.gone ?? [])], options, io);
  const cache = options.cache === true ? await openCache(prepared, options, io) : undefined;
  const lintFor = cache?.lintFor ?? prepared;
  if (isStream(options)) return (await import("./stream.ts")).checkStream(targets, lintFor, options, io);
  const outcome = options.fix === undefined ? undefined : await fix(targets, lintFor, options, io);
  const baseline =
    options.baseline === undefined ? undefined : await known(options.baseline, targets, options, io);
  const checked = await checkTargets(outcome?.targets ?? targets, lintFor, options, io, baseline?.spare);
  cache?.end();
  const { results, failed, changed } = checked;
  const problems = [...(outcome?.problems ?? []), ...checked.problems];
  const report = createReport(results, problems, { fixed: outcome?.fixed, known: baseline?.count() });
  await io.stderr.write(problemLines(report.problems));
  if (changed !== undefined)
    await io.stderr.write((await import("./changes.ts")).changesLine(changed, options));
  if (baseline !== undefined) await io.stderr.write(baseline.told());
  const reportIo = outcome?.tookStdout === true ? { ...io, stdout: io.stderr } : io;
  await writeReports(report, options, reportIo, io.clock() - start);
  if (options.timing === true) await tellTiming(results, lintFor, targets, io);
  return exitCodeOf(report, { failed, maxWarnings: options.maxWarnings });
}

/** Of several packs the first file's is timed. */
async function tellTiming(
  results: readonly PostResult[],
  lintFor: LintFor,
  { list }: Targets,
  io: Io,
): Promise<void> {
  if (results.length === 0) return;
  const { timingLines } = await import("./timing.ts");
  await io.stderr.write(await timingLines(results, lintFor(list[0]).pack, io));
}

async function openCache(lintFor: LintFor, options: Options, io: Io): Promise<ResultsCache> {
  return (await import("./results-cache.ts")).openResults(lintFor, options, io);
}

async function known(mode: BaselineMode, targets: Targets, options: Options, io: Io): Promise<Baseline> {
  return (await import("./baseline.ts")).openBaseline(mode, targets, options, io);
}

async function fix(targets: Targets, lintFor: LintFor, options: Options, io: Io): Promise<FixOutcome> {
  return (await import("./fix.ts")).fixTargets(targets, lintFor, options, io);
}
