import { lazyExpression } from "./expression.ts";

/** Classes of single UTF-16 units, for the loops that read a text unit by unit. */

/** What a unit is to the tokenizer. */
export const UnitClass = {
  blank: 1,
  /** Punctuation and symbols: a token each. */
  mark: 2,
  /** Letters and digits. */
  word: 3,
  apostrophe: 4,
  hyphen: 5,
  /** Combining marks, soft hyphens, zero-width signs: part of a word, nothing by themselves. */
  joiner: 6,
  /** An underscore joins letters too, but is a mark elsewhere. */
  underscore: 7,
  /** Letters of scripts that write no blanks between words. */
  unspaced: 8,
  surrogate: 9,
} as const;

/** Beside those that `classOfUsual` knows. */
const APOSTROPHES = "ʼ´＇";
const BLANK = lazyExpression(String.raw`^[\s\p{Cc}\p{Z}]$`, "u");
const JOINER = lazyExpression(String.raw`^[\p{M}\p{Cf}]$`, "u");
const LETTER_OR_DIGIT = lazyExpression(String.raw`^[\p{L}\p{N}\p{Alphabetic}]$`, "u");
/** Thai, Lao, Myanmar, Khmer, kana and Han; their combining marks belong to them. */
const UNSPACED =
  /^[\u0e01-\u0eff\u1000-\u109f\u1780-\u17d3\u3005\u3041-\u30fa\u30fc-\u30ff\u3400-\u4dbf\u4e00-\u9fff]$/u;
const FIRST_UNSPACED = 0x0e01;

const classes = new Uint8Array(0x10000);

/** The `UnitClass` of a unit. */
export function unitClass(unit: number): number {
  return classes[unit] || classify(unit);
}

function classify(unit: number): number {
  const found = classOfUsual(unit) || classOf(unit, String.fromCharCode(unit));
  classes[unit] = found;
  return found;
}

/** Nearly all units of nearly all posts; the expressions that know all others take milliseconds to read. */
function classOfUsual(unit: number): number {
  if (unit < 0x80) {
    if (isAsciiLetter(unit) || isDigitUnit(unit)) return UnitClass.word;
    if (unit <= 0x20 || unit === 0x7f) return UnitClass.blank;
    if (unit === 0x27) return UnitClass.apostrophe;
    if (unit === 0x2d) return UnitClass.hyphen;
    return unit === 0x5f ? UnitClass.underscore : UnitClass.mark;
  }
  if (unit >= 0xc0 && unit <= 0x24f) return unit === 0xd7 || unit === 0xf7 ? UnitClass.mark : UnitClass.word;
  if (unit >= 0x2010 && unit <= 0x2027) {
    if (unit === 0x2019) return UnitClass.apostrophe;
    return unit <= 0x2011 ? UnitClass.hyphen : UnitClass.mark;
  }
  return unit === 0xfe0f || unit === 0x200d ? UnitClass.joiner : 0;
}

function classOf(unit: number, character: string): number {
  if (unit >= 0xd800 && unit <= 0xdfff) return UnitClass.surrogate;
  if (JOINER().test(character))
    return unit >= FIRST_UNSPACED && UNSPACED.test(character) ? UnitClass.unspaced : UnitClass.joiner;
  if (BLANK().test(character)) return UnitClass.blank;
  if (APOSTROPHES.includes(character)) return UnitClass.apostrophe;
  if (unit >= FIRST_UNSPACED && UNSPACED.test(character)) return UnitClass.unspaced;
  return LETTER_OR_DIGIT().test(character) ? UnitClass.word : UnitClass.mark;
}

/** Whether a letter, a digit, an underscore or a part of one stands at `index`; false past both ends. */
export function isWordAt(text: string, index: number): boolean {
  let at = index < text.length ? index : -1;
  while (at >= 0 && unitClass(text.charCodeAt(at)) === UnitClass.joiner) at--;
  if (at < 0) return false;
  const found = unitClass(text.charCodeAt(at));
  if (found === UnitClass.surrogate) return isAstralLetter(text, at) || isAstralLetter(text, at - 1);
  return found === UnitClass.word || found === UnitClass.underscore || found === UnitClass.unspaced;
}

/** Whether a blank stands at `index`, or the text begins or ends there. */
export function isBlankAt(text: string, index: number): boolean {
  if (index < 0 || index >= text.length) return true;
  return unitClass(text.charCodeAt(index)) === UnitClass.blank;
}

const ASTRAL_LETTER = lazyExpression(String.raw`^[\p{L}\p{N}]$`, "u");

/** Whether the pair of units at `index` is a letter or digit beyond the first plane, or a boxed letter. */
export function isAstralLetter(text: string, index: number): boolean {
  const high = text.charCodeAt(index);
  if (!(high >= 0xd800 && high <= 0xdbff)) return false;
  if (high === 0xd83c) return boxedLetter(text.charCodeAt(index + 1)) !== "";
  if (high > 0xd83c && high < 0xd83f) return false;
  return ASTRAL_LETTER().test(text.slice(index, index + 2));
}

/** The small letter that a low surrogate behind 0xD83C shows squared or circled; empty for others. */
export function boxedLetter(low: number): string {
  for (const first of [0xdd30, 0xdd50, 0xdd70]) {
    if (low >= first && low < first + 26) return String.fromCharCode(0x61 + low - first);
  }
  return "";
}

/** Whether a unit is an ASCII digit. */
export function isDigitUnit(unit: number): boolean {
  return unit >= 0x30 && unit <= 0x39;
}

/** Whether a unit is an ASCII letter. */
export function isAsciiLetter(unit: number): boolean {
  const lower = unit | 0x20;
  return lower >= 0x61 && lower <= 0x7a;
}
