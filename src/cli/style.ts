import type { PaintName, Style } from "../types.ts";
import type { Io, Sink } from "./io.ts";

/** Colours are off for files and for everything that is no terminal, unless somebody asks for them. */
export interface StyleOptions {
  /** `--color` or `--no-color`. */
  readonly color?: boolean;
  readonly quiet: boolean;
  readonly scores?: boolean;
  readonly explainScore?: boolean;
}

/** How to write to this sink. Loads the colour library only when there will be colour. */
export async function styleFor(sink: Sink, io: Io, options: StyleOptions): Promise<Style> {
  const paint = wantsColor(sink, io.env, options.color) ? await coloured() : plain;
  return { ...chosen(options), paint, width: sink.width };
}

/** How to write to a file. */
export function fileStyle(options: StyleOptions): Style {
  return { ...chosen(options), paint: plain, width: Number.POSITIVE_INFINITY, toFile: true };
}

function chosen({ quiet, scores, explainScore }: StyleOptions): Omit<Style, "paint" | "width"> {
  return { quiet, scores, explainScore };
}

/** The flag, then FORCE_COLOR, then NO_COLOR, then what the terminal says of itself. */
function wantsColor(sink: Sink, env: Io["env"], flag: boolean | undefined): boolean {
  if (flag !== undefined) return flag;
  const force = env.FORCE_COLOR;
  if (force !== undefined) return force !== "0" && force !== "false";
  if (env.NO_COLOR !== undefined && env.NO_COLOR !== "") return false;
  return sink.hasColors();
}

function plain(_name: PaintName, text: string): string {
  return text;
}

async function coloured(): Promise<Style["paint"]> {
  const { Chalk } = await import("chalk");
  // Sixteen colours are the ones that a terminal's theme keeps readable.
  const chalk = new Chalk({ level: 1 });
  const paints: Readonly<Record<PaintName, (text: string) => string>> = {
    error: chalk.red,
    warning: chalk.yellow,
    info: chalk.cyan,
    good: chalk.green,
    dim: chalk.dim,
    bold: chalk.bold,
    underline: chalk.underline,
  };
  return (name, text) => paints[name](text);
}
