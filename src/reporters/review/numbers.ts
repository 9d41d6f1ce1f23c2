import type { PostResult } from "../../types.ts";
import { type Grade, gradeOf } from "./bars.ts";

/** The grades of scores below 100, the worst first. */
export const COUNTED: readonly Grade[] = ["poor", "fair", "good"];

/** The scores of all posts on an axis. */
export interface AxisScores {
  readonly axis: string;
  /** A whole number. */
  readonly mean: number;
  /** How many posts score below 100. */
  readonly flagged: number;
  /** The same, by grade. */
  readonly below: Readonly<Record<Grade, number>>;
}

/** The scores on each axis, that with most posts below 100 first. */
export function axisScores(results: readonly PostResult[]): readonly AxisScores[] {
  const sums = new Map<string, { sum: number; posts: number; below: Record<Grade, number> }>();
  for (const { axes } of results) {
    for (const [axis, score] of Object.entries(axes)) {
      const known = sums.get(axis) ?? { sum: 0, posts: 0, below: { poor: 0, fair: 0, good: 0 } };
      known.sum += score;
      known.posts++;
      if (score < 100) known.below[gradeOf(score)]++;
      sums.set(axis, known);
    }
  }
  return Array.from(sums, ([axis, { sum, posts, below }]) => ({
    axis,
    mean: Math.round(sum / posts),
    flagged: below.poor + below.fair + below.good,
    below,
  })).sort((one, other) => other.flagged - one.flagged);
}

/** A score, and the day of its post in UTC. */
export interface DatedScore {
  readonly date: Date;
  readonly score: number;
}

const DAY = /^\d{4}-\d{2}-\d{2}/u;
const DAY_LENGTH = 86_400_000;
/** The first day of the epoch was a Thursday. */
const MONDAY = 3;

/** The scores of posts with a date, in its order. */
export function datedScores(results: readonly PostResult[]): readonly DatedScore[] {
  return results
    .flatMap(({ post, score }) => {
      const day = DAY.exec(post.date ?? "")?.[0];
      return day === undefined ? [] : [{ date: new Date(`${day}T00:00:00Z`), score }];
    })
    .filter(({ date }) => Number.isFinite(date.getTime()))
    .sort((one, other) => one.date.getTime() - other.date.getTime());
}

/** The mean score of each week from Monday, at the mean day of its posts. */
export function weeklyMeans(scores: readonly DatedScore[]): readonly DatedScore[] {
  const weeks = new Map<number, { days: number; sum: number; posts: number }>();
  for (const { date, score } of scores) {
    const day = date.getTime() / DAY_LENGTH;
    const week = Math.floor((day + MONDAY) / 7);
    const known = weeks.get(week) ?? { days: 0, sum: 0, posts: 0 };
    weeks.set(week, { days: known.days + day, sum: known.sum + score, posts: known.posts + 1 });
  }
  return Array.from(weeks.values(), ({ days, sum, posts }) => ({
    date: new Date((days / posts) * DAY_LENGTH),
    score: sum / posts,
  }));
}
