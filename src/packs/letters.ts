/** Letters and syllables, as far as English spelling asks for them. All words in lower case. */

/** Whether the letter at `index` is a consonant; `u` after `q` is one, `y` is one at the begin and after a vowel. */
export function isConsonant(word: string, index: number): boolean {
  const letter = word[index];
  if (letter === undefined || !/[a-z]/u.test(letter)) return false;
  if (letter === "u") return word[index - 1] === "q";
  if (letter === "y") return index === 0 || !isConsonant(word, index - 1);
  return !"aeio".includes(letter);
}

/** Syllables by groups of vowels; a silent e at the end is none. Good enough to tell one from several. */
export function syllables(word: string): number {
  let count = 0;
  for (let index = 0; index < word.length; index++) {
    if (!isConsonant(word, index) && (index === 0 || isConsonant(word, index - 1))) count++;
  }
  const isSilent =
    word.endsWith("e") && count > 1 && isConsonant(word, word.length - 2) && !/[^aeiouy]le$/u.test(word);
  return isSilent ? count - 1 : count;
}

/** Whether the last letter doubles before `ed`, `ing` and `er`: C+V+C, not w x y, in one syllable or with the stress at the end. */
export function doublesLast(word: string, endStressed: ReadonlySet<string>): boolean {
  const last = word.length - 1;
  if (/[wxy]$/u.test(word)) return false;
  const isShape = isConsonant(word, last) && !isConsonant(word, last - 1) && isConsonant(word, last - 2);
  return isShape && (syllables(word) === 1 || endStressed.has(word));
}
