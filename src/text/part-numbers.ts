import type { Span } from "../types.ts";
import type { Doc } from "./doc.ts";

/** Numbers like `2/5`, `(2/5)` and `2/` in front of a part or at its end. */
const IN_FRONT = /^(?:🧵\s*)?[([]?(\d{1,2}) ?\/ ?(\d{1,2})?(?=[)\].:]?(?:\s|$))/u;
const AT_END = /(?:^|\s)[([]?((\d{1,2})\/(\d{1,2})?)[)\]]?(?:\s*🧵)?$/u;
const SLASH = "/";
const LONGEST = 20;

/** The number of a thread's part where it is not the part's, or says another number of parts than there are; posts of no thread have none. */
export function misnumberedParts({ text, post: { thread } }: Pick<Doc, "text" | "post">): readonly Span[] {
  if (thread === undefined) return [];
  const found = partNumber(text);
  if (found === undefined) return [];
  const isRight = found.part === thread.part && (found.of === undefined || found.of === thread.of);
  return isRight ? [] : [found.span];
}

/** The number of a thread's part. */
export interface PartNumber {
  readonly part: number;
  readonly of?: number;
  readonly span: Span;
}

/** What looks like the number of a thread's part in front of a text or at its end. */
export function partNumber(text: string): PartNumber | undefined {
  const head = text.slice(0, LONGEST);
  const front = head.includes(SLASH) ? IN_FRONT.exec(head) : null;
  if (front !== null) {
    const start = front[0].search(/\d/u);
    return numbered(front[1], front[2], { start, end: front[0].length });
  }
  const from = Math.max(0, text.length - LONGEST);
  const tail = text.slice(from);
  const end = tail.includes(SLASH) ? AT_END.exec(tail) : null;
  if (end === null) return undefined;
  const start = from + end.index + end[0].search(/\d/u);
  return numbered(end[2], end[3], { start, end: start + end[1].length });
}

function numbered(part: string, of: string | undefined, span: Span): PartNumber {
  return { part: Number(part), ...(of !== undefined && { of: Number(of) }), span };
}
