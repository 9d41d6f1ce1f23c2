import type { Edit } from "../types.ts";

/** Makes edits, which are in order and apart. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  const parts: string[] = [];
  let from = 0;
  for (const { start, end, text: words } of edits) {
    parts.push(text.slice(from, start), words);
    from = end;
  }
  return parts.join("") + text.slice(from);
}
