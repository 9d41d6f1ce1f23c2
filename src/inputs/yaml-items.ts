import type { Span } from "../types.ts";

const LINE = /[^\r\n]*(?:\r\n?|\n|$)/uy;
const ITEM = /^ *-(?=[ \t\r\n]|$)/u;
const DOCUMENT = /^(?:---|\.\.\.)(?=\s|$)/u;
const BLANK = /^[ \t]*(?:#.*)?[\r\n]*$/u;

/**
 * The items of the lists in a text that may be no YAML, by their hyphens and the blanks before them alone: an item goes on until the
 * next hyphen as far to the left, or words that are not farther to the right.
 */
export function itemsByIndent(text: string): readonly Span[] {
  const items: Span[] = [];
  let open: { readonly start: number; readonly indent: number } | undefined;
  const close = (end: number): void => {
    if (open !== undefined) items.push({ start: open.start, end });
    open = undefined;
  };
  for (let start = 0; start < text.length; start = LINE.lastIndex) {
    LINE.lastIndex = start;
    LINE.test(text);
    const line = text.slice(start, LINE.lastIndex);
    if (DOCUMENT.test(line)) close(start);
    if (DOCUMENT.test(line) || BLANK.test(line)) continue;
    const indent = indentOf(line);
    if (open !== undefined && indent <= open.indent) close(start);
    if (open === undefined && ITEM.test(line)) open = { start, indent };
  }
  close(text.length);
  return items;
}

/** How many blanks stand before a line's words. A tab among them is a mistake, which spoils the item that it is in. */
function indentOf(line: string): number {
  const blanks = line.length - line.trimStart().length;
  return line.slice(0, blanks).includes("\t") ? Number.POSITIVE_INFINITY : blanks;
}

/** The text with nothing in these items but their hyphens; all else stands where it stood. */
export function withoutItems(text: string, items: readonly Span[]): string {
  let kept = "";
  let from = 0;
  for (const { start, end } of items) {
    const item = text.slice(start, end);
    const hyphen = item.indexOf("-") + 1;
    kept += text.slice(from, start) + item.slice(0, hyphen) + item.slice(hyphen).replace(/[^\r\n]/gu, " ");
    from = end;
  }
  return kept + text.slice(from);
}
