import type { Span } from "../types.ts";
import { characterEnd, characterWidth, isPrintable } from "./cells.ts";
import { harmless } from "./harmless.ts";

/**
 * Breaks one line of a text into rows of at most `width` cells, at blanks where there are any.
 * Spans are offsets in `text`; the blanks at a break belong to no row. Linear.
 */
export function rowsOf(text: string, line: Span, width: number): readonly Span[] {
  if (fitsSurely(text, line, width)) return [{ start: line.start, end: line.end }];
  const rows: Span[] = [];
  let start = line.start;
  let used = 0;
  /** The last blank of this row, where it could be broken. */
  let blank = -1;
  for (let index = start; index < line.end; ) {
    const end = Math.min(line.end, characterEnd(text, index));
    const cells = cellsOf(text.slice(index, end));
    if (used + cells > width && index > start) {
      const breakAt = blank > start ? blank : index;
      rows.push({ start, end: breakAt });
      start = blank > start ? blank + 1 : index;
      used = cellsBetween(text, start, index);
      blank = -1;
    }
    if (text[index] === " ") blank = index;
    used += cells;
    index = end;
  }
  rows.push({ start, end: line.end });
  return rows;
}

/** No unit takes more than two cells, and most take one. */
function fitsSurely(text: string, { start, end }: Span, width: number): boolean {
  const units = end - start;
  return units * 2 <= width || (units <= width && isPrintable(text, start, end));
}

/** Breaks words into lines of at most `width` cells. */
export function wrapped(text: string, width: number): readonly string[] {
  return rowsOf(text, { start: 0, end: text.length }, width).map((row) => text.slice(row.start, row.end));
}

/** The cells that a character of a foreign text takes once it is made harmless. */
export function cellsOf(character: string): number {
  return isPrintable(character) ? character.length : characterWidth(harmless(character));
}

function cellsBetween(text: string, start: number, end: number): number {
  let width = 0;
  for (let index = start; index < end; ) {
    const next = characterEnd(text, index);
    width += cellsOf(text.slice(index, next));
    index = next;
  }
  return width;
}
