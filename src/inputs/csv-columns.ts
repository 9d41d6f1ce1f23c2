import type { Source } from "../types.ts";
import { readDate } from "./dates.ts";
import { type Columns, isPlatform, keyNamed, roleNamed, rolesOf } from "./roles.ts";

/** What the columns of a sheet are. */
export interface SheetColumns {
  /** The header's cells, or names like “column 2” where there is no header. */
  readonly keys: readonly string[];
  /** Keys with a role that isn't told by their name. */
  readonly columns: Columns;
  readonly hasHeader: boolean;
  /** The indices of the keys that say something: those with a role, and platforms. */
  readonly told: readonly number[];
}

/** A longer cell in a first row is a post and no name of a column. */
const LONGEST_NAME = 60;
const MOST_NAME_WORDS = 8;
const LINK = /^(?:https?:\/\/|www\.)\S+$/iu;
const LETTERS = /\p{L}{2,}/gu;

/** Finds out what the columns are, by their names, else by what the first rows hold; what is guessed is said. Nothing where no column holds posts. */
export function columnsOf(
  first: readonly string[],
  rows: readonly (readonly string[])[],
  source: Pick<Source, "columns" | "report">,
): SheetColumns | undefined {
  const named = uniqueKeys(first);
  const given = source.columns ?? {};
  const isNamed = rolesOf(named, given).size > 0 || named.some(isPlatform);
  const hasHeader = isNamed || !first.some(isContent);
  const keys = hasHeader ? named : first.map((_, index) => `column ${index + 1}`);
  if (!checkGiven(given, keys, source.report)) return undefined;
  const columns = hasHeader ? given : { ...headerless(keys, [first, ...rows]), ...given };
  const roles = rolesOf(keys, columns);
  const texts = roles.get("text") ?? [];
  if (hasHeader && rows.length === 0) return sheetOf({ keys, columns, hasHeader });
  if (texts.length > 1) source.report(severalTexts(texts));
  if (texts.length > 0 || roles.has("thread") || (hasHeader && keys.some(isPlatform))) {
    if (!hasHeader && given.text === undefined) source.report(guessed(texts[0], false));
    return sheetOf({ keys, columns, hasHeader });
  }
  const used = new Set([...roles.values()].flat());
  const free = new Set(keys.filter((key) => !used.has(key)));
  const text = longestProse(keys, free, rows);
  if (text === undefined) {
    source.report(noText(keys));
    return undefined;
  }
  source.report(guessed(text, true));
  return sheetOf({ keys, columns: { ...columns, text }, hasHeader });
}

/** Of a wide sheet most cells are nothing to a post, and are not looked at in each row. */
function sheetOf(sheet: Omit<SheetColumns, "told">): SheetColumns {
  const { keys, columns } = sheet;
  const roles = rolesOf(keys, columns);
  const named = new Set([...roles.values()].flat());
  const told = [...keys.keys()].filter((index) => named.has(keys[index]) || isPlatform(keys[index]));
  return { ...sheet, told };
}

/** Empty names and those that come twice get one of their own. */
function uniqueKeys(first: readonly string[]): readonly string[] {
  const taken = new Set<string>();
  const last = new Map<string, number>();
  return first.map((cell, index) => {
    const name = cell.trim() === "" ? `column ${index + 1}` : cell.trim();
    let key = name;
    let number = last.get(name) ?? 1;
    while (taken.has(key)) key = `${name} (${++number})`;
    last.set(name, number);
    taken.add(key);
    return key;
  });
}

/** Whether a cell can be no name of a column: a date, a link, a sentence. */
function isContent(cell: string): boolean {
  const text = cell.trim();
  if (text.length > LONGEST_NAME || LINK.test(text) || readDate(text) !== undefined) return true;
  return text.split(/\s+/u).length > MOST_NAME_WORDS || /[.!?…]$/u.test(text);
}

/** The columns of a sheet without names: the first with dates, the longest with words, the first with links. */
function headerless(keys: readonly string[], rows: readonly (readonly string[])[]): Columns {
  const date = keys.find((_, index) => most(rows, index, (cell) => readDate(cell) !== undefined));
  const link = keys.find((_, index) => most(rows, index, (cell) => LINK.test(cell)));
  const free = new Set(keys.filter((key) => key !== date && key !== link));
  const text = longestProse(keys, free, rows);
  return {
    ...(date !== undefined && { date }),
    ...(link !== undefined && { link }),
    ...(text !== undefined && { text }),
  };
}

function most(
  rows: readonly (readonly string[])[],
  index: number,
  holds: (cell: string) => boolean,
): boolean {
  const cells = filledCells(rows, index);
  return cells.length > 0 && cells.filter(holds).length * 2 > cells.length;
}

function filledCells(rows: readonly (readonly string[])[], index: number): readonly string[] {
  return rows.map((row) => (row[index] ?? "").trim()).filter((cell) => cell !== "");
}

/** The column with the longest cells at the median, of those that hold words. */
function longestProse(
  keys: readonly string[],
  free: ReadonlySet<string>,
  rows: readonly (readonly string[])[],
): string | undefined {
  let best: string | undefined;
  let longest = 0;
  for (const [index, key] of keys.entries()) {
    if (!free.has(key) || !most(rows, index, isProse)) continue;
    const lengths = filledCells(rows, index)
      .map((cell) => cell.length)
      .sort((one, other) => one - other);
    const median = lengths[lengths.length >>> 1];
    if (median <= longest) continue;
    longest = median;
    best = key;
  }
  return best;
}

/** Two words at least, and no date. */
function isProse(cell: string): boolean {
  return !LINK.test(cell) && (cell.match(LETTERS)?.length ?? 0) >= 2 && readDate(cell) === undefined;
}

/** Whether every column that was named is there; else it is said which are. */
function checkGiven(given: Columns, keys: readonly string[], report: Source["report"]): boolean {
  const missing = Object.values(given).filter((header) => keyNamed(header, keys) === undefined);
  for (const header of missing) {
    const message = `no column is called “${header}”; there are: ${keys.join(", ")}`;
    report({ line: 1, code: "no-column", message, level: "error" });
  }
  return !Object.entries(given).some(
    ([role, header]) => roleNamed(role) === "text" && missing.includes(header),
  );
}

type Told = Parameters<Source["report"]>[0];

function severalTexts([taken, ...others]: readonly string[]): Told {
  const message = `the posts are read from the column “${taken}”, and from “${others.join("”, “")}” only where that is empty; --column text=NAME takes another`;
  return { line: 1, code: "guessed-column", message, level: "note" };
}

function guessed(text: string, hasHeader: boolean): Told {
  const why = hasHeader ? "which holds the longest texts" : "since the first row names none";
  const message = `the posts are read from the column “${text}”, ${why}; --column text=NAME takes another`;
  return { line: 1, code: "guessed-column", message, level: "note" };
}

function noText(keys: readonly string[]): Told {
  const message = `no column here holds posts, so nothing of it was checked; name it “text”, or write --column text=NAME with one of: ${keys.join(", ")}`;
  return { line: 1, code: "no-text-column", message, level: "error" };
}
