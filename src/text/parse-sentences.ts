import { ABBREVIATIONS, CASED_ABBREVIATIONS, LATIN_ABBREVIATIONS } from "../generated/nlcst.ts";
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
import { whiteSpacePasses } from "./parse-white-space.ts";

/** The passes that put sentences right which a full stop cut too soon, in order, and then take white space out of them. */
export const sentencePasses: readonly Pass[] = [
  joinEnglishAbbreviations,
  joinWordless,
  moveAffixes,
  joinLowerCase,
  joinDigits,
  joinLatinAbbreviations,
  joinCommas,
  joinFullStops,
  ...whiteSpacePasses,
];

const COMMA = 0x2c;
const FULL_STOP = 0x2e;
const SEMICOLON = 0x3b;
/** Longer than any abbreviation of the lists. */
const LONG = 12;
/** Where a full stop goes: to the word before it or the one after. */
const BEFORE = 1;
const AFTER = 2;
/** `! . ? … ‽` */
const TERMINAL: ReadonlySet<number> = new Set([0x21, FULL_STOP, 0x3f, 0x2026, 0x203d]);

/** Ends a sentence after each run of a terminal mark, and at the end of the text. */
export function endSentences(nodes: Nodes): void {
  const { count, kind, ends } = nodes;
  for (let index = 0; index < count; index++) {
    ends[index] = kind[index] === Unit.punctuation && TERMINAL.has(unitAt(nodes, index)) ? 1 : 0;
  }
  if (count > 0) ends[count - 1] = 1;
}

let english: ReadonlySet<string> | undefined;
let cased: ReadonlySet<string> | undefined;
let latin: ReadonlySet<string> | undefined;

function setOf(words: string): ReadonlySet<string> {
  return new Set(words.split(" "));
}

/** *Mr.*, *Jan.*: no end of a sentence. */
function joinEnglishAbbreviations(nodes: Nodes): void {
  english ??= setOf(ABBREVIATIONS);
  cased ??= setOf(CASED_ABBREVIATIONS);
  const [all, some] = [english, cased];
  joinAbbreviations(nodes, (word) => some.has(word) || all.has(word.toLowerCase()));
}

/** *etc.*, *p.*, *12.*: no end of a sentence. */
function joinLatinAbbreviations(nodes: Nodes): void {
  latin ??= setOf(LATIN_ABBREVIATIONS);
  const all = latin;
  joinAbbreviations(
    nodes,
    (word) => /^(?:\d{1,3}|[a-z])$/u.test(word.toLowerCase()) || all.has(word.toLowerCase()),
  );
}

/** Where a sentence ends in an abbreviation and its full stop, these are one word and the next sentence goes on. */
function joinAbbreviations(nodes: Nodes, isAbbreviation: (word: string) => boolean): void {
  const { count, ends } = nodes;
  let write = 0;
  for (let read = 0; read < count; read++) {
    const end = startOf(nodes, read);
    const isStop = ends[read] === 1 && markAt(nodes, read) === FULL_STOP;
    if (isStop && nodes.kind[write - 1] === Unit.word && isAbbreviation(wordAt(nodes, write - 1, end))) {
      ends[write - 1] = read === count - 1 ? 1 : 0;
      continue;
    }
    moveNode(nodes, read, write++);
  }
  truncateNodes(nodes, write);
}

/** The text of a node up to `end`; empty for a long one, which is no abbreviation. */
function wordAt(nodes: Nodes, index: number, end: number): string {
  const start = startOf(nodes, index);
  return end - start > LONG ? "" : nodes.leaves.text.slice(start, end);
}

/** A sentence without a word goes to the one before; the first one to the one after it, which then isn't judged. */
function joinWordless(nodes: Nodes): void {
  const { count, ends } = nodes;
  let from = 0;
  let isSpared = false;
  for (let index = 0; index < count; index++) {
    if (ends[index] === 0) continue;
    if (!isSpared && !hasWord(nodes, from, index + 1)) {
      if (from > 0) ends[from - 1] = 0;
      else if (index + 1 < count) {
        ends[index] = 0;
        isSpared = true;
        continue;
      }
    }
    isSpared = false;
    from = index + 1;
  }
}

function hasWord(nodes: Nodes, from: number, to: number): boolean {
  for (let index = from; index < to; index++) if (nodes.kind[index] === Unit.word) return true;
  return false;
}

/** Closing marks after the end of a sentence belong to it. */
function moveAffixes(nodes: Nodes): void {
  const { count, ends } = nodes;
  for (let index = 1; index < count; index++) {
    if (ends[index - 1] === 0 || !isAffix(nodes, index)) continue;
    ends[index - 1] = 0;
    ends[index] = 1;
  }
}

function isAffix(nodes: Nodes, index: number): boolean {
  const unit = unitAt(nodes, index);
  return isMark(nodes, index) && (unitClasses()[unit] & Unit.affix) !== 0;
}

/** Joins each sentence but the first to the one before it where `joins` says so of the nodes from `from` up to `to`. */
function joinSentences(nodes: Nodes, joins: (from: number, to: number) => boolean): void {
  const { count, ends } = nodes;
  let from = 0;
  for (let index = 0; index < count; index++) {
    if (ends[index] === 0) continue;
    if (from > 0 && joins(from, index + 1)) ends[from - 1] = 0;
    from = index + 1;
  }
}

/** The first node that is no white space; `to` when there is none. */
function afterWhiteSpace(nodes: Nodes, from: number, to: number): number {
  let index = from;
  while (index < to && nodes.kind[index] === Unit.whiteSpace) index++;
  return index;
}

/** A sentence that starts with a small letter goes on. */
function joinLowerCase(nodes: Nodes): void {
  const classes = unitClasses();
  joinSentences(nodes, (from, to) => {
    const index = afterWhiteSpace(nodes, from, to);
    return (classes[unitAt(nodes, index)] & Unit.lower) !== 0;
  });
}

/** A sentence that starts with a digit, and no blank before it, goes on: *v.2*. */
function joinDigits(nodes: Nodes): void {
  joinSentences(nodes, (from) => {
    const unit = unitAt(nodes, from);
    return unit >= 48 && unit <= 57;
  });
}

/** A sentence that starts with a comma or a semicolon goes on. */
function joinCommas(nodes: Nodes): void {
  joinSentences(nodes, (from, to) => {
    const mark = markAt(nodes, afterWhiteSpace(nodes, from, to));
    return mark === COMMA || mark === SEMICOLON;
  });
}

/** Full stops inside a sentence belong to the word before them, else to the word after. */
function joinFullStops(nodes: Nodes): void {
  const { count, kind, ends } = nodes;
  const taken = new Uint8Array(count);
  let from = 0;
  for (let index = 0; index < count; index++) {
    if (ends[index] === 0) continue;
    takeFullStops(nodes, from, index + 1, taken);
    from = index + 1;
  }
  let write = 0;
  for (let read = 0; read < count; read++) {
    if (taken[read] === BEFORE) continue;
    moveNode(nodes, read, write);
    if (taken[read] === AFTER) {
      kind[write] = Unit.word;
      ends[write] = ends[++read];
    }
    write++;
  }
  truncateNodes(nodes, write);
}

/** Marks the full stops of one sentence that go to a word. */
function takeFullStops(nodes: Nodes, from: number, to: number, taken: Uint8Array): void {
  const { kind } = nodes;
  let hasDelimiter = false;
  for (let index = to - 1; index >= from; index--) {
    if (!isMark(nodes, index)) {
      if (kind[index] === Unit.word) hasDelimiter = true;
      continue;
    }
    if (!TERMINAL.has(unitAt(nodes, index))) continue;
    if (!hasDelimiter) {
      hasDelimiter = true;
      continue;
    }
    if (markAt(nodes, index) !== FULL_STOP) continue;
    if (kind[index - 1] === Unit.word) {
      if (!isBeforeFreeStop(nodes, index, taken)) taken[index] = BEFORE;
    } else if (kind[index + 1] === Unit.word) {
      taken[index] = AFTER;
    }
  }
}

/** Whether white space and another full stop, which stays alone, follow: *word. .* */
function isBeforeFreeStop(nodes: Nodes, index: number, taken: Uint8Array): boolean {
  const other = index + 2;
  if (nodes.kind[index + 1] !== Unit.whiteSpace || taken[other] !== 0) return false;
  return markAt(nodes, other) === FULL_STOP;
}
