import type { LineIndex } from "../text/lines.ts";
import type { FileSpan } from "../text/origin.ts";
import type { Post, Source } from "../types.ts";
import type { Reading } from "./about.ts";
import { columnsOf, type SheetColumns } from "./csv-columns.ts";
import { locateCell, locateLater } from "./csv-origin.ts";
import { cellText, type Row, rowsOf } from "./csv-rows.ts";
import { type DayOrder, dayOrderOf, isAmbiguous } from "./dates.ts";
import { linesOf } from "./file.ts";
import { holdNotes } from "./held-notes.ts";
import { type Ids, uniqueIds } from "./ids.ts";
import { type ItemPlaces, postsOfItem } from "./item.ts";
import type { Item } from "./items.ts";
import type { JsonPath } from "./json-origin.ts";
import { checkMost } from "./most.ts";
import { withThreads } from "./numbered-posts.ts";
import { rolesOf } from "./roles.ts";
import type { StructuredInput } from "./structured-input.ts";
import { unnamedAlone } from "./unnamed.ts";

/** A sheet with a post in each row: of schedulers (Sprout Social, Hootsuite, Buffer, Publer, …) or home-made. */
export const csv: StructuredInput = {
  read,
  write: (words) => (/[",;\t|\r\n]/u.test(words) ? undefined : words),
};

const SEPARATORS = [",", ";", "\t", "|"];
const SEPARATOR_LINE = /^sep=(.)[ \t]*(?:\r\n?|\n|$)/iu;
/** Rows that are looked at to find out what columns hold. */
const SAMPLE = 1_000;
/** No sheet of posts has more; the first rows are looked at in each of them. */
const MOST_COLUMNS = 1_000;

/** A sheet that is not cut into rows yet. */
export interface UncutSheet {
  readonly source: Source;
  readonly separator: string;
  /** Where the first row begins. */
  readonly from: number;
  readonly lines: () => LineIndex;
}

function read(asked: Source): readonly Post[] {
  const { source, end } = holdNotes(asked);
  const posts = postsOfSheet(sheetOf(source));
  end(posts);
  return unnamedAlone(withThreads(posts), source.name);
}

function postsOfSheet(sheet: UncutSheet): readonly Post[] {
  const { source } = sheet;
  const header = firstRow(source.text, sheet.separator, sheet.from);
  if (header?.openQuote !== undefined) {
    reportOpenQuote(sheet, header.openQuote, "so nothing of it was checked");
    return [];
  }
  const [first, ...rest] = sampleOf(sheet);
  if (first === undefined) return [];
  if (first.length > MOST_COLUMNS) {
    source.report(tooManyColumns(first.length, sheet.separator));
    return [];
  }
  const found = columnsOf(first, rest, source);
  if (found === undefined) return [];
  return postsIn(sheet, found, found.hasHeader ? rest : [first, ...rest]);
}

/** Finds out how a sheet is cut. */
export function sheetOf(source: Source): UncutSheet {
  const told = SEPARATOR_LINE.exec(source.text);
  const from = told?.[0].length ?? 0;
  const separator = told?.[1] ?? separatorOf(source, from);
  return { source, separator, from, lines: linesOf(source.text) };
}

/** The separator that the first row with words has most of, outside of quotes. */
function separatorOf({ text, name }: Source, from: number): string {
  if (name.toLowerCase().endsWith(".tsv")) return "\t";
  let best = ",";
  let most = 0;
  for (const separator of SEPARATORS) {
    const cells = firstRow(text, separator, from)?.starts.length ?? 0;
    if (cells > most) {
      best = separator;
      most = cells;
    }
  }
  return best;
}

function firstRow(text: string, separator: string, from: number): Row | undefined {
  for (const row of rowsOf(text, separator, from)) if (!isBlank(text, row)) return row;
  return undefined;
}

/** The texts of the first rows that are not empty. */
function sampleOf({ source: { text }, separator, from }: UncutSheet): readonly (readonly string[])[] {
  const sample: (readonly string[])[] = [];
  for (const row of rowsOf(text, separator, from)) {
    if (isBlank(text, row) || row.openQuote !== undefined) continue;
    if (sample.push(row.starts.map((_, index) => cellText(text, row, index))) > SAMPLE) break;
  }
  return sample;
}

function postsIn(
  sheet: UncutSheet,
  found: SheetColumns,
  sample: readonly (readonly string[])[],
): readonly Post[] {
  const { source, separator, from } = sheet;
  const ids = uniqueIds(source);
  const reading = { dayOrder: dayOrder(sheet, found, sample) };
  const posts: Post[] = [];
  let number = found.hasHeader ? -1 : 0;
  let rows = 0;
  for (const row of rowsOf(source.text, separator, from)) {
    checkMost("lines", ++rows);
    const isEmpty = isBlank(source.text, row);
    // Nothing counts before the header.
    if (number < 0 && isEmpty) continue;
    number++;
    if (number === 0 || (isEmpty && row.openQuote === undefined)) continue;
    for (const post of postsOfRow({ ...sheet, row, number, found, reading, ids }))
      checkMost("posts", posts.push(post));
  }
  return posts;
}

interface RowContext extends UncutSheet {
  readonly row: Row;
  /** From 1, without the header. */
  readonly number: number;
  readonly found: SheetColumns;
  readonly reading: Reading;
  readonly ids: Ids;
}

function postsOfRow(context: RowContext): readonly Post[] {
  const { source, row, number, found, reading, ids, lines } = context;
  if (row.openQuote !== undefined) {
    reportOpenQuote(context, row.openQuote, `so row ${number} was not checked`);
    return [];
  }
  const { line } = lines().positionOf(row.start);
  if (row.starts.length > found.keys.length && hasMore(context)) {
    const message = `row ${number} has ${row.starts.length} cells and the first row ${found.keys.length}, so what stands behind was left out; put quotes around texts that hold “${context.separator}”`;
    const place = lines().positionOf(row.starts[found.keys.length]);
    source.report({ ...place, code: "long-row", message, level: "note" });
  }
  const value = itemOf(source.text, row, found);
  const item = { value, places: placesOf(context), source: { ...source, columns: found.columns }, line };
  return postsOfItem({ ...item, name: `${source.name}#${number}`, reading }, ids);
}

function reportOpenQuote({ source, lines }: UncutSheet, quote: number, so: string): void {
  const message = `this quote is not closed, ${so}; write “"” at the end of its cell, and “""” for a quote inside`;
  source.report({ ...lines().positionOf(quote), code: "unclosed-quote", message, level: "error" });
}

function tooManyColumns(count: number, separator: string): Parameters<Source["report"]>[0] {
  const shown = separator === "\t" ? "a tab" : `“${separator}”`;
  const message = `this sheet has ${count} columns where ${shown} parts them, and ${MOST_COLUMNS} are the most, so nothing of it was checked; write “sep=;” as the first line where another sign parts them`;
  return { line: 1, code: "too-many-columns", message, level: "error" };
}

/** Whether a cell beyond the header says anything. */
function hasMore({ source, row, found }: RowContext): boolean {
  return row.starts.some(
    (_, index) => index >= found.keys.length && cellText(source.text, row, index).trim() !== "",
  );
}

/** The row as a map of what can say something of a post. It has no prototype, so that a header may be called anything. */
function itemOf(text: string, row: Row, { keys, told }: SheetColumns): Item {
  const item: Record<string, string> = Object.create(null);
  for (const index of told) item[keys[index]] = index < row.starts.length ? cellText(text, row, index) : "";
  return item;
}

function placesOf({ source: { text }, row, found: { keys }, lines }: RowContext): ItemPlaces {
  const cellOf = ([key]: JsonPath): FileSpan => {
    const index = keys.indexOf(String(key));
    return { offset: row.starts[index], endOffset: row.ends[index] };
  };
  return {
    locate: (path, skip) => locateLater(text, cellOf(path), { lines, skip }),
    written: (path) => {
      const { offset, endOffset } = cellOf(path);
      return text.slice(offset, endOffset);
    },
    lineOf: (path, skip) => {
      const { offset, endOffset } = cellOf(path);
      if (skip > 0)
        return locateCell(text, { offset, endOffset }, { lines, skip })({ start: 0, end: 0 }).line;
      const inner = text.slice(offset, endOffset);
      return lines().positionOf(offset + inner.length - inner.trimStart().length).line;
    },
  };
}

/** Which way the sheet's dates are written; where none tells, it is said what is taken. */
function dayOrder(
  { source }: UncutSheet,
  { keys, columns }: SheetColumns,
  sample: readonly (readonly string[])[],
): DayOrder | undefined {
  const [key] = rolesOf(keys, columns).get("date") ?? [];
  if (key === undefined) return undefined;
  const dates = sample.map((row) => row[keys.indexOf(key)] ?? "");
  const order = dayOrderOf(dates);
  const unclear = order === undefined ? dates.find(isAmbiguous) : undefined;
  if (unclear !== undefined) {
    const message = `dates like “${unclear}” are read as month/day/year; write 2026-06-30 to be sure`;
    source.report({ line: 1, code: "guessed-dates", message, level: "note" });
  }
  return order;
}

/** Whether no cell of a row holds anything. */
export function isBlank(text: string, { starts, ends }: Row): boolean {
  return starts.every(
    (start, index) => start === ends[index] || text.slice(start, ends[index]).trim() === "",
  );
}
