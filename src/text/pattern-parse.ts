import type { Mark } from "../types.ts";
import type {
  Item,
  LiteralToken,
  Parsed,
  PatternMistake,
  PatternMistakeCode,
  WordItem,
} from "./pattern-ast.ts";
import { cutText, foldText } from "./pattern-cut.ts";
import { type Lexeme, lexPattern, lexTerm } from "./pattern-lex.ts";
import { marked, markedPhrase } from "./pattern-marks.ts";

/** How deep groups may nest. */
const DEEPEST = 20;

/** The longest source, in UTF-16 units. */
const LONGEST = 10_000;

interface Group {
  readonly sides: Item[][];
  /** The bracket that opened it; missing for the pattern itself. */
  readonly opener?: Lexeme;
}

interface Parser {
  readonly lexemes: readonly Lexeme[];
  readonly mistakes: PatternMistake[];
  readonly stack: Group[];
  flagFrom: number;
  flagTo: number;
  flagOpener: Lexeme | undefined;
  tooDeep: boolean;
}

/** Reads a pattern by the grammar of PACK-FORMAT section 4; a pattern of plain words is read like a term. */
export function parsePattern(source: string): Parsed {
  if (source.length > LONGEST) return tooLong(source);
  const { lexemes, mistakes } = lexPattern(source);
  if (lexemes.every(({ type }) => type === "text" || type === "mark")) return parsePhrase(lexemes, mistakes);
  const parser: Parser = {
    lexemes,
    mistakes: [...mistakes],
    stack: [{ sides: [[]] }],
    flagFrom: -1,
    flagTo: -1,
    flagOpener: undefined,
    tooDeep: false,
  };
  for (let index = 0; index < lexemes.length && !parser.tooDeep; index++) take(parser, index);
  return finish(parser);
}

/** Reads a literal term, whose whole mark may be given apart. */
export function parseTerm(source: string, mark?: Mark): Parsed {
  if (source.length > LONGEST) return tooLong(source);
  const { lexemes, mistakes } = lexTerm(source);
  return parsePhrase(lexemes, mistakes, mark);
}

/** A name, taken as it is written: no marks, no signs. */
export function parseName(source: string): Parsed {
  return { pattern: { items: wordsOf(cutText(source)) }, mistakes: [] };
}

function tooLong(source: string): Parsed {
  const message = `at most ${LONGEST} characters are read; write several patterns`;
  return {
    pattern: { items: [] },
    mistakes: [{ code: "too-big", offset: 0, length: source.length, message }],
  };
}

function parsePhrase(lexemes: readonly Lexeme[], found: readonly PatternMistake[], given?: Mark): Parsed {
  const mistakes = [...found];
  const last = lexemes.at(-1);
  const whole = given ?? (last?.type === "mark" ? last.mark : undefined);
  let items: Item[] = [];
  for (const lexeme of lexemes) {
    if (lexeme.type === "text") items.push(...wordsOf(cutText(lexeme.value)));
    if (lexeme.type !== "mark" || (lexeme === last && given === undefined)) continue;
    items = marked(items, lexeme.mark) ?? refuseMark(items, lexeme, mistakes);
  }
  if (whole === undefined) return { pattern: { items }, mistakes };
  const all = markedPhrase(items, whole) ?? refuseMark(items, last, mistakes);
  return { pattern: { items: all }, mistakes };
}

function refuseMark(items: Item[], at: Lexeme | undefined, mistakes: PatternMistake[]): Item[] {
  const last = items.at(-1);
  const message =
    last?.type === "class"
      ? `a mark changes a word, and <${last.name}> is a class; put the mark on the words of its list`
      : "a mark such as (n) stands right after a word; write it there, or leave it out";
  mistakes.push({ code: "mark-place", message, offset: at?.offset ?? 0, length: at?.length ?? 1 });
  return items;
}

function take(parser: Parser, index: number): void {
  const lexeme = parser.lexemes[index];
  const side = sideOf(parser);
  switch (lexeme.type) {
    case "text":
      side.push(...wordsOf(cutText(lexeme.value, neighbours(parser.lexemes, index))));
      return;
    case "glob":
      side.push({ type: "glob", glob: foldText(lexeme.value) });
      return;
    case "class":
      side.push({ type: "class", name: lexeme.name, min: lexeme.min, max: lexeme.max });
      return;
    case "mark":
      side.splice(
        0,
        side.length,
        ...(marked(side, lexeme.mark) ?? refuseMark(side, lexeme, parser.mistakes)),
      );
      return;
    default:
      BRACKETS[lexeme.type](parser, lexeme);
  }
}

const BRACKETS: Readonly<Record<string, (parser: Parser, lexeme: Lexeme) => void>> = {
  "(": openGroup,
  ")": closeGroup,
  "|": nextSide,
  "[[": openFlag,
  "]]": closeFlag,
};

function openGroup(parser: Parser, lexeme: Lexeme): void {
  parser.tooDeep = parser.stack.length > DEEPEST;
  if (parser.tooDeep)
    refuse(parser, "too-deep", "the groups nest too deep; make a list of the inner ones", lexeme);
  else parser.stack.push({ sides: [[]], opener: lexeme });
}

function closeGroup(parser: Parser, lexeme: Lexeme): void {
  if (parser.stack.length === 1) {
    refuse(parser, "unbalanced", "“)” closes nothing; for the sign itself write \\)", lexeme);
    return;
  }
  const group = parser.stack.pop();
  if (group !== undefined) sideOf(parser).push({ type: "group", sides: group.sides });
}

function nextSide(parser: Parser, lexeme: Lexeme): void {
  const group = parser.stack[parser.stack.length - 1];
  if (group.opener !== undefined) group.sides.push([]);
  else
    refuse(
      parser,
      "stray-bar",
      "“|” stands between the sides of a group: (a|b); for the sign itself write \\|",
      lexeme,
    );
}

function openFlag(parser: Parser, lexeme: Lexeme): void {
  if (parser.flagOpener !== undefined) {
    refuse(parser, "two-flags", "only one [[…]] marks the flagged words; write a second pattern", lexeme);
    return;
  }
  if (parser.stack.length > 1)
    refuse(parser, "unbalanced", "[[…]] stands outside of groups; move it out", lexeme);
  parser.flagOpener = lexeme;
  parser.flagFrom = parser.stack[0].sides[0].length;
}

function closeFlag(parser: Parser, lexeme: Lexeme): void {
  if (parser.flagOpener === undefined || parser.flagTo !== -1) {
    refuse(parser, "unbalanced", "“]]” closes nothing; for the signs themselves write \\]\\]", lexeme);
    return;
  }
  if (parser.stack.length > 1)
    refuse(parser, "unbalanced", "a group is still open here; close it before “]]”", lexeme);
  parser.flagTo = parser.stack[0].sides[0].length;
}

function finish(parser: Parser): Parsed {
  const { stack, flagFrom: from, flagTo, flagOpener, mistakes } = parser;
  if (parser.tooDeep) return { pattern: { items: [] }, mistakes };
  if (flagOpener !== undefined && flagTo === -1) {
    refuse(parser, "unbalanced", "“[[” is never closed; for the signs themselves write \\[\\[", flagOpener);
  }
  for (const { opener } of stack) {
    if (opener !== undefined) {
      refuse(parser, "unbalanced", "“(” is never closed; for the sign itself write \\(", opener);
    }
  }
  const items = stack[0].sides[0];
  const pattern = flagOpener === undefined ? { items } : { items, flagged: { from, to: flagTo } };
  return { pattern, mistakes };
}

function refuse(parser: Parser, code: PatternMistakeCode, message: string, { offset, length }: Lexeme): void {
  parser.mistakes.push({ code, message, offset, length });
}

function sideOf(parser: Parser): Item[] {
  const { sides } = parser.stack[parser.stack.length - 1];
  return sides[sides.length - 1];
}

/** Whether a class, group or glob touches the text at `index`. */
function neighbours(lexemes: readonly Lexeme[], index: number): { before: boolean; after: boolean } {
  const before = index > 0 && lexemes[index].glued && !["(", "|", "[["].includes(lexemes[index - 1].type);
  const next = lexemes[index + 1];
  const after = next?.glued === true && !["|", ")", "]]", "mark"].includes(next.type);
  return { before, after };
}

/** Tokens that hyphens join are one word. */
function wordsOf(tokens: readonly LiteralToken[]): WordItem[] {
  const words: LiteralToken[][] = [];
  for (const token of tokens) {
    const last = words.at(-1);
    if (token.joined && last !== undefined) last.push(token);
    else words.push([token]);
  }
  return words.map((parts) => ({ type: "word", tokens: parts, phraseBefore: 0 }));
}
