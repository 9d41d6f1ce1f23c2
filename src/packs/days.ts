/** Whether an ISO date (2026-11-26) is a day of the calendar. */
export function isDay(text: string): boolean {
  const [year, month, day] = text.split("-").map(Number);
  if (month < 1 || month > 12 || day < 1) return false;
  return day <= daysOf(year, month);
}

function daysOf(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}
