import { isWordAt } from "./units.ts";

/** Digits with their sign, separators and short unit: `$20`, `5%`, `3rd`, `10,000`, `€1.5m`, `9:30`, `24/7`. */
const NUMBER =
  /(?:[$€£¥₹][ \u00a0\u202f]?)?\d+(?:[.,:/]\d+)*(?:[ \u00a0\u202f]?(?:[%‰°]|[€£¥₹](?![ \u00a0\u202f]?\d))|\$(?!\w)|st|nd|rd|th|bn|mn|[kmb])?/iy;
const BARE = /(?:[$€£¥₹][ \u00a0\u202f]?)?\d+(?:[.,:/]\d+)*/y;
/** So that a run of digits and marks is never read again from each of its digits. */
const LONGEST = 64;

/** The end of the number that begins at `start`, or -1 where it is part of a word (`2day`) or no number. */
export function numberEnd(text: string, start: number): number {
  if (isWordAt(text, start - 1)) return -1;
  const end = endOf(NUMBER, text, start);
  if (end < 0 || end - start > LONGEST || !isWordAt(text, end)) return end;
  // `20 €uro`: the sign is not the number's.
  const bare = endOf(BARE, text, start);
  return isWordAt(text, bare) ? -1 : bare;
}

function endOf(expression: RegExp, text: string, start: number): number {
  expression.lastIndex = start;
  return expression.test(text) ? expression.lastIndex : -1;
}
