import type { Span } from "../types.ts";
import { beginsWord, type Doc } from "./doc.ts";

/** What items are counted in. */
export type Unit = "post" | "sentence" | "paragraph" | "line";

/** The sentences with a word, or the paragraphs or lines with a token, of a post; or all of it. From their first token to their last. */
export function unitsOf({ text, tokens }: Doc, unit: Unit): readonly Span[] {
  if (unit === "post") return text.trim() === "" ? [] : [trimmed(text)];
  const index = tokens[unit];
  const spans: Span[] = [];
  let first = 0;
  let holdsWord = unit !== "sentence";
  for (let token = 0; token < tokens.count; token++) {
    holdsWord ||= beginsWord(tokens, token);
    if (token + 1 < tokens.count && index[token + 1] === index[first]) continue;
    if (holdsWord) spans.push({ start: tokens.start[first], end: tokens.end[token] });
    holdsWord = unit !== "sentence";
    first = token + 1;
  }
  return spans;
}

function trimmed(text: string): Span {
  const start = text.length - text.trimStart().length;
  return { start, end: start + text.trim().length };
}

/** Which of the spans begin in each unit; both are in order, and units are apart. */
export function spansByUnit(spans: readonly Span[], units: readonly Span[]): readonly (readonly Span[])[] {
  let next = 0;
  return units.map(({ start, end }) => {
    while (next < spans.length && spans[next].start < start) next++;
    const from = next;
    while (next < spans.length && spans[next].start < end) next++;
    return spans.slice(from, next);
  });
}
