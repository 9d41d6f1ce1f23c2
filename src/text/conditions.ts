import { TokenClass, WordBit } from "./classes.ts";
import type { Doc } from "./doc.ts";
import { isLikeGlob } from "./pattern-glob.ts";
import { type AutomatonTables, CONDITION_ROW, ConditionColumn, ContextForm } from "./pattern-tables.ts";
import { TokenFlag, TokenKind } from "./tokens.ts";

/** A doc under the eyes of an automaton. */
export interface Reading {
  readonly tables: AutomatonTables;
  readonly doc: Doc;
  /** The number of each token's word, -1 for those that no pattern knows. */
  readonly words: Int32Array;
}

/** The bit of a class in a mask; all globs share the last one. */
export function maskOf(code: number): number {
  return code < TokenClass.firstGlob ? 1 << code : GLOB;
}

const GLOB = 1 << 31;
const ANY = 1 << TokenClass.any;
const WORD = 1 << TokenClass.word;
const NUMBER = 1 << TokenClass.number;

/** The classes of a kind of token, as far as the kind alone decides. */
const BY_KIND: Readonly<Record<number, number>> = {
  [TokenKind.word]: ANY | WORD | GLOB,
  [TokenKind.number]: ANY | WORD | NUMBER | GLOB,
  [TokenKind.punctuation]: ANY | (1 << TokenClass.punct),
  [TokenKind.emoji]: ANY | (1 << TokenClass.emoji),
  [TokenKind.link]: ANY | (1 << TokenClass.link),
  [TokenKind.mention]: ANY | GLOB | (1 << TokenClass.mention),
  [TokenKind.hashtag]: ANY | GLOB | (1 << TokenClass.hashtag),
  [TokenKind.cashtag]: ANY | (1 << TokenClass.cashtag),
  [TokenKind.placeholder]: ANY | (1 << TokenClass.placeholder),
};

const KIND_MASKS: Int32Array = Int32Array.from({ length: 16 }, (_, kind) => BY_KIND[kind] ?? ANY);

/** The mask of all classes that token `index` belongs to; of globs only that one is worth trying. */
export function classesOf(reading: Reading, index: number): number {
  const { kind, flags: allFlags } = reading.doc.tokens;
  const flags = allFlags[index];
  let mask = KIND_MASKS[kind[index]];
  if (kind[index] === TokenKind.word) mask = wordClasses(reading, index, mask);
  if ((flags & TokenFlag.hyphenBefore) === 0) return mask;
  return mask | (1 << TokenClass.hyphenated) | ((mask & NUMBER) === 0 ? 0 : 1 << TokenClass.numberTail);
}

function wordClasses(reading: Reading, index: number, plain: number): number {
  const flags = reading.doc.tokens.flags[index];
  if ((flags & TokenFlag.apostropheS) !== 0) {
    const possessive = (flags & TokenFlag.attached) === 0 ? 0 : 1 << TokenClass.possessive;
    return (plain & ~WORD) | possessive;
  }
  let mask = plain;
  if ((flags & TokenFlag.capital) !== 0) mask |= 1 << TokenClass.cap;
  if ((flags & TokenFlag.caps) !== 0) mask |= 1 << TokenClass.caps;
  if (hasBit(reading, index, WordBit.number)) mask |= NUMBER;
  if (isVerbIng(reading, index)) mask |= 1 << TokenClass.verbIng;
  return mask;
}

function hasBit({ tables, words }: Reading, index: number, bit: number): boolean {
  const word = words[index];
  return word >= 0 && (tables.bits[word] & bit) !== 0;
}

const ING = 3;
const SMALL_G = 0x67;

/** A word in -ing with a vowel before it that is not known to be no verb. */
function isVerbIng(reading: Reading, index: number): boolean {
  const { tokens, folded } = reading.doc;
  const end = tokens.foldedEnd[index];
  if (folded.text.charCodeAt(end - 1) !== SMALL_G || !folded.text.startsWith("ing", end - ING)) return false;
  if (hasBit(reading, index, WordBit.notVerb)) return false;
  for (let at = end - ING - 1; at >= tokens.foldedStart[index]; at--) {
    if ("aeiouy".includes(folded.text[at])) return true;
  }
  return false;
}

/** Whether a token is what a glob asks for. */
export function matchesGlob({ tables, doc }: Reading, code: number, index: number): boolean {
  const { foldedStart, foldedEnd } = doc.tokens;
  const glob = tables.texts[tables.globs[code - TokenClass.firstGlob]];
  return isLikeGlob(glob, doc.folded.text, foldedStart[index], foldedEnd[index]);
}

/** Whether the condition in row `row` of the tables holds for token `index`. */
export function conditionHolds(reading: Reading, row: number, index: number): boolean {
  const { conditions, texts } = reading.tables;
  const at = row * CONDITION_ROW;
  const text = conditions[at + ConditionColumn.text];
  if (text >= 0 && !isWritten(reading.doc, index, texts[text])) return false;
  const hyphen = conditions[at + ConditionColumn.hyphen];
  const hasHyphen = (reading.doc.tokens.flags[index] & TokenFlag.hyphenBefore) !== 0;
  if (hyphen >= 0 && (hyphen === 1) !== hasHyphen) return false;
  return contextAllows(
    reading,
    conditions[at + ConditionColumn.form],
    index,
    conditions[at + ConditionColumn.back],
  );
}

const CURLY = 0x2019;
const STRAIGHT = 0x27;

function isWritten({ text, tokens }: Doc, index: number, written: string): boolean {
  const start = tokens.start[index];
  if (tokens.end[index] - start !== written.length) return false;
  for (let at = 0; at < written.length; at++) {
    const unit = text.charCodeAt(start + at);
    const asked = written.charCodeAt(at);
    if (unit === asked) continue;
    if ((unit !== CURLY && unit !== STRAIGHT) || (asked !== CURLY && asked !== STRAIGHT)) return false;
  }
  return true;
}

/** The table of PACK-FORMAT section 3, *doesn't match*; `back` tokens of the phrase stand before the token. */
function contextAllows(reading: Reading, form: number, index: number, back: number): boolean {
  switch (form) {
    case ContextForm.verb:
      return !isOwned(reading, index - back) && !follows(reading, index - back, WordBit.preposition);
    case ContextForm.one:
      return !isVerbContext(reading, index - back) && !isCommand(reading, index - back, index);
    case ContextForm.many:
      return !follows(reading, index - back, WordBit.thirdPerson);
    case ContextForm.adjective:
      return (
        (isBeBefore(reading, index - back) && !precedesArticle(reading, index)) ||
        isContentBehind(reading, index)
      );
    default:
      return true;
  }
}

function isSameSentence({ doc }: Reading, left: number, right: number): boolean {
  return left >= 0 && right < doc.tokens.count && doc.tokens.sentence[left] === doc.tokens.sentence[right];
}

function follows(reading: Reading, index: number, bits: number): boolean {
  return isSameSentence(reading, index - 1, index) && hasBit(reading, index - 1, bits);
}

function isApostropheS({ doc }: Reading, index: number): boolean {
  return index >= 0 && (doc.tokens.flags[index] & TokenFlag.apostropheS) !== 0;
}

/** Right after a determiner or possessive: *the, their, Acme's, customers'*. */
function isOwned(reading: Reading, index: number): boolean {
  if (!isSameSentence(reading, index - 1, index)) return false;
  if (hasBit(reading, index - 1, WordBit.determiner)) return true;
  if (isApostropheS(reading, index - 1)) return !hasBit(reading, index - 2, WordBit.host);
  return isPluralPossessive(reading.doc, index - 1);
}

/** The apostrophe of *customers'*, unless it closes a quotation. */
function isPluralPossessive({ tokens, folded }: Doc, index: number): boolean {
  const mark = folded.text.charCodeAt(tokens.foldedStart[index]);
  if (index < 1 || mark !== STRAIGHT || tokens.kind[index] !== TokenKind.punctuation) return false;
  if ((tokens.flags[index] & TokenFlag.attached) === 0 || (tokens.flags[index] & TokenFlag.quoted) !== 0)
    return false;
  return tokens.kind[index - 1] === TokenKind.word && folded.text[tokens.foldedEnd[index - 1] - 1] === "s";
}

/** Right after *to*, a modal, *I you we they who* or *let's*. */
function isVerbContext(reading: Reading, index: number): boolean {
  if (follows(reading, index, WordBit.modal | WordBit.subject)) return true;
  if (!isSameSentence(reading, index - 2, index) || !isApostropheS(reading, index - 1)) return false;
  const { tokens, folded } = reading.doc;
  return folded.text.slice(tokens.foldedStart[index - 2], tokens.foldedEnd[index - 2]) === "let";
}

/** The first word of a sentence right before an article is a verb: *Experience the bakery*. */
function isCommand(reading: Reading, first: number, last: number): boolean {
  if (!precedesArticle(reading, last)) return false;
  if (!isSameSentence(reading, first - 1, first)) return true;
  const { kind, flags } = reading.doc.tokens;
  const isBullet = kind[first - 1] === TokenKind.emoji || kind[first - 1] === TokenKind.punctuation;
  return isBullet && (flags[first - 1] & TokenFlag.lineStart) !== 0;
}

function precedesArticle(reading: Reading, index: number): boolean {
  return isSameSentence(reading, index, index + 1) && hasBit(reading, index + 1, WordBit.article);
}

/** How many of *so, very, not* may stand between a form of *be* and its adjective. */
const MOST_DEGREES = 2;

function isBeBefore(reading: Reading, index: number): boolean {
  for (let before = index - 1; before >= index - 1 - MOST_DEGREES; before--) {
    if (!isSameSentence(reading, before, index)) return false;
    if (hasBit(reading, before, WordBit.be)) return true;
    if (isApostropheS(reading, before)) return hasBit(reading, before - 1, WordBit.host);
    if (!hasBit(reading, before, WordBit.degree)) return false;
  }
  return false;
}

/** A word behind the adjective that is no function word: *key points*, but not *key is*. */
function isContentBehind(reading: Reading, index: number): boolean {
  const { tokens } = reading.doc;
  if (!isSameSentence(reading, index, index + 1) || tokens.kind[index + 1] !== TokenKind.word) return false;
  if (isApostropheS(reading, index + 1)) return false;
  return !hasBit(reading, index + 1, WordBit.function | WordBit.be | WordBit.modal);
}
