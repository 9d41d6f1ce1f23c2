import { type Doc, foldedToken } from "../text/doc.ts";
import { TokenFlag, TokenKind, type Tokens, tokenSpan } from "../text/tokens.ts";
import type { Span } from "../types.ts";

/** Which part of a post may stand in another, too. */
export type Part = "text" | "sentence" | "opener" | "link";

/** A part of a post, to be compared with those of others. */
export interface AlikeUnit {
  readonly span: Span;
  /** Hashes of its pairs of neighbouring words, each once, in order; a pair that comes again has another hash. */
  readonly shingles: Int32Array;
}

/** Shorter texts and sentences are alike by chance: “Good morning, Leeds!” */
const LEAST_WORDS: Readonly<Record<Part, number>> = { text: 5, sentence: 8, opener: 5, link: 0 };
/** An opener is a text's first five words. */
const OPENER = 5;
/** A longer text is told by its first words. */
const MOST_SHINGLES = 2_000;

/** The parts of a post: its text without links, tags and marks, its sentences, its first words, or its links. */
export function unitsFor(doc: Doc, part: Part): readonly AlikeUnit[] {
  if (part === "link") return links(doc);
  const words = wordsOf(doc);
  if (part === "sentence") return sentences(doc, words).flatMap((each) => unitOf(doc, each, part));
  return unitOf(doc, part === "opener" ? words.slice(0, OPENER) : words, part);
}

/** The tokens that are words or numbers. */
function wordsOf({ tokens }: Doc): readonly number[] {
  const words: number[] = [];
  for (let index = 0; index < tokens.count; index++) {
    if (tokens.kind[index] === TokenKind.word || tokens.kind[index] === TokenKind.number) words.push(index);
  }
  return words;
}

function sentences({ tokens }: Doc, words: readonly number[]): readonly (readonly number[])[] {
  const found: number[][] = [];
  for (const word of words) {
    const last = found.at(-1);
    if (last !== undefined && tokens.sentence[last[0]] === tokens.sentence[word]) last.push(word);
    else found.push([word]);
  }
  return found;
}

function unitOf({ tokens, text }: Doc, words: readonly number[], part: Part): readonly AlikeUnit[] {
  if (words.length < LEAST_WORDS[part]) return [];
  const last = part === "sentence" ? closed(tokens, words[words.length - 1]) : words[words.length - 1];
  const span = part === "text" ? { start: 0, end: text.length } : tokenSpan(tokens, words[0], last + 1);
  return [{ span, shingles: shinglesOf(tokens, words) }];
}

/** The last mark of the sentence behind its last word. */
function closed({ count, kind, flags, sentence }: Tokens, last: number): number {
  let token = last;
  while (
    token + 1 < count &&
    sentence[token + 1] === sentence[last] &&
    kind[token + 1] === TokenKind.punctuation &&
    (flags[token + 1] & TokenFlag.attached) !== 0
  )
    token++;
  return token;
}

function shinglesOf({ hash: hashes }: Tokens, words: readonly number[]): Int32Array {
  const seen = new Set<number>();
  for (let index = 0; index <= words.length && seen.size < MOST_SHINGLES; index++) {
    let hash = mix(
      index === 0 ? 0 : hashes[words[index - 1]],
      index === words.length ? 0 : hashes[words[index]],
    );
    while (seen.has(hash)) hash = mix(hash, 1);
    seen.add(hash);
  }
  const shingles = new Int32Array(seen.size);
  let at = 0;
  for (const hash of seen) shingles[at++] = hash;
  return shingles.sort();
}

/** Two hashes as one (Murmur3's finalizer). */
function mix(one: number, other: number): number {
  let hash = Math.imul(one, 0x9e3779b1) ^ (Math.imul(other, 0x85ebca6b) + 0x165667b1);
  hash = Math.imul(hash ^ (hash >>> 16), 0x7feb352d);
  hash = Math.imul(hash ^ (hash >>> 15), 0x846ca68b);
  // Small integers, which maps find many times faster than others.
  return (hash ^ (hash >>> 16)) & 0x3fffffff;
}

/** A link without its scheme, its `www.`, a slash at its end and what counts visits. */
function links(doc: Doc): readonly AlikeUnit[] {
  const { tokens } = doc;
  const units: AlikeUnit[] = [];
  for (let index = 0; index < tokens.count; index++) {
    if (tokens.kind[index] !== TokenKind.link) continue;
    const plain = foldedToken(doc, index)
      .replace(/^https?:\/\//u, "")
      .replace(/^www\./u, "")
      .replace(/#.*$/u, "")
      .replace(/([?&])(?:utm_\w+|fbclid|gclid)=[^&]*/gu, "$1")
      .replace(/[?&/]+$/u, "");
    units.push({ span: tokenSpan(tokens, index, index + 1), shingles: Int32Array.of(textHash(plain)) });
  }
  return units;
}

function textHash(text: string): number {
  let hash = 0;
  for (let index = 0; index < text.length; index++) hash = mix(hash, text.charCodeAt(index));
  return hash;
}
