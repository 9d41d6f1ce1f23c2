import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { type Known, parseBaseline, printBaseline, renewed, spareKnown } from "../baseline.ts";
import { UsageError } from "../errors.ts";
import { counted } from "../reporters/counts.ts";
import { harmless } from "../reporters/harmless.ts";
import type { PostResult } from "../types.ts";
import { reasonOf } from "./errors.ts";
import type { Io } from "./io.ts";
import type { BaselineMode } from "./options.ts";
import { writeFileSafely } from "./write-file.ts";

/** Leaves known flags out of the results of a run, and writes the file where it is to be renewed. */
export interface Baseline {
  readonly spare: (results: readonly PostResult[]) => readonly PostResult[];
  /** One line about the debt, after `spare`. */
  readonly told: () => string;
}

/** Reads a baseline. Throws `UsageError` where it is missing or damaged. */
export function openBaseline({ file, update, prune }: BaselineMode, { cwd }: Pick<Io, "cwd">): Baseline {
  const path = resolve(cwd, file);
  const before = readBaseline(file, path, update);
  let line = "";
  const spare: Baseline["spare"] = (results) => {
    const current = update ? renewed(results, before) : before;
    const { results: spared, found, gone } = spareKnown(results, current);
    const kept = prune ? current.filter((entry) => !gone.includes(entry)) : current;
    if (update || prune) writeFileSafely(path, printBaseline(kept));
    line = `baseline ${file}: ${debtOf(found.length)}${changeOf(kept.length - before.length, update || prune)}${goneOf(gone, prune)}`;
    return spared;
  };
  return { spare, told: () => `${harmless(line)}\n` };
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
  if (typeof entries !== "number") return entries;
  throw new UsageError(
    "bad-baseline",
    `${file}:${entries}:1: this line is no entry of a baseline, {"source","rule","fingerprint","text"}; take it out, or write the file anew with --update-baseline`,
  );
}

function textOf(file: string, path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    throw new UsageError("no-baseline", `the baseline ${file} ${reasonOf(error)}`);
  }
}

function debtOf(count: number): string {
  return `${counted(count, "known flag")}`;
}

function changeOf(change: number, isWritten: boolean): string {
  if (!isWritten) return "";
  if (change === 0) return ", as many as before";
  return change < 0 ? `, ${-change} fewer than before` : `, ${change} more than before`;
}

function goneOf(gone: readonly Known[], isPruned: boolean): string {
  if (gone.length === 0) return "";
  const entries = gone.length === 1 ? "1 entry" : `${gone.length} entries`;
  return isPruned
    ? `; ${entries} taken out`
    : `; ${entries} no longer found: --prune-baseline takes them out`;
}
