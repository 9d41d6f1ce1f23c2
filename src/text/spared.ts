import type { Span } from "../types.ts";
import type { Doc } from "./doc.ts";
import type { Match } from "./pattern-set.ts";
import { tokenAt, tokenSpan } from "./tokens.ts";

/**
 * The indices of the spans that `unless` spares (PACK-FORMAT section 2): a match that overlaps some of them spares those alone, one that
 * stands beside them spares all of its sentences. Both lists are in order of their starts.
 */
export function sparedBy(doc: Doc, matches: readonly Match[], spans: readonly Span[]): ReadonlySet<number> {
  const spared = new Set<number>();
  if (spans.length === 0 || matches.length === 0) return spared;
  const { sentence } = doc.tokens;
  const sentences = new Set<number>();
  let from = 0;
  for (const match of matches) {
    const { start, end } = tokenSpan(doc.tokens, match.start, match.end);
    while (from < spans.length && spans[from].end <= start) from++;
    let overlaps = false;
    for (let index = from; index < spans.length && spans[index].start < end; index++) {
      spared.add(index);
      overlaps = true;
    }
    if (overlaps) continue;
    for (let each = sentence[match.start]; each <= sentence[match.end - 1]; each++) sentences.add(each);
  }
  if (sentences.size === 0) return spared;
  for (let index = 0; index < spans.length; index++) {
    if (sentences.has(sentence[tokenAt(doc.tokens, spans[index].start)])) spared.add(index);
  }
  return spared;
}
