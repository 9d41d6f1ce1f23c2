import type { Span } from "../types.ts";

/** Which UTF-16 units a text holds, so that what it can't hold needn't be looked for. */
export interface UnitSet {
  /** A bit for each ASCII unit. */
  readonly ascii: Int32Array;
  /** The others, each once; `undefined` where they are many, and any may be among them. */
  readonly others: readonly number[] | undefined;
}

const ASCII = 0x80;
/** The bits of `0` to `9` among those of the second 32 units. */
const DIGITS = 0x03ff0000;
/** Posts in a Latin script hold fewer; to look through more takes longer than it saves. */
const MOST_OTHERS = 24;

/** The units of a text, in one pass. */
export function unitSetOf(text: string): UnitSet {
  const ascii = new Int32Array(ASCII / 32);
  let others: number[] | undefined = [];
  const { length } = text;
  for (let index = 0; index < length; index++) {
    const unit = text.charCodeAt(index);
    if (unit < ASCII) ascii[unit >> 5] |= 1 << unit;
    else if (others !== undefined && !others.includes(unit)) {
      if (others.length < MOST_OTHERS) others.push(unit);
      else others = undefined;
    }
  }
  return { ascii, others };
}

/** Whether a text with these units may hold this one; errs towards yes only. */
export function mayHold({ ascii, others }: UnitSet, unit: number): boolean {
  if (unit < ASCII) return ((ascii[unit >> 5] >>> unit) & 1) === 1;
  return others === undefined || others.includes(unit);
}

/** Whether a text with these units holds a digit. */
export function holdsDigit({ ascii }: UnitSet): boolean {
  return (ascii[1] & DIGITS) !== 0;
}

/** Whether a text with these units may hold one beyond ASCII that lies in a range (ends included). */
export function mayHoldWithin({ others }: UnitSet, ranges: readonly Span[]): boolean {
  if (others === undefined) return true;
  for (let at = 0; at < others.length; at++) {
    for (let index = 0; index < ranges.length; index++)
      if (others[at] >= ranges[index].start && others[at] <= ranges[index].end) return true;
  }
  return false;
}
