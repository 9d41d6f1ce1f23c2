/** Where the lines of a text begin, for lookups by offset. */
export interface LineIndex {
  readonly count: number;
  /** Line and column of an offset, both from 1; columns in UTF-16 units. */
  readonly positionOf: (offset: number) => { readonly line: number; readonly column: number };
  /** The offset where a line (from 1) begins. */
  readonly startOf: (line: number) => number;
}

/** A line (from 1) of a text, without its line break. */
export function lineAt(text: string, { startOf }: LineIndex, line: number): string {
  return /^[^\r\n]*/u.exec(text.slice(startOf(line)))?.[0] ?? "";
}

/** Indexes the lines of a text; only LF, CRLF and CR end a line. */
export function lineIndex(text: string): LineIndex {
  const starts = lineStarts(text);
  const indexAt = (offset: number): number => {
    let low = 0;
    let high = starts.length;
    while (high - low > 1) {
      const middle = (low + high) >>> 1;
      if (starts[middle] <= offset) low = middle;
      else high = middle;
    }
    return low;
  };
  return {
    count: starts.length,
    positionOf: (offset) => {
      const line = indexAt(offset);
      return { line: line + 1, column: offset - starts[line] + 1 };
    },
    startOf: (line) => starts[line - 1],
  };
}

/** A plain list, since most posts have a few lines, and typed arrays are large and slow to make. */
function lineStarts(text: string): readonly number[] {
  const starts = [0];
  if (!text.includes("\r")) {
    for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) starts.push(at + 1);
    return starts;
  }
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    if (unit !== 0x0a && unit !== 0x0d) continue;
    if (unit === 0x0d && text.charCodeAt(index + 1) === 0x0a) index++;
    starts.push(index + 1);
  }
  return starts;
}
