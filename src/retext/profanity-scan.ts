import { APOSTROPHE_MATTERS, LONGEST, PHRASES, SLOTS } from "../generated/profanity.ts";
import type { Doc } from "../text/doc.ts";
import { HASH_PRIME, HASH_SEED, hashOf } from "../text/hash.ts";
import { Unit, unitClasses } from "../text/parse-units.ts";
import { TokenFlag, TokenKind } from "../text/tokens.ts";
import { FIRST_OF_PHRASE, kindIn, readSlot, SLOT_MASK } from "./profanity-slots.ts";

/** How sure retext-profanities is that a phrase is profane: 2 is sure, 1 likely, 0 maybe. */
export type Sureness = 0 | 1 | 2;

/** Stands for the marks that may join the parts of a word: retext-profanities leaves them out when it compares. */
const JOINER = 1;
const APOSTROPHE = 0x27;
const CURLY_APOSTROPHE = 0x2019;
const HYPHEN = 0x2d;
const UNDERSCORE = 0x5f;
const KELVIN = 0x212a;
/** What a small letter's unit is more than its capital's. */
const CASE = 0x20;

/** What a scan looks for, and the hashes that it has found. */
interface Scan {
  readonly text: string;
  readonly least: Sureness;
  /** Most texts have none. */
  found: Set<number> | undefined;
}

/** A word, or the first parts of one, that has been read. */
interface Word {
  readonly hash: number;
  /** UTF-16 offset behind it. */
  readonly end: number;
  readonly hasApostrophe: boolean;
}

/**
 * Hashes (`hashOf`) of the words in a text with which phrases of retext-profanities start, of this sureness or above. All
 * that it finds are among them; others are where it sees a quotation, or a longer word that a mark cuts for us.
 */
export function profanitiesIn(text: string, least: Sureness): ReadonlySet<number> {
  const scan: Scan = { text, least, found: undefined };
  let index = 0;
  while (index < text.length) {
    const code = text.charCodeAt(index);
    if (code <= KELVIN && LETTERS[code] > JOINER) index = readPlainWord(scan, index);
    else index++;
  }
  return scan.found ?? NOTHING;
}

/** Looks up the word that starts here, as nearly all are: letters and digits with no joining mark behind them. Returns its end. */
function readPlainWord(scan: Scan, start: number): number {
  const { text } = scan;
  let hash = HASH_SEED;
  for (let index = start; ; index++) {
    const code = index < text.length ? text.charCodeAt(index) : 0;
    const letter = code <= KELVIN ? LETTERS[code] : 0;
    if (letter > JOINER) {
      hash = Math.imul(hash ^ letter, HASH_PRIME);
      continue;
    }
    if (letter === JOINER) return readWord(scan, start);
    if (index - start <= LONGEST && readSlot(SLOTS, hash & SLOT_MASK) !== 0)
      lookUp(scan, { hash, end: index, hasApostrophe: false });
    return index;
  }
}

const NOTHING: ReadonlySet<number> = new Set();

/**
 * Whether a doc's prose may hold something that `profanitiesIn` finds, told by its tokens: a plain word by its hash alone, any other by
 * what begins in it. May err towards yes only.
 */
export function mayHoldProfanities({ text, tokens }: Doc): boolean {
  const { count, kind, flags, hash, start, end } = tokens;
  for (let index = 0; index < count; index++) {
    if (OPAQUE[kind[index]] === 1) continue;
    const isAlone = (flags[index] & TokenFlag.plain) !== 0 && letterAt(text, end[index]) !== JOINER;
    if (isAlone ? isKnown(text, hash[index], end[index]) : holdsKnown(text, start[index], end[index]))
      return true;
  }
  return false;
}

/** Kinds of tokens that are no prose; and marks, which hold no letters. */
const OPAQUE: Uint8Array = opaqueKinds();

function opaqueKinds(): Uint8Array {
  const { punctuation, link, mention, hashtag, cashtag, code } = TokenKind;
  const kinds = new Uint8Array(16);
  for (const kind of [punctuation, link, mention, hashtag, cashtag, code]) kinds[kind] = 1;
  return kinds;
}

/** Whether a word of this hash, which ends here, may be profane or begins a phrase that is. */
function isKnown(text: string, hash: number, end: number): boolean {
  for (let slot = hash & SLOT_MASK; ; slot = (slot + 1) & SLOT_MASK) {
    const value = readSlot(SLOTS, slot);
    if (value === 0) return false;
    const kind = kindIn(value, hash);
    if (kind !== 0 && (kind !== FIRST_OF_PHRASE || isPhraseAt(text, hash, end))) return true;
  }
}

/** Whether a word that is looked up begins between two offsets. */
function holdsKnown(text: string, start: number, end: number): boolean {
  const scan: Scan = { text, least: 0, found: undefined };
  for (let index = start; index < end && scan.found === undefined; ) {
    index = letterAt(text, index) > JOINER ? readPlainWord(scan, index) : index + 1;
  }
  return scan.found !== undefined;
}

/** Of each unit: the small letter or digit that it is, `JOINER`, or 0. */
const LETTERS: Uint8Array = letterTable();

function letterTable(): Uint8Array {
  const table = new Uint8Array(KELVIN + 1);
  for (let digit = 0x30; digit <= 0x39; digit++) table[digit] = digit;
  for (let small = 0x61; small <= 0x7a; small++) {
    table[small] = small;
    table[small - CASE] = small;
  }
  table[KELVIN] = "k".charCodeAt(0);
  for (const mark of [APOSTROPHE, HYPHEN, CURLY_APOSTROPHE]) table[mark] = JOINER;
  return table;
}

/** The small letter or digit at an index, `JOINER`, or 0 for anything else and past the end. */
function letterAt(text: string, index: number): number {
  if (index >= text.length) return 0;
  const code = text.charCodeAt(index);
  return code <= KELVIN ? LETTERS[code] : 0;
}

/** Looks up the part of a word that starts here, alone and joined with the next parts. Returns where the part ends. */
function readWord(scan: Scan, start: number): number {
  const { text } = scan;
  let hash = HASH_SEED;
  let size = 0;
  let firstEnd = 0;
  let hasApostrophe = false;
  let last = 0;
  for (let index = start; ; index++) {
    const letter = letterAt(text, index);
    if (letter > JOINER) {
      size++;
      if (size > LONGEST && firstEnd > 0) return firstEnd;
      hash = Math.imul(hash ^ letter, HASH_PRIME);
    } else {
      if (last > JOINER) {
        if (size <= LONGEST) lookUp(scan, { hash, end: index, hasApostrophe });
        if (firstEnd === 0) firstEnd = index;
      }
      const code = text.charCodeAt(index);
      // The same mark twice joins nothing.
      if (letter === 0 || (last === JOINER && text.charCodeAt(index - 1) === code)) return firstEnd;
      if (code !== HYPHEN) hasApostrophe = true;
    }
    last = letter;
  }
}

function lookUp(scan: Scan, { hash, end, hasApostrophe }: Word): void {
  const { text, least } = scan;
  for (let slot = hash & SLOT_MASK; ; slot = (slot + 1) & SLOT_MASK) {
    const value = readSlot(SLOTS, slot);
    if (value === 0) return;
    const kind = kindIn(value, hash);
    if (kind === 0 || scan.found?.has(hash) === true) continue;
    if (
      kind === FIRST_OF_PHRASE
        ? isPhraseAt(text, hash, end)
        : kind > least && !(hasApostrophe && isStrict(hash))
    ) {
      scan.found ??= new Set();
      scan.found.add(hash);
    }
  }
}

let strict: ReadonlySet<number> | undefined;

/** Whether an apostrophe inside makes another word: *he'll* is not *hell*. */
function isStrict(hash: number): boolean {
  strict ??= new Set(APOSTROPHE_MATTERS.map((word) => hashOf(word)));
  return strict.has(hash);
}

let phrases: ReadonlyMap<number, readonly string[]> | undefined;

/** Phrases of several words by the hash of their first. */
function phrasesByFirst(): ReadonlyMap<number, readonly string[]> {
  if (phrases !== undefined) return phrases;
  const byFirst = new Map<number, string[]>();
  for (const phrase of PHRASES.split(" ")) {
    const hash = hashOf(phrase, 0, phrase.indexOf("_"));
    byFirst.set(hash, [...(byFirst.get(hash) ?? []), phrase]);
  }
  phrases = byFirst;
  return byFirst;
}

/** Whether the word of this hash is the first of a longer phrase. */
export function startsPhrase(hash: number): boolean {
  return phrasesByFirst().has(hash);
}

/** Whether the other words of a phrase follow its first one, which ends here. */
function isPhraseAt(text: string, hash: number, end: number): boolean {
  return (
    phrasesByFirst()
      .get(hash)
      ?.some((phrase) => followsFrom(text, end, phrase)) ?? false
  );
}

/** Whether the words of a phrase after its first one follow, with blanks or joining marks between them. */
function followsFrom(text: string, end: number, phrase: string): boolean {
  let index = end;
  for (let at = phrase.indexOf("_"); at < phrase.length; at++) {
    const wanted = phrase.charCodeAt(at);
    if (wanted === UNDERSCORE) {
      if (letterAt(text, index) > JOINER) return false;
      index = afterGap(text, index);
      continue;
    }
    while (letterAt(text, index) === JOINER) index++;
    if (letterAt(text, index) !== wanted) return false;
    index++;
  }
  return letterAt(text, index) <= JOINER;
}

function afterGap(text: string, from: number): number {
  const classes = unitClasses();
  let index = from;
  while (index < text.length) {
    const isBlank = (classes[text.charCodeAt(index)] & Unit.kind) === Unit.whiteSpace;
    if (!isBlank && letterAt(text, index) !== JOINER) break;
    index++;
  }
  return index;
}
