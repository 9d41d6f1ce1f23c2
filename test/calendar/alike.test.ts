import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createAlike } from "../../src/calendar/alike.ts";
import { periodOf, readPer } from "../../src/calendar/periods.ts";
import { atMost, runs } from "../runs.ts";

const sets = fc.array(
  fc
    .uniqueArray(fc.integer({ min: 0, max: 12 }), { minLength: 1, maxLength: 10 })
    .map((list) => Int32Array.from(list).sort()),
  { maxLength: 20 },
);

function dice(one: Int32Array, other: Int32Array): number {
  const common = [...one].filter((each) => other.includes(each)).length;
  return (2 * common) / (one.length + other.length);
}

describe("sets that are alike", () => {
  it("are those that comparing all with all finds", () => {
    const share = fc.constantFrom(0.5, 0.6, 0.8, 0.9, 1);
    const property = fc.property(sets, share, (all, least) => {
      const alike = createAlike(all, least);
      for (const [index, set] of all.entries()) {
        const expected = all
          .slice(0, index)
          .flatMap((other, at) => (dice(set, other) >= least - 1e-9 ? [at] : []));
        expect([...alike.earlier(index)].toSorted((one, other) => one - other)).toEqual(expected);
      }
    });
    fc.assert(property, { numRuns: runs(500) });
  });

  it("are found among many of one template", () => {
    const all = Array.from({ length: atMost(20_000) }, (_, index) =>
      Int32Array.from([1, 2, 3, 4, 5, 6, 7, 8, 100 + index]),
    );
    const alike = createAlike(all, 0.8);
    let found = 0;
    for (const index of all.keys())
      for (const _ of alike.earlier(index)) {
        found++;
        break;
      }
    expect(found).toBe(all.length - 1);
  });
});

describe("periods", () => {
  it.each([
    ["2026-06-07", "week", "2026-06-01"],
    ["2026-06-08T09:00", "week", "2026-06-08"],
    ["2024-12-31", "week", "2024-12-30"],
    ["1969-12-31", "week", "1969-12-29"],
    ["2026-06-07", "month", "2026-06"],
    ["2026-06-07T09:00", "day", "2026-06-07"],
    ["2026-06-07", "run", ""],
  ])("%s is in the %s of %s", (date, name, expected) => {
    const per = readPer(name);
    expect(per === undefined ? undefined : periodOf(date, per)).toBe(expected);
  });

  it.each(["year", "0 days", "days", "1.5 days"])("know no “%s”", (name) => {
    expect(readPer(name)).toBeUndefined();
  });
});
