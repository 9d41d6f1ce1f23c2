import type { FormName, Mark } from "../types.ts";
import { type GivenForms, inflect } from "./inflect.ts";

/** One spelling of a form of a phrase; a phrase without a mark has one, which has no name. */
export interface PhraseForm {
  readonly form?: FormName;
  readonly text: string;
}

/** All forms of a plain phrase: a verb changes its first word, nouns and adjectives the last (PACK-FORMAT section 3). */
export function phraseForms(phrase: string, mark?: Mark, given?: GivenForms): readonly PhraseForm[] {
  if (mark === undefined) return [{ text: phrase }];
  const blank = mark === "v" ? phrase.indexOf(" ") : phrase.lastIndexOf(" ");
  if (blank < 0) return inflect(phrase, mark, given);
  const [before, after] = [phrase.slice(0, blank), phrase.slice(blank + 1)];
  return mark === "v"
    ? inflect(before, mark, given).map(({ form, text }) => ({ form, text: `${text} ${after}` }))
    : inflect(after, mark, given).map(({ form, text }) => ({ form, text: `${before} ${text}` }));
}
