/** A mistake in a file that the user wrote, with all that is needed to show it. Lines and columns from 1, in UTF-16 units. */
export interface Mistake {
  /** Stable name of the kind of mistake: `unknown-key`. */
  readonly code: string;
  readonly file: string;
  readonly line: number;
  readonly column: number;
  /** How many columns the caret covers; 1 when missing. */
  readonly length?: number;
  /** The line itself, without its newline. */
  readonly text: string;
  /** What is wrong, and what to write instead. */
  readonly message: string;
  /** A second place that belongs to the mistake (`file:line:column`). */
  readonly see?: string;
}

/** The pack could not be used. Holds all mistakes of all its layers. */
export class PackError extends Error {
  readonly mistakes: readonly Mistake[];

  constructor(mistakes: readonly Mistake[]) {
    super(mistakes.map(frame).join("\n"));
    this.name = "PackError";
    this.mistakes = mistakes;
  }
}

/** The command line, or a path in it, could not be used. */
export class UsageError extends Error {
  readonly code: string;

  constructor(code: string, message: string) {
    super(message);
    this.name = "UsageError";
    this.code = code;
  }
}

const LONGEST_FRAME = 100;

/** A mistake as people read it: place and message, then the line with a caret under the spot. */
export function frame(mistake: Mistake): string {
  const { file, line, column, message, see } = mistake;
  const also = see === undefined ? "" : `\n${" ".repeat(String(line).length)} = see also ${see}`;
  return `${file}:${line}:${column}: ${message}\n${pointedLines(mistake).join("\n")}${also}`;
}

/** The line of a mistake, and below it a caret under the spot; of a long line what stands around it. */
export function pointedLines(
  mistake: Pick<Mistake, "line" | "column" | "length" | "text">,
): readonly string[] {
  const { line, column, length = 1, text } = mistake;
  const from = Math.max(0, column - 1 - LONGEST_FRAME / 2);
  const shown = text.slice(from, from + LONGEST_FRAME).replace(/\t/gu, " ");
  const before = column - 1 - from;
  const caret = " ".repeat(before) + "^".repeat(Math.max(1, Math.min(length, shown.length - before)));
  const gutter = String(line);
  return [`${gutter} | ${shown}`, `${" ".repeat(gutter.length)} | ${caret}`];
}
