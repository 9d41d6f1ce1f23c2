import type { Place, Span } from "../types.ts";
import { type LineIndex, lineIndex } from "./lines.ts";

/** A stretch of a file, in UTF-16 offsets. */
export interface FileSpan {
  readonly offset: number;
  readonly endOffset: number;
}

/** How places are told from offsets in a file. */
export interface OriginFile {
  /** The lines of the file; asked for when the first place is. */
  readonly lines: () => LineIndex;
  /** What a span with an escape or a fold inside covers instead: the cell's content without its quotes. */
  readonly cell?: FileSpan;
  /** Where the text of `lines` begins in the file, when that is read line by line: lines and UTF-16 units before it. */
  readonly before?: { readonly lines: number; readonly offset: number };
}

/** Says where a span of a post's text stands in the file. */
export type Locate = (span: Span) => Place;

/** Collects a post's text piece by piece, each with its offset in the file. */
export interface OriginBuilder {
  /** Adds words as the file has them; CRLF and CR become LF. */
  readonly add: (text: string, offset: number) => void;
  /** Adds text that the file writes otherwise, in `length` units: an escape, a doubled quote, a folded line. */
  readonly addEscaped: (text: string, offset: number, length: number) => void;
  /** The text so far. */
  readonly text: () => string;
  /** Places of the text without its first `skip` units. */
  readonly locate: (file: OriginFile, skip?: number) => Locate;
}

/** The places of a post whose text is the file's text. */
export function originOf(text: string): Locate {
  let locate: Locate | undefined;
  return (span) => {
    locate ??= locateWhole(text);
    return locate(span);
  };
}

function locateWhole(text: string): Locate {
  const index = lineIndex(text);
  const file = { lines: () => index };
  if (!text.includes("\r")) return (span) => placeOf(within(span, text.length), file);
  const builder = originBuilder();
  builder.add(text, 0);
  return builder.locate(file);
}

/** The stretch of a text of that length; a text without CR is its file, unit by unit. */
function within({ start, end }: Span, length: number): FileSpan {
  const offset = Math.min(start, length);
  return { offset, endOffset: Math.max(offset, Math.min(end, length)) };
}

/** A builder without text. */
export function originBuilder(): OriginBuilder {
  const parts: string[] = [];
  const segments = createSegments();
  const push = (text: string, offset: number, written: Written): void => {
    parts.push(text);
    segments.push(text.length, offset, written);
  };
  const add = (text: string, offset: number): void => {
    let from = 0;
    for (let end = text.indexOf("\r"); end >= 0; end = text.indexOf("\r", from)) {
      push(text.slice(from, end), offset + from, { length: end - from });
      const length = text.charCodeAt(end + 1) === 0x0a ? 2 : 1;
      push("\n", offset + end, { length });
      from = end + length;
    }
    push(text.slice(from), offset + from, { length: text.length - from });
  };
  return {
    add,
    addEscaped: (text, offset, length) => push(text, offset, { length, isEscape: true }),
    text: () => parts.join(""),
    locate: (file, skip = 0) => locateIn(segments.finish(), file, skip),
  };
}

/** How a piece stands in the file: in how many units, and whether in other signs than its own. */
interface Written {
  readonly length: number;
  readonly isEscape?: true;
}

/** Pieces of a text in order, as columns: plain lists, since most posts have a piece or two, and typed arrays are large and slow to make. */
interface Segments {
  /** Offsets in the post's text, with its length behind the last. */
  readonly start: readonly number[];
  readonly fileStart: readonly number[];
  readonly fileEnd: readonly number[];
  /** How many segments up to and with this one are escapes. */
  readonly escapes: readonly number[];
  /** How many gaps in the file stand before this segment: something before it is no part of the text. */
  readonly gaps: readonly number[];
}

interface SegmentList {
  readonly push: (length: number, offset: number, written: Written) => void;
  readonly finish: () => Segments;
}

function createSegments(): SegmentList {
  const start = [0];
  const fileStart: number[] = [];
  const fileEnd: number[] = [];
  const escapes: number[] = [];
  const gaps: number[] = [];
  const push = (length: number, offset: number, written: Written): void => {
    if (length === 0) return;
    const last = fileEnd.length - 1;
    const isGap = fileEnd[last] !== offset;
    start.push(start[last + 1] + length);
    fileStart.push(offset);
    fileEnd.push(offset + written.length);
    escapes.push((escapes[last] ?? 0) + (written.isEscape === true ? 1 : 0));
    gaps.push((gaps[last] ?? 0) + (isGap ? 1 : 0));
  };
  return { push, finish: () => ({ start, fileStart, fileEnd, escapes, gaps }) };
}

/**
 * A span with an escape inside is placed as the whole cell; one with a removed line inside from its first word to its last.
 * Both are then not exact.
 */
function locateIn(segments: Segments, file: OriginFile, skip: number): Locate {
  const { start, fileEnd, escapes, gaps } = segments;
  const size = start[start.length - 1];
  return (span) => {
    if (fileEnd.length === 0) return placeOf({ offset: 0, endOffset: 0 }, file);
    const from = Math.min(span.start + skip, size);
    const to = Math.max(from, Math.min(span.end + skip, size));
    const first = segmentAt(start, from);
    const last = to === from ? first : segmentAt(start, to - 1);
    const isEscaped = to > from && escapes[last] > (first === 0 ? 0 : escapes[first - 1]);
    if (isEscaped && file.cell !== undefined) return { ...placeOf(file.cell, file), exact: false };
    const offset = fileOffset(segments, first, from);
    const place = placeOf({ offset, endOffset: to === from ? offset : fileOffset(segments, last, to) }, file);
    return isEscaped || gaps[last] > gaps[first] ? { ...place, exact: false } : place;
  };
}

/** The place in the file of an offset in the text that lies in a segment or at its end. */
function fileOffset({ start, fileStart, fileEnd }: Segments, segment: number, offset: number): number {
  return offset === start[segment + 1] ? fileEnd[segment] : fileStart[segment] + offset - start[segment];
}

const NOTHING_BEFORE = { lines: 0, offset: 0 } as const;

function placeOf({ offset, endOffset }: FileSpan, { lines, before = NOTHING_BEFORE }: OriginFile): Place {
  const index = lines();
  const start = index.positionOf(offset);
  const end = index.positionOf(endOffset);
  return {
    line: start.line + before.lines,
    column: start.column,
    endLine: end.line + before.lines,
    endColumn: end.column,
    offset: offset + before.offset,
    endOffset: endOffset + before.offset,
  };
}

/** The segment that holds an offset of the text: the last that begins at or before it. */
function segmentAt(starts: readonly number[], offset: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (high - low > 1) {
    const middle = (low + high) >>> 1;
    if (starts[middle] <= offset) low = middle;
    else high = middle;
  }
  return low;
}
