import type { LineIndex } from "../text/lines.ts";
import { type Locate, originBuilder } from "../text/origin.ts";
import type { Source, Waiver } from "../types.ts";
import { fencedLines } from "./fences.ts";
import type { Line } from "./file.ts";
import { checkMost } from "./most.ts";
import { IGNORE, readWaiver } from "./waiver.ts";

/** One part of a file between two separators. */
export interface Part {
  /** Its text; newlines as LF, without ignore comments, blank lines and spaces at both ends. */
  readonly text: string;
  /** Its text with what stands before and behind it, and how much of it stands before. */
  readonly padded: string;
  readonly skipped: number;
  readonly locate: Locate;
  readonly waivers: readonly Waiver[];
  /** The line in the file where its text begins, from 1; where it has none, the line of its first ignore comment. */
  readonly line: number;
}

/** A file, and its lines from the first that is no front matter. */
export interface Body {
  readonly source: Source;
  readonly cut: readonly Line[];
  readonly lines: () => LineIndex;
}

const SEPARATOR = /^(?:---|===|\* \* \*)[ \t]*$/u;
const COMMENT = new RegExp(`^[ \\t]*<!--\\s*${IGNORE}(?![\\w-])(.*?)-->[ \\t]*$`, "u");

/** Cuts a body at its separators; with `isWhole` it is one part. Empty parts are parts, too. Throws `TooMany`. */
export function cutParts(body: Body, isWhole = false): readonly Part[] {
  const { source, cut } = body;
  const fenced = fencedLines(source.text, cut);
  const parts: Part[] = [];
  let from = 0;
  for (let index = 0; index <= cut.length && !isWhole; index++) {
    if (index < cut.length && (fenced[index] === 1 || !isSeparator(source.text, cut[index]))) continue;
    checkMost("posts", parts.push(readPart(body, { from, to: index, fenced })));
    from = index + 1;
  }
  return isWhole ? [readPart(body, { from: 0, to: cut.length, fenced })] : parts;
}

function isSeparator(text: string, { start, end }: Line): boolean {
  const first = text.charCodeAt(start);
  if (first !== 0x2d && first !== 0x3d && first !== 0x2a) return false;
  return SEPARATOR.test(text.slice(start, end));
}

/** Lines of a body by their indices, `to` exclusive. */
interface Stretch {
  readonly from: number;
  readonly to: number;
  /** 1 for each line of the body that is code. */
  readonly fenced: Uint8Array;
}

function readPart(body: Body, { from, to, fenced }: Stretch): Part {
  const { source, cut, lines } = body;
  const builder = originBuilder();
  const waivers: Waiver[] = [];
  let start = from < to ? cut[from].start : 0;
  let mention = -1;
  for (let index = from; index < to; index++) {
    const line = cut[index];
    if (mention < line.start) mention = source.text.indexOf(IGNORE, line.start);
    if (mention < 0) break;
    if (mention >= line.end || fenced[index] === 1 || !readComment(body, line, waivers)) continue;
    builder.add(source.text.slice(start, line.start), start);
    start = line.next;
  }
  if (from < to) builder.add(source.text.slice(start, cut[to - 1].next), start);
  const padded = builder.text();
  const text = padded.trim();
  const skipped = padded.length - padded.trimStart().length;
  const locate = builder.locate({ lines }, skipped);
  const line = text === "" ? (waivers[0]?.place.line ?? 0) : locate({ start: 0, end: 0 }).line;
  return { text, padded, skipped, locate, waivers, line };
}

/** Reads the ignore comment that a line is. One that shares its line with other words holds for nothing, and that is said. */
function readComment({ source, lines }: Body, { start, end }: Line, waivers: Waiver[]): boolean {
  const whole = source.text.slice(start, end);
  const comment = COMMENT.exec(whole);
  const column = whole.length - whole.trimStart().length + 1;
  const { line } = lines().positionOf(start);
  if (comment === null) {
    if (whole.includes("<!--")) source.report({ line, column, ...NOT_ALONE });
    return false;
  }
  const text = whole.trim();
  const place = {
    line,
    column,
    endLine: line,
    endColumn: column + text.length,
    offset: start + column - 1,
    endOffset: start + column - 1 + text.length,
  };
  const waiver = readWaiver({ words: comment[1], text, place }, source.report);
  if (waiver !== undefined) waivers.push(waiver);
  return true;
}

const NOT_ALONE = {
  code: "waiver-not-alone",
  message: `an ignore comment holds only on a line of its own, closed on that line: <!-- ${IGNORE} RULE -- why -->`,
  level: "note",
} as const;
