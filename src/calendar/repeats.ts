import type { Post } from "../types.ts";
import { createAlike } from "./alike.ts";
import { dayNumber, periodOf } from "./periods.ts";
import { type CalendarHit, type CalendarOptions, type Sample, wholeOf } from "./sample.ts";
import type { AlikeUnit } from "./units.ts";

type Found = Pick<CalendarHit, "span" | "data"> & { readonly sample: Sample };

/** A part of a post. */
interface Piece {
  readonly sample: Sample;
  readonly unit: AlikeUnit;
  /** The day, for days in a row; else the number of its period. */
  readonly time: number;
}

/** The posts that say what more than `max` earlier ones of their period said; earlier is what comes first. */
export function* repeatsIn(samples: readonly Sample[], options: CalendarOptions): Iterable<Found> {
  if (samples.length < 2) return;
  const timeOf = timesFor(options);
  const pieces = samples.flatMap((sample) => {
    const time = timeOf(sample);
    return sample.units.map((unit): Piece => ({ sample, unit, time }));
  });
  const alike = createAlike(
    pieces.map(({ unit }) => unit.shingles),
    options.alike,
  );
  const firsts = firstsOf(pieces);
  const found = new Map<Sample, Repeat[]>();
  for (const [index, piece] of pieces.entries()) {
    const accepts = (other: number): boolean => counts(pieces[other], piece, options);
    const others = postsSaying(pieces, alike.earlier(index, accepts), options);
    const [latest] = others;
    if (latest === undefined || others.length <= (options.max ?? 0)) continue;
    const first = [firsts[latest], latest].find(accepts) ?? latest;
    const list = found.get(piece.sample) ?? [];
    list.push({ piece, count: others.length, first: pieces[first].sample.post });
    found.set(piece.sample, list);
  }
  for (const [sample, list] of found) {
    const [{ piece, count, first }] = list;
    const span = list.length === sample.units.length ? spanOf(sample, piece) : piece.unit.span;
    const date = periodOf(sample.post.date, options.per);
    yield {
      sample,
      span,
      data: { count: count + 1, max: options.max ?? 0, first: nameOf(first), date },
    };
  }
}

interface Repeat {
  readonly piece: Piece;
  /** How many earlier posts say the same. */
  readonly count: number;
  readonly first: Post;
}

/** For each piece the number of the first that says exactly the same. */
function firstsOf(pieces: readonly Piece[]): readonly number[] {
  const known = new Map<string, number>();
  return pieces.map(({ unit }, index) => {
    const key = unit.shingles.join();
    const first = known.get(key) ?? index;
    known.set(key, first);
    return first;
  });
}

/** The numbers of pieces in different posts, no more than decide. */
function postsSaying(
  pieces: readonly Piece[],
  earlier: Iterable<number>,
  { max = 0 }: CalendarOptions,
): readonly number[] {
  const posts = new Map<Sample, number>();
  for (const index of earlier) {
    const { sample } = pieces[index];
    if (!posts.has(sample)) posts.set(sample, index);
    if (posts.size > max) break;
  }
  return [...posts.values()];
}

/** A post of which every sentence is repeated is flagged whole. */
function spanOf({ units, post }: Sample, { unit }: Piece): AlikeUnit["span"] {
  return units.length > 1 ? wholeOf(post) : unit.span;
}

/** Numbers of days, or of periods as they come: two posts with the same are in the same. */
function timesFor({ per }: CalendarOptions): (sample: Sample) => number {
  const numbers = new Map<string, number>();
  return ({ post: { date } }) => {
    if (per.kind === "days") return dayNumber(date ?? "");
    const period = periodOf(date, per);
    const number = numbers.get(period) ?? numbers.size;
    numbers.set(period, number);
    return number;
  };
}

/** Whether a piece counts for a later one: in the same period, and where it is asked for by somebody else. */
function counts(earlier: Piece, later: Piece, { per, across }: CalendarOptions): boolean {
  const isNear =
    per.kind === "days" ? Math.abs(later.time - earlier.time) < per.days : later.time === earlier.time;
  if (!isNear || earlier.sample === later.sample) return false;
  return across === undefined || areApart(earlier.sample, later.sample);
}

/** Whether it is known that two people wrote two posts. */
function areApart({ post: one }: Sample, { post: other }: Sample): boolean {
  return one.author !== undefined && other.author !== undefined && one.author !== other.author;
}

/** `Ana's post june.csv#3`. */
function nameOf({ id, author }: Sample["post"]): string {
  return author === undefined ? String(id) : `${author}'s post ${id}`;
}
