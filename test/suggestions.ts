import type { TokenRange } from "../src/suggest/form.ts";
import { offered, type Suggestion, suggestionAt } from "../src/suggest.ts";
import type { Doc } from "../src/text/doc.ts";
import type { Entry } from "../src/types.ts";

/** All that an entry offers for matched words, with its edits. */
export function suggest(doc: Doc, range: TokenRange, entry: Entry): readonly Suggestion[] {
  const offers = offered(doc, range, entry);
  return entry.use.map((_, index) => suggestionAt(offers, index));
}
