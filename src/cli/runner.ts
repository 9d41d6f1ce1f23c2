import { appendFileSync } from "node:fs";
import { UsageError } from "../errors.ts";
import { reporters } from "../reporters/index.ts";
import type { Report } from "../types.ts";
import { reasonOf } from "./errors.ts";
import type { Io } from "./io.ts";
import type { Options } from "./options.ts";

/** GitHub shows this many bytes of a step's summary. */
const MOST_SUMMARY = 1024 * 1024;

/**
 * Beside annotations GitHub's runner takes a scorecard for the step's summary, and outputs for later steps, in files that it names.
 * Throws `UsageError` where it can't be written.
 */
export async function tellRunner(report: Report, { outputs }: Options, { env }: Io): Promise<void> {
  const isAsked = outputs.some(({ reporter: { name } }) => name === "github" || name === "markdown");
  if (!isAsked) return;
  if (env.GITHUB_STEP_SUMMARY) append(env.GITHUB_STEP_SUMMARY, await scorecard(report));
  if (env.GITHUB_OUTPUT) append(env.GITHUB_OUTPUT, outputsOf(report));
}

async function scorecard(report: Report): Promise<string> {
  const card = reporters.find(({ name }) => name === "markdown");
  await card?.load?.();
  const style = { paint: (_: string, words: string) => words, width: Number.POSITIVE_INFINITY, quiet: false };
  const text = card?.render(report, style) ?? "";
  return Buffer.byteLength(text) < MOST_SUMMARY ? text : "";
}

/** The numbers of the summary, as later steps read them. */
function outputsOf({ summary }: Report): string {
  const lines = Object.entries(summary).map(([name, count]) => `${name}=${count}\n`);
  return lines.join("");
}

function append(path: string, text: string): void {
  try {
    appendFileSync(path, text);
  } catch (error) {
    throw new UsageError(
      "unwritable",
      `what GitHub's runner takes can't be written: ${path} ${reasonOf(error)}`,
    );
  }
}
