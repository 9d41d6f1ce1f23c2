/** Whether `03/04/2026` is the third of April or the fourth of March. */
export type DayOrder = "day-first" | "month-first";

const ISO_DATE =
  /^(\d{4})-(\d{2})-(\d{2})(?:[T ](?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d{1,9})?)?(?: ?(?:Z|[+-]\d{2}:?\d{2}))?)?$/iu;
const WEEKDAY = /^(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?,?\s+/iu;
const CLOCK =
  /(?:^|[\s,T]+|\s+at\s+)(\d{1,2})(?::(\d{2})(?::(\d{2})(?:\.\d{1,9})?)?)?\s*(am|pm|a\.m\.|p\.m\.)?\s*(Z|UTC|GMT|[+-]\d{2}:?\d{2})?$/iu;
const YEAR_FIRST = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/u;
const DOTTED = /^(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4}|\d{2})$/u;
const SLASHED = /^(\d{1,2})[/-](\d{1,2})[/-](\d{4}|\d{2})$/u;
const DAY_MONTH = /^(\d{1,2})(?:st|nd|rd|th)?[\s-]+([a-z]{3,9})\.?,?[\s-]+(\d{4})$/iu;
const MONTH_DAY = /^([a-z]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})$/iu;
const MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split(" ");
const MONTH_NAME =
  /^(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)$/iu;
/** A longer text is no date. */
const LONGEST = 60;

/** A day, with or without a time, in ISO form (a `T` before the time); nothing for other texts and days that don't exist. */
export function isoDate(text: string): string | undefined {
  const parts = ISO_DATE.exec(text);
  if (parts === null) return undefined;
  const [year, month, day] = parts.slice(1).map(Number);
  return isRealDay(year, month, day) ? text.replace(" ", "T").replace(" ", "") : undefined;
}

/** Whether a text is a day in ISO form: `2026-12-31`. */
export function isIsoDay(text: string): boolean {
  return text.length === "2026-12-31".length && isoDate(text) !== undefined;
}

/**
 * A day as people and sheets write it (`30.6.2026`, `6/30/2026 2:30 PM`, `June 30, 2026 at 9:00`), with or without a time, in ISO
 * form. Nothing for other texts, for days that don't exist, and for dates without a year.
 */
export function readDate(text: string, order: DayOrder = "month-first"): string | undefined {
  const iso = isoDate(text);
  if (iso !== undefined || text.length > LONGEST) return iso;
  const words = text.trim().replace(WEEKDAY, "");
  const whole = dayOf(words, order);
  if (whole !== undefined) return whole;
  const clock = CLOCK.exec(words);
  if (clock === null) return undefined;
  const day = dayOf(words.slice(0, clock.index).replace(/,$/u, ""), order);
  const time = timeOf(clock);
  return day === undefined || time === undefined ? undefined : `${day}T${time}`;
}

/** A time of the day (`14:30`, `2:30 pm`) in ISO form; nothing for other texts. */
export function readTime(text: string): string | undefined {
  const clock = CLOCK.exec(text.trim());
  return clock === null || clock.index > 0 ? undefined : timeOf(clock);
}

/** Which way a column of dates is written; nothing where none of them tells. */
export function dayOrderOf(texts: Iterable<string>): DayOrder | undefined {
  for (const text of texts) {
    const found = /^\D*(\d{1,2})[/-](\d{1,2})[/-]\d/u.exec(text.slice(0, LONGEST));
    if (found === null) continue;
    if (Number(found[1]) > 12) return "day-first";
    if (Number(found[2]) > 12) return "month-first";
  }
  return undefined;
}

/** Whether a text is a date whose day and month could be the other way round. */
export function isAmbiguous(text: string): boolean {
  const one = readDate(text, "day-first")?.slice(0, 10);
  const other = readDate(text, "month-first")?.slice(0, 10);
  return one !== undefined && other !== undefined && one !== other;
}

function dayOf(text: string, order: DayOrder): string | undefined {
  const yearFirst = YEAR_FIRST.exec(text);
  if (yearFirst !== null) return isoDay(yearFirst[1], yearFirst[2], yearFirst[3]);
  const dotted = DOTTED.exec(text);
  if (dotted !== null) return isoDay(dotted[3], dotted[2], dotted[1]);
  const slashed = SLASHED.exec(text);
  if (slashed !== null) {
    const [, one, other, year] = slashed;
    return order === "day-first" ? isoDay(year, other, one) : isoDay(year, one, other);
  }
  const dayMonth = DAY_MONTH.exec(text);
  if (dayMonth !== null) return isoDay(dayMonth[3], monthOf(dayMonth[2]), dayMonth[1]);
  const monthDay = MONTH_DAY.exec(text);
  return monthDay === null ? undefined : isoDay(monthDay[3], monthOf(monthDay[1]), monthDay[2]);
}

function monthOf(name: string): string {
  if (!MONTH_NAME.test(name)) return "0";
  return String(MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1);
}

function isoDay(year: string, month: string, day: string): string | undefined {
  const full = year.length === 2 ? `20${year}` : year;
  if (!isRealDay(Number(full), Number(month), Number(day))) return undefined;
  return `${full}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
}

function timeOf(clock: RegExpExecArray): string | undefined {
  const [, hours, written, seconds, half, zone = ""] = clock;
  const minutes = written ?? "00";
  const isTwelve = half !== undefined;
  const hour = Number(hours);
  if (Number(minutes) > 59 || Number(seconds ?? 0) > 59) return undefined;
  if (isTwelve ? hour < 1 || hour > 12 : hour > 23) return undefined;
  // A number alone is no time of the day.
  if (!isTwelve && written === undefined) return undefined;
  const isAfternoon = half?.toLowerCase().startsWith("p") === true;
  const plain = isTwelve ? (hour % 12) + (isAfternoon ? 12 : 0) : hour;
  const ending = /^(?:UTC|GMT)$/iu.test(zone) ? "Z" : zone;
  return `${String(plain).padStart(2, "0")}:${minutes}${seconds === undefined ? "" : `:${seconds}`}${ending}`;
}

function isRealDay(year: number, month: number, day: number): boolean {
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}
