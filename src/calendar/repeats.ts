import type { Post } from "../types.ts";
import { createAlike } from "./alike.ts";
import { dayNumber, periodOf } from "./periods.ts";
import { type CalendarHit, type CalendarOptions, type Sample, wholeOf } from "./sample.ts";
import type { AlikeUnit } from "./units.ts";

type Found = Pick<CalendarHit, "span" | "data"> & { readonly sample: Sample };

/** A part of a post, and the part that it repeats, which may itself repeat one. */
interface Piece {
  readonly sample: Sample;
  readonly unit: AlikeUnit;
  /** The number of the first piece that says so, by whomever. */
  root: number;
  /** The number of the latest that counts. */
  other?: number;
}

/** The posts that say what more than `max` earlier ones of their period said; in order of dates. */
export function* repeatsIn(samples: readonly Sample[], options: CalendarOptions): Iterable<Found> {
  const pieces = samples.flatMap((sample) => sample.units.map((unit): Piece => ({ sample, unit, root: -1 })));
  const alike = createAlike(
    pieces.map(({ unit }) => unit.shingles),
    options.alike,
  );
  const found = new Map<
    Sample,
    { readonly piece: Piece; readonly count: number; readonly number: number }[]
  >();
  for (const [index, piece] of pieces.entries()) {
    piece.root = index;
    const count = earlierPosts(piece, pieces, alike.earlier(index), options);
    if (count <= (options.max ?? 0)) continue;
    const list = found.get(piece.sample) ?? [];
    list.push({ piece, count, number: index });
    found.set(piece.sample, list);
  }
  for (const [sample, list] of found) {
    const [{ piece, count }] = list;
    const span = list.length === sample.units.length ? spanOf(sample, piece) : piece.unit.span;
    const first = firstOf(piece, pieces, options);
    const date = periodOf(sample.post.date, options.per);
    yield { sample, span, data: { count: count + 1, max: options.max ?? 0, first: nameOf(first), date } };
  }
}

/** The first post that says so; where it is asked for, the first by somebody else that is known. */
function firstOf(
  { sample, root, other = root }: Piece,
  pieces: readonly Piece[],
  { across }: CalendarOptions,
): Post {
  const first = pieces[root].sample;
  return across === undefined || areApart(first, sample) ? first.post : pieces[other].sample.post;
}

/** A post of which every sentence is repeated is flagged whole. */
function spanOf({ units, post }: Sample, { unit }: Piece): AlikeUnit["span"] {
  return units.length > 1 ? wholeOf(post) : unit.span;
}

/** How many earlier posts say the same, no more than decide; sets the piece's root to the first of them. */
function earlierPosts(
  piece: Piece,
  pieces: readonly Piece[],
  earlier: Iterable<number>,
  options: CalendarOptions,
): number {
  const seen = new Set<Sample>();
  for (const index of earlier) {
    const other = pieces[index];
    if (other.sample === piece.sample || !areNear(other.sample, piece.sample, options)) continue;
    piece.root = Math.min(piece.root, other.root);
    if (options.across === "author" && !areApart(other.sample, piece.sample)) continue;
    piece.other ??= index;
    seen.add(other.sample);
    if (seen.size > (options.max ?? 0)) break;
  }
  return seen.size;
}

/** Whether a post is in the same period as a later one. */
function areNear({ post: one }: Sample, { post: other }: Sample, { per }: CalendarOptions): boolean {
  if (per.kind === "days") return dayNumber(other.date ?? "") - dayNumber(one.date ?? "") < per.days;
  return per.kind === "run" || periodOf(one.date, per) === periodOf(other.date, per);
}

/** Whether it is known that two people wrote two posts. */
function areApart({ post: one }: Sample, { post: other }: Sample): boolean {
  return one.author !== undefined && other.author !== undefined && one.author !== other.author;
}

/** `Ana's post june.csv#3`. */
function nameOf({ id, author }: Sample["post"]): string {
  return author === undefined ? String(id) : `${author}'s post ${id}`;
}
