import {
  isMark,
  markAt,
  moveNode,
  type Nodes,
  type Pass,
  startOf,
  truncateNodes,
  unitAt,
} from "./parse-nodes.ts";
import { Unit, unitClasses } from "./parse-units.ts";

/** The passes that join marks and words to longer words, in order. */
export const wordPasses: readonly Pass[] = [
  joinElisions,
  joinAmpersands,
  joinFinalHyphens,
  joinInnerMarks,
  joinSlashes,
  joinInitialisms,
];

const AMPERSAND = 0x26;
const APOSTROPHE = 0x27;
const HYPHEN = 0x2d;
const FULL_STOP = 0x2e;
const SLASH = 0x2f;
const UNDERSCORE = 0x5f;
const CURLY_APOSTROPHE = 0x2019;

/** Words that lost letters in front, in small letters: *'tis, 'cause, 'em*. */
const ELIDED: ReadonlySet<string> = new Set(["twere", "twas", "tis", "cause", "em", "er", "im"]);
/** Single marks that join words: *a&b, it's, a-b, a.b, a:b, a=b, a?b, a@b*, soft hyphen, middle dot, hyphens, ’, ‧. */
const INNER: ReadonlySet<number> = new Set([
  AMPERSAND,
  APOSTROPHE,
  HYPHEN,
  FULL_STOP,
  0x3a,
  0x3d,
  0x3f,
  0x40,
  0xad,
  0xb7,
  0x2010,
  0x2011,
  CURLY_APOSTROPHE,
  0x2027,
]);

/** What an apostrophe or slash becomes: part of the word before, part of a word with so many nodes after it, or neither. */
type Join = "before" | 0 | 1 | 2;

/** *w/*, *ol' man*, *'tis*, *'n'*: a slash or an apostrophe that stands for letters belongs to its word. */
function joinElisions(nodes: Nodes): void {
  const { kind, count } = nodes;
  let write = 0;
  let read = 0;
  while (read < count) {
    const join = elisionAt(nodes, read, write);
    if (join === "before") {
      read++;
      continue;
    }
    moveNode(nodes, read, write);
    if (join > 0) kind[write] = Unit.word;
    write++;
    read += join + 1;
  }
  truncateNodes(nodes, write);
}

function elisionAt(nodes: Nodes, read: number, write: number): Join {
  const mark = markAt(nodes, read);
  if (mark === SLASH)
    return isWordBefore(nodes, write) && wordBefore(nodes, read, write) === "w" ? "before" : 0;
  if (!isApostrophe(mark)) return 0;
  if (isElidedBefore(nodes, read, write)) return "before";
  if (isWordBefore(nodes, write)) return 0;
  const word = lowerText(nodes, startOf(nodes, read + 1), startOf(nodes, read + 2));
  if (ELIDED.has(word) || isDecade(word)) return 1;
  return word === "n" && isApostrophe(markAt(nodes, read + 2)) ? 2 : 0;
}

/** *o'* and *ol'* between blanks, with something before them. */
function isElidedBefore(nodes: Nodes, read: number, write: number): boolean {
  const { kind } = nodes;
  if (write <= 2 || !isWordBefore(nodes, write)) return false;
  if (kind[write - 2] !== Unit.whiteSpace || kind[read + 1] !== Unit.whiteSpace) return false;
  const word = wordBefore(nodes, read, write);
  return word === "o" || word === "ol";
}

function isApostrophe(mark: number): boolean {
  return mark === APOSTROPHE || mark === CURLY_APOSTROPHE;
}

/** *80* or *80s*. */
function isDecade(word: string): boolean {
  const { length } = word;
  if (length !== 2 && !(length === 3 && word.endsWith("s"))) return false;
  return isDigit(word.charCodeAt(0)) && isDigit(word.charCodeAt(1));
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

/** Whether the last node written is a word. */
function isWordBefore(nodes: Nodes, write: number): boolean {
  return nodes.kind[write - 1] === Unit.word;
}

/** The last word written, up to the node that is read. */
function wordBefore(nodes: Nodes, read: number, write: number): string {
  return lowerText(nodes, startOf(nodes, write - 1), startOf(nodes, read));
}

/** Small letters of a short stretch; empty for a long one, which is no word that a list holds. */
function lowerText(nodes: Nodes, start: number, end: number): string {
  return end - start > 8 ? "" : nodes.leaves.text.slice(start, end).toLowerCase();
}

/** *&co*: belongs to the word after it, unless a word stands before. */
function joinAmpersands(nodes: Nodes): void {
  const { kind, count } = nodes;
  let write = 0;
  let read = 0;
  while (read < count) {
    const isNextWord = read + 1 < count && kind[read + 1] === Unit.word;
    const joins = isNextWord && !isWordBefore(nodes, write) && markAt(nodes, read) === AMPERSAND;
    moveNode(nodes, read, write);
    if (joins) kind[write] = Unit.word;
    write++;
    read += joins ? 2 : 1;
  }
  truncateNodes(nodes, write);
}

/** *pre-* and *post-war*: a hyphen with no word after it belongs to the word before. */
function joinFinalHyphens(nodes: Nodes): void {
  const { kind, count } = nodes;
  let write = 0;
  for (let read = 0; read < count; read++) {
    const isNextWord = read + 1 < count && kind[read + 1] === Unit.word;
    if (!isNextWord && isWordBefore(nodes, write) && markAt(nodes, read) === HYPHEN) continue;
    moveNode(nodes, read, write++);
  }
  truncateNodes(nodes, write);
}

/** *don't*, *a.m*, *best-in-class*, *me@home*: words with single marks between them are one. */
function joinInnerMarks(nodes: Nodes): void {
  const { count } = nodes;
  let write = 0;
  let read = 0;
  while (read < count) {
    const end = isWordBefore(nodes, write) && isMark(nodes, read) ? endOfJoined(nodes, read) : read;
    if (end > read) read = end;
    else moveNode(nodes, read++, write++);
  }
  truncateNodes(nodes, write);
}

/** The index after the last word that marks and words from `from` lead to; `from` when there is none. */
function endOfJoined(nodes: Nodes, from: number): number {
  let end = from;
  for (let index = from; index < nodes.count; index++) {
    if (nodes.kind[index] === Unit.word) end = index + 1;
    else if (!isInner(nodes, index)) break;
  }
  return end;
}

function isInner(nodes: Nodes, index: number): boolean {
  return unitAt(nodes, index) === UNDERSCORE || INNER.has(markAt(nodes, index));
}

/** *w/o*, *km/h*, *1/2*: a slash joins words of one or two letters. */
function joinSlashes(nodes: Nodes): void {
  const { kind, count } = nodes;
  let write = 0;
  let read = 0;
  while (read < count) {
    const isSlash = isWordBefore(nodes, write) && markAt(nodes, read) === SLASH;
    const isNextWord = read + 1 < count && kind[read + 1] === Unit.word;
    const isShort = isSlash && startOf(nodes, read) - startOf(nodes, write - 1) < 3;
    if (isShort && (!isNextWord || startOf(nodes, read + 2) - startOf(nodes, read + 1) < 3)) {
      read += isNextWord ? 2 : 1;
      continue;
    }
    moveNode(nodes, read++, write++);
  }
  truncateNodes(nodes, write);
}

/** *U.S.*: the last full stop of single letters with full stops between them. */
function joinInitialisms(nodes: Nodes): void {
  let write = 0;
  for (let read = 0; read < nodes.count; read++) {
    const isStop = isWordBefore(nodes, write) && markAt(nodes, read) === FULL_STOP;
    if (isStop && isInitialism(nodes, nodes.first[write - 1], nodes.first[read])) continue;
    moveNode(nodes, read, write++);
  }
  truncateNodes(nodes, write);
}

/** Judges the leaves of a word from its end: single letters apart by full stops, and not digits alone. */
function isInitialism(nodes: Nodes, from: number, to: number): boolean {
  const { start, text } = nodes.leaves;
  const length = to - from;
  if (length === 1) return false;
  const classes = unitClasses();
  let isAllDigits = true;
  for (let position = length - 1; position >= 0; position--) {
    const offset = start[from + position];
    const isSingle = start[from + position + 1] - offset === 1;
    const code = text.charCodeAt(offset);
    if (position % 2 === 0) {
      if (!isSingle) return false;
      if ((classes[code] & Unit.numerical) === 0) isAllDigits = false;
    } else if (!isSingle || code !== FULL_STOP) {
      if (position >= length - 2) return false;
      break;
    }
  }
  return !isAllDigits;
}
