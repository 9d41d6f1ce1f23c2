import { UnitClass, unitClass } from "./units.ts";

let segmenter: Intl.Segmenter | undefined;

/** Whether a unit belongs to a script without blanks between its words, or to a letter of one. */
export function isUnspaced(unit: number): boolean {
  const found = unitClass(unit);
  return found === UnitClass.unspaced || found === UnitClass.joiner;
}

/** Each step of the platform's segmenter takes time by the length of the whole run, so that it gets no more than this at once. */
const LONGEST_RUN = 256;

/** The ends of the words in a run of such a script, as the platform's dictionary cuts them. */
export function* unspacedWordEnds(run: string): Iterable<number> {
  segmenter ??= new Intl.Segmenter(undefined, { granularity: "word" });
  for (let from = 0; from < run.length; from += LONGEST_RUN) {
    for (const { segment, index } of segmenter.segment(run.slice(from, from + LONGEST_RUN))) {
      yield from + index + segment.length;
    }
  }
}
