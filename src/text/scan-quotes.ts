import type { Span } from "../types.ts";
import { tokenList } from "./token-words.ts";
import { isBlankAt, isDigitUnit, isWordAt } from "./units.ts";

/** Closing marks by their opening one; a straight mark opens and closes. */
const CLOSERS: Readonly<Record<string, string>> = {
  '"': '"',
  "'": "'",
  "“": "”",
  "„": "“”",
  "”": "”",
  "«": "»",
  "»": "«",
  "‘": "’",
  "‚": "‘’",
  "「": "」",
  "『": "』",
};
const SINGLE = "'‘’‚";
const CANDIDATES = "\"'“”„«»‘’‚「」『』";
const NONE = -1;
const ALWAYS_OPEN = "“„«";
const ENDS = ".,!?…";
const PARAGRAPH_BREAK = /\n[^\S\n]*\n/gu;
const ELIDED = /[a-z]{1,8}\b|\d\ds?\b/iy;
/** A longer stretch between two marks is no quotation but two lone marks. */
const LONGEST = 600;

/** Whether a unit may open or close a quotation; an apostrophe inside a word may not. */
export function isQuoteMark(text: string, index: number): boolean {
  const mark = text[index];
  if (!CANDIDATES.includes(mark)) return false;
  return !(SINGLE.includes(mark) && isWordAt(text, index - 1) && isWordAt(text, index + 1));
}

/**
 * Quotations with their marks, in order, none inside another, from the offsets of the marks. A quotation stays in its paragraph; a mark
 * that is never closed opens none, and an apostrophe is no mark: single quotes open where no word ends and close where none goes on.
 */
export function quotationsOf(text: string, marks: readonly number[]): readonly Span[] {
  const closing = closingMarks(text, marks);
  const paragraphEnd = paragraphEnds(text);
  const found: Span[] = [];
  for (let index = 0; index < marks.length; index++) {
    const start = marks[index];
    const last = closing[index];
    const end = last < 0 ? -1 : marks[last] + 1;
    const isShort = end > start + 2 && end - start <= LONGEST;
    if (!isShort || !opens(text, start) || paragraphEnd(start) < end) continue;
    found.push({ start, end });
    index = last;
  }
  return found;
}

/** The index of the mark that would close what each mark opens, or -1. From right to left, so that no mark is looked for twice. */
function closingMarks(text: string, marks: readonly number[]): Int32Array {
  const closing = new Int32Array(marks.length).fill(NONE);
  const next = new Map<string, number>();
  const nextFirm = new Map<string, number>();
  const nextOpening = new Map<string, number>();
  /** Of a mark that may be a plural's: the firm mark to close with instead. */
  const instead = new Map<number, number>();
  for (let index = marks.length - 1; index >= 0; index--) {
    const offset = marks[index];
    const mark = text[offset];
    const closer = nearest(CLOSERS[mark] ?? "", next);
    closing[index] = instead.get(closer) ?? closer;
    if (closes(text, offset)) {
      const firm = nextFirm.get(mark) ?? NONE;
      if (!mayBePlural(text, offset)) nextFirm.set(mark, index);
      else if (firm !== NONE && firm < (nextOpening.get(mark) ?? marks.length)) instead.set(index, firm);
      next.set(mark, index);
    }
    for (const end of opens(text, offset) ? (CLOSERS[mark] ?? "") : "") nextOpening.set(end, index);
  }
  return closing;
}

function nearest(closers: string, next: ReadonlyMap<string, number>): number {
  let found = NONE;
  for (const closer of closers) {
    const index = next.get(closer) ?? NONE;
    if (index !== NONE && (found === NONE || index < found)) found = index;
  }
  return found;
}

/** For rising offsets, where the next paragraph break stands. */
function paragraphEnds(text: string): (from: number) => number {
  let known = -1;
  return (from) => {
    if (known < from) {
      PARAGRAPH_BREAK.lastIndex = from;
      known = PARAGRAPH_BREAK.exec(text)?.index ?? text.length;
    }
    return known;
  };
}

function opens(text: string, offset: number): boolean {
  const mark = text[offset];
  if (isBlankAt(text, offset + 1)) return false;
  if (ALWAYS_OPEN.includes(mark)) return true;
  if (isWordAt(text, offset - 1) || ENDS.includes(text[offset - 1] ?? " ")) return false;
  return !SINGLE.includes(mark) || !isElision(text, offset + 1);
}

function closes(text: string, offset: number): boolean {
  if (isBlankAt(text, offset - 1)) return false;
  return !SINGLE.includes(text[offset]) || !isWordAt(text, offset + 1);
}

/** `the bakers' shed`: the mark may be the plural's, and the quotation go on. */
function mayBePlural(text: string, offset: number): boolean {
  return SINGLE.includes(text[offset]) && text[offset - 1] === "s" && isBlankAt(text, offset + 1);
}

/** `'tis`, `'90s`, `'n'`: the mark stands for letters left out. */
function isElision(text: string, start: number): boolean {
  ELIDED.lastIndex = start;
  const word = ELIDED.exec(text)?.[0] ?? "";
  return word !== "" && (isDigitUnit(word.charCodeAt(0)) || tokenList("elisions").has(word.toLowerCase()));
}
