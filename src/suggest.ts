import { repairArticle } from "./suggest/article.ts";
import { deletionEdit, wreckage } from "./suggest/deletion.ts";
import { wordsOf } from "./suggest/entry-words.ts";
import { inForm, type MatchedForm, matchedForm, type TokenRange } from "./suggest/form.ts";
import { caseFor, caseOf, inCase, isOpener } from "./suggest/letter-case.ts";
import { grammarReason, markupReason, protectedReason } from "./suggest/refusal.ts";
import type { Doc } from "./text/doc.ts";
import { tokenSpan } from "./text/tokens.ts";
import type { Entry, Hit, Span, Use } from "./types.ts";

/** What to say instead of some words, and the edit that says it. */
export interface Suggestion {
  /** The words alone; empty to leave them out. */
  readonly text: string;
  /** The whole edit: with the article before, or the blank and the capital that a deletion needs. */
  readonly edit: Span & { readonly text: string };
  /** Whether the edit may be made without asking. */
  readonly applicable: boolean;
  /** Why not. */
  readonly why?: string | undefined;
}

/** Matched words, and all that their replacements follow. */
interface Matched {
  readonly doc: Doc;
  readonly range: TokenRange;
  readonly span: Span;
  readonly entry: Entry;
  readonly form: MatchedForm | undefined;
  /** Why nothing may be put in their place. */
  readonly refusal: string | undefined;
}

/** What an entry offers for matched words: in their form, in their case, best first. */
export function suggest(doc: Doc, range: TokenRange, entry: Entry): readonly Suggestion[] {
  if (entry.use.length === 0) return [];
  const matched: Matched = {
    doc,
    range,
    span: tokenSpan(doc.tokens, range.start, range.end),
    entry,
    form: matchedForm(doc, range, entry),
    refusal: protectedReason(doc, range, wordsOf(entry).numbers),
  };
  return entry.use.map((use) => (use.kind === "delete" ? deletion(matched) : replacement(matched, use)));
}

/** Words that a check itself would write in the place of others. */
export function replaceBy(
  doc: Doc,
  range: TokenRange,
  { text: words, followsCase }: NonNullable<Hit["replacement"]>,
): Suggestion {
  const span = tokenSpan(doc.tokens, range.start, range.end);
  const text = followsCase === true ? inCase(words, caseOf(doc.text.slice(span.start, span.end))) : words;
  const article = repairArticle({ doc, token: range.start, letterCase: "plain" }, text);
  const edit = { start: article?.start ?? span.start, end: span.end, text: (article?.text ?? "") + text };
  const why = protectedReason(doc, range);
  return { text, edit, applicable: why === undefined, why };
}

function deletion({ doc, range, span, refusal }: Matched): Suggestion {
  const why = refusal ?? markupReason(doc, span) ?? wreckage(doc, range);
  return { text: "", edit: deletionEdit(doc, range), applicable: why === undefined, why };
}

function replacement({ doc, range, span, entry, form, refusal }: Matched, use: Use): Suggestion {
  const words = inForm(use, form);
  const letterCase = caseFor(doc.text.slice(span.start, span.end), isOpener(doc, range.start), entry);
  const text = inCase(words, letterCase);
  const article = repairArticle({ doc, token: range.start, letterCase }, words);
  const edit = { start: article?.start ?? span.start, end: span.end, text: (article?.text ?? "") + text };
  const varied = wordsOf(entry).varies ? "it would lose words of yours" : undefined;
  const why = refusal ?? varied ?? grammarReason(doc, range, words, { use, matched: form });
  return { text, edit, applicable: why === undefined, why };
}
