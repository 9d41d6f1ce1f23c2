import { inflect } from "./packs/inflect.ts";
import type { Entry, FormName, Mark } from "./types.ts";

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
  return entry.match.flatMap((term) => {
    const inner = INNER_MARK.exec(term);
    if (inner !== null) {
      const [whole, word, mark] = inner;
      const rest = term.replaceAll(/ \((?:v|n|adj)\)/gu, "");
      return isMark(mark)
        ? sentences(word, mark, entry, (form) => rest.replace(whole.slice(0, word.length), form))
        : [];
    }
    if (entry.mark === undefined) return [placed(PLAIN, term)];
    // A verb changes the first word of its phrase, nouns and adjectives the last.
    const blank = entry.mark === "v" ? term.indexOf(" ") : term.lastIndexOf(" ");
    if (blank < 0) return sentences(term, entry.mark, entry, (form) => form);
    const [before, after] = [term.slice(0, blank), term.slice(blank + 1)];
    if (entry.mark === "v") return sentences(before, entry.mark, entry, (form) => `${form} ${after}`);
    return sentences(after, entry.mark, entry, (form) => `${before} ${form}`);
  });
}

function sentences(
  word: string,
  mark: Mark,
  entry: Entry,
  phrase: (form: string) => string,
): readonly string[] {
  return inflect(word, mark, entry.forms).map(({ form, text }) => {
    const sentence = mark === "adj" && form === "base" ? ADJECTIVE : SENTENCES[form];
    return placed(sentence, phrase(text));
  });
}

function placed(sentence: string, words: string): string {
  return sentence.replace("_", () => `[[${words}]]`);
}

function isMark(name: string): name is Mark {
  return name === "v" || name === "n" || name === "adj";
}
