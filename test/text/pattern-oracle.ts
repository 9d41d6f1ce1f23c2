import { boundaries } from "../../src/text/boundaries.ts";
import { places } from "../../src/text/class-names.ts";
import type { Doc } from "../../src/text/doc.ts";
import type { ClassItem, Item, LiteralToken, Pattern } from "../../src/text/pattern-ast.ts";
import type { Match } from "../../src/text/pattern-set.ts";
import { TokenFlag, TokenKind } from "../../src/text/tokens.ts";
import type { Within } from "../../src/types.ts";

/** Where one way through a part of a pattern has come to. */
interface Way {
  readonly at: number;
  readonly open: number;
  readonly close: number;
}

/** All matches of a pattern from token `start`, by trying every way: slow, and with nothing in common with the automaton. */
export function waysFrom(pattern: Pattern, doc: Doc, start: number, within: Within): readonly Way[] {
  if (isHyphenated(doc, start)) return [];
  const { items, flagged } = pattern;
  const from = flagged?.from ?? 0;
  const to = flagged?.to ?? items.length;
  const ways: Way[] = [];
  for (const open of walk(items.slice(0, from), doc, start)) {
    for (const close of walk(items.slice(from, to), doc, open)) {
      if (close === open) continue;
      for (const at of walk(items.slice(to), doc, close)) {
        if (at === start || isHyphenated(doc, at) || !holds(doc, start, at, within)) continue;
        ways.push(flagged === undefined ? { at, open: start, close: at } : { at, open, close });
      }
    }
  }
  return ways;
}

/** Leftmost, longest, no overlap of the flagged words: for patterns without `[[…]]`. */
export function naiveMatches(pattern: Pattern, doc: Doc, within: Within): readonly Match[] {
  const matches: Match[] = [];
  let taken = 0;
  for (let start = 0; start < doc.tokens.count; start++) {
    const ends = waysFrom(pattern, doc, start, within).map(({ at }) => at);
    if (ends.length === 0 || start < taken) continue;
    const end = Math.max(...ends);
    matches.push({ pattern: 0, start, end, flagStart: start, flagEnd: end });
    taken = end;
  }
  return matches;
}

function holds({ tokens }: Doc, start: number, end: number, within: Within): boolean {
  for (let index = start; index < end; index++) if (tokens.kind[index] === TokenKind.code) return false;
  if (within === "post") return true;
  const unit = within === "sentence" ? tokens.sentence : tokens.paragraph;
  return unit[start] === unit[end - 1];
}

function isHyphenated({ tokens }: Doc, index: number): boolean {
  return index < tokens.count && (tokens.flags[index] & TokenFlag.hyphenBefore) !== 0;
}

/** Every place that a way through the items can lead to. */
function walk(items: readonly Item[], doc: Doc, from: number): readonly number[] {
  let reached = new Set([from]);
  for (const [index, item] of items.entries()) {
    const next = items[index + 1];
    const joined = next?.type === "word" && next.tokens[0].joined;
    const behind = new Set<number>();
    for (const at of reached) for (const to of over(item, doc, at, joined)) behind.add(to);
    reached = behind;
  }
  return [...reached];
}

function over(item: Item, doc: Doc, at: number, joined: boolean): readonly number[] {
  switch (item.type) {
    case "word":
      return item.tokens.every((token, index) => isToken(doc, at + index, token))
        ? [at + item.tokens.length]
        : [];
    case "glob":
      return at < doc.tokens.count &&
        new RegExp(`^${item.glob.replace("*", "[a-z0-9]*")}$`, "u").test(folded(doc, at))
        ? [at + 1]
        : [];
    case "group":
      return item.sides.flatMap((side) => walk(side, doc, at));
    default:
      return overClass(item, doc, at, joined);
  }
}

function overClass(item: ClassItem, doc: Doc, from: number, joined: boolean): readonly number[] {
  const place = places.get(item.name);
  if (place !== undefined) return (boundaries(doc)[from] & place) === place ? [from] : [];
  let reached: readonly number[] = [from];
  const all = new Set(item.min === 0 ? reached : []);
  for (let count = 1; count <= item.max; count++) {
    const last = joined && count >= item.min;
    reached = reached.flatMap((at) => overOne(item.name, doc, at, last));
    if (count >= item.min) for (const at of reached) all.add(at);
    reached = reached.filter((at) => !isHyphenated(doc, at) || item.name !== "word");
  }
  return [...all];
}

function overOne(name: string, doc: Doc, at: number, joined: boolean): readonly number[] {
  const { tokens } = doc;
  if (at >= tokens.count) return [];
  const kind = tokens.kind[at];
  if (name === "any") return [at + 1];
  if (name === "punct") return kind === TokenKind.punctuation ? [at + 1] : [];
  if (name === "emoji") return kind === TokenKind.emoji ? [at + 1] : [];
  if (name !== "word") throw new Error(`the oracle doesn't know <${name}>`);
  const isWord = kind === TokenKind.number || (kind === TokenKind.word && !isPossessive(doc, at));
  if (!isWord) return [];
  const ends: number[] = [];
  for (let to = at + 1; ; to++) {
    if (joined || !isHyphenated(doc, to)) ends.push(to);
    if (!isHyphenated(doc, to) && !isPossessive(doc, to)) return ends;
  }
}

function isPossessive({ tokens }: Doc, index: number): boolean {
  return index < tokens.count && (tokens.flags[index] & TokenFlag.apostropheS) !== 0;
}

function isToken(doc: Doc, index: number, token: LiteralToken): boolean {
  return index < doc.tokens.count && folded(doc, index) === token.folded;
}

function folded({ tokens, folded: { text } }: Doc, index: number): string {
  return text.slice(tokens.foldedStart[index], tokens.foldedEnd[index]);
}
