import { CLASSES } from "../generated/nlcst.ts";

/** What parse-latin takes a UTF-16 unit for: the kind of token in two bits, then further bits. */
export const Unit = {
  symbol: 0,
  whiteSpace: 1,
  punctuation: 2,
  word: 3,
  /** Mask of the four kinds above. */
  kind: 3,
  /** A small letter: a sentence that starts with it goes on. */
  lower: 4,
  numerical: 8,
  /** Closes what stands before it, also past the end of a sentence. */
  affix: 16,
} as const;

const UNITS = 0x10000;
const LETTER_OF_CLASS_0 = 65;
let table: Uint8Array | undefined;

/** The class of every UTF-16 unit; decoded at first use. */
export function unitClasses(): Uint8Array {
  table ??= decode(CLASSES);
  return table;
}

function decode(runs: string): Uint8Array {
  const classes = new Uint8Array(UNITS);
  let unit = 0;
  let index = 0;
  while (index < runs.length) {
    const value = runs.charCodeAt(index++) - LETTER_OF_CLASS_0;
    let length = 0;
    for (; index < runs.length; index++) {
      const digit = digitOf(runs.charCodeAt(index));
      if (digit < 0) break;
      length = length * 36 + digit;
    }
    const end = unit + Math.max(1, length);
    classes.fill(value, unit, end);
    unit = end;
  }
  return classes;
}

/** The value of a base 36 digit in small letters, -1 for anything else. */
function digitOf(code: number): number {
  if (code >= 48 && code <= 57) return code - 48;
  return code >= 97 && code <= 122 ? code - 87 : -1;
}
