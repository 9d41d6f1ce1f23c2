import { Lexer } from "yaml";
import type { Stretch } from "./mistakes.ts";

/** Marks of the lexer that stand for nothing in the text. */
const CONTROL: ReadonlySet<string> = new Set(["\u0002", "\u0018", "\u001f"]);
/** `#ad`, `#1`, `#🎉`: meant as a text. `#!`, `##` and `#---` are drawn by people who mean a comment. */
const TAG = /^#(?![\s#!=*~+-]|$)/u;

/** Texts that YAML takes for comments without a word: `- We love it #ad` (PACK-FORMAT section 7). In order. */
export function swallowedTexts(text: string): readonly Stretch[] {
  if (!/#[^\s#]/u.test(text)) return [];
  const found: Stretch[] = [];
  let start = 0;
  let isScalar = false;
  for (const lexeme of new Lexer().lex(text)) {
    if (CONTROL.has(lexeme)) {
      isScalar = lexeme === "\u001f";
      continue;
    }
    const end = start + lexeme.length;
    if (!isScalar && TAG.test(lexeme)) found.push({ start, end });
    isScalar = false;
    start = end;
  }
  return found;
}
