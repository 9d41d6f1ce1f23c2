import { automatedReadability } from "automated-readability";
import { colemanLiau } from "coleman-liau";
import { smogFormula } from "smog-formula";
import { spacheFormula } from "spache-formula";
import { shortWords } from "../generated/short-words.ts";
import type { Doc } from "../text/doc.ts";
import { tokenAt } from "../text/tokens.ts";
import type { Span } from "../types.ts";
import { isSurelyShort, looksLong } from "./long-words.ts";
import { afterWord, isProseWord } from "./prose-sentences.ts";
import type { FormulaName } from "./readability-names.ts";

/** What can be counted without knowing syllables or easy words; a type, since one of the formulas wants an index. */
export type Bounds = {
  sentence: number;
  word: number;
  letter: number;
  character: number;
  polysillabicWord: number;
  unfamiliarWord: number;
};

/** No formula's grade is above this. */
const upper: Readonly<Partial<Record<FormulaName, (counts: Bounds) => number>>> = {
  "automated-readability": automatedReadability,
  "coleman-liau": colemanLiau,
  smog: smogFormula,
  spache: spacheFormula,
};

/**
 * Whether the median of the formulas may be a whole grade above `max`: most posts are far from it, and to count their syllables takes
 * longer than all other checks. May err towards yes only.
 */
export function mayBeHard(counts: Bounds, formulas: readonly FormulaName[], max: number): boolean {
  const least = Math.floor(max) + 0.5;
  let below = 0;
  for (const name of formulas) if ((upper[name]?.(counts) ?? Number.POSITIVE_INFINITY) < least) below++;
  return formulas.length - below >= formulas.length / 2;
}

/** The most that the sentences of a doc that lie between two offsets, and hold a word, can come to. Makes no words, as most are short. */
export function boundsOf({ text, tokens }: Doc, { start, end }: Span): Bounds {
  const bounds = noBounds();
  let sentence = -1;
  let token = tokenAt(tokens, start);
  while (token < tokens.count && tokens.start[token] < end) {
    const next = afterWord(tokens, token);
    if (isProseWord(tokens, token)) {
      if (tokens.sentence[token] !== sentence) bounds.sentence++;
      sentence = tokens.sentence[token];
      addWord(bounds, text, tokens.start[token], tokens.end[next - 1]);
    }
    token = next;
  }
  return bounds;
}

/** Counts of nothing. */
export function noBounds(): Bounds {
  return { sentence: 0, word: 0, letter: 0, character: 0, polysillabicWord: 0, unfamiliarWord: 0 };
}

/** Counts the word from `start` up to `end` of a text, as long and unfamiliar as it can be. */
export function addWord(bounds: Bounds, text: string, start: number, end: number): void {
  bounds.word++;
  bounds.unfamiliarWord++;
  bounds.letter += end - start;
  bounds.character += end - start;
  if (!isSurelyShort(text, start, end) && mayBeLong(text.slice(start, end))) bounds.polysillabicWord++;
}

const MOST_WORDS = 20_000;
const known = new Map<string, boolean>();

function mayBeLong(written: string): boolean {
  const ready = known.get(written);
  if (ready !== undefined) return ready;
  const word = written.toLowerCase().replaceAll("'", "").replaceAll("’", "");
  const made = looksLong(word) && !shortWords.includes(` ${word} `);
  if (known.size >= MOST_WORDS) known.clear();
  known.set(written, made);
  return made;
}
