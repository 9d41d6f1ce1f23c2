import type { Entry, FormName, Mark } from "../types.ts";
import { inForm, type MatchedForm } from "./form.ts";
import { inCase, type LetterCase } from "./letter-case.ts";
import { saidOf } from "./said.ts";

/** What an entry offers, in one form and one case. */
export interface Wording {
  readonly mark: Mark | undefined;
  readonly form: FormName | undefined;
  readonly letterCase: LetterCase;
  /** The words alone, best first; empty to leave the matched ones out. */
  readonly texts: readonly string[];
  /** The same in the case in which the pack writes them. */
  readonly plain: readonly string[];
  /** The same as a sentence, for the message. */
  readonly said: string;
}

/** Of each entry the wordings that it was asked for: no more than there are forms and cases. */
const known = new WeakMap<Entry, readonly Wording[]>();

/** The words that an entry offers in a form and a case; made when first asked for. */
export function wordingOf(entry: Entry, matched: MatchedForm | undefined, letterCase: LetterCase): Wording {
  const mark = matched?.mark;
  const form = matched?.form;
  const ready = known.get(entry) ?? [];
  for (const each of ready) {
    if (each.letterCase === letterCase && each.form === form && each.mark === mark) return each;
  }
  const plain = entry.use.map((use) => (use.kind === "delete" ? "" : inForm(use, matched)));
  const texts = plain.map((words) => inCase(words, letterCase));
  const made = { mark, form, letterCase, texts, plain, said: saidOf(texts) };
  known.set(entry, [...ready, made]);
  return made;
}
