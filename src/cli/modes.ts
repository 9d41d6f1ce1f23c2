import { statSync } from "node:fs";
import { normalize } from "node:path";
import { UsageError } from "../errors.ts";
import type { RawOptions } from "./flags.ts";
import { type BaselineMode, type FixMode, isStream, type Options, type OutputOption } from "./options.ts";

/** What is to be done with a file of known flags. Throws `UsageError` where none is named. */
export function baselineModeOf({
  baseline,
  updateBaseline,
  pruneBaseline,
}: RawOptions): BaselineMode | undefined {
  const [update, prune] = [updateBaseline === true, pruneBaseline === true];
  if (baseline !== undefined) return { file: baseline, update, prune };
  if (update || prune)
    throw new UsageError("no-baseline", "name the file, too: --baseline voicecheck-baseline.ndjson");
  return undefined;
}

/** What is to be done with what can be mended. Throws `UsageError` for two that exclude each other. */
export function fixModeOf({ fix, fixDryRun, diff }: RawOptions): FixMode | undefined {
  if (fix === true && fixDryRun === true)
    throw new UsageError("two-fixes", "--fix writes and --fix-dry-run does not; give one of them");
  if (fix !== true && fixDryRun !== true && diff !== true) return undefined;
  return { writes: fix === true, lists: fixDryRun === true, diffs: diff === true };
}

/** Throws `UsageError` where one report would be written over another. */
export function checkOutputs(outputs: readonly OutputOption[]): void {
  if (outputs.filter(({ file }) => file === undefined).length > 1)
    throw new UsageError(
      "two-outputs",
      "only one format can go to stdout; give the others a file: -f json=report.json",
    );
  const files = outputs.flatMap(({ file }) => (file === undefined ? [] : [normalize(file)]));
  const twice = files.find((file, index) => files.indexOf(file) < index && !isDevice(file));
  if (twice !== undefined)
    throw new UsageError("one-file", `two reports can't both be in ${twice}; give each a file of its own`);
}

/** Devices and pipes take one report after the other. */
function isDevice(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() === false;
}

/** Throws `UsageError` for what a stream can't do: it lets each line go before the next. */
export function checkStream(
  { baseline, cache, fix }: Pick<Options, "baseline" | "cache" | "fix">,
  outputs: readonly OutputOption[],
): void {
  if (!isStream({ outputs })) return;
  if (baseline !== undefined)
    throw new UsageError(
      "baseline-stream",
      "a stream of NDJSON has no baseline; write -f json, or name a file",
    );
  if (cache === true)
    throw new UsageError(
      "cache-stream",
      "a stream of NDJSON keeps no results; write -f json, or leave --cache out",
    );
  if (fix !== undefined)
    throw new UsageError("fix-stream", "a stream of NDJSON can't be mended; write -f json, or name a file");
}

/** Throws `UsageError` where watching would never end, or nothing be seen. */
export function checkWatch({ watch, fix, text }: RawOptions, outputs: readonly OutputOption[]): void {
  if (watch !== true) return;
  if (fix === true)
    throw new UsageError("watch-fix", "--fix would write what --watch waits for; give one of them");
  if (text !== undefined) throw new UsageError("watch-text", "--text never changes; name a file for --watch");
  if (isStream({ outputs }))
    throw new UsageError("watch-stream", "a stream of NDJSON is read once; take another format for --watch");
}

/** Throws `UsageError` where only changed posts are asked for in a way that can't be. */
export function checkChanged(raw: RawOptions, outputs: readonly OutputOption[]): void {
  const { staged, since, fix, fixDryRun, diff } = raw;
  if (staged !== true && since === undefined) return;
  if (staged === true && since !== undefined)
    throw new UsageError(
      "two-changes",
      "--staged and --since compare with different things; give one of them",
    );
  if (fix === true || fixDryRun === true || diff === true)
    throw new UsageError(
      "changed-fix",
      "--fix mends whole files; leave out --staged and --since, and name the files",
    );
  if (raw.updateBaseline === true || raw.pruneBaseline === true)
    throw new UsageError(
      "changed-baseline",
      "a baseline is kept by all posts; leave out --staged and --since, or --update-baseline and --prune-baseline",
    );
  if (isStream({ outputs }))
    throw new UsageError("changed-stream", "a stream of NDJSON tells of every post; write -f json");
}
