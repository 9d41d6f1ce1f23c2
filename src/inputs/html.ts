import { lazyExpression } from "../text/expression.ts";
import type { Span } from "../types.ts";

/** Elements whose content is no prose. */
const NO_PROSE = lazyExpression(String.raw`^\s*<(?:script|style|pre|textarea)(?![\w-])`, "iu");

/** Comments and tags in a piece of HTML; the text between tags is prose. */
export function htmlSpans(html: string): readonly Span[] {
  if (NO_PROSE().test(html)) return [{ start: 0, end: html.length }];
  const spans: Span[] = [];
  for (let start = html.indexOf("<"); start >= 0; start = html.indexOf("<", start)) {
    const isComment = html.startsWith("<!--", start);
    const mark = isComment ? "-->" : ">";
    const close = html.indexOf(mark, start);
    const end = close < 0 ? html.length : close + mark.length;
    spans.push({ start, end });
    start = end;
  }
  return spans;
}
