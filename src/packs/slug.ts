import { lazyExpression } from "../text/expression.ts";

const OTHERS = lazyExpression(String.raw`[^\p{L}\p{N}]+`, "gu");
const MARK = /\s*\((?:v|n|adj|fixed)\)/gu;

/** An entry's name in reports: without marks, lower case, all but letters and digits as `-`; an emoji is its own slug. */
export function slugOf(text: string): string {
  const plain = text.replace(MARK, "").toLowerCase();
  const slug = plain
    .replace(/['’]/gu, "")
    .replace(OTHERS(), "-")
    .replace(/^-+|-+$/gu, "");
  return slug === "" ? plain : slug;
}
