import { beginsWord, type Doc } from "../text/doc.ts";
import { TokenFlag, TokenKind } from "../text/tokens.ts";
import type { Span } from "../types.ts";

/** A sentence as readability sees it: its words, without numbers, entities and quotations. */
export interface ProseSentence {
  /** From its first token to its last. */
  readonly span: Span;
  readonly words: readonly string[];
}

/** The pack's sentences that hold a word, in order; parts of a hyphenated word and `'s` belong to their word. */
export function proseSentences({ text, tokens }: Doc): readonly ProseSentence[] {
  const { count, sentence, start, end } = tokens;
  const sentences: ProseSentence[] = [];
  let first = 0;
  while (first < count) {
    const words: string[] = [];
    let token = first;
    while (token < count && sentence[token] === sentence[first]) {
      const next = afterWord(tokens, token);
      if (isProseWord(tokens, token)) words.push(text.slice(start[token], end[next - 1]));
      token = next;
    }
    if (words.length > 0) sentences.push({ span: { start: start[first], end: end[token - 1] }, words });
    first = token;
  }
  return sentences;
}

/** Whether a token begins a word that readability counts. */
export function isProseWord(tokens: Doc["tokens"], token: number): boolean {
  return (
    tokens.kind[token] === TokenKind.word &&
    beginsWord(tokens, token) &&
    (tokens.flags[token] & TokenFlag.quoted) === 0
  );
}

/** The token after the word that this one begins. */
export function afterWord({ count, flags }: Doc["tokens"], token: number): number {
  let next = token + 1;
  while (next < count && (flags[next] & (TokenFlag.hyphenBefore | TokenFlag.apostropheS)) !== 0) next++;
  return next;
}
