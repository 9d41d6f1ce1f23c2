import type { Mistake } from "../errors.ts";
import { type LineIndex, lineAt, lineIndex } from "../text/lines.ts";

/** A file of a pack: what mistakes point into. */
export interface PackFile {
  readonly name: string;
  readonly text: string;
  readonly lines: LineIndex;
}

export function packFile(name: string, text: string): PackFile {
  return { name, text, lines: lineIndex(text) };
}

/** A stretch of a pack file, UTF-16 offsets. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** A mistake at a stretch of a file, with its line. */
export function mistakeAt(file: PackFile, { start, end }: Stretch, code: string, message: string): Mistake {
  const { line, column } = file.lines.positionOf(start);
  const from = file.lines.startOf(line);
  const text = lineAt(file.text, file.lines, line);
  const length = Math.max(1, Math.min(end, from + text.length) - start);
  return { code, file: file.name, line, column, length, text, message };
}

/** `file:line:column` of an offset. */
export function placeName(file: PackFile, offset: number): string {
  const { line, column } = file.lines.positionOf(offset);
  return `${file.name}:${line}:${column}`;
}
