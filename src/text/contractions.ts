import type { Span } from "../types.ts";
import { countingList } from "./counting-words.ts";
import { type Doc, foldedToken } from "./doc.ts";
import { isParticiple } from "./passives.ts";
import { TokenFlag, TokenKind, tokenSpan } from "./tokens.ts";

/** Contractions that were taken: *don't*, *I'm*, *it's*; no possessives. */
export function contractions(doc: Doc): readonly Span[] {
  const found: Span[] = [];
  for (let index = 0; index < doc.tokens.count; index++) {
    const taken = takenAt(doc, index);
    if (taken !== undefined) found.push(taken);
  }
  return found;
}

/** Chances for a contraction, taken or open; at a sentence's end there is none (*Yes, we are.*). */
export function contractible(doc: Doc): readonly Span[] {
  const { tokens } = doc;
  const found: Span[] = [];
  for (let index = 0; index < tokens.count; index++) {
    const taken = takenAt(doc, index);
    if (taken !== undefined) found.push(taken);
    const words = openAt(doc, index);
    if (words === 0) continue;
    found.push(tokenSpan(tokens, index, index + words));
    index += words - 1;
  }
  return found;
}

/** The contraction that ends with the token at `index`. */
function takenAt(doc: Doc, index: number): Span | undefined {
  const { kind, flags } = doc.tokens;
  if (kind[index] !== TokenKind.word) return undefined;
  if ((flags[index] & TokenFlag.apostropheS) === 0) {
    const isOne = countingList("contractions").has(foldedToken(doc, index));
    return isOne ? tokenSpan(doc.tokens, index, index + 1) : undefined;
  }
  const hasHost = index > 0 && countingList("hosts").has(foldedToken(doc, index - 1));
  return hasHost ? tokenSpan(doc.tokens, index - 1, index + 1) : undefined;
}

/** How many words at `index` could be contracted; 0 for none. */
function openAt(doc: Doc, index: number): number {
  if (doc.tokens.kind[index] !== TokenKind.word) return 0;
  const word = foldedToken(doc, index);
  if (word === "cannot") return goesOn(doc, index + 1) ? 1 : 0;
  if (!countingList("contractibleFirsts").has(word) || !goesOn(doc, index + 1) || !goesOn(doc, index + 2))
    return 0;
  const pair = `${word}|${foldedToken(doc, index + 1)}`;
  if (countingList("contractible").has(pair)) return 2;
  // `we have baked`, but not `we have bread`.
  return countingList("contractibleHelpers").has(pair) && isHelping(doc, index + 2) ? 2 : 0;
}

/** Whether a participle follows, with an adverb before it or without. */
function isHelping(doc: Doc, index: number): boolean {
  if (isParticiple(doc, index)) return true;
  return countingList("passiveBetween").has(foldedToken(doc, index)) && goesOn(doc, index + 1);
}

/** Whether the sentence goes on with a word or a number at this token, right behind a blank. */
function goesOn({ tokens }: Doc, index: number): boolean {
  if (index >= tokens.count || tokens.sentence[index] !== tokens.sentence[index - 1]) return false;
  const isWord = tokens.kind[index] === TokenKind.word || tokens.kind[index] === TokenKind.number;
  return isWord && (tokens.flags[index] & (TokenFlag.attached | TokenFlag.hyphenBefore)) === 0;
}
