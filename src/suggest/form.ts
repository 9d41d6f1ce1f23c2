import { inflect } from "../packs/inflect.ts";
import { type Doc, foldedToken } from "../text/doc.ts";
import { singularOf } from "../text/pattern-plural.ts";
import type { Entry, FormName, Mark, Use } from "../types.ts";
import { hasHelperBefore, isInfinitive, isThirdPerson } from "./before.ts";
import { wordsOf } from "./entry-words.ts";

/** Token indices, end exclusive. */
export interface TokenRange {
  readonly start: number;
  readonly end: number;
}

/** What form the matched words have, and so which their replacement takes. */
export interface MatchedForm {
  readonly mark: Mark;
  readonly form: FormName;
  /** The token of the word that has it. */
  readonly at: number;
  /** The word's spelling and its neighbours leave another form possible: *we put*. */
  readonly unsure?: true;
}

/** The form of the word that the entry's mark changes, a verb's before others; nothing where the entry has none. */
export function matchedForm(doc: Doc, range: TokenRange, entry: Entry): MatchedForm | undefined {
  const { forms } = wordsOf(entry);
  if (forms.size === 0) return undefined;
  let last: MatchedForm | undefined;
  for (let at = range.start; at < range.end; at++) {
    const named = forms.get(foldedToken(doc, at));
    if (named === undefined) continue;
    const here = named.filter(({ words }) => standsAt(doc, { start: at, end: range.end }, words));
    if (here.length === 0) continue;
    const verbs = here.filter(({ mark }) => mark === "v").map(({ form }) => form);
    if (verbs.length > 0) return { mark: "v", at, ...verbForm(doc, at, verbs) };
    last = { mark: here[0].mark, form: here[0].form, at };
  }
  return last;
}

function standsAt(doc: Doc, { start, end }: TokenRange, words: readonly string[]): boolean {
  return (
    start + words.length <= end &&
    // The first is how they were found.
    (words.length === 1 || words.every((word, index) => foldedToken(doc, start + index) === word))
  );
}

/** Which of the forms that share a spelling the words before ask for. */
function verbForm(doc: Doc, at: number, names: readonly FormName[]): Pick<MatchedForm, "form" | "unsure"> {
  if (names.includes("base") && isInfinitive(doc, at)) return { form: "base" };
  if (names.includes("done") && hasHelperBefore(doc, at)) return { form: "done" };
  if (!names.includes("past")) return { form: names[0] };
  if (!names.includes("base")) return { form: "past" };
  return isThirdPerson(doc, at) ? { form: "past" } : { form: "base", unsure: true };
}

/** The words to say instead in the form of those they replace; nothing is changed without a form or where they are fixed. */
export function inForm(use: Use, matched: Pick<MatchedForm, "mark" | "form"> | undefined): string {
  const { text, kind } = use;
  if (matched === undefined || kind !== undefined) return text;
  return formOf(text, matched.mark, matched.form);
}

function formOf(text: string, mark: Mark, form: FormName): string {
  const words = text.split(" ");
  const at = mark === "v" ? 0 : words.length - 1;
  if (mark === "n" && singularOf(words[at].toLowerCase(), inflect) !== undefined) return text;
  const found = inflect(words[at], mark).find((each) => each.form === form);
  if (found !== undefined) return words.with(at, found.text).join(" ");
  if (form === "er") return `more ${text}`;
  return form === "est" ? `most ${text}` : text;
}
