import { type Lazy, lazy } from "../lazy.ts";
import { countingList } from "./counting-words.ts";
import { lazyExpression } from "./expression.ts";

/** The easy words that tags are cut by; needed by few packs. */
export const easyWords: Lazy<{ readonly easyWords: string }> = lazy(
  () => import("../generated/easy-words.ts"),
);

/** From these lengths on a tag that can be cut in two or more words is hardly a word by itself (*marketplace*, *attendance*). */
const LONG_PAIR = 12;
const LONG_CHAIN = 11;
const SHORTEST_OF_PAIR = 4;
/** Longer than this no tag is one word. */
const LONGEST_TAG = 22;
const SMALL_LETTERS = lazyExpression(String.raw`^\p{Ll}+$`, "u");

/** Whether a tag (without its `#`) is two or more words that no capital sets apart. Throws `NotLoaded` at first. */
export function isRunTogether(tag: string): boolean {
  // Most tags hold a capital, which is told sooner than what a small letter is.
  if (tag !== tag.toLowerCase() || !SMALL_LETTERS().test(tag)) return false;
  if (tag.length > LONGEST_TAG) return true;
  const [first, ...rest] = fewestWords(tag, words());
  if (rest.length === 0) return false;
  if (rest.length > 1) return tag.length >= LONG_CHAIN;
  const isPair =
    Math.min(first.length, rest[0].length) >= SHORTEST_OF_PAIR && !countingList("tagEndings").has(rest[0]);
  return isPair && tag.length >= LONG_PAIR;
}

let known: ReadonlySet<string> | undefined;

/** Whether a word is known. */
function words(): (word: string) => boolean {
  known ??= new Set(easyWords.get().easyWords.split(" "));
  const easy = known;
  const tagWords = countingList("tagWords");
  return (word) => easy.has(word) || tagWords.has(word);
}

/** The tag cut into as few words as can be; nothing where it can't be cut. */
function fewestWords(tag: string, isWord: (word: string) => boolean): readonly string[] {
  const best: (readonly string[] | undefined)[] = [[]];
  for (let end = 1; end <= tag.length; end++) {
    for (let start = 0; start < end; start++) {
      const before = best[start];
      if (before === undefined || before.length + 1 >= (best[end]?.length ?? Number.POSITIVE_INFINITY))
        continue;
      const word = tag.slice(start, end);
      if (isWord(word)) best[end] = [...before, word];
    }
  }
  return best[tag.length] ?? [];
}
