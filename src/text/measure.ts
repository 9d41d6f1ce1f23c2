import { linkWords } from "../generated/platforms.ts";
import { type Lazy, lazy } from "../lazy.ts";
import type { CountUnit, Entity } from "../types.ts";
import { lazyExpression } from "./expression.ts";
import { linksOnX } from "./x-links.ts";

/** How long a text is, and where what doesn't fit begins. */
export interface Measured {
  readonly count: number;
  /** The UTF-16 offset of the first sign that doesn't fit, the text's length where all does. */
  readonly cut: number;
}

/** A text, and what a scan found in it. */
export interface Scanned {
  readonly text: string;
  readonly entities: readonly Entity[];
}

/** UAX 29 in 21 kB; loaded with the first text that is not plain ASCII and is counted so. */
export const segmenter: Lazy<typeof import("unicode-segmenter/grapheme")> = lazy(
  () => import("unicode-segmenter/grapheme"),
);

/** What a link counts on X and on Mastodon, whatever its length. */
const LINK = 23;
const ASCII = /^[\0-\x7f]*$/u;
const SCHEME = /^https?:\/\//iu;
const REMOTE = /^@[^@]+@/u;

/** Counts a text as a platform does. Throws `NotLoaded`. */
export function measure(scanned: Scanned, unit: CountUnit, limit: number): Measured {
  const { text } = scanned;
  // Nearly all texts fit: then nobody asks where they are cut.
  const count = unit === "weighted" ? weightedCount(scanned) : undefined;
  return count !== undefined && count <= limit
    ? { count, cut: text.length }
    : measureCut(scanned, unit, limit);
}

function measureCut(scanned: Scanned, unit: CountUnit, limit: number): Measured {
  const { text } = scanned;
  switch (unit) {
    case "weighted":
      return add(weightedPieces(scanned), text, limit);
    case "threads":
      return add(threadsPieces(scanned), text, limit);
    case "mastodon":
      return add(mastodonPieces(scanned), text, limit);
    case "graphemes":
      return ASCII.test(text) ? plain(text, limit) : add(graphemes(text, 0), text, limit);
    default:
      return plain(text, limit);
  }
}

/** How many bytes a text has in UTF-8. A lone surrogate counts as U+FFFD. */
export function utf8Length(text: string): number {
  let bytes = text.length;
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    if (unit < 0x80) continue;
    if (unit < 0x800) bytes++;
    else if (isPair(text, index)) {
      bytes += 2;
      index++;
    } else bytes += 2;
  }
  return bytes;
}

/** A stretch of a text that is counted at once. */
interface Piece {
  readonly start: number;
  readonly count: number;
}

function plain(text: string, limit: number): Measured {
  return { count: text.length, cut: Math.min(limit, text.length) };
}

function add(pieces: Iterable<Piece>, text: string, limit: number): Measured {
  let count = 0;
  let cut = text.length;
  for (const piece of pieces) {
    count += piece.count;
    if (count > limit && cut === text.length) cut = piece.start;
  }
  return { count, cut };
}

/** The pieces of a text: `costOf` an entity, undefined for those that count as their signs do, which `between` gives. */
function* pieces(
  { text, entities }: Scanned,
  costOf: (entity: Entity) => number | undefined,
  between: (from: number, to: number) => Iterable<Piece>,
): Iterable<Piece> {
  let from = 0;
  for (const entity of entities) {
    const cost = costOf(entity);
    if (cost === undefined) continue;
    if (entity.start > from) yield* between(from, entity.start);
    yield { start: entity.start, count: cost };
    from = entity.end;
  }
  if (from < text.length) yield* between(from, text.length);
}

/** X: twitter-text's configuration, version 3 (https://github.com/twitter/twitter-text). An emoji of any kind counts 2, as X says. */
function weightedPieces(scanned: Scanned): Iterable<Piece> {
  const { text } = scanned;
  const entities = linksOnX(scanned);
  return pieces(
    { text, entities },
    (entity) => weightOfEntity(text, entity),
    (from, to) => weights(text, from, to),
  );
}

function weightOfEntity(text: string, entity: Entity): number | undefined {
  if (entity.kind === "emoji") return 2;
  return entity.kind === "link" || standsForLink(text, entity) ? LINK : undefined;
}

/** The same without places. */
function weightedCount(scanned: Scanned): number {
  const { text } = scanned;
  let count = 0;
  let from = 0;
  for (const entity of linksOnX(scanned)) {
    const cost = weightOfEntity(text, entity);
    if (cost === undefined) continue;
    count += weightBetween(text, from, entity.start) + cost;
    from = entity.end;
  }
  return count + weightBetween(text, from, text.length);
}

function weightBetween(text: string, from: number, to: number): number {
  let count = 0;
  for (let at = from; at < to; at++) {
    const isPlain =
      isPlainLatin(text.charCodeAt(at)) && (at + 1 >= to || isPlainLatin(text.charCodeAt(at + 1)));
    if (isPlain) {
      count++;
      continue;
    }
    for (const piece of weights(text, at, to)) count += piece.count;
    return count;
  }
  return count;
}

function* weights(text: string, from: number, to: number): Iterable<Piece> {
  for (let start = from; start < to; ) {
    const point = text.codePointAt(start) ?? 0;
    let end = start + (point > 0xffff ? 2 : 1);
    if (isPlainLatin(text.charCodeAt(end)) || end >= to) {
      yield { start, count: weightOf(point) };
      start = end;
      continue;
    }
    while (end < to && COMBINING().test(text[end])) end++;
    let count = 0;
    for (const sign of text.slice(start, end).normalize("NFC")) count += weightOf(sign.codePointAt(0) ?? 0);
    yield { start, count };
    start = end;
  }
}

const COMBINING = lazyExpression(String.raw`\p{M}`, "u");

/** Such a unit combines with none before it. */
function isPlainLatin(unit: number): boolean {
  return unit < 0x300;
}

function weightOf(point: number): number {
  if (point <= 0x10ff) return 1;
  const isNarrow =
    (point >= 0x2000 && point <= 0x200d) ||
    (point >= 0x2010 && point <= 0x201f) ||
    (point >= 0x2032 && point <= 0x2037);
  return isNarrow ? 1 : 2;
}

/** Mastodon's StatusLengthValidator. */
function mastodonPieces(scanned: Scanned): Iterable<Piece> {
  const { text } = scanned;
  const costOf = (entity: Entity): number | undefined => {
    const words = text.slice(entity.start, entity.end);
    if (entity.kind === "link") return SCHEME.test(words) ? LINK : undefined;
    if (entity.kind !== "mention") return standsForLink(text, entity) ? LINK : undefined;
    const local = REMOTE.exec(words)?.[0];
    return local === undefined ? undefined : local.length - 1;
  };
  return pieces(scanned, costOf, (from, to) => graphemes(text.slice(from, to), from));
}

/** Threads: “500 characters; emojis are counted as the number of UTF-8 bytes”. */
function threadsPieces(scanned: Scanned): Iterable<Piece> {
  const { text } = scanned;
  const costOf = ({ kind, start, end }: Entity): number | undefined =>
    kind === "emoji" ? utf8Length(text.slice(start, end)) : undefined;
  return pieces(scanned, costOf, (from, to) => codePoints(text, from, to));
}

function* codePoints(text: string, from: number, to: number): Iterable<Piece> {
  for (let start = from; start < to; start++) {
    yield { start, count: 1 };
    if (isPair(text, start)) start++;
  }
}

function* graphemes(text: string, from: number): Iterable<Piece> {
  if (ASCII.test(text)) {
    for (let start = 0; start < text.length; start++) yield { start: start + from, count: 1 };
    return;
  }
  for (const { index } of segmenter.get().graphemeSegments(text)) yield { start: index + from, count: 1 };
}

function standsForLink(text: string, { kind, start, end }: Entity): boolean {
  if (kind !== "placeholder") return false;
  const words =
    text
      .slice(start, end)
      .toLowerCase()
      .match(/[a-z]+/gu) ?? [];
  return words.length <= MOST_WORDS && words.some((word) => linkWords.includes(word));
}

/** `[link in bio]` is no link. */
const MOST_WORDS = 2;

function isPair(text: string, index: number): boolean {
  const unit = text.charCodeAt(index);
  if (unit < 0xd800 || unit > 0xdbff) return false;
  const next = text.charCodeAt(index + 1);
  return next >= 0xdc00 && next <= 0xdfff;
}
