import { englishList } from "../english.ts";
import { type Doc, foldedToken, wordText } from "../text/doc.ts";
import { TokenFlag, TokenKind, tokenSpan } from "../text/tokens.ts";
import type { Span, Use } from "../types.ts";
import { isInfinitive } from "./before.ts";
import type { MatchedForm, TokenRange } from "./form.ts";

const PROTECTED: ReadonlySet<number> = new Set([
  TokenKind.link,
  TokenKind.mention,
  TokenKind.hashtag,
  TokenKind.cashtag,
  TokenKind.number,
  TokenKind.placeholder,
  TokenKind.code,
]);

const NOTHING: ReadonlySet<string> = new Set();

/** Why nothing may be put in the place of these words, whatever it is. A lone number that the pack itself names is a word: *here 4 you*. */
export function protectedReason(
  doc: Doc,
  { start, end }: TokenRange,
  named: ReadonlySet<string> = NOTHING,
): string | undefined {
  const { tokens, post } = doc;
  for (let index = start; index < end; index++) {
    const isNamed =
      tokens.kind[index] === TokenKind.number && end - start === 1 && named.has(foldedToken(doc, index));
    if (PROTECTED.has(tokens.kind[index]) && !isNamed)
      return "it holds a link, a handle, a tag, a number or code";
    if ((tokens.flags[index] & TokenFlag.quoted) !== 0) return "it touches a quotation";
  }
  const span = tokenSpan(tokens, start, end);
  const next = post.hidden[firstEndingAfter(post.hidden, span.start)];
  return next !== undefined && next.start < span.end ? "it holds signs of markup" : undefined;
}

/** Whether signs of markup stand on both sides of a stretch and would be left with nothing between them. */
export function markupReason({ post }: Doc, { start, end }: Span): string | undefined {
  const index = firstEndingAfter(post.hidden, start);
  const isBetween = post.hidden[index - 1]?.end === start && post.hidden[index]?.start === end;
  return isBetween ? "signs of markup would be left with nothing between them" : undefined;
}

/** The index of the first of some spans, in order and apart, that ends after an offset. */
function firstEndingAfter(spans: readonly Span[], offset: number): number {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (spans[middle].end > offset) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Why these words may not be applied in a replacement's form: the grammar around would have to change with them. */
export function grammarReason(
  doc: Doc,
  { start, end }: TokenRange,
  words: string,
  { use, matched }: { readonly use: Use; readonly matched: MatchedForm | undefined },
): string | undefined {
  if (matched?.unsure === true) return "it may be past or present";
  if (matched?.mark === "n" && isCounted(doc, start) && englishList("massNouns").has(lastWord(words)))
    return `“${lastWord(words)}” takes no “a”`;
  return particleReason(doc, end, words) ?? (matched === undefined ? undefined : beReason(doc, use, matched));
}

/** Whether *a* or *an* stands right before the token. */
function isCounted(doc: Doc, token: number): boolean {
  return token > 0 && ["a", "an"].includes(foldedToken(doc, token - 1));
}

function lastWord(words: string): string {
  return words.slice(words.lastIndexOf(" ") + 1).toLowerCase();
}

/** *leverage it* is no *build on it* when the particle should move: *pick it up*. */
function particleReason(doc: Doc, next: number, words: string): string | undefined {
  if (!words.includes(" ") || next >= doc.tokens.count) return undefined;
  const last = lastWord(words);
  if (!englishList("particles").has(last)) return undefined;
  if (!englishList("objectPronouns").has(foldedToken(doc, next))) return undefined;
  return `“${last}” may have to move behind “${wordText(doc, next)}”`;
}

/** *be* has two past forms, and is no form of the present. */
function beReason(doc: Doc, { text }: Use, { mark, form, at }: MatchedForm): string | undefined {
  if (mark !== "v" || !(text === "be" || text.startsWith("be "))) return undefined;
  if (form === "past") return "“be” has two past forms";
  return form === "base" && !isInfinitive(doc, at) ? "“be” changes with who is meant" : undefined;
}
