import { atomEnd, mayBeMissing, pastQuantifier } from "./needed.ts";

/** `\d`, a digit, and a class of digits. */
const DIGITS = /^(?:\\d|\d|\[(?:\d(?:-\d)?)+\])$/u;
const PLAIN_GROUP = /^\((?:\?:|(?!\?))(.*)\)$/su;

/** Whether a digit stands in everything that an expression matches, as far as its atoms tell without doubt. */
export function needsDigit(source: string): boolean {
  let hasDigit = false;
  for (let at = 0; at < source.length; ) {
    if (source[at] === "|") {
      if (!hasDigit) return false;
      hasDigit = false;
      at++;
      continue;
    }
    const end = atomEnd(source, at);
    hasDigit ||= !mayBeMissing(source, end) && isDigit(source.slice(at, end));
    at = pastQuantifier(source, end);
  }
  return hasDigit;
}

function isDigit(atom: string): boolean {
  if (DIGITS.test(atom)) return true;
  const inside = PLAIN_GROUP.exec(atom)?.[1];
  return inside !== undefined && needsDigit(inside);
}
