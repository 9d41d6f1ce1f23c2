import type { Scan } from "./automaton-memory.ts";
import { Place } from "./classes.ts";
import { conditionHolds } from "./conditions.ts";
import { Extra } from "./pattern-tables.ts";
import { TokenFlag } from "./tokens.ts";

/** Whether the places and the condition of an extra (the offset of its row) hold before or at token `index`. */
export function allows(scan: Scan, extra: number, index: number): boolean {
  const { extras } = scan.tables;
  const condition = extras[extra + Extra.condition];
  return isPlace(scan, extras[extra], index) && (condition === 0 || conditionHolds(scan, condition, index));
}

function isPlace(scan: Scan, place: number, index: number): boolean {
  if (place === 0) return true;
  if ((place & Place.wordEnd) !== 0 && isInsideWord(scan, index)) return false;
  const asked = place & ~Place.wordEnd;
  if (asked === 0) return true;
  return (scan.bits[index] & asked) === asked;
}

/** Whether the place before token `index` lies inside a hyphenated word. */
export function isInsideWord({ doc }: Scan, index: number): boolean {
  return index < doc.tokens.count && (doc.tokens.flags[index] & TokenFlag.hyphenBefore) !== 0;
}
