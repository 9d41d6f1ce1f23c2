import { isDigitUnit } from "../text/units.ts";

/** What posts are counted in: calendar periods, any N days in a row, or all of the run. */
export type Per =
  | { readonly kind: "day" | "week" | "month" | "run" }
  | { readonly kind: "days"; readonly days: number };

const DAY = 24 * 60 * 60 * 1000;
const MOST_DIGITS = 4;

/** Reads `day`, `week`, `month`, `7 days` or `run`; nothing for other words. */
export function readPer(text: string): Per | undefined {
  for (const kind of ["day", "week", "month", "run"] as const) if (text === kind) return { kind };
  const days = daysIn(text);
  return days > 0 ? { kind: "days", days } : undefined;
}

/** The number in `7 days`; 0 where something else stands there. */
function daysIn(text: string): number {
  const end = text.indexOf(" ");
  const unit = text.slice(end + 1);
  if (end < 1 || end > MOST_DIGITS || (unit !== "days" && unit !== "day")) return 0;
  for (let index = 0; index < end; index++) if (!isDigitUnit(text.charCodeAt(index))) return 0;
  return Number(text.slice(0, end));
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
