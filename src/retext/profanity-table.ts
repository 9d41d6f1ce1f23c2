import { PROFANITIES } from "../generated/profanity-phrases.ts";
import { hashOf } from "../text/hash.ts";
import type { Sureness } from "./profanity-scan.ts";

/** A phrase of retext-profanities. */
export interface Phrase {
  /** As the plugin writes it: small letters, words apart by blanks. */
  readonly text: string;
  readonly sureness: Sureness;
  /** Forms of one word share a number. */
  readonly group: number;
}

/** All phrases of the plugin by the hash (`hashOf`) of their first word. */
export type PhrasesByFirstWord = ReadonlyMap<number, readonly Phrase[]>;

let known: PhrasesByFirstWord | undefined;

/** The phrases, read at first use. */
export function phrasesByFirstWord(): PhrasesByFirstWord {
  known ??= readPhrases();
  return known;
}

function readPhrases(): PhrasesByFirstWord {
  const phrases = new Map<number, Phrase[]>();
  let group = 0;
  for (const sureness of [0, 1, 2] as const) {
    for (const forms of PROFANITIES[sureness].split(" ")) {
      group++;
      for (const form of expand(forms)) {
        const text = form.replaceAll("_", " ");
        const hash = hashOf(text.split(" ", 1)[0]);
        const others = phrases.get(hash);
        if (others === undefined) phrases.set(hash, [{ text, sureness, group }]);
        else others.push({ text, sureness, group });
      }
    }
  }
  return phrases;
}

/** `word+` is the word and the word with an s; else forms are apart by slashes. */
function expand(forms: string): readonly string[] {
  if (!forms.endsWith("+")) return forms.split("/");
  const word = forms.slice(0, -1);
  return [word, `${word}s`];
}
