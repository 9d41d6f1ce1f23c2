import { existsSync, readFileSync } from "node:fs";
import { dirname, relative, resolve, sep } from "node:path";
import {
  type BadLine,
  entriesFor,
  type Files,
  type Known,
  parseBaseline,
  printBaseline,
  spareKnown,
} from "../baseline.ts";
import { UsageError } from "../errors.ts";
import { counted } from "../reporters/counts.ts";
import { harmless, harmlessLines } from "../reporters/harmless.ts";
import type { PostResult, Problem } from "../types.ts";
import { reasonOf } from "./errors.ts";
import type { Io } from "./io.ts";
import type { BaselineMode, Options } from "./options.ts";
import type { Targets } from "./targets.ts";
import { writeFileSafely } from "./write-file.ts";

/** Leaves known flags out of the results of a run, and writes the file where it is to be renewed. */
export interface Baseline {
  readonly spare: (results: readonly PostResult[], problems: readonly Problem[]) => readonly PostResult[];
  /** What is to be said about the debt, after `spare`. */
  readonly told: () => string;
  /** How many flags were left out, after `spare`. */
  readonly count: () => number;
}

/** So many entries that are no longer found are shown. */
const MOST_SHOWN = 5;

/** Reads a baseline. Throws `UsageError` where it is missing or damaged. */
export function openBaseline(mode: BaselineMode, targets: Targets, options: Options, io: Io): Baseline {
  const path = resolve(io.cwd, mode.file);
  const before = readBaseline(mode.file, path, mode.update);
  const files = filesAround(path, io);
  let lines: readonly string[] = [];
  let count = 0;
  const spare: Baseline["spare"] = (results, problems) => {
    const first = spareKnown(results, before, files);
    const judged = judgedBy(results, problems, { targets, options, files });
    const gone = before.filter((entry) => !first.found.has(entry) && judged(entry));
    const kept = mode.update || mode.prune ? before.filter((entry) => !gone.includes(entry)) : before;
    const now = mode.update ? renewed(kept, first.found, entriesFor(results, files)) : kept;
    const { results: spared, found } = mode.update ? spareKnown(results, now, files) : first;
    if (mode.update || mode.prune) writeFileSafely(path, printBaseline(now));
    count = found.size;
    lines = [
      `baseline ${mode.file}: ${counted(count, "known flag")}${changeOf(now.length - before.length, mode)}${goneOf(gone, mode)}`,
      ...shownOf(mode.update ? [] : gone),
    ];
    return spared;
  };
  return { spare, told: () => harmlessLines(lines.map(harmless)), count: () => count };
}

/** Entries that were not looked for stay; those that were found are written anew, with the name that their file has now. */
function renewed(
  kept: readonly Known[],
  found: ReadonlySet<Known>,
  entries: readonly Known[],
): readonly Known[] {
  return [...kept.filter((entry) => !found.has(entry)), ...entries];
}

/** A baseline names files as seen from its own folder, so that it is the same from wherever voicecheck is run. */
function filesAround(path: string, { cwd }: Pick<Io, "cwd">): Files {
  const folder = dirname(path);
  return {
    nameOf: (source) => relative(folder, resolve(cwd, source)).replaceAll(sep, "/"),
    isThere: (name) => existsSync(resolve(folder, name)),
  };
}

interface Judging {
  readonly targets: Targets;
  readonly options: Options;
  readonly files: Files;
}

/** Whether an entry would have been found if it still were there: its file was read whole, and its rule ran. */
function judgedBy(
  results: readonly PostResult[],
  problems: readonly Problem[],
  { targets, options: { only, skip = [] }, files: { nameOf, isThere } }: Judging,
): (entry: Known) => boolean {
  // Posts that did not change were not looked at.
  if (targets.others !== undefined) return () => false;
  const broken = new Set(problems.filter(({ level }) => level === "error").map(({ source }) => source));
  const sources = [...targets.list.map(({ name }) => name), ...results.map(({ post }) => post.source)];
  const read = new Set(sources.filter((source) => !broken.has(source)).map(nameOf));
  return ({ source, rule }) => {
    if (skip.some((name) => isWithin(rule, name))) return false;
    if (only !== undefined && !only.some((name) => isWithin(rule, name))) return false;
    return read.has(source) || !isThere(source);
  };
}

/** Whether a name is another or lies in it: `corporate/jargon` in `corporate`. */
function isWithin(name: string, other: string): boolean {
  return name === other || name.startsWith(`${other}/`);
}

function readBaseline(file: string, path: string, isNewFine: boolean): readonly Known[] {
  if (!existsSync(path)) {
    if (isNewFine) return [];
    throw new UsageError(
      "no-baseline",
      `there is no baseline ${file}; write one with --baseline ${file} --update-baseline`,
    );
  }
  const entries = parseBaseline(textOf(file, path));
  if ("line" in entries) throw new UsageError("bad-baseline", damage(file, entries));
  return entries;
}

const CONFLICT = /^(?:<{7}|={7}|>{7}|\|{7})/u;
const LONGEST_LINE = 100;

function damage(file: string, { line, text }: BadLine): string {
  const why = CONFLICT.test(text)
    ? "two branches changed the baseline; keep the lines of both and take out those with the marks of the conflict"
    : 'this line is no entry of a baseline, {"source","rule","fingerprint","text"}; take it out, or delete the file and write it anew with --update-baseline';
  const shown = text.length <= LONGEST_LINE ? text : `${text.slice(0, LONGEST_LINE)} …`;
  return `${file}:${line}:1: ${why}\n  ${shown}\n  ^`;
}

function textOf(file: string, path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    throw new UsageError("no-baseline", `the baseline ${file} ${reasonOf(error)}`);
  }
}

function changeOf(change: number, { update, prune }: BaselineMode): string {
  if (!update && !prune) return "";
  if (change === 0) return ", as many as before";
  return change < 0 ? `, ${-change} fewer than before` : `, ${change} more than before`;
}

function goneOf(gone: readonly Known[], { update, prune }: BaselineMode): string {
  if (gone.length === 0) return "";
  const entries = gone.length === 1 ? "1 entry" : `${gone.length} entries`;
  return update || prune
    ? `; ${entries} taken out`
    : `; ${entries} no longer found: --prune-baseline takes them out`;
}

/** What is no longer found, so that it can be told whether it was mended or lost. */
function shownOf(gone: readonly Known[]): readonly string[] {
  const lines = gone.slice(0, MOST_SHOWN).map(({ source, rule, text }) => `  ${source}  ${rule}  “${text}”`);
  return gone.length > MOST_SHOWN ? [...lines, `  … and ${gone.length - MOST_SHOWN} more`] : lines;
}
