import { FoldKind, foldedPair, foldedUnit, foldKind, likeLatin } from "./letters.ts";
import { isAsciiLetter, UnitClass, unitClass } from "./units.ts";

/** A text in which case, look-alikes and kinds of quotes and dashes no longer differ. */
export interface Folded {
  readonly text: string;
  /** Every offset in it is the same in the original. */
  readonly isAligned: boolean;
  /** The UTF-16 offset in the original text of an offset in the folded one; the identity where nothing changed its length. */
  readonly toOriginal: (offset: number) => number;
  /** The other way round: the first folded unit that an original offset became. */
  readonly fromOriginal: (offset: number) => number;
}

/** A longer run of combining marks is left as it is: nobody reads it. */
const MOST_MARKS = 30;
/** Where an edit's two sides stand in its four numbers. */
const ORIGINAL = 0;
const FOLDED = 2;

const identity = (offset: number): number => offset;

/** Folds a text for matching; `letters.ts` says what becomes what. Offsets always map back. */
export function fold(text: string): Folded {
  const first = asciiEnd(text);
  if (first === text.length) return aligned(text.toLowerCase());
  const folding: Folding = {
    text,
    parts: [],
    done: 0,
    shift: 0,
    edits: [],
    word: { end: 0, isLatin: false },
  };
  for (let index = first; index < text.length; ) {
    const unit = text.charCodeAt(index);
    index = unit < 0x80 ? index + 1 : foldAt(folding, index, unit);
  }
  folding.parts.push(text.slice(folding.done));
  const folded = folding.parts.join("").toLowerCase();
  if (folding.edits.length === 0) return aligned(folded);
  return { text: folded, isAligned: false, ...maps(folding.edits, folded.length, text.length) };
}

/** Where the first unit beyond ASCII stands. */
function asciiEnd(text: string): number {
  let end = 0;
  while (end < text.length && text.charCodeAt(end) < 0x80) end++;
  return end;
}

function aligned(text: string): Folded {
  return { text, isAligned: true, toOriginal: identity, fromOriginal: identity };
}

interface Folding {
  readonly text: string;
  /** The folded text up to `done`; plain stretches are lower-cased in the end. */
  readonly parts: string[];
  /** Up to here the original is folded. */
  done: number;
  /** How much longer the folded text is so far. */
  shift: number;
  /** Changes of length, four numbers each: begin and end in the original, begin and end in the folded text. */
  readonly edits: number[];
  /** The end of the word looked at last, and whether it holds a plain Latin letter. */
  word: { readonly end: number; readonly isLatin: boolean };
}

/** Folds what begins at `index` and gives where the next thing begins. */
function foldAt(folding: Folding, index: number, unit: number): number {
  const { text } = folding;
  switch (foldKind(unit)) {
    case FoldKind.letter:
      return replaceLetter(folding, index, index + 1, foldedUnit(unit));
    case FoldKind.capital:
      return replaceLetter(
        folding,
        index,
        index + 1,
        isBesideLatin(folding, index) ? likeLatin(unit) : foldedUnit(unit),
      );
    case FoldKind.mark:
      return foldMarks(folding, index);
    case FoldKind.joiner:
      return joinsPictures(text, index) ? index + 1 : replaceUnseen(folding, index);
    case FoldKind.invisible:
      return replaceUnseen(folding, index);
    case FoldKind.surrogate: {
      const folded = foldedPair(unit, text.charCodeAt(index + 1));
      return folded === "" ? index + 1 : replaceLetter(folding, index, index + 2, folded);
    }
    default:
      return index + 1;
  }
}

function replace(folding: Folding, start: number, end: number, folded: string): number {
  if (start > folding.done) folding.parts.push(folding.text.slice(folding.done, start));
  folding.parts.push(folded);
  folding.done = end;
  const from = start + folding.shift;
  if (folded.length !== end - start) folding.edits.push(start, end, from, from + folded.length);
  folding.shift += folded.length - (end - start);
  return end;
}

/** Replaces a letter together with the combining marks behind it: the whole may be one letter. */
function replaceLetter(folding: Folding, start: number, end: number, folded: string): number {
  const { text } = folding;
  const last = marksEnd(text, end);
  if (last === end || last - end > MOST_MARKS) return replace(folding, start, end, folded);
  const whole = text.slice(start, last).toLowerCase().normalize("NFC");
  const letter =
    whole.length === 1 ? foldedUnit(whole.charCodeAt(0)) : (folded + text.slice(end, last)).normalize("NFC");
  return replace(folding, start, last, letter);
}

/** Composes a plain letter with the marks behind it. */
function foldMarks(folding: Folding, index: number): number {
  const { text } = folding;
  const end = marksEnd(text, index);
  const start = index - 1;
  if (start < folding.done || end - index > MOST_MARKS) return end;
  const letter = text.slice(start, end).toLowerCase();
  const composed = letter.normalize("NFC");
  return composed === letter ? end : replace(folding, start, end, composed);
}

/** What isn't seen goes, unless what follows would then join what stands before it. */
function replaceUnseen(folding: Folding, index: number): number {
  const next = folding.text.charCodeAt(index + 1);
  const isJoint = (next >= 0xdc00 && next <= 0xdfff) || isMark(folding.text, index + 1);
  return isJoint ? index + 1 : replace(folding, index, index + 1, "");
}

function marksEnd(text: string, from: number): number {
  let end = from;
  while (isMark(text, end)) end++;
  return end;
}

function isMark(text: string, index: number): boolean {
  return index < text.length && foldKind(text.charCodeAt(index)) === FoldKind.mark;
}

/** Whether the zero-width joiner at `index` joins emoji. */
function joinsPictures(text: string, index: number): boolean {
  const next = text.charCodeAt(index + 1);
  if (next === 0xd83c) return foldedPair(next, text.charCodeAt(index + 2)) === "";
  return (
    next === 0xd83d ||
    next === 0xd83e ||
    (next >= 0x2190 && next <= 0x2bff && foldKind(next) === FoldKind.none)
  );
}

/** Whether the word around `index` holds a plain Latin letter; each word is looked at once. */
function isBesideLatin(folding: Folding, index: number): boolean {
  const { text, word } = folding;
  if (index < word.end) return word.isLatin;
  let start = index;
  while (start > 0 && unitClass(text.charCodeAt(start - 1)) === UnitClass.word) start--;
  let isLatin = false;
  let end = start;
  for (; end < text.length && unitClass(text.charCodeAt(end)) === UnitClass.word; end++) {
    isLatin ||= isAsciiLetter(text.charCodeAt(end));
  }
  folding.word = { end, isLatin };
  return isLatin;
}

/** Both maps only rise; a piece of another length maps as a whole. */
function maps(
  edits: readonly number[],
  foldedLength: number,
  length: number,
): Pick<Folded, "toOriginal" | "fromOriginal"> {
  const offset = (from: number, most: number, [source, target]: readonly [number, number]): number => {
    const at = Math.max(0, Math.min(from, most));
    const edit = lastEdit(edits, source, at);
    if (edit < 0) return at;
    const past = at - edits[edit + source + 1];
    return past < 0 ? edits[edit + target] : edits[edit + target + 1] + past;
  };
  return {
    toOriginal: (from) => offset(from, foldedLength, [FOLDED, ORIGINAL]),
    fromOriginal: (from) => offset(from, length, [ORIGINAL, FOLDED]),
  };
}

/** Where the last edit stands in `edits` that begins at or before `offset`, or a negative number. */
function lastEdit(edits: readonly number[], side: number, offset: number): number {
  let low = 0;
  let high = edits.length / 4;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (edits[middle * 4 + side] <= offset) low = middle + 1;
    else high = middle;
  }
  return (low - 1) * 4;
}
