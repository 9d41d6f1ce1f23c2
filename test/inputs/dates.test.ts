import { describe, expect, it } from "vitest";
import { readDate, readTime } from "../../src/inputs/dates.ts";

describe("readDate", () => {
  it.each([
    ["2026-06-30", "2026-06-30"],
    ["2026-06-30 09:00", "2026-06-30T09:00"],
    ["2026-06-30T09:00:30.5+02:00", "2026-06-30T09:00:30.5+02:00"],
    ["2026-06-30T25:00", undefined],
    ["2026-06-30T09:61", undefined],
    ["2026-06-30 09:00:75", undefined],
    ["2026-02-29", undefined],
    ["2028-02-29", "2028-02-29"],
    ["2026/6/3", "2026-06-03"],
    ["30.6.26", "2026-06-30"],
    ["30. 6. 2026", "2026-06-30"],
    ["31.6.2026", undefined],
    ["6/30/26 2:30 PM", "2026-06-30T14:30"],
    ["6/30/2026 12:05 a.m.", "2026-06-30T00:05"],
    ["6/30/2026 12:05 p.m.", "2026-06-30T12:05"],
    ["6/30/2026 0:05 pm", undefined],
    ["6/30/2026 13:05 pm", undefined],
    ["6/30/2026 24:00", undefined],
    ["6/30/2026 9:60", undefined],
    ["6/30/2026 9:00:61", undefined],
    ["Tuesday, June 30, 2026 at 9 am GMT", "2026-06-30T09:00Z"],
    ["30 Sept. 2026, 9:00:05", "2026-09-30T09:00:05"],
    ["1st May 2026 9:00 +02:00", "2026-05-01T09:00+02:00"],
    ["Foo 3, 2026", undefined],
    ["3 Maybe 2026", undefined],
    ["June 30, 2026 at 9", undefined],
    ["June 30", undefined],
    [`June 30, 2026${" ".repeat(60)}`, undefined],
    ["soon", undefined],
  ])("reads %j as %j", (text, expected) => expect(readDate(text)).toBe(expected));

  it("takes the day first where the sheet does", () => {
    expect(readDate("3/4/2026", "day-first")).toBe("2026-04-03");
    expect(readDate("3/4/2026", "month-first")).toBe("2026-03-04");
  });
});

describe("readTime", () => {
  it.each([
    ["14:30", "14:30"],
    [" 2:30 pm", "14:30"],
    ["9 UTC", undefined],
    ["9:00 UTC", "09:00Z"],
    ["today 9:00", undefined],
    ["noon", undefined],
  ])("reads %j as %j", (text, expected) => expect(readTime(text)).toBe(expected));
});
