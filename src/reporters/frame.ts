import { countedLevel } from "../score.ts";
import type { Finding, Level, Span, Style } from "../types.ts";
import { characterEnd } from "./cells.ts";
import { harmless } from "./harmless.ts";
import { cellsOf, rowsOf } from "./rows.ts";

/** One line of a post with the findings that begin on it. */
export interface FlaggedLine extends Span {
  readonly findings: readonly Finding[];
}

const LEVELS: readonly (Level | undefined)[] = [undefined, "info", "warning", "error"];
const ELLIPSIS = "…";

/** The lines of a text on which findings begin, in order. Linear in text and findings. */
export function flaggedLines(text: string, findings: readonly Finding[]): readonly FlaggedLine[] {
  const sorted = [...findings].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  const lines: FlaggedLine[] = [];
  let start = 0;
  let next = 0;
  while (next < sorted.length) {
    const newline = text.indexOf("\n", start);
    const end = newline < 0 ? text.length : newline;
    const from = next;
    while (next < sorted.length && (sorted[next].span.start <= end || newline < 0)) next++;
    if (next > from) lines.push({ start, end, findings: sorted.slice(from, next) });
    start = end + 1;
  }
  return lines;
}

/**
 * A line of a post with carets under all that is flagged; a line wider than `width` cells is broken into rows,
 * and those without a flag are left out.
 */
export function frameLines(text: string, line: FlaggedLine, width: number, style: Style): readonly string[] {
  const marks = marksOf(line);
  const lines: string[] = [];
  const whole = rowsOf(text, line, width);
  const rows = whole.length === 1 ? whole : rowsOf(text, line, width - 2 * ELLIPSIS.length);
  for (const row of rows) {
    const isLast = row.end === line.end;
    if (!isMarked(marks, row.start - line.start, row.end - line.start + (isLast ? 1 : 0))) continue;
    const before = row.start > line.start ? ELLIPSIS : "";
    const after = isLast ? "" : ELLIPSIS;
    lines.push(
      style.paint("dim", before) + harmless(text.slice(row.start, row.end)) + style.paint("dim", after),
    );
    lines.push(" ".repeat(before.length) + caretsOf(text, row, line, marks, style));
  }
  return lines;
}

/** Whether the line fits into `width` cells without a break. */
export function fits(text: string, line: Span, width: number): boolean {
  return rowsOf(text, line, width).length === 1;
}

/** For each unit of the line, and for the place behind it, the rank of the worst level that flags it; 0 for none. */
function marksOf(line: FlaggedLine): Uint8Array {
  const marks = new Uint8Array(line.end - line.start + 1);
  for (const finding of line.findings) {
    const rank = LEVELS.indexOf(countedLevel(finding));
    const start = finding.span.start - line.start;
    const end = Math.max(start + 1, Math.min(finding.span.end, line.end) - line.start);
    for (let index = start; index < end; index++) if (marks[index] < rank) marks[index] = rank;
  }
  return marks;
}

function isMarked(marks: Uint8Array, from: number, to: number): boolean {
  for (let index = from; index < to; index++) if (marks[index] > 0) return true;
  return false;
}

/** Carets for one row, painted in stretches of one level. */
function caretsOf(text: string, row: Span, line: Span, marks: Uint8Array, style: Style): string {
  let carets = "";
  let rank = 0;
  let cells = 0;
  const flush = (): void => {
    const level = LEVELS[rank];
    if (cells > 0) carets += level === undefined ? " ".repeat(cells) : style.paint(level, "^".repeat(cells));
    cells = 0;
  };
  const put = (worst: number, width: number): void => {
    if (worst !== rank) flush();
    rank = worst;
    cells += width;
  };
  for (let index = row.start; index < row.end; ) {
    const end = Math.min(row.end, characterEnd(text, index));
    put(worstOf(marks, index - line.start, end - line.start), cellsOf(text.slice(index, end)));
    index = end;
  }
  if (row.end === line.end) put(marks[line.end - line.start], 1);
  if (rank > 0) flush();
  return carets;
}

function worstOf(marks: Uint8Array, from: number, to: number): number {
  let worst = 0;
  for (let index = from; index < to; index++) worst = Math.max(worst, marks[index]);
  return worst;
}
