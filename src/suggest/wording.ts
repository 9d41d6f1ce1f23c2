import { attachedWords, type WrittenWords } from "../packs/written-words.ts";
import type { Entry, FormName, Mark } from "../types.ts";
import { writtenWords } from "./entry-words.ts";
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
  const plain = attachedOffer(entry, matched) ?? plainOffer(entry, matched);
  const texts = plain.map((words) => inCase(words, letterCase));
  const made = { mark, form, letterCase, texts, plain, said: saidOf(texts) };
  known.set(entry, [...ready, made]);
  return made;
}

type FormOfWord = Pick<MatchedForm, "mark" | "form">;

function plainOffer({ use }: Entry, matched: FormOfWord | undefined): readonly string[] {
  return use.map((each) => (each.kind === "delete" ? "" : inForm(each, matched)));
}

function attachedOffer(entry: Entry, matched: FormOfWord | undefined): readonly string[] | undefined {
  return matched && attachedWords(entry)?.[4][matched.mark + matched.form];
}

/** All that suggestions ask of an entry, to be kept with its pack. */
export function allWords(entry: Entry): WrittenWords {
  const [forms, capitals, varies, numbers] = writtenWords(entry);
  const offers = forms.map(([mark, form]) => [mark + form, plainOffer(entry, { mark, form })]);
  return [forms, capitals, varies, numbers, Object.fromEntries(offers)];
}
