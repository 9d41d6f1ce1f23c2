import { checkMost } from "./most.ts";

/** A row of a sheet: where its cells stand in the file, without their quotes, in UTF-16 offsets. */
export interface Row {
  readonly start: number;
  readonly starts: readonly number[];
  readonly ends: readonly number[];
  /** A quote that opens a cell and is never closed; the row ends with its line. */
  readonly openQuote?: number;
}

const QUOTE = 0x22;
const LF = 0x0a;
const CR = 0x0d;
const SPACE = 0x20;
const TAB = 0x09;

/**
 * Cuts a sheet (RFC 4180, and blanks around quotes) into rows, in one pass. A quote inside a quoted cell that is not doubled stands
 * for itself, unless it looks like the first one of the next cell: then the cell before was not closed, and the next row begins
 * with the next line. Throws `TooMany`.
 */
export function* rowsOf(text: string, separator: string, from: number): Generator<Row, void, void> {
  const sheet = { text, separator: separator.charCodeAt(0), unclosedFrom: Number.POSITIVE_INFINITY };
  let at = from;
  while (at < text.length) {
    const starts: number[] = [];
    const ends: number[] = [];
    const start = at;
    for (;;) {
      const cell = cellAt(sheet, at);
      starts.push(cell.start);
      checkMost("cells in a row", ends.push(cell.end));
      at = cell.next;
      if (cell.isOpen === true) {
        yield { start, starts, ends, openQuote: cell.start - 1 };
        break;
      }
      if (text.charCodeAt(at) !== sheet.separator) {
        yield { start, starts, ends };
        break;
      }
      at++;
    }
    at = behindLineBreak(text, at);
  }
}

/** What a cell says: doubled quotes are one. */
export function cellText(text: string, { starts, ends }: Row, index: number): string {
  const start = starts[index];
  const inner = text.slice(start, ends[index]);
  return isQuoted(text, start) ? inner.replaceAll('""', '"') : inner;
}

/** Whether the content of a cell that begins at an offset stands in quotes. */
export function isQuoted(text: string, start: number): boolean {
  return start > 0 && text.charCodeAt(start - 1) === QUOTE;
}

interface Sheet {
  readonly text: string;
  readonly separator: number;
  /** A cell in quotes that begins here, or later, is never closed: looked for once, not again for each of many such cells. */
  unclosedFrom: number;
}

interface Cell {
  readonly start: number;
  readonly end: number;
  /** The separator, the line break or the end of the file behind it. */
  readonly next: number;
  readonly isOpen?: true;
}

function cellAt(sheet: Sheet, at: number): Cell {
  const { text } = sheet;
  const quote = skipBlanks(sheet, at);
  if (text.charCodeAt(quote) === QUOTE) return quotedCell(sheet, quote);
  const next = plainEnd(sheet, at);
  return { start: at, end: next, next };
}

function quotedCell(sheet: Sheet, quote: number): Cell {
  const { text } = sheet;
  const start = quote + 1;
  let at = text.indexOf('"', start);
  for (; at >= 0; at = text.indexOf('"', at + 1)) {
    // Of a run of quotes the earlier search may have seen another half.
    if (at > sheet.unclosedFrom && text.charCodeAt(at - 1) !== QUOTE) break;
    if (text.charCodeAt(at + 1) === QUOTE) {
      at++;
      continue;
    }
    const next = skipBlanks(sheet, at + 1);
    if (endsCell(sheet, next)) return { start, end: at, next };
    if (at > start && startsCell(sheet, at)) break;
  }
  if (at < 0) sheet.unclosedFrom = Math.min(sheet.unclosedFrom, start);
  const end = lineEnd(text, start);
  return { start, end, next: end, isOpen: true };
}

function skipBlanks({ text, separator }: Sheet, from: number): number {
  let at = from;
  for (let unit = text.charCodeAt(at); unit === SPACE || unit === TAB; unit = text.charCodeAt(++at)) {
    if (unit === separator) break;
  }
  return at;
}

function plainEnd({ text, separator }: Sheet, from: number): number {
  let at = from;
  for (; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit === separator || unit === LF || unit === CR) break;
  }
  return at;
}

function endsCell({ text, separator }: Sheet, at: number): boolean {
  const unit = text.charCodeAt(at);
  return at >= text.length || unit === separator || unit === LF || unit === CR;
}

/** A separator or a line break stands right before. */
function startsCell({ text, separator }: Sheet, at: number): boolean {
  const unit = text.charCodeAt(at - 1);
  return unit === separator || unit === LF || unit === CR;
}

function lineEnd(text: string, from: number): number {
  let at = from;
  while (at < text.length && text.charCodeAt(at) !== LF && text.charCodeAt(at) !== CR) at++;
  return at;
}

function behindLineBreak(text: string, at: number): number {
  return at + (text.charCodeAt(at) === CR && text.charCodeAt(at + 1) === LF ? 2 : 1);
}
