import { lazyExpression } from "../text/expression.ts";
import type { LineIndex } from "../text/lines.ts";
import type { Place } from "../types.ts";
import { IGNORE, type WrittenWaiver } from "./waiver.ts";
import type { Yaml } from "./yaml-nodes.ts";

const COMMENT = new RegExp(`^#\\s*${IGNORE}(?![\\w-])`, "u");
/** Signs that the lexer puts between the tokens and that don't stand in the text. */
const INVISIBLE: ReadonlySet<string> = new Set(["\u0002", "\u0018", "\u001f"]);

/** Where YAML stands in a file. */
export interface YamlStretch {
  readonly lines: () => LineIndex;
  /** Where it begins, in UTF-16 units. */
  readonly offset: number;
}

/** The ignore comments of a text of YAML: on lines of their own, and behind values; in order. */
export function waiverComments(yaml: Yaml, content: string, stretch: YamlStretch): readonly WrittenWaiver[] {
  if (!content.includes(IGNORE)) return [];
  return commentsIn(yaml, content, COMMENT).map(({ text, mark, start }) => {
    const place = placeOf(stretch, start, start + text.length);
    return { words: text.slice(mark.length), text, place };
  });
}

/** Comments that look like tags of a post, and that YAML drops without a word: in text behind a value that has no quotes. */
export function lostTags(yaml: Yaml, content: string, stretch: YamlStretch): readonly Place[] {
  if (!LOST_TAG().test(content)) return [];
  return commentsIn(yaml, content, TAG())
    .filter(
      ({ start }) => !/(?:^|[\r\n])[ \t]*$/u.test(content.slice(Math.max(0, start - LONGEST_INDENT), start)),
    )
    .map(({ text, start }) => placeOf(stretch, start, start + text.length));
}

const TAG = lazyExpression(String.raw`^#[\p{L}\p{N}_]`, "u");
const LOST_TAG = lazyExpression(String.raw`[ \t]#[\p{L}\p{N}_]`, "u");
/** More blanks before a comment of its own nobody writes. */
const LONGEST_INDENT = 200;

interface Comment {
  readonly text: string;
  /** What was looked for. */
  readonly mark: string;
  readonly start: number;
}

function commentsIn(yaml: Yaml, content: string, pattern: RegExp): readonly Comment[] {
  const found: Comment[] = [];
  let start = 0;
  let isScalar = false;
  for (const token of new yaml.Lexer().lex(content)) {
    const comment = isScalar ? null : pattern.exec(token);
    if (comment !== null) found.push({ text: token, mark: comment[0], start });
    if (!INVISIBLE.has(token)) start += token.length;
    isScalar = token === "\u001f";
  }
  return found;
}

/** The place of a stretch of the YAML, by offsets in it. */
export function placeOf({ lines, offset }: YamlStretch, from: number, to: number): Place {
  const start = lines().positionOf(offset + from);
  const end = lines().positionOf(offset + to);
  return {
    ...start,
    endLine: end.line,
    endColumn: end.column,
    offset: offset + from,
    endOffset: offset + to,
  };
}
