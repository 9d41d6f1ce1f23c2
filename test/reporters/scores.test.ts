import { describe, expect, it } from "vitest";
import { json } from "../../src/reporters/json.ts";
import { pretty } from "../../src/reporters/pretty.ts";
import { barLines, sumLines } from "../../src/reporters/scores.ts";
import { lintOf, resultOf } from "../lints.ts";
import { flagged, marked, plain, reportOf } from "./sample.ts";

const PACK =
  "rules: {a/b: {level: error, terms: [rye]}, a/c: {terms: {corn: {confidence: likely}}}, long/d: {terms: [oat]}}";

describe("barLines", () => {
  const post = { ...flagged("x"), axes: { human: 100, corporate: 62, profanity: 0, claims: 3 } };

  it("draws an axis a line, the lowest first", () => {
    expect(barLines(post, plain)).toEqual([
      "  profanity    0 ░░░░░░░░░░░░░░░░░░░░",
      "  claims       3 █░░░░░░░░░░░░░░░░░░░",
      "  corporate   62 ████████████░░░░░░░░",
      "  human      100 ████████████████████",
    ]);
  });

  it.each([
    [200, 20],
    [30, 13],
    [10, 5],
  ])("in %i columns has bars of %i cells", (width, cells) => {
    const bars = barLines(post, { ...plain, width }).map((line) => line.replace(/^.* /u, ""));
    expect(bars.map((bar) => bar.length)).toEqual([cells, cells, cells, cells]);
  });

  it("is coloured by how good the score is", () => {
    const colours = barLines(post, marked).map((line) => /\{(error|warning|good):/u.exec(line)?.[1]);
    expect(colours).toEqual([undefined, "error", "warning", "good"]);
  });

  it("has nothing to draw where no rule ran", () => {
    expect(barLines({ ...post, axes: {} }, plain)).toEqual([]);
  });
});

describe("sumLines", () => {
  it("adds up to the score, axis by axis", () => {
    const result = resultOf(lintOf(PACK), "Say “rye” and corn, then rye again.");
    expect(sumLines(result, plain)).toEqual([
      "  a 48 = 100 − 52 (7 words, counted as 25)",
      "       10 = 1 info × 1 sure × 10 × 25/25  a/b/rye “rye”",
      "       12 = 2 warning × 0.6 likely × 10 × 25/25  a/c/corn “corn”",
      "       30 = 3 error × 1 sure × 10 × 25/25  a/b/rye “rye”",
    ]);
  });

  it("measures a long text by its words, and ends at nothing", () => {
    const long = resultOf(lintOf(PACK), `${"bread ".repeat(29)}oat`);
    expect(sumLines(long, plain)[0]).toBe("  long 83 = 100 − 16.7 (30 words)");
    const many = resultOf(lintOf(PACK), "oat ".repeat(6));
    expect(sumLines(many, plain)[0]).toBe("  long 0 = 100 − 120, which ends at 0 (6 words, counted as 25)");
  });
});

describe("with --scores and --explain-score", () => {
  const lint = lintOf(`${PACK}\ngates: {a: 80}`);
  const posts = [resultOf(lint, "Bread."), resultOf(lint, "Some rye and\nsome corn")];

  it("pretty shows every post with its bars, and gates after all flags", () => {
    expect(`\n${pretty.render(reportOf(posts), { ...plain, scores: true, explainScore: true })}`).toBe(`
post:1  score 100
  a     100 ████████████████████
  long  100 ████████████████████

post:1  score 58
  a      58 ███████████░░░░░░░░░
  long  100 ████████████████████
  1  Some rye and
          ^^^
  error    a/b/rye   “rye” is not our voice.
  2  some corn
          ^^^^
  warning  a/c/corn  “corn” is not our voice.
  error    gate/a    a scores 58 of 100, and this pack asks for at least 80. “rye” (−30) weighs most; start there.
  a 58 = 100 − 42 (5 words, counted as 25)
       30 = 3 error × 1 sure × 10 × 25/25  a/b/rye “rye”
       12 = 2 warning × 0.6 likely × 10 × 25/25  a/c/corn “corn”

✖ 3 flags in 1 of 2 posts (2 errors, 1 warning)
`);
  });

  it("JSON holds the words and each finding's points", () => {
    const report = JSON.parse(json.render(reportOf(posts), { ...plain, explainScore: true }));
    expect(report.posts[1].words).toBe(5);
    const points = report.posts[1].findings.map(({ rule, points }: Record<string, unknown>) => [
      rule,
      points,
    ]);
    expect(points).toEqual([
      ["gate/a", undefined],
      ["a/b", 30],
      ["a/c", 12],
    ]);
    const usual = json.render(reportOf(posts), plain);
    expect(usual).not.toMatch(/"points"|"words"/u);
  });
});
