import { englishList } from "./english.ts";
import { type Doc, foldedToken } from "./text/doc.ts";
import { hashOf } from "./text/hash.ts";
import { TokenFlag, TokenKind, tokenAt } from "./text/tokens.ts";
import type { Hit, Lowered, Rule, Scope } from "./types.ts";

/** How many words to the left of what it negates a negation may stand. */
const NEGATION_REACH = 4;

/** Where a hit stands, as `in` names it: in a quotation or talked about, negated, or in plain prose. */
export interface Standing {
  readonly scope: Scope;
  readonly lowered?: Lowered;
}

const PROSE: Standing = { scope: "prose" };

/** Where the words of a hit stand (PACK-FORMAT section 2, `in`). */
export function standingOf(doc: Doc, hit: Hit): Standing {
  const { tokens } = doc;
  const first = hit.tokens?.start ?? tokenAt(tokens, hit.span.start);
  if (first === tokens.count) return PROSE;
  if (tokens.kind[first] === TokenKind.hashtag && isInsideTag(hit)) return { scope: "hashtag" };
  if ((tokens.flags[first] & TokenFlag.quoted) !== 0) return { scope: "quote", lowered: "quoted" };
  if (!isBehindCue(doc, first)) return PROSE;
  if (isMentioned(doc, first)) return { scope: "quote", lowered: "mentioned" };
  if (isNegated(doc, first)) return { scope: "negation", lowered: "negated" };
  return PROSE;
}

/** A rule's own view: at full level, lowered, or not at all. */
export function levelOf(rule: Rule, { scope, lowered }: Standing): "full" | "lowered" | "none" {
  if (rule.in.includes(scope)) return "full";
  const readsProse = rule.in.includes("prose") || rule.in.includes("raw");
  if (!readsProse || scope === "hashtag") return "none";
  return lowered === undefined ? "full" : "lowered";
}

/** Whether a hit stands in the words of a tag. Entries that name the tag itself have its token, and `raw` knows no tags. */
function isInsideTag({ rule, tokens }: Hit): boolean {
  return tokens === undefined && !rule.in.includes("raw");
}

/** The hashes of all words right before the flagged ones by which those may be talked about or negated. */
let cues: ReadonlySet<number> | undefined;

/** Whether the word before may be one of them. Most are none, which their hashes tell without a look at the text. */
function isBehindCue(doc: Doc, first: number): boolean {
  const before = first - 1;
  if (before < 0 || !isSameSentence(doc, before, first)) return false;
  cues ??= new Set(cueWords().map((word) => hashOf(word)));
  const { folded, tokens } = doc;
  return cues.has(tokens.hash[before]) || folded.text.endsWith("n't", tokens.foldedEnd[before]);
}

function cueWords(): readonly string[] {
  const lists = ["mentionCues", "negators", "betweenNegation"] as const;
  return ["like", "as", ...lists.flatMap((name) => [...englishList(name)])];
}

/** After *the word*, *the term*, *the phrase*, or *words like*, *phrases such as*. */
function isMentioned(doc: Doc, first: number): boolean {
  const before = wordBefore(doc, first, 1);
  if (englishList("mentionCues").has(before)) return wordBefore(doc, first, 2) === "the";
  const plural =
    before === "like" || (before === "as" && wordBefore(doc, first, 2) === "such")
      ? wordBefore(doc, first, before === "like" ? 2 : 3)
      : "";
  return plural !== "" && englishList("mentionPlurals").has(plural);
}

/** A negation at most four words to the left, with nothing but small words between. */
function isNegated(doc: Doc, first: number): boolean {
  const from = Math.max(0, first - NEGATION_REACH);
  for (let index = first - 1; index >= from && isSameSentence(doc, first, index); index--) {
    const word = foldedToken(doc, index);
    if (isNegator(word)) return !isTurned(doc, index);
    if (!englishList("betweenNegation").has(word)) return false;
  }
  return false;
}

function isNegator(word: string): boolean {
  return englishList("negators").has(word) || word.endsWith("n't");
}

/** Whether a negator is negated itself, or part of a suggestion: *never stop*, *why not*. */
function isTurned(doc: Doc, index: number): boolean {
  const before = wordBefore(doc, index, 1);
  const word = foldedToken(doc, index);
  return before === "why" ? word === "not" : isNegator(before) && englishList("turnedNegators").has(word);
}

/** The folded token so many places before another in its sentence; empty where there is none. */
function wordBefore(doc: Doc, index: number, places: number): string {
  const at = index - places;
  return at >= 0 && isSameSentence(doc, index, at) ? foldedToken(doc, at) : "";
}

function isSameSentence({ tokens }: Doc, one: number, other: number): boolean {
  return tokens.sentence[one] === tokens.sentence[other];
}
