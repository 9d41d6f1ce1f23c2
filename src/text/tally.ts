import type { Span } from "../types.ts";

/** What was counted in one unit. */
export interface Counted {
  readonly unit: Span;
  /** In order. */
  readonly items: readonly Span[];
  /** What the items are a share of, in order. */
  readonly parts: readonly Span[] | undefined;
  /** Words of the whole post. */
  readonly words: number;
}

export interface Bounds {
  readonly max: number | undefined;
  readonly min: number | undefined;
}

/** Words to flag, with the numbers for the message. */
export interface Flagged {
  readonly span: Span;
  readonly data: Readonly<Record<string, string | number>>;
}

const HUNDRED_WORDS_FROM = 50;
/** A share of fewer parts says nothing, unless a rule has a number of its own. */
export const SHARE_FROM = 4;

/**
 * `max: 0` flags each item, another maximum the first one over it, a minimum the whole unit. Bounds are for each hundred words of the
 * post where `rate` is given, and then silent below `from` words.
 */
export function excess(
  { unit, items, words }: Counted,
  { max, min }: Bounds,
  rate?: { readonly from?: number },
): readonly Flagged[] {
  if (rate !== undefined && words < (rate.from ?? HUNDRED_WORDS_FROM)) return [];
  const scale = rate === undefined ? 1 : words / 100;
  const count = items.length;
  const of: Flagged["data"] = rate === undefined ? {} : { of: words };
  if (max !== undefined && count > max * scale) {
    const data = { count, max, ...of };
    const first = Math.floor(max * scale);
    return (max === 0 ? items : items.slice(first, first + 1)).map((span) => ({ span, data }));
  }
  return min !== undefined && count < min * scale ? [{ span: unit, data: { count, min, ...of } }] : [];
}

interface ShareOptions {
  /** Silent below this many parts. */
  readonly from?: number;
  /** The parts that hold an item are counted, instead of the items. */
  readonly countsHolders: boolean;
}

/** The whole unit, where the share of the items in the parts is outside of its bounds (percentages). */
export function shareOutside(
  counted: Counted,
  { max, min }: Bounds,
  { from = SHARE_FROM, countsHolders }: ShareOptions,
): readonly Flagged[] {
  const { unit, items, parts = [] } = counted;
  const of = parts.length;
  if (of === 0 || of < from) return [];
  const count = countsHolders ? holders(parts, items) : items.length;
  const share = (100 * count) / of;
  if ((max === undefined || share <= max) && (min === undefined || share >= min)) return [];
  const data = {
    count,
    of,
    ...(max !== undefined && { max: `${max}%` }),
    ...(min !== undefined && { min: `${min}%` }),
  };
  return [{ span: unit, data }];
}

function holders(parts: readonly Span[], items: readonly Span[]): number {
  let next = 0;
  let count = 0;
  for (const { start, end } of parts) {
    while (next < items.length && items[next].start < start) next++;
    if (next < items.length && items[next].start < end) count++;
  }
  return count;
}
