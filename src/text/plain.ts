import type { EntityKind, Span } from "../types.ts";
import type { Doc } from "./doc.ts";

/** Stands where something is that an expression must not look into; no letter, no blank, no mark. */
const BLANKED = "\ufffc";
const OPAQUE: ReadonlySet<EntityKind> = new Set<EntityKind>([
  "link",
  "mention",
  "hashtag",
  "cashtag",
  "code",
]);

/** The text with links, handles, tags, code and hidden stretches blanked, each unit by one; folded or as written. */
export function plainText(doc: Doc, folded: boolean): string {
  const text = folded ? doc.folded.text : doc.text;
  const offset = folded ? doc.folded.fromOriginal : (original: number) => original;
  const spans = opaqueSpans(doc);
  if (spans.length === 0) return text;
  const parts: string[] = [];
  let from = 0;
  for (const span of spans) {
    const start = Math.max(from, offset(span.start));
    const end = Math.max(start, offset(span.end));
    parts.push(text.slice(from, start), BLANKED.repeat(end - start));
    from = end;
  }
  parts.push(text.slice(from));
  return parts.join("");
}

function opaqueSpans(doc: Doc): readonly Span[] {
  const spans: Span[] = doc.entities.filter(({ kind }) => OPAQUE.has(kind));
  if (doc.post.hidden.length === 0) return spans;
  return [...spans, ...doc.post.hidden].sort((one, other) => one.start - other.start);
}
