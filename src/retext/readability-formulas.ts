import { automatedReadability } from "automated-readability";
import { colemanLiau } from "coleman-liau";
import { daleChall } from "dale-chall";
import { daleChallFormula, daleChallGradeLevel } from "dale-chall-formula";
import { gunningFog } from "gunning-fog";
import { smogFormula } from "smog-formula";
import { spache } from "spache";
import { spacheFormula } from "spache-formula";
import { syllable } from "syllable";
import type { FormulaName } from "./readability-names.ts";

/** What the formulas count in a stretch of text, under the names of their packages; a type, since two of them want an index. */
export type Counts = {
  sentence: number;
  word: number;
  letter: number;
  character: number;
  syllable: number;
  /** Words of three syllables or more. */
  polysillabicWord: number;
  /** Those that start with a small letter: no names. */
  complexPolysillabicWord: number;
  /** Words that are not on the list of Dale and Chall. */
  difficultWord: number;
  /** Words that are not on the list of Spache, each once. */
  unfamiliarWord: number;
};

/** What is known of a word as written. */
interface Word {
  readonly caseless: string;
  readonly startsSmall: boolean;
  readonly syllables: number;
  readonly isEasy: boolean;
  readonly isFamiliar: boolean;
}

/** `syllable` takes quadratic time; no word of a language is longer. */
const LONGEST_WORD = 64;
const LETTERS_A_SYLLABLE = 3;
const MOST_WORDS = 20_000;

const easy: ReadonlySet<string> = new Set(daleChall);
const familiar: ReadonlySet<string> = new Set(spache);
const known = new Map<string, Word>();

/** Counts words, sentence by sentence. */
export function countWords(sentences: readonly (readonly string[])[]): Counts {
  const counts: Counts = {
    sentence: sentences.length,
    word: 0,
    letter: 0,
    character: 0,
    syllable: 0,
    polysillabicWord: 0,
    complexPolysillabicWord: 0,
    difficultWord: 0,
    unfamiliarWord: 0,
  };
  const unfamiliar = new Set<string>();
  for (const words of sentences) for (const word of words) countWord(counts, unfamiliar, word);
  counts.character = counts.letter;
  counts.unfamiliarWord = unfamiliar.size;
  return counts;
}

function countWord(counts: Counts, unfamiliar: Set<string>, written: string): void {
  const word = wordOf(written);
  counts.word++;
  counts.letter += written.length;
  counts.syllable += word.syllables;
  if (word.syllables >= 3) {
    counts.polysillabicWord++;
    if (word.startsSmall) counts.complexPolysillabicWord++;
  }
  if (!word.isEasy) counts.difficultWord++;
  if (!word.isFamiliar) unfamiliar.add(word.caseless);
}

function wordOf(written: string): Word {
  const ready = known.get(written);
  if (ready !== undefined) return ready;
  const caseless = written.toLowerCase();
  const listed = caseless.replaceAll("’", "'");
  const isLong = written.length > LONGEST_WORD;
  const made: Word = {
    caseless,
    startsSmall: written.charCodeAt(0) === caseless.charCodeAt(0),
    syllables: isLong ? Math.ceil(written.length / LETTERS_A_SYLLABLE) : syllable(caseless),
    isEasy: easy.has(listed),
    isFamiliar: familiar.has(listed),
  };
  if (isLong) return made;
  if (known.size >= MOST_WORDS) known.clear();
  known.set(written, made);
  return made;
}

/** Each formula as a school grade of the United States; all but two give one themselves. */
const grades: Readonly<Record<FormulaName, (counts: Counts) => number>> = {
  "automated-readability": automatedReadability,
  "coleman-liau": colemanLiau,
  "dale-chall": (counts) => daleChallGrade(daleChallFormula(counts)),
  flesch: fleschKincaidGrade,
  "gunning-fog": gunningFog,
  smog: smogFormula,
  spache: spacheFormula,
};

const COLLEGE_GRADUATE = 16;

/** The upper grade of the score's row in the table of Chall and Dale (Readability Revisited, 1995). */
export function daleChallGrade(score: number): number {
  return Math.min(daleChallGradeLevel(score)[1], COLLEGE_GRADUATE);
}

/**
 * The grade of Flesch's formula as Kincaid, Fishburne, Rogers and Chissom fitted it (Naval Technical Training Command, Research Branch
 * Report 8-75, 1975): 0.39 × words a sentence + 11.8 × syllables a word − 15.59.
 */
export function fleschKincaidGrade({ word, sentence, syllable: syllables }: Counts): number {
  return (0.39 * word) / sentence + (11.8 * syllables) / word - 15.59;
}

/** The median of the formulas' grades; `NaN` without words. */
export function gradeOf(counts: Counts, formulas: readonly FormulaName[]): number {
  const sorted = formulas.map((name) => grades[name](counts)).sort((one, other) => one - other);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}
