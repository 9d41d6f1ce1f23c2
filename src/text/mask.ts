import type { Span } from "../types.ts";

/** The text with these stretches blanked, unit by unit, so that all offsets stay true; line breaks stay. */
export function mask(text: string, spans: readonly Span[]): string {
  const parts: string[] = [];
  let from = 0;
  for (const { start, end } of spans.toSorted((one, other) => one.start - other.start)) {
    if (end <= from) continue;
    const begin = Math.max(start, from);
    parts.push(text.slice(from, begin), text.slice(begin, end).replace(/[^\n]/g, " "));
    from = end;
  }
  parts.push(text.slice(from));
  return parts.join("");
}
