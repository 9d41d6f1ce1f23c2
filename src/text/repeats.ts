import type { Span } from "../types.ts";
import { countingList } from "./counting-words.ts";
import { type Doc, foldedToken } from "./doc.ts";
import { TokenFlag, TokenKind, tokenSpan } from "./tokens.ts";

/** The second of two equal words in a row: *the the*. Words that may stand twice (*had had*) and names (*Duran Duran*) are none. */
export function repeatedWords(doc: Doc): readonly Span[] {
  const { tokens } = doc;
  const found: Span[] = [];
  for (let index = 1; index < tokens.count; index++) {
    if (tokens.hash[index] === tokens.hash[index - 1] && isRepeated(doc, index))
      found.push(tokenSpan(tokens, index, index + 1));
  }
  return found;
}

function isRepeated(doc: Doc, index: number): boolean {
  const { kind, sentence, flags } = doc.tokens;
  if (kind[index] !== TokenKind.word || kind[index - 1] !== TokenKind.word) return false;
  if (sentence[index] !== sentence[index - 1] || (flags[index] & TokenFlag.hyphenBefore) !== 0) return false;
  const isName =
    (flags[index] & flags[index - 1] & TokenFlag.capital) !== 0 && (flags[index] & TokenFlag.caps) === 0;
  const word = foldedToken(doc, index);
  return !isName && word === foldedToken(doc, index - 1) && !countingList("doubledWords").has(word);
}

/** The first word of a sentence that starts like the one before, past marks and emoji. */
export function repeatedOpeners(doc: Doc): readonly Span[] {
  const { tokens } = doc;
  const found: Span[] = [];
  let opener = "";
  let done = -1;
  for (let index = 0; index < tokens.count; index++) {
    if (tokens.sentence[index] === done || isLeading(tokens.kind[index])) continue;
    done = tokens.sentence[index];
    const word = tokens.kind[index] === TokenKind.word ? foldedToken(doc, index) : "";
    if (word !== "" && word === opener) found.push(tokenSpan(tokens, index, index + 1));
    opener = word;
  }
  return found;
}

function isLeading(kind: number): boolean {
  return kind === TokenKind.punctuation || kind === TokenKind.emoji || kind === TokenKind.mention;
}
