import type { Entity, EntityKind, Hidden } from "../types.ts";
import { HASH_PRIME, HASH_SEED } from "./hash.ts";
import { endsPlainWord, plainCapitals, smallOf } from "./plain-words.ts";
import { isUnspaced, unspacedWordEnds } from "./segment.ts";
import { TokenFlag, TokenKind } from "./tokens.ts";
import { isAstralLetter, UnitClass, unitClass } from "./units.ts";
import { apostropheSAt, dottedWordEnd, isApostropheS, letterFollows, wordEnd } from "./words.ts";

const KINDS: Readonly<Record<EntityKind, number>> = {
  link: TokenKind.link,
  mention: TokenKind.mention,
  hashtag: TokenKind.hashtag,
  cashtag: TokenKind.cashtag,
  emoji: TokenKind.emoji,
  number: TokenKind.number,
  placeholder: TokenKind.placeholder,
  code: TokenKind.code,
};

/** Where tokens stand, what they are and how they touch (bits of `TokenFlag`). */
export interface Cuts {
  count: number;
  start: Int32Array;
  end: Int32Array;
  kind: Uint8Array;
  flags: Uint8Array;
  /** `hashOf` the folded token, where it has the flag `plain`. */
  hash: Int32Array;
  /** Where a token would touch the one before: its end, past signs of markup right behind it. */
  touch: number;
  /** Where the later part of a hyphenated word would begin. */
  joint: number;
}

const FIRST_CAPACITY = 1024;
const LARGEST_KEPT = 1 << 16;

let kept = newCuts(FIRST_CAPACITY);

function newCuts(capacity: number): Cuts {
  return {
    count: 0,
    start: new Int32Array(capacity),
    end: new Int32Array(capacity),
    kind: new Uint8Array(capacity),
    flags: new Uint8Array(capacity),
    hash: new Int32Array(capacity),
    touch: -1,
    joint: -1,
  };
}

/**
 * Cuts a text into its entities, and what lies between them into words and marks; hidden stretches hold no tokens. The result is
 * overwritten by the next call.
 */
export function cutTokens(text: string, entities: readonly Entity[], hidden: readonly Hidden[]): Cuts {
  if (kept.start.length > LARGEST_KEPT) kept = newCuts(FIRST_CAPACITY);
  const cuts = kept;
  cuts.count = 0;
  cuts.touch = -1;
  cuts.joint = -1;
  let from = 0;
  let nextHidden = 0;
  for (const { kind, start, end } of entities) {
    for (; nextHidden < hidden.length && hidden[nextHidden].start <= start; nextHidden++) {
      from = passHidden(text, from, hidden[nextHidden], cuts);
    }
    cutPlain(text, from, start, cuts);
    addToken(cuts, KINDS[kind], start, end);
    from = end;
  }
  for (; nextHidden < hidden.length; nextHidden++) from = passHidden(text, from, hidden[nextHidden], cuts);
  cutPlain(text, from, text.length, cuts);
  return cuts;
}

function passHidden(text: string, from: number, hidden: Hidden, cuts: Cuts): number {
  cutPlain(text, from, hidden.start, cuts);
  if (hidden.markup === true) {
    if (cuts.touch === hidden.start) cuts.touch = hidden.end;
    if (cuts.joint === hidden.start) cuts.joint = hidden.end;
  }
  return Math.max(from, hidden.end);
}

function addToken(cuts: Cuts, kind: number, start: number, end: number): void {
  const index = cuts.count++;
  if (index === cuts.start.length) grow(cuts);
  cuts.start[index] = start;
  cuts.end[index] = end;
  cuts.kind[index] = kind;
  const attached = start === cuts.touch ? TokenFlag.attached : 0;
  cuts.flags[index] = start === cuts.joint ? attached | TokenFlag.hyphenBefore : attached;
  cuts.touch = end;
}

function grow(cuts: Cuts): void {
  const larger = newCuts(cuts.start.length * 2);
  larger.start.set(cuts.start);
  larger.end.set(cuts.end);
  larger.kind.set(cuts.kind);
  larger.flags.set(cuts.flags);
  larger.hash.set(cuts.hash);
  cuts.start = larger.start;
  cuts.end = larger.end;
  cuts.kind = larger.kind;
  cuts.flags = larger.flags;
  cuts.hash = larger.hash;
}

function cutPlain(text: string, from: number, limit: number, cuts: Cuts): void {
  let index = from;
  while (index < limit) {
    switch (unitClass(text.charCodeAt(index))) {
      case UnitClass.blank:
      case UnitClass.joiner:
        index++;
        break;
      case UnitClass.word:
        index = addPlainWord(text, index, limit, cuts) || addWord(text, index, limit, cuts);
        break;
      case UnitClass.unspaced:
        index = addUnspaced(text, index, limit, cuts);
        break;
      case UnitClass.surrogate:
        index = isAstralLetter(text, index)
          ? addWord(text, index, limit, cuts)
          : addMark(text, index, limit, cuts);
        break;
      default:
        index = addMark(text, index, limit, cuts);
    }
  }
}

/**
 * Adds a word of ASCII letters and digits alone, as nearly all are, and gives its end; 0 where it is another word. Such words are folded
 * by lower-casing, so their hashes come along.
 */
function addPlainWord(text: string, start: number, limit: number, cuts: Cuts): number {
  let hash = HASH_SEED;
  let end = start;
  for (; end < limit; end++) {
    const small = smallOf(text.charCodeAt(end));
    if (small === 0) break;
    hash = Math.imul(hash ^ small, HASH_PRIME);
  }
  if (!endsPlainWord(text, start, end)) return 0;
  addToken(cuts, TokenKind.word, start, end);
  const index = cuts.count - 1;
  cuts.hash[index] = hash;
  cuts.flags[index] |= TokenFlag.plain | plainCapitals(text, start, end);
  return end;
}

function addWord(text: string, start: number, limit: number, cuts: Cuts): number {
  const dotted = dottedWordEnd(text, start, limit);
  if (dotted > 0) {
    addToken(cuts, TokenKind.word, start, dotted);
    return dotted;
  }
  const end = wordEnd(text, start, limit);
  const possessive = apostropheSAt(text, start, end);
  if (possessive < 0) {
    addToken(cuts, TokenKind.word, start, end);
    return end;
  }
  addToken(cuts, TokenKind.word, start, possessive);
  return addPossessive(possessive, cuts);
}

function addPossessive(start: number, cuts: Cuts): number {
  addToken(cuts, TokenKind.word, start, start + 2);
  cuts.flags[cuts.count - 1] |= TokenFlag.apostropheS;
  return start + 2;
}

function addMark(text: string, index: number, limit: number, cuts: Cuts): number {
  const unit = text.charCodeAt(index);
  if (cuts.touch === index) {
    if (isApostropheS(text, index, limit)) return addPossessive(index, cuts);
    if (joinsWords(text, index, cuts)) {
      cuts.joint = index + 1;
      return index + 1;
    }
  }
  const isPair =
    unit >= 0xd800 && unit <= 0xdbff && index + 1 < limit && (text.charCodeAt(index + 1) & 0xfc00) === 0xdc00;
  const end = isPair ? index + 2 : index + 1;
  addToken(cuts, TokenKind.punctuation, index, end);
  return end;
}

/** A hyphen right between two words is part of them and no token. */
function joinsWords(text: string, index: number, cuts: Cuts): boolean {
  if (unitClass(text.charCodeAt(index)) !== UnitClass.hyphen) return false;
  const before = cuts.kind[cuts.count - 1];
  return (
    (before === TokenKind.word || before === TokenKind.number) && letterFollows(text, index, text.length)
  );
}

function addUnspaced(text: string, from: number, limit: number, cuts: Cuts): number {
  let end = from + 1;
  while (end < limit && isUnspaced(text.charCodeAt(end))) end++;
  let start = from;
  for (const wordEnds of unspacedWordEnds(text.slice(from, end))) {
    addToken(cuts, TokenKind.word, start, from + wordEnds);
    start = from + wordEnds;
  }
  return end;
}
