import { repairArticle } from "./suggest/article.ts";
import { deletionEdit, wreckage } from "./suggest/deletion.ts";
import { wordsOf } from "./suggest/entry-words.ts";
import { type MatchedForm, matchedForm, type TokenRange } from "./suggest/form.ts";
import { caseFor, caseOf, inCase, type LetterCase } from "./suggest/letter-case.ts";
import { grammarReason, markupReason, protectedReason } from "./suggest/refusal.ts";
import { type Wording, wordingOf } from "./suggest/wording.ts";
import type { Doc } from "./text/doc.ts";
import { tokenSpan } from "./text/tokens.ts";
import type { Entry, Hit, Span } from "./types.ts";

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

/** What an entry offers for matched words: in their form, in their case, best first. */
export interface Offered {
  readonly doc: Doc;
  readonly range: TokenRange;
  readonly entry: Entry;
  readonly form: MatchedForm | undefined;
  readonly letterCase: LetterCase;
  readonly wording: Pick<Wording, "texts" | "plain" | "said">;
}

/** The words that an entry offers, without their edits: nobody asks for those where there are several suggestions. */
export function offered(doc: Doc, range: TokenRange, entry: Entry): Offered {
  if (entry.use.length === 0)
    return { doc, range, entry, form: undefined, letterCase: "plain", wording: NOTHING };
  const form = matchedForm(doc, range, entry);
  const { start, end } = tokenSpan(doc.tokens, range.start, range.end);
  const letterCase = caseFor(doc, range.start, doc.text.slice(start, end), entry);
  return { doc, range, entry, form, letterCase, wording: wordingOf(entry, form, letterCase) };
}

const NOTHING: Offered["wording"] = { texts: [], plain: [], said: "" };

/** One of the suggestions, by its number, with its edit. */
export function suggestionAt(offers: Offered, index: number): Suggestion {
  const { doc, range, entry } = offers;
  const use = entry.use[index];
  const refusal = protectedReason(doc, range, wordsOf(entry).numbers);
  return use.kind === "delete" ? deletion(offers, refusal) : replacement(offers, index, refusal);
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

function deletion({ doc, range }: Offered, refusal: string | undefined): Suggestion {
  const span = tokenSpan(doc.tokens, range.start, range.end);
  const why = refusal ?? markupReason(doc, span) ?? wreckage(doc, range);
  return { text: "", edit: deletionEdit(doc, range), applicable: why === undefined, why };
}

function replacement(
  { doc, range, entry, form, letterCase, wording }: Offered,
  index: number,
  refusal: string | undefined,
): Suggestion {
  const { start, end } = tokenSpan(doc.tokens, range.start, range.end);
  const text = wording.texts[index];
  const words = wording.plain[index];
  const article = repairArticle({ doc, token: range.start, letterCase }, words);
  const edit = { start: article?.start ?? start, end, text: (article?.text ?? "") + text };
  const varied = wordsOf(entry).varies ? "it would lose words of yours" : undefined;
  const why = refusal ?? varied ?? grammarReason(doc, range, words, { use: entry.use[index], matched: form });
  return { text, edit, applicable: why === undefined, why };
}
