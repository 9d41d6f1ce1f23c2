import type { Form, Inflect, WordClasses } from "../../src/text/classes.ts";
import type { Doc } from "../../src/text/doc.ts";
import { docOf } from "../../src/text/pattern-cut.ts";
import { createPatternSet, type Match, type PatternOptions } from "../../src/text/pattern-set.ts";
import type { FormName, Mark } from "../../src/types.ts";

/** A few words of each class, enough for the tests of patterns. */
export const words: WordClasses = {
  determiners: ["a", "an", "the", "my", "your", "his", "her", "our", "their"],
  prepositions: ["of", "in", "with"],
  articles: ["a", "the", "our", "their"],
  modals: ["can", "will", "must", "should"],
  subjects: ["i", "you", "we", "they", "who"],
  thirdPersons: ["he", "she", "it", "who"],
  be: ["am", "is", "are", "was", "were", "be", "been", "being", "i'm", "we're", "they're", "isn't"],
  hosts: ["he", "she", "it", "that", "let", "there", "here", "what", "who"],
  degrees: ["so", "very", "really", "not"],
  functionWords: ["a", "an", "the", "and", "or", "to", "of", "in", "for", "it", "is", "that", "our"],
  numberWords: ["one", "two", "five", "ten", "twenty", "hundred"],
  notVerbs: ["thing", "nothing", "morning", "evening", "king"],
};

const REGULAR: Readonly<Record<Mark, (base: string) => readonly (readonly [FormName, string])[]>> = {
  v: (base) => {
    const stem = base.endsWith("e") ? base.slice(0, -1) : base;
    return [
      ["base", base],
      ["s", `${base}s`],
      ["past", `${stem}ed`],
      ["done", `${stem}ed`],
      ["ing", `${stem}ing`],
    ];
  },
  n: (one) => [
    ["one", one],
    ["many", many(one)],
  ],
  adj: (base) => [["base", base], ...(base.length > 6 ? [] : comparisons(base))],
};

function many(one: string): string {
  if (one === "person") return "people";
  return one.endsWith("y") && one !== "day" ? `${one.slice(0, -1)}ies` : `${one}s`;
}

function comparisons(base: string): readonly (readonly [FormName, string])[] {
  return [
    ["er", `${base}er`],
    ["est", `${base}est`],
  ];
}

/** Regular forms, and `given` ones. */
export const inflect: Inflect = (word, mark, given = {}) => {
  const forms: Form[] = [];
  for (const [form, text] of REGULAR[mark](word)) forms.push({ form, text: given[form] ?? text });
  return forms;
};

export const brand: { names: string[]; products: string[]; handles: string[] } = {
  names: ["Acme", "Acme Inc.", "Yahoo!"],
  products: ["Elevate"],
  handles: ["@acme"],
};

/** Texts under test, with the found or flagged words in `[[…]]`. */
export interface World {
  readonly lists?: Readonly<Record<string, readonly string[]>>;
  readonly options?: Partial<PatternOptions>;
}

/** The matches of one pattern in a doc. */
export function find(source: string, doc: Doc, world: World = {}): readonly Match[] {
  const set = createPatternSet({ lists: world.lists ?? {}, brand, inflect, words });
  const group = set.group();
  group.add(source, { syntax: "pattern", within: "sentence", exact: false, ...world.options });
  return group.matches(doc);
}

/** The text again, with `[[…]]` around the words that the pattern flags in it. */
export function flag(source: string, text: string, world: World = {}): string {
  const doc = docOf(text);
  return mark(doc, find(source, doc, world));
}

/** A doc's text with `[[…]]` around what matches flag. */
export function mark({ text, tokens }: Doc, matches: readonly Match[]): string {
  let marked = "";
  let from = 0;
  for (const { flagStart, flagEnd } of [...matches].sort((one, other) => one.flagStart - other.flagStart)) {
    const start = tokens.start[flagStart];
    const end = tokens.end[flagEnd - 1];
    marked += `${text.slice(from, start)}[[${text.slice(start, end)}]]`;
    from = end;
  }
  return marked + text.slice(from);
}

/** A text without its `[[` and `]]`. */
export function unmark(text: string): string {
  return text.replaceAll("[[", "").replaceAll("]]", "");
}
