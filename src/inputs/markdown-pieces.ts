import type { Span } from "../types.ts";
import { fencedLines } from "./fences.ts";
import { cutLines, type Line } from "./file.ts";

/** A stretch of Markdown that can be read by itself. */
export interface Piece extends Span {
  /** Definitions of the references in it, to be read behind it. */
  readonly definitions: string;
}

/** Texts up to this length are one piece: the parser's time grows faster than a text does. */
const LONGEST = 32_000;
/** From this length on a piece ends where a paragraph does. */
const LONG = 16_000;
const DEFINITION = /^ {0,3}(\[[^\]\n]{1,100}\]):[ \t]*\S/u;
const MOST_DEFINITIONS = 200;

/**
 * The stretches of a text of Markdown, long ones cut between paragraphs, or at least between lines, but never inside a block of code or
 * a comment.
 */
export function piecesOf(text: string, stretches: readonly Span[]): readonly Piece[] {
  const [first] = stretches;
  const isWhole = stretches.length === 1 && first.start === 0 && first.end === text.length;
  if (isWhole && text.length <= LONGEST) return [{ start: 0, end: text.length, definitions: "" }];
  const lines = cutLines(text, 0);
  const definitions = definitionsIn(text, lines, fencedLines(text, lines));
  return stretches.flatMap(({ start, end }) =>
    cutPieces(text.slice(start, end)).map((piece) => ({
      start: piece.start + start,
      end: piece.end + start,
      definitions,
    })),
  );
}

function cutPieces(text: string): readonly Span[] {
  if (text.length <= LONGEST) return [{ start: 0, end: text.length }];
  const lines = cutLines(text, 0);
  const fenced = fencedLines(text, lines);
  const pieces: Span[] = [];
  let start = 0;
  let isComment = false;
  for (const [index, line] of lines.entries()) {
    const length = line.start - start;
    const mayCut = length > 0 && !isComment && !(fenced[index] === 1 && fenced[index - 1] === 1);
    if (mayCut && (length >= LONGEST || (length >= LONG && beginsParagraph(text, lines, index)))) {
      pieces.push({ start, end: line.start });
      start = line.start;
    }
    isComment = endsInComment(text.slice(line.start, line.end), isComment);
  }
  pieces.push({ start, end: text.length });
  return pieces;
}

function beginsParagraph(text: string, lines: readonly Line[], index: number): boolean {
  const before = lines[index - 1];
  const isAfterBlank = text.slice(before.start, before.end).trim() === "";
  return isAfterBlank && !" \t\n".includes(text[lines[index].start]);
}

function endsInComment(line: string, isComment: boolean): boolean {
  const open = line.lastIndexOf("<!--");
  const close = line.lastIndexOf("-->");
  return open === close ? isComment : open > close;
}

/** A definition for each label that the text defines somewhere: a piece must know that it is one, not where it leads. */
function definitionsIn(text: string, lines: readonly Line[], fenced: Uint8Array): string {
  const labels = new Set<string>();
  for (const [index, { start, end }] of lines.entries()) {
    if (fenced[index] === 1 || labels.size >= MOST_DEFINITIONS) continue;
    const label = DEFINITION.exec(text.slice(start, Math.min(end, start + LONGEST_LABEL)));
    if (label !== null) labels.add(label[1]);
  }
  return labels.size === 0 ? "" : `\n\n${Array.from(labels, (label) => `${label}: x`).join("\n")}`;
}

const LONGEST_LABEL = 200;
