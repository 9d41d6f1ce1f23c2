import { englishList } from "../english.ts";
import { type Doc, foldedToken, wordText } from "../text/doc.ts";
import { lazyExpression } from "../text/expression.ts";
import { isAsciiLetter, isDigitUnit } from "../text/units.ts";
import type { LetterCase } from "./letter-case.ts";

/** Letters whose names begin with a vowel's sound: *an HR team*, *an X post*. */
const VOWEL_NAMES = lazyExpression(
  String.raw`^(?:[AEFHILMNORSX](?:[A-Z\d.]|$)|[FHLMNRSX](?![\p{L}'’]))`,
  "u",
);
/** A word in capitals that begins with the sound of *you*: *a UK team*. */
const YOU_NAMES = /^U(?:[A-Z\d.-]|$)/u;
const NUMBER = /^\d+/u;

/** The article that a word takes: by its first letter, but for the exceptions of PACK-FORMAT section 3. */
export function articleFor(word: string): "a" | "an" {
  const lower = word.normalize("NFD").toLowerCase();
  if (isDigitUnit(lower.charCodeAt(0))) {
    const number = NUMBER.exec(lower)?.[0] ?? "";
    return number.startsWith("8") || number === "11" || number === "18" ? "an" : "a";
  }
  // Small letters name nothing.
  if (word[0] !== lower[0] && VOWEL_NAMES().test(word)) return "an";
  if (word.startsWith("U") && YOU_NAMES.test(word)) return "a";
  const plain = lower.slice(0, lettersEnd(lower));
  if (isListed("anWords", plain)) return "an";
  if (isListed("aWords", plain)) return "a";
  return "aeiou".includes(lower[0] ?? "-") ? "an" : "a";
}

function lettersEnd(word: string): number {
  let end = 0;
  while (end < word.length && isAsciiLetter(word.charCodeAt(end))) end++;
  return end;
}

/** Whether a list holds the word, or its beginning with a hyphen. */
function isListed(name: "anWords" | "aWords", word: string): boolean {
  const list = englishList(name);
  for (let end = word.length; end > 0; end--) if (list.has(`${word.slice(0, end)}-`)) return true;
  return list.has(word);
}

/** What the article before a token has to become, when other words follow it. */
export interface ArticleRepair {
  /** Offset of the article in the text. */
  readonly start: number;
  /** The right article, and all that stands between the old one and the token. */
  readonly text: string;
}

/** Puts the `a` or `an` before a token right for the words that will follow it; nothing where it is right, or none is there. */
export function repairArticle(
  { doc, token, letterCase }: { readonly doc: Doc; readonly token: number; readonly letterCase: LetterCase },
  words: string,
): ArticleRepair | undefined {
  const { tokens, text } = doc;
  const before = token - 1;
  if (before < 0 || tokens.sentence[before] !== tokens.sentence[token]) return undefined;
  const article = foldedToken(doc, before);
  if (article !== "a" && article !== "an") return undefined;
  const needed = articleFor(words);
  if (needed === article) return undefined;
  const right = likeArticle(needed, wordText(doc, before), letterCase);
  return { start: tokens.start[before], text: right + text.slice(tokens.end[before], tokens.start[token]) };
}

/** The article in the case of the one that stands there; a lone `A` is in capitals where the words behind it are. */
function likeArticle(article: "a" | "an", written: string, letterCase: LetterCase): string {
  if (written.startsWith("a")) return article;
  return written === "AN" || letterCase === "capitals" ? article.toUpperCase() : `A${article.slice(1)}`;
}
