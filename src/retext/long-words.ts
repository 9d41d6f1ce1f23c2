const LONG = 3;
const CONSONANTS = "bcdfghjklmnpqrstvwxz";

/** What the package `syllable` counts as a syllable without a vowel of its own, but for consonants that are doubled before an *l*. */
const SILENT: readonly string[] =
  "ier iet iest abl ebl ibl obl ubl ybl mbl ism asm thm dnt snt orbed shred mc".split(" ");
/** The same at the end of a word. */
const SILENT_ENDS: readonly string[] = ["ser", "ses", "sher", "shes"];

/** Pairs of letters, one of which stands in whatever is silent, one behind the other. */
const SILENT_PAIRS = "blcldlflglhljlklllmlnlplqlrlsltlvlwlxlzliesmhmdnsnrbhrseshmc";
const VOWELS = "aeiouy";
const LETTERS = 26;
const FIRST_LETTER = 0x61;
const IS_VOWEL: Uint8Array = vowels();
const IS_SILENT_PAIR: Uint8Array = silentPairs();

function vowels(): Uint8Array {
  const table = new Uint8Array(LETTERS);
  for (let at = 0; at < VOWELS.length; at++) table[VOWELS.charCodeAt(at) - FIRST_LETTER] = 1;
  return table;
}

function silentPairs(): Uint8Array {
  const table = new Uint8Array(LETTERS * LETTERS);
  for (let at = 0; at < SILENT_PAIRS.length; at += 2) {
    const first = SILENT_PAIRS.charCodeAt(at) - FIRST_LETTER;
    table[first * LETTERS + SILENT_PAIRS.charCodeAt(at + 1) - FIRST_LETTER] = 1;
  }
  return table;
}

/** Whether the word as written from `start` up to `end` of a text has so few vowels, and none of the silent pairs, that it can't be long. */
export function isSurelyShort(text: string, start = 0, end: number = text.length): boolean {
  let vowels = 0;
  let before = 0;
  for (let index = start; index < end; index++) {
    const letter = (text.charCodeAt(index) | 0x20) - FIRST_LETTER;
    if (letter < 0 || letter >= LETTERS) return false;
    vowels += IS_VOWEL[letter];
    if (index > start && IS_SILENT_PAIR[before * LETTERS + letter] === 1) return false;
    before = letter;
  }
  return vowels < LONG;
}

/** Whether a word (in small letters) may have three syllables or more, as `syllable` counts; it may err towards yes only. */
export function looksLong(word: string): boolean {
  let vowels = 0;
  for (let index = 0; index < word.length; index++) {
    const letter = word[index];
    if (letter < "a" || letter > "z") return true;
    if (VOWELS.includes(letter)) vowels++;
  }
  return vowels >= LONG || isSilent(word);
}

/** Whether a word holds one of the silent letters. */
function isSilent(word: string): boolean {
  if (SILENT.some((part) => word.includes(part)) || SILENT_ENDS.some((part) => word.endsWith(part)))
    return true;
  for (let at = word.indexOf("l", 2); at > 0; at = word.indexOf("l", at + 1))
    if (word[at - 1] === word[at - 2] && CONSONANTS.includes(word[at - 1])) return true;
  return false;
}
