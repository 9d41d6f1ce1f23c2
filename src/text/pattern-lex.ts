import type { Mark } from "../types.ts";
import { lazyExpression } from "./expression.ts";
import type { PatternMistake, PatternMistakeCode } from "./pattern-ast.ts";

/** A piece of a pattern's source; `glued` says that no blank stands before it. */
interface Piece {
  readonly offset: number;
  readonly length: number;
  readonly glued: boolean;
}

/** What a piece is. */
type Sign =
  | { readonly type: "text" | "glob"; readonly value: string }
  | { readonly type: "class"; readonly name: string; readonly min: number; readonly max: number }
  | { readonly type: "mark"; readonly mark: Mark }
  | { readonly type: "(" | ")" | "|" | "[[" | "]]" };

export type Lexeme = Piece & Sign;

/** The pieces of a pattern, and what is wrong with them one by one. */
export interface Lexed {
  readonly lexemes: readonly Lexeme[];
  readonly mistakes: readonly PatternMistake[];
}

/** The longest range of a class. */
const LONGEST_RANGE = 20;

const CLASS = /<([A-Za-z][\w-]*)(?::(\d+)(?:-(\d+))?)?>/uy;
const MARK = /\((v|n|adj)\)/uy;
const TERM_MARK = lazyExpression(String.raw`(?<=[\p{L}\p{N}\p{M}'’])\s*\((v|n|adj)\)`, "gu");
const WORD_TAIL = lazyExpression(String.raw`[#@]?[\p{L}\p{N}\p{M}'’_]*$`, "u");
const WORD_HEAD = lazyExpression(String.raw`[\p{L}\p{N}\p{M}'’_*]*`, "uy");
const BLANK = /\s/u;

interface Lexer {
  readonly source: string;
  readonly lexemes: Lexeme[];
  readonly mistakes: PatternMistake[];
  at: number;
  /** Plain text since the last piece, without escapes, and where it began. */
  text: string;
  textStart: number;
}

/** Cuts a pattern (PACK-FORMAT section 4) into pieces; never fails, the mistakes come along. */
export function lexPattern(source: string): Lexed {
  const lexer: Lexer = { source, lexemes: [], mistakes: [], at: 0, text: "", textStart: 0 };
  while (lexer.at < source.length) step(lexer);
  flush(lexer);
  return lexer;
}

/** Cuts a term into its words and marks; what only a pattern may hold is a mistake. */
export function lexTerm(source: string): Lexed {
  const lexer: Lexer = { source, lexemes: [], mistakes: [], at: 0, text: "", textStart: 0 };
  for (const match of source.includes("(") ? source.matchAll(TERM_MARK()) : []) {
    lexer.text = source.slice(lexer.at, match.index);
    lexer.textStart = lexer.at;
    lexer.at = match.index;
    flush(lexer);
    push(lexer, match[0].length, { type: "mark", mark: markOf(match[1]) });
  }
  lexer.text = source.slice(lexer.at);
  lexer.textStart = lexer.at;
  lexer.at = source.length;
  flush(lexer);
  refusePatternSigns(lexer);
  return lexer;
}

function refusePatternSigns(lexer: Lexer): void {
  const sign = /\||<[A-Za-z][\w-]*(?::\d+(?:-\d+)?)?>|\[\[/u.exec(lexer.source);
  if (sign === null) return;
  const message = `a term is literal, so “${sign[0]}” means nothing in it; write it under \`patterns\``;
  mistake(lexer, "term-is-pattern", message, { offset: sign.index, length: sign[0].length });
}

const HANDLERS: Readonly<Record<string, (lexer: Lexer) => void>> = {
  "\\": takeEscape,
  "<": takeClass,
  "(": takeGroupOrMark,
  ")": (lexer) => push(lexer, 1, { type: ")" }),
  "|": (lexer) => push(lexer, 1, { type: "|" }),
  "*": takeGlob,
  "[": takeFlag,
  "]": takeFlag,
};

function step(lexer: Lexer): void {
  const handle = HANDLERS[lexer.source[lexer.at]];
  if (handle === undefined) plain(lexer, lexer.source[lexer.at], 1);
  else handle(lexer);
}

function plain(lexer: Lexer, text: string, length: number): void {
  if (lexer.text === "") lexer.textStart = lexer.at;
  lexer.text += text;
  lexer.at += length;
}

function takeEscape(lexer: Lexer): void {
  const next = lexer.source[lexer.at + 1] ?? "\\";
  plain(lexer, next, 2);
}

function takeFlag(lexer: Lexer): void {
  const sign = lexer.source.slice(lexer.at, lexer.at + 2);
  if (sign === "[[" || sign === "]]") push(lexer, 2, { type: sign });
  else plain(lexer, lexer.source[lexer.at], 1);
}

function takeClass(lexer: Lexer): void {
  CLASS.lastIndex = lexer.at;
  const match = CLASS.exec(lexer.source);
  if (match === null) {
    const message = "“<” begins a class such as <word>; for the sign itself write \\<";
    mistake(lexer, "bad-class", message, { offset: lexer.at, length: 1 });
    plain(lexer, "<", 1);
    return;
  }
  const min = Number(match[2] ?? 1);
  const max = Number(match[3] ?? min);
  if (max > LONGEST_RANGE || max < min || max === 0) {
    const message = `the range of ${match[0]} goes from the smaller number to the larger, 1 to ${LONGEST_RANGE}: <${match[1]}:0-3>`;
    mistake(lexer, "bad-range", message, { offset: lexer.at, length: match[0].length });
  }
  push(lexer, match[0].length, { type: "class", name: match[1], min, max });
}

/** `(n)` right behind a word, a group or flagged words is a mark; elsewhere it is a group that holds the word *n*. */
function takeGroupOrMark(lexer: Lexer): void {
  MARK.lastIndex = lexer.at;
  const match = MARK.exec(lexer.source);
  const before = lexer.text.trim() === "" ? lexer.lexemes.at(-1)?.type : "text";
  const marks = before !== undefined && before !== "(" && before !== "|" && before !== "[[";
  if (match !== null && marks) push(lexer, match[0].length, { type: "mark", mark: markOf(match[1]) });
  else push(lexer, 1, { type: "(" });
}

function markOf(text: string): Mark {
  return text === "v" || text === "n" ? text : "adj";
}

/** Takes the word around a `*` out of the plain text. */
function takeGlob(lexer: Lexer): void {
  const head = WORD_TAIL().exec(lexer.text)?.[0] ?? "";
  WORD_HEAD().lastIndex = lexer.at;
  const tail = WORD_HEAD().exec(lexer.source)?.[0] ?? "*";
  lexer.text = lexer.text.slice(0, lexer.text.length - head.length);
  const value = head + tail;
  if (/^[*]+$/u.test(value)) {
    const message = "a lone “*” would match every word; write <word>, or \\* for the sign itself";
    mistake(lexer, "lone-star", message, { offset: lexer.at, length: tail.length });
  }
  push(lexer, tail.length, { type: "glob", value });
}

function push(lexer: Lexer, length: number, sign: Sign): void {
  flush(lexer);
  const { at: offset, source } = lexer;
  const glued = offset > 0 && !BLANK.test(source[offset - 1]);
  lexer.lexemes.push({ ...sign, offset, length, glued });
  lexer.at += length;
}

function flush(lexer: Lexer): void {
  const { text, textStart, at } = lexer;
  lexer.text = "";
  if (text.trim() === "") return;
  const glued = textStart > 0 && !BLANK.test(text[0]) && !BLANK.test(lexer.source[textStart - 1]);
  lexer.lexemes.push({ type: "text", value: text, offset: textStart, length: at - textStart, glued });
}

function mistake(
  lexer: Lexer,
  code: PatternMistakeCode,
  message: string,
  where: { readonly offset: number; readonly length: number },
): void {
  lexer.mistakes.push({ code, message, ...where });
}
