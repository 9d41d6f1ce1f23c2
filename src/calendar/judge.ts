import type { Post } from "../types.ts";
import { dayNumber, periodOf } from "./periods.ts";
import { repeatsIn } from "./repeats.ts";
import { type CalendarHit, type CalendarOptions, type Sample, wholeOf } from "./sample.ts";

/** What is found in the posts of a run, and how many of them could not be placed in time. */
export interface Verdict {
  readonly hits: readonly CalendarHit[];
  readonly undated: number;
}

/**
 * Judges what was kept of all posts by one rule. The posts may come in any order: that of their dates counts, then that of the run. Those
 * that are known to have been there before are not to blame for what others say again, whatever their date.
 */
export function judge(
  options: CalendarOptions,
  samples: readonly Sample[],
  known: ReadonlySet<Post> = new Set(),
): Verdict {
  const needsDate = options.per.kind !== "run";
  const dated = needsDate ? samples.filter(({ post }) => post.date !== undefined) : samples;
  const ordered = dated.toSorted((one, other) => compare(one.post.date ?? "", other.post.date ?? ""));
  const hits: CalendarHit[] = [];
  const told = new Set<Sample>();
  // Days in a row need the order of days.
  const isSliding = options.per.kind === "days" && options.count !== "repeats";
  const blamed = isSliding ? ordered : knownFirst(ordered, known);
  for (const group of groupsOf(blamed, options)) {
    for (const { sample, ...hit } of hitsIn(group, { options, all: ordered })) {
      if (told.has(sample)) continue;
      told.add(sample);
      hits.push({ rule: sample.rule, post: sample.post, ...hit });
    }
  }
  return { hits, undated: samples.length - dated.length };
}

type Found = Pick<CalendarHit, "span" | "data"> & { readonly sample: Sample };

interface Context {
  readonly options: CalendarOptions;
  /** The posts of all groups. */
  readonly all: readonly Sample[];
}

function knownFirst(samples: readonly Sample[], known: ReadonlySet<Post>): readonly Sample[] {
  if (known.size === 0) return samples;
  const isKnown = ({ post }: Sample): boolean => known.has(post);
  return [...samples.filter(isKnown), ...samples.filter((sample) => !isKnown(sample))];
}

function compare(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}

/** The posts that are counted apart: of each account, platform or author, else all together. */
function groupsOf(samples: readonly Sample[], { by }: CalendarOptions): Iterable<readonly Sample[]> {
  if (by === undefined) return [samples];
  const groups = new Map<string, Sample[]>();
  for (const sample of samples) {
    const { post } = sample;
    const names = by === "platform" ? post.platforms : [post[by] ?? ""];
    for (const name of names.length === 0 ? [""] : names) {
      const group = groups.get(name);
      if (group === undefined) groups.set(name, [sample]);
      else group.push(sample);
    }
  }
  return groups.values();
}

function hitsIn(samples: readonly Sample[], context: Context): Iterable<Found> {
  const { options } = context;
  if (options.count === "repeats") return repeatsIn(samples, options);
  if (options.per.kind === "days") return slidingHits(samples, options, options.per.days);
  return periodHits(samples, context);
}

function* periodHits(samples: readonly Sample[], { options, all }: Context): Iterable<Found> {
  const { per, max, min, of } = options;
  const [first, last] = [all[0], all[all.length - 1]].map((sample) => periodOf(sample?.post.date, per));
  for (const [period, posts] of periodsOf(samples, options)) {
    const isWhole = per.kind === "run" || (period !== first && period !== last);
    const bounds = { max, ...(isWhole && { min }) };
    yield* of === undefined
      ? countHits(posts, period, bounds)
      : shareHits(posts, period, { ...options, ...bounds });
  }
}

function periodsOf(
  samples: readonly Sample[],
  { per }: CalendarOptions,
): ReadonlyMap<string, readonly Sample[]> {
  const periods = new Map<string, Sample[]>();
  for (const sample of samples) {
    const period = periodOf(sample.post.date, per);
    const posts = periods.get(period);
    if (posts === undefined) periods.set(period, [sample]);
    else posts.push(sample);
  }
  return periods;
}

interface Bounds {
  readonly max?: number;
  readonly min?: number;
}

function* countHits(posts: readonly Sample[], date: string, { max, min }: Bounds): Iterable<Found> {
  let count = 0;
  const bounds = { ...(max !== undefined && { max }), ...(min !== undefined && { min }) };
  for (const sample of posts) {
    const before = count;
    count += sample.items.length;
    if (max === undefined || count <= Math.max(before, max)) continue;
    const over = Math.max(before, max);
    yield { sample, span: sample.items[over - before], data: { ...bounds, date, count: over + 1 } };
  }
  const last = posts[posts.length - 1];
  if (min !== undefined && count < min)
    yield { sample: last, span: wholeOf(last.post), data: { ...bounds, date, count } };
}

/** The share of posts that hold one: of those that do, the last are over it. */
function* shareHits(
  posts: readonly Sample[],
  date: string,
  { max, min, from }: Bounds & Pick<CalendarOptions, "from">,
): Iterable<Found> {
  if (posts.length < from) return;
  const holders = posts.filter(({ items }) => items.length > 0);
  const data = { date, count: holders.length, of: posts.length };
  if (max !== undefined) {
    const allowed = Math.floor(max * posts.length + 1e-9);
    for (const sample of holders.slice(allowed))
      yield { sample, span: sample.items[0], data: { ...data, max: percent(max) } };
  }
  const last = posts[posts.length - 1];
  if (min !== undefined && holders.length < min * posts.length - 1e-9)
    yield { sample: last, span: wholeOf(last.post), data: { ...data, min: percent(min) } };
}

/** Any `days` days in a row; what is over the maximum is to go, so it doesn't count on. */
function* slidingHits(
  samples: readonly Sample[],
  { max, of, from }: CalendarOptions,
  days: number,
): Iterable<Found> {
  if (max === undefined) return;
  const window: { readonly day: number; readonly count: number }[] = [];
  let begin = 0;
  let count = 0;
  for (const sample of samples) {
    const date = (sample.post.date ?? "").slice(0, 10);
    const day = dayNumber(date);
    for (; begin < window.length && window[begin].day <= day - days; begin++) count -= window[begin].count;
    const own = of === undefined ? sample.items.length : Math.min(1, sample.items.length);
    const posts = window.length - begin + 1;
    const most = of === undefined ? max : posts < from ? Number.POSITIVE_INFINITY : max * posts + 1e-9;
    const kept = Math.max(0, Math.min(own, Math.floor(most - count)));
    if (kept < own) {
      const data = { date, count: count + kept + 1, max: of === undefined ? max : percent(max) };
      yield { sample, span: sample.items[kept], data: of === undefined ? data : { ...data, of: posts } };
    }
    window.push({ day, count: kept });
    count += kept;
  }
}

function percent(share: number): string {
  return `${Math.round(share * 1000) / 10}%`;
}
