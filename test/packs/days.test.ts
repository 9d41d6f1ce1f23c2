import fc from "fast-check";
import { expect, it } from "vitest";
import { isDay } from "../../src/packs/days.ts";

it.each([
  ["2026-01-31", true],
  ["2026-01-32", false],
  ["2026-04-30", true],
  ["2026-04-31", false],
  ["2026-06-31", false],
  ["2026-09-31", false],
  ["2026-11-31", false],
  ["2026-12-31", true],
  ["2026-02-28", true],
  ["2026-02-29", false],
  ["2024-02-29", true],
  ["2000-02-29", true],
  ["1900-02-29", false],
  ["2026-13-01", false],
  ["2026-00-01", false],
  ["2026-01-00", false],
])("whether %s is a day: %s", (text, expected) => {
  expect(isDay(text)).toBe(expected);
});

it("agrees with the calendar", () => {
  const two = (value: number): string => String(value).padStart(2, "0");
  const property = fc.property(
    fc.integer({ min: 1900, max: 2200 }),
    fc.integer({ min: 1, max: 12 }),
    fc.integer({ min: 1, max: 31 }),
    (year, month, day) => {
      const text = `${year}-${two(month)}-${two(day)}`;
      expect(isDay(text)).toBe(new Date(Date.UTC(year, month - 1, day)).toISOString().startsWith(text));
    },
  );
  fc.assert(property);
});
