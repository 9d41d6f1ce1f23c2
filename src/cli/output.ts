import { resolve } from "node:path";
import { UsageError } from "../errors.ts";
import { harmless, harmlessLines } from "../reporters/harmless.ts";
import { reporters } from "../reporters/index.ts";
import type { Problem, Report, Style } from "../types.ts";
import type { Io } from "./io.ts";
import type { Options } from "./options.ts";
import { fileStyle, styleFor } from "./style.ts";

/** Writes the report in every format asked for. */
export async function writeReports(
  report: Report,
  options: Options,
  io: Io,
  elapsed?: number,
): Promise<void> {
  for (const { reporter, file } of options.outputs) {
    await reporter.load?.();
    const lineOf =
      reporter.name === "rdjsonl" ? (await import("./file-lines.ts")).fileLines(io.cwd) : undefined;
    if (file === undefined) {
      const style = await styleFor(io.stdout, io, options);
      await io.stdout.write(reporter.render(report, { ...style, elapsed, lineOf }));
    } else {
      const { writeFileSafely } = await import("./write-file.ts");
      writeFileSafely(resolve(io.cwd, file), reporter.render(report, { ...fileStyle(options), lineOf }));
    }
  }
  await addStepSummary(report, options, io);
}

/** GitHub shows this many bytes of a step's summary. */
const MOST_SUMMARY = 1024 * 1024;

/** Where GitHub's runner takes a summary of the step, the scorecard is put there beside the annotations. */
async function addStepSummary(report: Report, { outputs }: Options, { env }: Io): Promise<void> {
  const path = env.GITHUB_STEP_SUMMARY;
  const isAsked = outputs.some(({ reporter: { name } }) => name === "github" || name === "markdown");
  if (path === undefined || path === "" || !isAsked) return;
  const card = reporters.find(({ name }) => name === "markdown");
  await card?.load?.();
  const text =
    card?.render(report, { paint: (_, words) => words, width: Number.POSITIVE_INFINITY, quiet: false }) ?? "";
  const { appendFileSync } = await import("node:fs");
  if (Buffer.byteLength(text) < MOST_SUMMARY) appendFileSync(path, text);
}

/** How something that is no report is written, by the name of the format. */
export type Forms = Readonly<Record<string, (style: Style) => string>>;

/** Writes the answer of a command in every format asked for. Throws `UsageError` for one that it doesn't know. */
export async function writeForms(command: string, forms: Forms, options: Options, io: Io): Promise<void> {
  for (const { reporter } of options.outputs) {
    if (forms[reporter.name] === undefined) {
      const known = Object.keys(forms).join(" and ");
      throw new UsageError("format", `${command} knows the formats ${known}, not ${reporter.name}`);
    }
  }
  for (const { reporter, file } of options.outputs) {
    const render = forms[reporter.name];
    if (file === undefined) await io.stdout.write(render(await styleFor(io.stdout, io, options)));
    else {
      const { writeFileSafely } = await import("./write-file.ts");
      writeFileSafely(resolve(io.cwd, file), render(fileStyle(options)));
    }
  }
}

/** What went wrong or should be known, one line each: `june.csv:3:1: error: …`. */
export function problemLines(problems: readonly Problem[]): string {
  return harmlessLines(
    problems.map(({ source, line, column, message, level }) => {
      const place = [source, line, column].filter((part) => part !== undefined).join(":");
      return harmless(`${place}: ${level}: ${message}`);
    }),
  );
}
