import type { Span } from "../types.ts";

/** What a token is. A constant object instead of an enum, so that the values are plain numbers in a typed array. */
export const TokenKind = {
  word: 1,
  number: 2,
  punctuation: 3,
  emoji: 4,
  link: 5,
  mention: 6,
  hashtag: 7,
  cashtag: 8,
  placeholder: 9,
  code: 10,
} as const;

/** Bits of `Tokens.flags`. */
export const TokenFlag = {
  /** A hyphen without blanks stands between the token before and this one: parts of one hyphenated word. */
  hyphenBefore: 1,
  /** Nothing stands between the token before and this one (`'s`, or a mark right after a word). */
  attached: 2,
  /** The token `'s`. */
  apostropheS: 4,
  /** Its first letter is a capital. */
  capital: 8,
  /** Two or more letters, all capitals. */
  caps: 16,
  /** It lies in a quotation. */
  quoted: 32,
  /** It is the first token of its line. */
  lineStart: 64,
  /** A word that is written in ASCII letters and digits alone. */
  plain: 128,
} as const;

/** The tokens of a text, side by side in typed arrays; entry `i` of each belongs to token `i`. Blanks are no tokens. */
export interface Tokens {
  readonly count: number;
  /** UTF-16 offsets in the text, end exclusive. */
  readonly start: Int32Array;
  readonly end: Int32Array;
  /** Offsets of the same token in the folded text. */
  readonly foldedStart: Int32Array;
  readonly foldedEnd: Int32Array;
  /** `TokenKind`. */
  readonly kind: Uint8Array;
  /** Bits of `TokenFlag`. */
  readonly flags: Uint8Array;
  /** `hashOf` the folded token, as text/hash computes it. */
  readonly hash: Int32Array;
  /** Index of the sentence, paragraph and line that the token stands in (PACK-FORMAT section 4), each from 0. */
  readonly sentence: Int32Array;
  readonly paragraph: Int32Array;
  readonly line: Int32Array;
}

/** The stretch of text from token `first` up to token `last` exclusive. */
export function tokenSpan(tokens: Tokens, first: number, last: number): Span {
  return { start: tokens.start[first], end: tokens.end[last - 1] };
}

/** The first token that ends after `offset`; `count` when there is none. */
export function tokenAt(tokens: Tokens, offset: number): number {
  let low = 0;
  let high = tokens.count;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (tokens.end[middle] > offset) high = middle;
    else low = middle + 1;
  }
  return low;
}
