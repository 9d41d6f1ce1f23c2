import fc from "fast-check";
import type { Root } from "nlcst";
import { ParseEnglish } from "parse-english";
import { parseEnglish } from "../../src/text/parse.ts";
import { bits } from "./parse-bits.ts";

/** Texts of random bits, most of them short, since short ones fail clearly. */
export const mixes: fc.Arbitrary<string> = fc
  .oneof(
    { weight: 6, arbitrary: fc.array(fc.constantFrom(...bits), { maxLength: 12 }) },
    { weight: 2, arbitrary: fc.array(fc.constantFrom(...bits), { minLength: 20, maxLength: 80 }) },
    { weight: 1, arbitrary: fc.array(fc.string({ unit: "binary", maxLength: 4 }), { maxLength: 8 }) },
  )
  .map((parts) => parts.join(""));

/** Where our tree of a text first differs from parse-english's; nothing when they are equal node for node. */
export function differenceOn(text: string, parse: (text: string) => Root = parseEnglish): string | undefined {
  return difference(new ParseEnglish().parse(text), parse(text), "root");
}

/** The path to the first value that differs, with both values. */
function difference(theirs: unknown, ours: unknown, path: string): string | undefined {
  if (!isRecord(theirs) || !isRecord(ours)) {
    return Object.is(theirs, ours) ? undefined : `${path}: ${show(theirs)} there, ${show(ours)} here`;
  }
  for (const key of new Set([...Object.keys(theirs), ...Object.keys(ours)])) {
    const found = difference(theirs[key], ours[key], `${path}.${key}`);
    if (found !== undefined) return found;
  }
  return undefined;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}

function show(value: unknown): string {
  return `${JSON.stringify(value)}`.slice(0, 120);
}
