const ISO_DATE =
  /^(\d{4})-(\d{2})-(\d{2})(?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?: ?(?:Z|[+-]\d{2}:?\d{2}))?)?$/iu;

/** A day, with or without a time, in ISO form (a `T` before the time); nothing for other texts and days that don't exist. */
export function isoDate(text: string): string | undefined {
  const parts = ISO_DATE.exec(text);
  if (parts === null) return undefined;
  const [year, month, day] = parts.slice(1).map(Number);
  const date = new Date(Date.UTC(year, month - 1, day));
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return undefined;
  return text.replace(" ", "T").replace(" ", "");
}

/** Whether a text is a day in ISO form: `2026-12-31`. */
export function isIsoDay(text: string): boolean {
  return text.length === "2026-12-31".length && isoDate(text) !== undefined;
}
