import type { Entity, Post, Span } from "../types.ts";
import { completeTokens } from "./complete.ts";
import { type Folded, fold } from "./fold.ts";
import { mask } from "./mask.ts";
import { scan } from "./scan.ts";
import { cutTokens } from "./tokenize.ts";
import { TokenFlag, TokenKind, type Tokens } from "./tokens.ts";

/** A post's text, analysed once; the costly views are made when first asked for. */
export interface Doc {
  readonly post: Post;
  readonly text: string;
  /** Links, mentions, tags, emoji, numbers, placeholders, code; sorted, apart from each other. */
  readonly entities: readonly Entity[];
  /** Quotations with their marks, sorted, apart from each other. */
  readonly quotations: readonly Span[];
  readonly folded: Folded;
  readonly tokens: Tokens;
  /** How many words of prose the text has (word and number tokens, `'s` and parts of hyphenated words not counted apart). */
  readonly words: number;
  /** How many sentences (PACK-FORMAT section 4) hold a word. */
  readonly sentences: number;
  /** How many words the longest of them has. */
  readonly longestSentence: number;
}

/** Analyses a post's text in a few passes, each linear. */
export function createDoc(post: Post): Doc {
  const { text, hidden } = post;
  const { entities, quotations } = scan(text, hidden);
  const folded = fold(text);
  const tokens = completeTokens(text, folded, cutTokens(text, entities, hidden), quotations);
  const { words, sentences, longestSentence } = countWords(tokens);
  return {
    post,
    text,
    entities,
    quotations,
    folded,
    tokens,
    words,
    sentences,
    longestSentence,
  };
}

/** The text with entities, quotations and hidden stretches blanked to the same length. */
export function maskedText({ text, entities, quotations, post }: Doc): string {
  return mask(text, [...entities, ...quotations, ...post.hidden]);
}

/** A token as folded. */
export function foldedToken({ folded, tokens }: Doc, index: number): string {
  return folded.text.slice(tokens.foldedStart[index], tokens.foldedEnd[index]);
}

/** A token as written. */
export function wordText({ text, tokens }: Doc, index: number): string {
  return text.slice(tokens.start[index], tokens.end[index]);
}

/** Whether a token begins a word of prose: it is a word or a number, no `'s` and no later part of a hyphenated word. */
export function beginsWord({ kind, flags }: Tokens, index: number): boolean {
  if (kind[index] !== TokenKind.word && kind[index] !== TokenKind.number) return false;
  return (flags[index] & (TokenFlag.hyphenBefore | TokenFlag.apostropheS)) === 0;
}

function countWords(tokens: Tokens): Pick<Doc, "words" | "sentences" | "longestSentence"> {
  let words = 0;
  let sentences = 0;
  let longestSentence = 0;
  let own = 0;
  let last = -1;
  for (let index = 0; index < tokens.count; index++) {
    if (!beginsWord(tokens, index)) continue;
    words++;
    if (tokens.sentence[index] !== last) {
      last = tokens.sentence[index];
      sentences++;
      own = 0;
    }
    own++;
    if (own > longestSentence) longestSentence = own;
  }
  return { words, sentences, longestSentence };
}
