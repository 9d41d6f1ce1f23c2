import type { LineIndex } from "../text/lines.ts";
import { type FileSpan, type Locate, originBuilder } from "../text/origin.ts";
import { isQuoted } from "./csv-rows.ts";

/** Where the text of a post begins in a cell. */
interface CellPlace {
  readonly lines: () => LineIndex;
  /** So many UTF-16 units of the cell stand before it. */
  readonly skip: number;
}

/** Most posts are never asked for a place; what is kept of each for it is its cell, not its row. */
export function locateLater(text: string, cell: FileSpan, place: CellPlace): Locate {
  let found: Locate | undefined;
  return (span) => {
    found ??= locateCell(text, cell, place);
    return found(span);
  };
}

/** Places in the text of a cell, in which a doubled quote is one sign. */
export function locateCell(text: string, cell: FileSpan, { lines, skip }: CellPlace): Locate {
  const inner = text.slice(cell.offset, cell.endOffset);
  const builder = originBuilder();
  let from = 0;
  const quotes = isQuoted(text, cell.offset) ? inner.matchAll(/""/gu) : [];
  for (const { index } of quotes) {
    builder.add(inner.slice(from, index), cell.offset + from);
    builder.addEscaped('"', cell.offset + index, 2);
    from = index + 2;
  }
  builder.add(inner.slice(from), cell.offset + from);
  return builder.locate({ lines, cell }, skip);
}
