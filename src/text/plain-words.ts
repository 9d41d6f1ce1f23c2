import { TokenFlag } from "./tokens.ts";
import { isAsciiLetter, isDigitUnit, UnitClass, unitClass } from "./units.ts";

/** Of each ASCII unit the small letter or the digit that it is. */
const SMALL = smallTable();

function smallTable(): Uint8Array {
  const table = new Uint8Array(0x80);
  for (let unit = 0; unit < table.length; unit++) {
    if (isAsciiLetter(unit)) table[unit] = unit | 0x20;
    else if (isDigitUnit(unit)) table[unit] = unit;
  }
  return table;
}

/** The small letter or the digit that a unit is; 0 for all beyond ASCII and for marks. */
export function smallOf(unit: number): number {
  return unit < 0x80 ? SMALL[unit] : 0;
}

/** Whether nothing behind a word of ASCII letters may be part of it: no apostrophe, no dot of `U.S.`, no letter or mark beyond ASCII. */
export function endsPlainWord(text: string, start: number, end: number): boolean {
  if (end === start) return false;
  if (end === text.length) return true;
  const unit = text.charCodeAt(end);
  const next = unitClass(unit);
  if (next === UnitClass.blank || next === UnitClass.hyphen) return true;
  return next === UnitClass.mark && !(unit === DOT && end - start === 1);
}

/** The flags `capital` and `caps` of a word of ASCII letters and digits. Most words begin with a small letter and have neither. */
export function plainCapitals(text: string, start: number, end: number): number {
  const first = text.charCodeAt(start);
  if (first >= SMALL_A) return 0;
  let capitals = 0;
  for (let at = start; at < end; at++) {
    const unit = text.charCodeAt(at);
    if (unit >= SMALL_A) return isAsciiLetter(first) ? TokenFlag.capital : 0;
    if (isAsciiLetter(unit)) capitals++;
  }
  return (isAsciiLetter(first) ? TokenFlag.capital : 0) | (capitals > 1 ? TokenFlag.caps : 0);
}

const DOT = 0x2e;
const SMALL_A = 0x61;
