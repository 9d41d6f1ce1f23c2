import { beforeAll, describe, expect, it } from "vitest";
import { easyWords, isRunTogether } from "../../src/text/run-together.ts";

beforeAll(() => easyWords.load());

describe("isRunTogether", () => {
  it.each([
    "smallbusinessowner",
    "livelovelaugh",
    "welovebread",
    "morningbread",
    "goodbusiness",
    "breadbusiness",
    "x".repeat(23),
  ])("finds more than one word in #%s", (tag) => {
    expect(isRunTogether(tag)).toBe(true);
  });

  it.each([
    ["capitals set its words apart", "SmallBusinessOwner"],
    ["a capital begins the second word", "smallBusiness"],
    ["it has other signs than letters", "small_businesses"],
    ["it ends with a number", "smallbusiness2024"],
    ["it is one word that could be cut in two", "granddaughter"],
    ["it is short", "rye"],
    ["it can't be cut, and is not too long for a word", "x".repeat(22)],
    ["two words have less than twelve letters", "coffeebread"],
    ["three words have less than eleven", "ilovebread"],
    ["the first of two is shorter than four, and of three none counts", "ourgranddaughter"],
    ["the second of two is shorter than four", "granddaughterday"],
    ["it ends as one word does", "businessland"],
  ])("finds one word or none, since %s: #%s", (_, tag) => {
    expect(isRunTogether(tag)).toBe(false);
  });
});
