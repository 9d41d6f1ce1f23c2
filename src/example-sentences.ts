import { inflect } from "./packs/inflect.ts";
import { phraseForms } from "./packs/phrase-forms.ts";
import type { Entry, FormName, Mark, Scope } from "./types.ts";

/** A sentence in which each form of a marked word can stand; `_` is its place. */
const SENTENCES: Readonly<Record<FormName, string>> = {
  base: "We _ today.",
  s: "She _ today.",
  past: "We _ today.",
  done: "They have _ today.",
  ing: "We are _ today.",
  one: "Here is the _ today.",
  many: "Here are the _ today.",
  er: "It is _ today.",
  est: "It is _ today.",
};
const ADJECTIVE = "It is _ today.";
const PLAIN = "So, _ today.";

const INNER_MARK = /(\S+) \((v|n|adj)\)/u;

/** A post for each form of a term, with the term in `[[…]]`, that shows that the form is found. */
export function sentencesFor(entry: Entry): readonly string[] {
  return entry.match.flatMap((term) => sentencesOf(term, entry));
}

/** The same for a spelling: each form of each wrong one; where none is listed, of the right one without its capitals, or with one. */
export function misspellingsFor(entry: Entry): readonly string[] {
  const listed = wrongOf(entry);
  if (listed.length > 0) return listed.flatMap((wrong) => sentencesOf(wrong, entry));
  return entry.match.flatMap((right) => {
    const lower = right.toLowerCase();
    const wrong = lower === right ? right.charAt(0).toUpperCase() + right.slice(1) : lower;
    return wrong === right ? [] : sentencesOf(right, entry, (form) => likeWrong(form, wrong));
  });
}

/** A made post where a rule looks: in plain prose if it can, else in a quotation, behind a negation, or in a hashtag. */
export function placedIn(sentence: string, scopes: readonly Scope[]): string {
  if (scopes.includes("prose") || scopes.includes("raw")) return sentence;
  const words = /\[\[(.*)\]\]/u.exec(sentence)?.[1] ?? sentence;
  if (scopes.includes("quote")) return `They said “${sentence}”`;
  return scopes.includes("negation") ? `Never [[${words}]].` : `So, [[${tagOf(words)}]]`;
}

/** `#CircleBack`: words as they stand in a tag. */
function tagOf(words: string): string {
  const parts = words.split(/[^\p{L}\p{N}]+/u).filter((part) => part !== "");
  return `#${parts.map((part) => part.charAt(0).toUpperCase() + part.slice(1)).join("")}`;
}

function likeWrong(form: string, wrong: string): string {
  const isLower = wrong === wrong.toLowerCase();
  return isLower ? form.toLowerCase() : form.charAt(0).toUpperCase() + form.slice(1);
}

function wrongOf(entry: Entry): readonly string[] {
  if (!("wrong" in entry) || !Array.isArray(entry.wrong)) return [];
  return entry.wrong.filter((wrong) => typeof wrong === "string");
}

function sentencesOf(term: string, entry: Entry, spelled = asIs): readonly string[] {
  const inner = INNER_MARK.exec(term);
  if (inner !== null) {
    const [whole, word, mark] = inner;
    const rest = term.replaceAll(/ \((?:v|n|adj)\)/gu, "");
    if (!isMark(mark)) return [];
    return inflect(word, mark, entry.forms).map(({ form, text }) =>
      placed(sentenceFor(mark, form), spelled(rest.replace(whole.slice(0, word.length), text))),
    );
  }
  const { mark } = entry;
  if (mark === undefined) return [placed(PLAIN, spelled(term))];
  return phraseForms(term, mark, entry.forms).map(({ form, text }) =>
    placed(sentenceFor(mark, form), spelled(text)),
  );
}

function asIs(words: string): string {
  return words;
}

function sentenceFor(mark: Mark, form: FormName | undefined): string {
  if (form === undefined) return PLAIN;
  return mark === "adj" && form === "base" ? ADJECTIVE : SENTENCES[form];
}

function placed(sentence: string, words: string): string {
  return sentence.replace("_", () => `[[${words.trim()}]]`);
}

function isMark(name: string): name is Mark {
  return name === "v" || name === "n" || name === "adj";
}
