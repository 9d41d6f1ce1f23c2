import type { Span } from "../types.ts";

/** A match is at most this long where the paragraph is longer; so the time is linear whatever the expression. */
const STEP = 512;
const WINDOW = 2 * STEP;
const PARAGRAPH_BREAK = /\n[^\S\n]*\n/gu;

/** The paragraphs of a text: what stands between empty lines. */
export function paragraphsOf(text: string): readonly Span[] {
  if (!text.includes("\n")) return [{ start: 0, end: text.length }];
  const paragraphs: Span[] = [];
  let start = 0;
  for (const gap of text.matchAll(PARAGRAPH_BREAK)) {
    paragraphs.push({ start, end: gap.index });
    start = gap.index + gap[0].length;
  }
  paragraphs.push({ start, end: text.length });
  return paragraphs;
}

/**
 * All matches of a global expression, paragraph by paragraph, from left to right, none overlapping. In a paragraph longer than 1,024
 * units a match that is longer than 512 may be missed: an expression that reads on to the paragraph's end from each of its characters
 * would else take quadratic time.
 */
export function expressionMatches(
  expression: RegExp,
  text: string,
  paragraphs: readonly Span[] = paragraphsOf(text),
): readonly Span[] {
  let found: Span[] | undefined;
  for (const paragraph of paragraphs) {
    for (const span of matchesWithin(expression, text, paragraph)) {
      found ??= [];
      found.push(span);
    }
  }
  return found ?? NONE;
}

const NONE: readonly Span[] = [];

function matchesWithin(expression: RegExp, text: string, paragraph: Span): readonly Span[] {
  let found: Span[] | undefined;
  let done = paragraph.start;
  for (let from = paragraph.start; from < paragraph.end; from += STEP) {
    const isShort = paragraph.end - from <= WINDOW;
    const end = isShort ? paragraph.end : from + WINDOW;
    // One unit before the window is kept, so that `\b` and `^` see it.
    const offset = Math.max(paragraph.start, from - 1);
    const slice = text.slice(offset, end);
    expression.lastIndex = Math.max(done, from) - offset;
    for (let match = expression.exec(slice); match !== null; match = expression.exec(slice)) {
      const span = { start: offset + match.index, end: offset + match.index + match[0].length };
      if (!isShort && (span.start >= from + STEP || span.end === end)) break;
      done = span.end;
      found ??= [];
      found.push(span);
    }
    if (isShort) break;
  }
  return found ?? NONE;
}
