import type { Inflect } from "./classes.ts";

/** Endings of plurals that nothing else has, and of their singulars. */
const IRREGULAR: readonly (readonly [string, string])[] = [
  ["people", "person"],
  ["children", "child"],
  ["men", "man"],
  ["feet", "foot"],
  ["teeth", "tooth"],
  ["geese", "goose"],
  ["mice", "mouse"],
  ["yses", "ysis"],
];
/** Of several endings the first that fits. Something of the word must stand before them: *ties* is not of *ty*. */
const REGULAR: readonly (readonly [string, string])[] = [
  ["ies", "y"],
  ["ves", "f"],
  ["ves", "fe"],
  ["es", ""],
  ["s", ""],
];

/** What takes *es*: *boxes, classes, buses*. Of *houses* and *cases* the *e* is their own. */
const TAKES_ES = /(?:ss|[xzo]|[cs]h|[^ao]us|[givl]as|lens)$/u;

/** Words that look like the plural of another word but stand for themselves. */
const SINGULARS: ReadonlySet<string> = new Set(
  (
    "alias always analytics athletics atlas bias bus canvas chaos christmas clothes cosmos economics ethics ethos gas goods " +
    "headquarters kudos lens logistics mathematics news pancreas pants pathos physics politics premises sales summons texas thanks"
  ).split(" "),
);

/** The singular of a plural, or nothing for a word that is no plural, looks like one by chance, or is both. */
export function singularOf(word: string, inflect: Inflect): string | undefined {
  if (SINGULARS.has(word)) return undefined;
  const irregular = singularIn(IRREGULAR, word, inflect);
  if (irregular !== undefined || /(?:us|is|ss)$/u.test(word) || isManyOf(word, word, inflect))
    return irregular;
  return singularIn(REGULAR, word, inflect);
}

function singularIn(
  endings: readonly (readonly [string, string])[],
  word: string,
  inflect: Inflect,
): string | undefined {
  for (const [many, one] of endings) {
    const stem = word.slice(0, word.length - many.length);
    if (!word.endsWith(many) || (endings === REGULAR && stem.length < 2)) continue;
    if (many === "es" && !TAKES_ES.test(stem)) continue;
    if (isManyOf(word, stem + one, inflect)) return stem + one;
  }
  return undefined;
}

function isManyOf(word: string, singular: string, inflect: Inflect): boolean {
  return inflect(singular, "n").some(({ form, text }) => form === "many" && text === word);
}
