import { array, type GenericSchema, minLength, optional, picklist, pipe, strictObject } from "valibot";
import { lazy } from "../lazy.ts";
import { amount, amountFor } from "../packs/amount.ts";
import { type ProseSentence, proseSentences } from "../retext/prose-sentences.ts";
import { type FormulaName, formulaNames } from "../retext/readability-names.ts";
import { boundsOf, mayBeHard } from "../retext/readability-screen.ts";
import type { Doc } from "../text/doc.ts";
import type { Amount, Hit, Rule, Span } from "../types.ts";
import { type Check, NO_HITS } from "./check.ts";
import { together } from "./together.ts";

/** How hard to read a post, or each of its sentences, may be. */
export interface ReadabilityOptions {
  readonly max_grade: Amount;
  readonly of: "post" | "sentence";
  /** Shorter ones aren't judged: a long word more or less would decide. */
  readonly min_words?: Amount;
  readonly formulas: readonly FormulaName[];
}

const MIN_WORDS = { post: 40, sentence: 10 } as const;

const formulas = lazy(() => import("../retext/readability-formulas.ts"));

/** Flags what readers need more schooling for than the pack wants: the median of seven formulas, as a school grade. */
export const readability: Check<ReadabilityOptions> = {
  type: "readability",
  summary: "hard reading, by the median of the formulas of retext-readability",
  message: "This reads like grade <grade>; aim for grade <max> or below.",
  readsWords: true,
  wholePost: true,
  schema: (): GenericSchema<unknown, ReadabilityOptions> =>
    strictObject({
      max_grade: amount(),
      of: optional(picklist(["post", "sentence"]), "post"),
      min_words: optional(amount()),
      formulas: optional(
        pipe(
          array(picklist(formulaNames, `the formulas are ${formulaNames.join(", ")}`)),
          minLength(1, "name at least one formula, or leave “formulas” out for all"),
        ),
        [...formulaNames],
      ),
    }),
  compile: (rules) =>
    together(rules.map((rule) => ({ rule, run: (doc, platform) => hitsOf(doc, rule, platform) }))),
  modules: () => [formulas],
};

function hitsOf(doc: Doc, rule: Rule<ReadabilityOptions>, platform: string | undefined): readonly Hit[] {
  const { of, max_grade, min_words } = rule.options;
  const max = amountFor(max_grade, platform);
  const least = min_words === undefined ? MIN_WORDS[of] : amountFor(min_words, platform);
  // Short posts, which are most, never load the formulas.
  const most = of === "sentence" ? doc.longestSentence : doc.words;
  if (max === undefined || least === undefined || most < least) return NO_HITS;
  const { formulas: names } = rule.options;
  const judge = (span: Span, sentences: () => readonly ProseSentence[]): readonly Hit[] => {
    const counts = boundsOf(doc, span);
    if (counts.word === 0 || counts.word < least || !mayBeHard(counts, names, max)) return NO_HITS;
    const grade = gradeOf(sentences(), names);
    return grade > max ? [{ rule, span, data: { grade, max } }] : NO_HITS;
  };
  if (of === "post") return judge({ start: 0, end: doc.text.length }, () => sentencesOf(doc));
  return sentencesOf(doc).flatMap((sentence) => judge(sentence.span, () => [sentence]));
}

let latest: { readonly doc: Doc; readonly sentences: readonly ProseSentence[] } | undefined;

/** The rules of a pack ask one after the other for the sentences of the same doc. */
function sentencesOf(doc: Doc): readonly ProseSentence[] {
  if (latest?.doc !== doc) latest = { doc, sentences: proseSentences(doc) };
  return latest.sentences;
}

/** A whole grade, as readers know them; so that what is flagged is over the maximum in the message too. */
function gradeOf(sentences: readonly ProseSentence[], names: readonly FormulaName[]): number {
  const { countWords, gradeOf } = formulas.get();
  return Math.round(gradeOf(countWords(sentences.map(({ words }) => words)), names));
}
