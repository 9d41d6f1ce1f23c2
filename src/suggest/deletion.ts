import { type Doc, wordText } from "../text/doc.ts";
import { TokenFlag, TokenKind } from "../text/tokens.ts";
import type { Span } from "../types.ts";
import { repairArticle } from "./article.ts";
import type { TokenRange } from "./form.ts";
import { capitalised, caseOf, isOpener } from "./letter-case.ts";

const BLANK = /[^\S\n]/u;

/** The edit that leaves words out: takes one neighbouring blank, hands on the sentence's capital, repairs the article before. */
export function deletionEdit(doc: Doc, { start, end }: TokenRange): Span & { readonly text: string } {
  const { tokens, text } = doc;
  const from = tokens.start[start];
  const to = tokens.end[end - 1];
  // The comma in *oats, and*: the blank behind it belongs to the words.
  if (isMark(doc, start) && (tokens.flags[start] & TokenFlag.attached) !== 0)
    return { start: from, end: to, text: "" };
  if (to < text.length && BLANK.test(text[to])) return joinedEdit(doc, { start, end }, to + 1);
  const takesBefore = from > 0 && BLANK.test(text[from - 1]);
  return { start: takesBefore ? from - 1 : from, end: to, text: "" };
}

/** The edit up to `to`, with the next word's capital and the article before put right. */
function joinedEdit(doc: Doc, { start, end }: TokenRange, to: number): Span & { readonly text: string } {
  const { tokens, text } = doc;
  const from = tokens.start[start];
  const plain = { start: from, end: to, text: "" };
  if (end >= tokens.count || tokens.kind[end] !== TokenKind.word) return plain;
  const next = wordText(doc, end);
  const letterCase = caseOf(text.slice(from, tokens.end[end - 1]));
  if (isOpener(doc, start) && letterCase !== "plain") {
    return { start: from, end: tokens.end[end], text: text.slice(to, tokens.start[end]) + capitalised(next) };
  }
  // In a shouted text capitals are no letter names: A VERY SIMPLE LOAF.
  const isShouted = letterCase === "capitals" && caseOf(next) === "capitals";
  const article = repairArticle({ doc, token: start, letterCase }, isShouted ? next.toLowerCase() : next);
  return article === undefined ? plain : { ...plain, ...article };
}

/** Why leaving the words out would leave a wreck: nothing at all, a lone `'s`, or marks without words between them. */
export function wreckage(doc: Doc, { start, end }: TokenRange): string | undefined {
  const { tokens } = doc;
  const opens = isOpener(doc, start);
  const isLast = !hasMoreThanMarks(doc, end, tokens.sentence[start]);
  if (opens && isLast) return "nothing would be left of the sentence";
  if (end < tokens.count && (tokens.flags[end] & TokenFlag.apostropheS) !== 0)
    return "a lone “’s” would be left";
  if (opens && isMark(doc, end)) return "a mark would be left at the sentence's start";
  if (opens || !isMark(doc, start - 1)) return undefined;
  if (isLast && (end >= tokens.count || tokens.sentence[end] !== tokens.sentence[start])) {
    return "a mark would be left at the sentence's end";
  }
  return isMark(doc, end) ? "two marks would be left in a row" : undefined;
}

function isMark({ tokens }: Doc, index: number): boolean {
  return index < tokens.count && tokens.kind[index] === TokenKind.punctuation;
}

function hasMoreThanMarks({ tokens }: Doc, from: number, sentence: number): boolean {
  for (let index = from; index < tokens.count && tokens.sentence[index] === sentence; index++) {
    if (tokens.kind[index] !== TokenKind.punctuation) return true;
  }
  return false;
}
