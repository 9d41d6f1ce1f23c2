import { englishList } from "./english.ts";
import { type Doc, foldedToken } from "./text/doc.ts";
import { TokenFlag, TokenKind } from "./text/tokens.ts";
import type { Entry, Hit } from "./types.ts";

/** How many tokens on either side say whether a sentence is written in Title Case. */
const AROUND = 12;
/** Shorter words are small in titles, too. */
const SHORTEST_TELLING = 4;
/** Words that stand small inside names. */
const CONNECTORS: ReadonlySet<string> = new Set(["of", "for"]);

/**
 * Whether the words of a term are part of a name: capitals inside a sentence, beside another word with a capital, where the words around
 * have none (*the Leeds Innovation Summit*). An entry written with capitals, and an exact one, mean what they say.
 */
export function isInName(doc: Doc, { rule, entry, tokens }: Hit): boolean {
  if (tokens === undefined || rule.type !== "terms") return false;
  const { start, end } = tokens;
  for (let index = start; index < end; index++) if (!isNameWord(doc, index)) return false;
  if (!isPlain(entry) || (entry?.exact ?? rule.exact)) return false;
  if (isStart(doc, start)) return false;
  return hasNameBeside(doc, start, end) && !isTitleCase(doc, start, end);
}

function isPlain(entry: Entry | undefined): boolean {
  return entry !== undefined && entry.key === entry.key.toLowerCase();
}

/** A word with a capital first and small letters after it: what is all capitals shouts, or is an acronym. */
function isNameWord({ tokens }: Doc, index: number): boolean {
  const flags = tokens.flags[index];
  return (
    tokens.kind[index] === TokenKind.word &&
    (flags & TokenFlag.capital) !== 0 &&
    (flags & TokenFlag.caps) === 0
  );
}

/** Whether a capital says nothing here: it opens a sentence, or stands behind a mark, or behind the number of a list. */
function isStart(doc: Doc, index: number): boolean {
  const { kind } = doc.tokens;
  if (!isBeside(doc, index - 1, index)) return true;
  if (kind[index - 1] === TokenKind.number) return !isBeside(doc, index - 2, index);
  return kind[index - 1] !== TokenKind.word;
}

function isBeside({ tokens }: Doc, left: number, right: number): boolean {
  return (
    left >= 0 &&
    right < tokens.count &&
    tokens.line[left] === tokens.line[right] &&
    tokens.sentence[left] === tokens.sentence[right]
  );
}

function hasNameBeside(doc: Doc, start: number, end: number): boolean {
  if (isBeside(doc, end - 1, end) && isNameWord(doc, end)) return true;
  if (isBeside(doc, end - 1, end + 1) && isConnector(doc, end) && isNameWord(doc, end + 1)) return true;
  // The word that opens a sentence has its capital from there.
  if (isNameWord(doc, start - 1)) return !isStart(doc, start - 1);
  return (
    isBeside(doc, start - 2, start) &&
    isConnector(doc, start - 1) &&
    isNameWord(doc, start - 2) &&
    !isStart(doc, start - 2)
  );
}

function isConnector(doc: Doc, index: number): boolean {
  return CONNECTORS.has(foldedToken(doc, index));
}

/** Whether most of the longer words around the run of capitals have capitals too, so that they make no name; also where there are none. */
function isTitleCase(doc: Doc, start: number, end: number): boolean {
  let small = 0;
  let large = 0;
  for (const step of [-1, 1]) {
    const first = step < 0 ? start - 1 : end;
    let inRun = true;
    for (let index = first; Math.abs(index - first) < AROUND; index += step) {
      if (!isBeside(doc, Math.min(index, start), Math.max(index, start))) break;
      inRun &&= isNameWord(doc, index) || isConnector(doc, index);
      if (inRun || !isTelling(doc, index)) continue;
      if ((doc.tokens.flags[index] & TokenFlag.capital) === 0) small++;
      else large++;
    }
  }
  return small === 0 || large > small;
}

function isTelling(doc: Doc, index: number): boolean {
  const { kind, start, end } = doc.tokens;
  if (kind[index] !== TokenKind.word || end[index] - start[index] < SHORTEST_TELLING) return false;
  return !englishList("functionWords").has(foldedToken(doc, index));
}
