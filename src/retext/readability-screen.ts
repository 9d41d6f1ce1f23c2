import { automatedReadability } from "automated-readability";
import { colemanLiau } from "coleman-liau";
import { smogFormula } from "smog-formula";
import { spacheFormula } from "spache-formula";
import { shortWords } from "../generated/short-words.ts";
import { looksLong } from "./long-words.ts";
import type { FormulaName } from "./readability-names.ts";

/** What can be counted without knowing syllables or easy words; a type, since one of the formulas wants an index. */
type Bounds = {
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
export function mayBeHard(
  sentences: readonly (readonly string[])[],
  formulas: readonly FormulaName[],
  max: number,
): boolean {
  const counts = boundsOf(sentences);
  const least = Math.floor(max) + 0.5;
  const below = formulas.filter((name) => (upper[name]?.(counts) ?? Number.POSITIVE_INFINITY) < least);
  return formulas.length - below.length >= formulas.length / 2;
}

/** As many long and unfamiliar words as there can be. */
function boundsOf(sentences: readonly (readonly string[])[]): Bounds {
  let word = 0;
  let letter = 0;
  let polysillabicWord = 0;
  for (const words of sentences) {
    for (const written of words) {
      word++;
      letter += written.length;
      if (mayBeLong(written)) polysillabicWord++;
    }
  }
  return {
    sentence: sentences.length,
    word,
    letter,
    character: letter,
    polysillabicWord,
    unfamiliarWord: word,
  };
}

const MOST_WORDS = 20_000;
const known = new Map<string, boolean>();

function mayBeLong(written: string): boolean {
  const ready = known.get(written);
  if (ready !== undefined) return ready;
  const word = written.toLowerCase().replace(/['’]/g, "");
  const made = looksLong(word) && !shortWords.includes(` ${word} `);
  if (known.size >= MOST_WORDS) known.clear();
  known.set(written, made);
  return made;
}
