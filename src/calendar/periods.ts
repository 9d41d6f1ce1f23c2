/** What posts are counted in: calendar periods, any N days in a row, or all of the run. */
export type Per =
  | { readonly kind: "day" | "week" | "month" | "run" }
  | { readonly kind: "days"; readonly days: number };

const DAY = 24 * 60 * 60 * 1000;
const SLIDING = /^(\d{1,4}) days?$/u;

/** Reads `day`, `week`, `month`, `7 days` or `run`; nothing for other words. */
export function readPer(text: string): Per | undefined {
  for (const kind of ["day", "week", "month", "run"] as const) if (text === kind) return { kind };
  const days = Number(SLIDING.exec(text)?.[1] ?? 0);
  return days > 0 ? { kind: "days", days } : undefined;
}

/** The number of a day since 1970, of an ISO date with or without a time. */
export function dayNumber(date: string): number {
  return Math.floor(Date.parse(`${date.slice(0, 10)}T00:00:00Z`) / DAY);
}

/** The first day of the period that a date lies in, as people write it: the day, the Monday of its week, the month. All of a run is one. */
export function periodOf(date: string | undefined, { kind }: Per): string {
  if (date === undefined || kind === "run") return "";
  if (kind === "month") return date.slice(0, 7);
  if (kind !== "week") return date.slice(0, 10);
  const day = dayNumber(date);
  // The first of January 1970 was a Thursday.
  const monday = day - ((day + 3) % 7);
  return new Date(monday * DAY).toISOString().slice(0, 10);
}
