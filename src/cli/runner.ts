import { appendFileSync, statSync } from "node:fs";
import { UsageError } from "../errors.ts";
import { reporters } from "../reporters/index.ts";
import type { Report } from "../types.ts";
import { reasonOf } from "./errors.ts";
import type { Io } from "./io.ts";
import type { Options } from "./options.ts";

const TOO_LONG = "The scorecard is too long to be shown here; `-f markdown=FILE` writes it to a file.";
/** GitHub shows this many bytes of a step's summary, in which other commands of the step may have written before. */
const MOST_SUMMARY = 1024 * 1024;

/**
 * Beside annotations GitHub's runner takes a scorecard for the step's summary, and outputs for later steps, in files that it names.
 * Throws `UsageError` where it can't be written.
 */
export async function tellRunner(report: Report, { outputs }: Options, { env }: Io): Promise<void> {
  const isAsked = outputs.some(({ reporter: { name } }) => name === "github" || name === "markdown");
  if (!isAsked) return;
  if (env.GITHUB_STEP_SUMMARY) {
    const { size = 0 } = statSync(env.GITHUB_STEP_SUMMARY, { throwIfNoEntry: false }) ?? {};
    append(env.GITHUB_STEP_SUMMARY, await scorecard(report, MOST_SUMMARY - size));
  }
  if (env.GITHUB_OUTPUT) append(env.GITHUB_OUTPUT, outputsOf(report));
}

/** Of one that is too long only the head. */
async function scorecard(report: Report, most: number): Promise<string> {
  const card = reporters.find(({ name }) => name === "markdown");
  await card?.load?.();
  const style = { paint: (_: string, words: string) => words, width: Number.POSITIVE_INFINITY, quiet: false };
  const text = card?.render(report, style) ?? "";
  if (Buffer.byteLength(text) < most) return text;
  const head = `${text.slice(0, text.indexOf("\n\n"))}\n\n${TOO_LONG}\n`;
  return Buffer.byteLength(head) < most ? head : "";
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
