import type { Post } from "../types.ts";
import { createDoc, type Doc } from "./doc.ts";
import { lazyExpression } from "./expression.ts";
import type { LiteralToken } from "./pattern-ast.ts";
import { TokenFlag, TokenKind } from "./tokens.ts";

/** What touches a stretch of plain text without a blank; then a hyphen or `'s` at that end belongs to a word. */
export interface Neighbours {
  readonly before: boolean;
  readonly after: boolean;
}

const ALONE: Neighbours = { before: false, after: false };
/** What nearly no stretch begins or ends with, and is quickly looked for. */
const MAY_HANG = /^['’‐‑-]/;
const HYPHEN_END = /[‐‑-]$/;
const HANGING_START = lazyExpression(String.raw`^(?:['’]s(?![\p{L}\p{N}])|[-‐‑](?=[\p{L}\p{N}]))`, "u");
const HANGING_END = lazyExpression(String.raw`[\p{L}\p{N}][-‐‑]$`, "u");

/** The tokens of plain words, cut by the same rules as those of a post. */
export function cutText(text: string, beside: Neighbours = ALONE): readonly LiteralToken[] {
  const hangs = MAY_HANG.test(text) && HANGING_START().test(text);
  const before = hangs && (beside.before || !text.startsWith("-")) ? "x" : "";
  const after = beside.after && HYPHEN_END.test(text) && HANGING_END().test(text) ? "x" : "";
  const doc = docOf(before + text + after);
  const tokens: LiteralToken[] = [];
  const last = doc.tokens.count - after.length;
  for (let index = before.length; index < last; index++) tokens.push(tokenOf(doc, index));
  return tokens;
}

/** A text as tokens are compared: folded, without blanks around it. */
export function foldText(text: string): string {
  return docOf(text).folded.text.trim();
}

/** A doc of a text that is no post. */
export function docOf(text: string): Doc {
  return createDoc(postOf(text));
}

function postOf(text: string): Post {
  return {
    id: "",
    text,
    platforms: [],
    fields: {},
    role: "post",
    source: "",
    line: 1,
    hidden: [],
    waivers: [],
    locate: ({ start, end }) => ({
      line: 1,
      column: start + 1,
      endLine: 1,
      endColumn: end + 1,
      offset: start,
      endOffset: end,
    }),
  };
}

function tokenOf(doc: Doc, index: number): LiteralToken {
  const { tokens, folded, text } = doc;
  const flags = tokens.flags[index];
  const apostropheS = (flags & TokenFlag.apostropheS) !== 0;
  const isWord = tokens.kind[index] === TokenKind.word || tokens.kind[index] === TokenKind.number;
  return {
    folded: folded.text.slice(tokens.foldedStart[index], tokens.foldedEnd[index]),
    hash: tokens.hash[index],
    written: text.slice(tokens.start[index], tokens.end[index]),
    joined: (flags & TokenFlag.hyphenBefore) !== 0,
    apostropheS,
    isWord: isWord && !apostropheS,
    isEmoji: tokens.kind[index] === TokenKind.emoji,
  };
}
