import { createDoc, type Doc } from "../../src/text/doc.ts";
import type { Hidden, Span } from "../../src/types.ts";
import { postOf } from "./post.ts";

/** A text whose marks `[[…]]` are taken out, with the stretches they stood around. */
export interface Marked {
  readonly text: string;
  readonly spans: readonly Span[];
}

/** Takes the marks out of a text; `close` and `open` may be other signs where the text itself holds brackets. */
export function unmark(marked: string, open = "[[", close = "]]"): Marked {
  const spans: Span[] = [];
  let text = "";
  for (const [index, part] of marked.split(open).entries()) {
    const [inside, ...rest] = index === 0 ? ["", part] : part.split(close);
    if (index > 0) spans.push({ start: text.length, end: text.length + inside.length });
    text += inside + rest.join(close);
  }
  return { text, spans };
}

/** The doc of a plain text. */
export function docOfText(text: string, hidden: readonly Hidden[] = []): Doc {
  return createDoc({ ...postOf(text), hidden });
}
