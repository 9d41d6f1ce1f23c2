import { Place } from "./classes.ts";
import type { Doc } from "./doc.ts";
import { TokenKind } from "./tokens.ts";

const BULLETS = "-–—•‣▪▫●○◦·*+→➤➡>";
const OPENING = "\"'“‘„‚«‹([";
const CLOSING = ".!?…:;\"'”’»›)]";

/** All rules ask for those of the same doc before the next one comes. */
let latest: { readonly doc: Doc; readonly bits: Uint8Array } | undefined;

/**
 * Bits of `Place` for every place between two tokens: entry `i` is the place before token `i`, the last one the end of the post.
 * Sentences start past leading handles, emoji, bullets and opening quotes; sentences and posts end before closing marks and emoji;
 * every place that is passed over counts too. `wordEnd` is not among the bits.
 */
export function boundaries(doc: Doc): Uint8Array {
  if (latest?.doc === doc) return latest.bits;
  const bits = new Uint8Array(doc.tokens.count + 1);
  markStarts(doc, bits);
  markEnds(doc, bits);
  latest = { doc, bits };
  return bits;
}

function markStarts(doc: Doc, bits: Uint8Array): void {
  const { count, sentence, line } = doc.tokens;
  bits[0] |= Place.postStart;
  let leading = false;
  for (let index = 0; index < count; index++) {
    const first = index === 0;
    if (first || line[index] !== line[index - 1]) bits[index] |= Place.lineStart;
    leading ||= first || sentence[index] !== sentence[index - 1];
    if (leading) bits[index] |= Place.start;
    leading &&= isLeading(doc, index);
  }
  if (count === 0 || leading) bits[count] |= Place.start;
}

function markEnds(doc: Doc, bits: Uint8Array): void {
  const { count, sentence, line } = doc.tokens;
  let sentenceEnds = false;
  let postEnds = true;
  for (let index = count; index >= 0; index--) {
    const last = index === count;
    if (last || (index > 0 && line[index] !== line[index - 1])) bits[index] |= Place.lineEnd;
    sentenceEnds ||= last || (index > 0 && sentence[index] !== sentence[index - 1]);
    if (sentenceEnds) bits[index] |= Place.end;
    if (postEnds) bits[index] |= Place.postEnd;
    if (index === 0) return;
    if (!sentenceEnds && !postEnds) continue;
    const closes = isClosing(doc, index - 1);
    sentenceEnds &&= closes;
    postEnds &&= closes;
  }
}

function isLeading(doc: Doc, index: number): boolean {
  switch (doc.tokens.kind[index]) {
    case TokenKind.mention:
    case TokenKind.emoji:
      return true;
    case TokenKind.punctuation:
      return isOneOf(doc, index, BULLETS) || isOneOf(doc, index, OPENING) || isNumbering(doc, index);
    case TokenKind.number:
      return isNumbering(doc, index + 1);
    default:
      return false;
  }
}

/** The bracket of `1)` at the start of a line. */
function isNumbering(doc: Doc, index: number): boolean {
  const { count, kind, line } = doc.tokens;
  if (index < 1 || index >= count || kind[index - 1] !== TokenKind.number) return false;
  const startsLine = index === 1 || line[index - 2] !== line[index - 1];
  return startsLine && line[index] === line[index - 1] && isOneOf(doc, index, ")");
}

function isClosing(doc: Doc, index: number): boolean {
  const kind = doc.tokens.kind[index];
  return kind === TokenKind.emoji || (kind === TokenKind.punctuation && isOneOf(doc, index, CLOSING));
}

function isOneOf(doc: Doc, index: number, marks: string): boolean {
  return marks.includes(doc.text[doc.tokens.start[index]]);
}
