import type { PostResult, Sheet, SheetRow, Style } from "../types.ts";

/** Cells by the names of their columns, and the posts that stand in them. */
export interface Row {
  readonly source: string;
  readonly cells: ReadonlyMap<string, string>;
  readonly results: readonly PostResult[];
}

/** All rows, and the names of all columns in the order in which they come. */
export interface Table {
  readonly columns: readonly string[];
  readonly rows: readonly Row[];
  /** Of all sheets, where they have the same. */
  readonly separator?: string;
}

/** What voicecheck itself wrote into a sheet is written anew. */
const OWN_COLUMN = /^vc_/u;

/** The sheets that the posts stand in, as they are; of other files a row for each post. */
export function tableOf(posts: readonly PostResult[], { sheetOf }: Pick<Style, "sheetOf">): Table {
  const columns = new Set<string>();
  const rows: Row[] = [];
  const separators = new Set<string>();
  for (const [source, results] of bySource(posts)) {
    const sheet = sheetOf?.(source);
    const own = sheet && sheetRows(source, sheet, results);
    separators.add(own === undefined ? "" : (sheet?.separator ?? ""));
    for (const row of own ?? results.map(plainRow)) {
      for (const name of row.cells.keys()) columns.add(name);
      rows.push(row);
    }
  }
  const [separator = ""] = separators;
  return { columns: [...columns], rows, ...(separators.size === 1 && separator !== "" && { separator }) };
}

function bySource(posts: readonly PostResult[]): ReadonlyMap<string, readonly PostResult[]> {
  const sources = new Map<string, PostResult[]>();
  for (const result of posts) {
    const list = sources.get(result.post.source);
    if (list === undefined) sources.set(result.post.source, [result]);
    else list.push(result);
  }
  return sources;
}

function plainRow(result: PostResult): Row {
  const { id, source, line, platforms, author = "", account = "", date = "", text } = result.post;
  const cells = {
    id: String(id),
    line: String(line),
    platform: platforms.join(", "),
    author,
    account,
    date,
    text,
  };
  return { source, cells: new Map(Object.entries(cells)), results: [result] };
}

/** The rows of a sheet; nothing where the posts are not those of the file as it stands: it was read from elsewhere, or has changed since. */
function sheetRows(
  source: string,
  { header, rows }: Sheet,
  results: readonly PostResult[],
): readonly Row[] | undefined {
  const names = columnNames(
    header,
    rows.reduce((most, { cells }) => Math.max(most, cells.length), 0),
  );
  const held = new Map<SheetRow, PostResult[]>(rows.map((row) => [row, []]));
  const byLine = new Map<number, SheetRow>();
  for (const row of rows) for (let line = row.line; line <= row.endLine; line++) byLine.set(line, row);
  for (const result of results) {
    const row = byLine.get(result.post.line);
    if (row === undefined || !holds(row, result)) return undefined;
    held.get(row)?.push(result);
  }
  return Array.from(held, ([{ cells }, own]) => ({
    source,
    cells: new Map(
      names.flatMap((name, index) => (OWN_COLUMN.test(name) ? [] : [[name, cells[index] ?? ""] as const])),
    ),
    results: own,
  }));
}

/** Names that tell columns apart, also of those beyond the header. */
function columnNames(header: readonly string[], length: number): readonly string[] {
  const taken = new Set<string>();
  return Array.from({ length: Math.max(header.length, length) }, (_, index) => {
    const name = (header[index] ?? "").trim() || `column ${index + 1}`;
    let free = name;
    for (let number = 2; taken.has(free); number++) free = `${name} (${number})`;
    taken.add(free);
    return free;
  });
}

function holds({ cells }: SheetRow, { post }: PostResult): boolean {
  return cells.some((cell) => cell.replace(/\r\n?/gu, "\n").includes(post.text));
}
