import type { Sheet, SheetRow, Source } from "../types.ts";
import { isBlank, sheetOf } from "./csv.ts";
import { columnsOf } from "./csv-columns.ts";
import { cellText, rowsOf } from "./csv-rows.ts";

/** A sheet as it stands, row by row, for a report that gives it back; nothing where it holds no posts. */
export function readSheet({
  name,
  text,
  columns,
}: Pick<Source, "name" | "text" | "columns">): Sheet | undefined {
  const source = { name, text, columns, report: () => undefined };
  const { separator, from, lines } = sheetOf(source);
  const rows: SheetRow[] = [];
  for (const row of rowsOf(text, separator, from)) {
    if (isBlank(text, row)) continue;
    const line = lines().positionOf(row.start).line;
    const endLine = lines().positionOf(row.ends[row.ends.length - 1]).line;
    rows.push({ line, endLine, cells: row.starts.map((_, index) => cellText(text, row, index)) });
  }
  const [first, ...rest] = rows;
  const found =
    first &&
    columnsOf(
      first.cells,
      rest.map(({ cells }) => cells),
      source,
    );
  if (found === undefined) return undefined;
  return {
    separator,
    header: found.hasHeader ? first.cells : found.keys,
    rows: found.hasHeader ? rest : rows,
  };
}
