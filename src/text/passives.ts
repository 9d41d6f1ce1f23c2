import type { Span } from "../types.ts";
import { countingList } from "./counting-words.ts";
import { type Doc, foldedToken } from "./doc.ts";
import { TokenFlag, TokenKind, tokenSpan } from "./tokens.ts";

/** How many adverbs may stand between a helper and its participle. */
const MOST_BETWEEN = 2;
const SHORTEST_REGULAR = 5;

/** Passives: a form of *be* or *get* with its helpers, up to two adverbs or *not*, and a participle that is no adjective. */
export function passives(doc: Doc): readonly Span[] {
  const { tokens } = doc;
  const helpers = countingList("passiveHelpers");
  const found: Span[] = [];
  for (let index = 0; index < tokens.count; index++) {
    if (tokens.kind[index] !== TokenKind.word || !helpers.has(foldedToken(doc, index))) continue;
    const participle = participleAfter(doc, index);
    if (participle < 0) continue;
    found.push(tokenSpan(tokens, firstHelper(doc, index), participle + 1));
    index = participle;
  }
  return found;
}

/** The participle that a helper at `index` makes a passive with, or -1. */
function participleAfter(doc: Doc, index: number): number {
  let at = index + 1;
  while (at <= index + MOST_BETWEEN && isInSentence(doc, index, at) && isAdverb(foldedToken(doc, at))) at++;
  return isInSentence(doc, index, at) && isParticiple(doc, at) && !isPhrase(doc, at) ? at : -1;
}

/** Whether the token is a past participle that is used as a verb; *half-baked* and *baked-in* are adjectives. */
export function isParticiple(doc: Doc, index: number): boolean {
  const { kind, flags } = doc.tokens;
  if (kind[index] !== TokenKind.word || (flags[index] & TokenFlag.hyphenBefore) !== 0) return false;
  if ((flags[index + 1] & TokenFlag.hyphenBefore) !== 0) return false;
  const word = foldedToken(doc, index);
  if (countingList("irregularParticiples").has(word)) return true;
  return (
    word.length >= SHORTEST_REGULAR && word.endsWith("ed") && !countingList("adjectivalParticiples").has(word)
  );
}

/** *sold out, fed up*: with this word behind it the participle is an adjective. */
function isPhrase(doc: Doc, index: number): boolean {
  if (!isInSentence(doc, index, index + 1)) return false;
  return countingList("adjectivalPhrases").has(`${foldedToken(doc, index)}|${foldedToken(doc, index + 1)}`);
}

/** *has been*, *will not be*, *is being*: the first helper before the one at `index`. */
function firstHelper(doc: Doc, index: number): number {
  let first = index;
  for (let at = index - 1; at >= first - 1 - MOST_BETWEEN && isInSentence(doc, index, at); at--) {
    const word = foldedToken(doc, at);
    if (countingList("helpers").has(word)) first = at;
    else if (!isAdverb(word)) break;
  }
  return first;
}

function isAdverb(word: string): boolean {
  return countingList("passiveBetween").has(word) || (word.length > 4 && word.endsWith("ly"));
}

/** Whether both tokens stand in one sentence; before the first token and behind the last there is none. */
function isInSentence({ tokens: { sentence } }: Doc, index: number, other: number): boolean {
  return sentence[other] === sentence[index];
}
