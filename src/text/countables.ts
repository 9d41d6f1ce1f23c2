import type { EntityKind, Span } from "../types.ts";
import { type KnowsAcronym, shoutedWords, undefinedAcronyms } from "./capitals.ts";
import { contractible, contractions } from "./contractions.ts";
import { countingList } from "./counting-words.ts";
import { beginsWord, type Doc, foldedToken } from "./doc.ts";
import { misnumberedParts } from "./part-numbers.ts";
import { passives } from "./passives.ts";
import { repeatedOpeners, repeatedWords } from "./repeats.ts";
import { isRunTogether } from "./run-together.ts";
import { TokenFlag, TokenKind, tokenSpan } from "./tokens.ts";
import { unitsOf } from "./units-of.ts";

/** What a pack adds to counting. */
export interface CountContext {
  readonly knowsAcronym: KnowsAcronym;
}

/** Finds the items of one kind in a post, in order. */
export type Countable = (doc: Doc, context: CountContext) => readonly Span[];

/** Everything that `count` knows by name (PACK-FORMAT section 5), but for names of brands and products, which are patterns. */
export const countables: Readonly<Record<string, Countable>> = {
  characters,
  words,
  sentences: (doc) => unitsOf(doc, "sentence"),
  paragraphs: (doc) => unitsOf(doc, "paragraph"),
  lines: (doc) => unitsOf(doc, "line"),
  links: entities("link"),
  mentions: entities("mention"),
  hashtags: entities("hashtag"),
  cashtags: entities("cashtag"),
  emoji: entities("emoji"),
  numbers: entities("number"),
  exclamations: marks("!"),
  questions: marks("?"),
  ellipses,
  dashes,
  negations: tokensWhere(isNegation),
  contractions: (doc) => contractions(doc),
  contractible: (doc) => contractible(doc),
  passives: (doc) => passives(doc),
  "run-together-hashtags": runTogetherHashtags,
  "shouted-words": (doc, { knowsAcronym }) => shoutedWords(doc, knowsAcronym),
  "repeated-words": (doc) => repeatedWords(doc),
  "repeated-openers": (doc) => repeatedOpeners(doc),
  "misnumbered-parts": misnumberedParts,
  "undefined-acronyms": (doc, { knowsAcronym }) => undefinedAcronyms(doc, knowsAcronym),
};

function entities(kind: EntityKind): Countable {
  return (doc) => doc.entities.filter((entity) => entity.kind === kind);
}

function tokensWhere(holds: (doc: Doc, index: number) => boolean): Countable {
  return (doc) => {
    const found: Span[] = [];
    for (let index = 0; index < doc.tokens.count; index++) {
      if (holds(doc, index)) found.push(tokenSpan(doc.tokens, index, index + 1));
    }
    return found;
  };
}

function marks(mark: string): Countable {
  return tokensWhere((doc, index) => isMark(doc, index, mark));
}

function isMark({ tokens, folded }: Doc, index: number, mark: string): boolean {
  if (tokens.kind[index] !== TokenKind.punctuation) return false;
  const start = tokens.foldedStart[index];
  return (
    tokens.foldedEnd[index] - start === mark.length && folded.text.charCodeAt(start) === mark.charCodeAt(0)
  );
}

/** Code points. */
function characters({ text }: Doc): readonly Span[] {
  const found: Span[] = [];
  let start = 0;
  for (const character of text) {
    found.push({ start, end: start + character.length });
    start += character.length;
  }
  return found;
}

/** Hyphenated words whole, and with their `'s`. */
function words({ tokens }: Doc): readonly Span[] {
  const found: Span[] = [];
  for (let first = 0; first < tokens.count; first++) {
    if (!beginsWord(tokens, first)) continue;
    let last = first;
    while (
      last + 1 < tokens.count &&
      (tokens.flags[last + 1] & (TokenFlag.hyphenBefore | TokenFlag.apostropheS)) !== 0
    )
      last++;
    found.push(tokenSpan(tokens, first, last + 1));
    first = last;
  }
  return found;
}

/** `…`, or three dots and more in a row. */
function ellipses(doc: Doc): readonly Span[] {
  const { tokens } = doc;
  const found: Span[] = [];
  for (let first = 0; first < tokens.count; first++) {
    let last = first;
    if (isMark(doc, first, ".")) while (isMark(doc, last + 1, ".") && isAttached(doc, last + 1)) last++;
    if (last >= first + 2 || isMark(doc, first, "…")) found.push(tokenSpan(tokens, first, last + 1));
    first = last;
  }
  return found;
}

function isAttached({ tokens }: Doc, index: number): boolean {
  return (tokens.flags[index] & TokenFlag.attached) !== 0;
}

/** `–`, `—`, `--`, or a hyphen between blanks. A range of numbers holds none, and neither does a bullet. */
function dashes(doc: Doc): readonly Span[] {
  const { tokens, text } = doc;
  const found: Span[] = [];
  for (let first = 0; first < tokens.count; first++) {
    if (!isMark(doc, first, "-")) continue;
    let last = first;
    while (isMark(doc, last + 1, "-") && isAttached(doc, last + 1)) last++;
    const isLone = last === first && text[tokens.start[first]] === "-";
    if (isLone ? isBetweenBlanks(doc, first) : !isRange(doc, first, last))
      found.push(tokenSpan(tokens, first, last + 1));
    first = last;
  }
  return found;
}

function isBetweenBlanks(doc: Doc, index: number): boolean {
  const { tokens } = doc;
  const isFree = !isAttached(doc, index) && !isAttached(doc, index + 1);
  return isFree && (tokens.flags[index] & TokenFlag.lineStart) === 0;
}

/** `9–5`. */
function isRange(doc: Doc, first: number, last: number): boolean {
  return (
    isNumber(doc, first - 1) && isNumber(doc, last + 1) && isAttached(doc, first) && isAttached(doc, last + 1)
  );
}

function isNumber({ tokens }: Doc, index: number): boolean {
  return tokens.kind[index] === TokenKind.number;
}

function isNegation(doc: Doc, index: number): boolean {
  if (doc.tokens.kind[index] !== TokenKind.word) return false;
  const word = foldedToken(doc, index);
  return word.endsWith("n't") || countingList("negations").has(word);
}

function runTogetherHashtags({ entities: all, text }: Doc): readonly Span[] {
  return all.filter(({ kind, start, end }) => {
    return kind === "hashtag" && isRunTogether(text.slice(start + 1, end));
  });
}
