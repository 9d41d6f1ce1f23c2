import { linkWords } from "../generated/platforms.ts";
import type { CountUnit, Entity } from "../types.ts";
import { scan } from "./scan.ts";
import { codePoints, graphemes, isPair, type Signs, weights } from "./signs.ts";
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

/** What a link counts on X and on Mastodon, whatever its length. */
const LINK = 23;
const SCHEME = /^https?:\/\//iu;
const REMOTE = /^@[^@]+@/u;

/** How a platform counts. */
interface Way {
  /** The entities as the platform sees them. */
  readonly entitiesOf: (scanned: Scanned) => readonly Entity[];
  /** What an entity counts; nothing for those that count as their signs do. */
  readonly costOf: (text: string, entity: Entity) => number | undefined;
  /** How all else is counted. */
  readonly signs: Signs;
}

const WAYS: Readonly<Record<Exclude<CountUnit, "utf16">, Way>> = {
  // X: twitter-text's configuration, version 3 (https://github.com/twitter/twitter-text). An emoji of any kind counts 2, as X says.
  weighted: {
    entitiesOf: linksOnX,
    costOf: (text, entity) => {
      if (entity.kind === "emoji") return 2;
      return entity.kind === "link" || standsForLink(text, entity) ? LINK : undefined;
    },
    signs: weights,
  },
  graphemes: { entitiesOf: () => [], costOf: () => undefined, signs: graphemes },
  // Mastodon's StatusLengthValidator.
  mastodon: {
    entitiesOf: ({ entities }) => entities,
    costOf: (text, entity) => {
      const { kind, start, end } = entity;
      if (kind === "link") return SCHEME.test(text.slice(start, end)) ? LINK : undefined;
      if (kind !== "mention") return standsForLink(text, entity) ? LINK : undefined;
      const local = REMOTE.exec(text.slice(start, end))?.[0];
      return local === undefined ? undefined : local.length - 1;
    },
    signs: graphemes,
  },
  // Threads: “500 characters; emojis are counted as the number of UTF-8 bytes”.
  threads: {
    entitiesOf: ({ entities }) => entities,
    costOf: (text, { kind, start, end }) =>
      kind === "emoji" ? utf8Length(text.slice(start, end)) : undefined,
    signs: codePoints,
  },
};

/** Counts a text as a platform does. Throws `NotLoaded`. */
export function measure(scanned: Scanned, unit: CountUnit, limit: number): Measured {
  const { text } = scanned;
  if (unit === "utf16") return { count: text.length, cut: Math.min(limit, text.length) };
  const way = WAYS[unit];
  const entities = way.entitiesOf({ text, entities: withoutCode(scanned) });
  const count = countOf({ text, entities }, way);
  // Nearly all texts fit: then nobody asks where they are cut.
  return { count, cut: count <= limit ? text.length : cutOf({ text, entities }, way, limit) };
}

/** Platforms know no code: what stands in it is found as anywhere. */
function withoutCode({ text, entities }: Scanned): readonly Entity[] {
  if (entities.every(({ kind }) => kind !== "code")) return entities;
  return entities.flatMap((entity) => {
    if (entity.kind !== "code") return [entity];
    const { start } = entity;
    const inside = scan(text.slice(start, entity.end).replaceAll("`", " "), []).entities;
    return inside.map((each) => ({ ...each, start: start + each.start, end: start + each.end }));
  });
}

function countOf({ text, entities }: Scanned, { costOf, signs }: Way): number {
  let count = 0;
  let from = 0;
  for (const entity of entities) {
    const cost = costOf(text, entity);
    if (cost === undefined) continue;
    count += signs.count(text, from, entity.start) + cost;
    from = entity.end;
  }
  return count + signs.count(text, from, text.length);
}

/** Where the first piece begins that doesn't fit. */
function cutOf({ text, entities }: Scanned, { costOf, signs }: Way, limit: number): number {
  let count = 0;
  let from = 0;
  const cutBefore = (to: number): number | undefined => {
    for (let end = stretchEnd(text, from, to); from < to; from = end, end = stretchEnd(text, from, to)) {
      const own = signs.count(text, from, end);
      if (count + own > limit) return cutWithin(signs, { text, from, end }, limit - count);
      count += own;
    }
    return undefined;
  };
  for (const entity of entities) {
    const cost = costOf(text, entity);
    if (cost === undefined) continue;
    const cut = cutBefore(entity.start);
    if (cut !== undefined) return cut;
    count += cost;
    if (count > limit) return entity.start;
    from = entity.end;
  }
  return cutBefore(text.length) ?? text.length;
}

/** The next blank behind a few words: no sign reaches across it, so what stands before is counted without places. */
function stretchEnd(text: string, from: number, to: number): number {
  const blank = text.indexOf(" ", from + STRETCH);
  return blank < 0 || blank > to ? to : blank;
}

const STRETCH = 32;

interface Stretch {
  readonly text: string;
  readonly from: number;
  readonly end: number;
}

function cutWithin(signs: Signs, { text, from, end }: Stretch, limit: number): number {
  let count = 0;
  for (const piece of signs.pieces(text, from, end)) {
    count += piece.count;
    if (count > limit) return piece.start;
  }
  return end;
}

/** How many bytes a text has in UTF-8. A lone surrogate counts as U+FFFD. */
export function utf8Length(text: string): number {
  let bytes = text.length;
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    if (unit < 0x80) continue;
    // The second half of a pair adds what the pair does.
    if (unit < 0x800) bytes++;
    else if (!isPair(text, index)) bytes += 2;
  }
  return bytes;
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
