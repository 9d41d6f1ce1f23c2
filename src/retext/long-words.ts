const LONG = 3;
/** What the package `syllable` counts as a syllable without a vowel of its own. */
const SILENT = /([^aeiouy])\1l|ie(?:r|s?t)|[aeiouym]bl|ism|asm|thm|dnt|snt|orbed|shred|sh?e[rs]$|mc/;

/** Whether a word (in small letters) may have three syllables or more, as `syllable` counts; it may err towards yes only. */
export function looksLong(word: string): boolean {
  let vowels = 0;
  for (let index = 0; index < word.length; index++) {
    const letter = word[index];
    if (letter < "a" || letter > "z") return true;
    if ("aeiouy".includes(letter)) vowels++;
  }
  return vowels >= LONG || SILENT.test(word);
}
