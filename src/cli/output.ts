import { resolve } from "node:path";
import { pointedLines, UsageError } from "../errors.ts";
import { harmless, harmlessLines } from "../reporters/harmless.ts";
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
    const files = await filesFor(reporter.name, options, io);
    if (file === undefined) {
      const style = await styleFor(io.stdout, io, options);
      await io.stdout.write(reporter.render(report, { ...style, ...files, elapsed }));
    } else {
      const { writeFileSafely } = await import("./write-file.ts");
      writeFileSafely(resolve(io.cwd, file), reporter.render(report, { ...fileStyle(options), ...files }));
    }
  }
  if (io.env.GITHUB_STEP_SUMMARY || io.env.GITHUB_OUTPUT)
    await (await import("./runner.ts")).tellRunner(report, options, io);
}

/** What a report takes from the files again, beside what was found in them. */
async function filesFor(
  name: string,
  options: Options,
  { cwd }: Io,
): Promise<Pick<Style, "lineOf" | "sheetOf">> {
  if (name === "rdjsonl") return { lineOf: (await import("./file-lines.ts")).fileLines(cwd) };
  if (name === "csv") return { sheetOf: (await import("./sheets.ts")).sheetsIn(cwd, options) };
  return {};
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

/** What went wrong or should be known: `june.csv:3:1: error: …`, below an error the line with a caret under the spot. */
export function problemLines(problems: readonly Problem[]): string {
  return harmlessLines(problems.flatMap(linesOf).map(harmless));
}

function linesOf({ source, line, column, message, level, excerpt }: Problem): readonly string[] {
  const place = [source, line, column].filter((part) => part !== undefined).join(":");
  const told = `${place}: ${level}: ${message}`;
  if (line === undefined || column === undefined || excerpt === undefined) return [told];
  return [told, ...pointedLines({ line, column, text: excerpt })];
}
