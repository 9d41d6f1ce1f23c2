import * as Plot from "@observablehq/plot";
import { parseHTML } from "linkedom";
import type { PostResult } from "../../types.ts";
import { counted } from "../counts.ts";
import { harmless } from "../harmless.ts";

/** A drawing as SVG, and what it says in words. */
export interface Chart {
  readonly title: string;
  readonly words: string;
  readonly svg: string;
}

const WIDTH = 360;
const ROW = 26;
const LONGEST_NAME = 16;
const DAY = /^\d{4}-\d{2}-\d{2}/u;
const TIME_HEIGHT = 200;

/** The mean score of each axis, and the scores by date where posts have one. */
export function chartsOf(results: readonly PostResult[]): readonly Chart[] {
  const axes = axisMeans(results);
  const days = datedScores(results);
  return [...(axes.length === 0 ? [] : [axisChart(axes)]), ...(days.length < 2 ? [] : [timeChart(days)])];
}

interface AxisMean {
  readonly axis: string;
  readonly mean: number;
  readonly flagged: number;
}

function axisMeans(results: readonly PostResult[]): readonly AxisMean[] {
  const sums = new Map<string, { sum: number; posts: number; flagged: number }>();
  for (const { axes } of results) {
    for (const [axis, score] of Object.entries(axes)) {
      const known = sums.get(axis) ?? { sum: 0, posts: 0, flagged: 0 };
      known.sum += score;
      known.posts++;
      if (score < 100) known.flagged++;
      sums.set(axis, known);
    }
  }
  return [...sums]
    .map(([axis, { sum, posts, flagged }]) => ({
      axis: harmless(axis).slice(0, LONGEST_NAME),
      mean: Math.round(sum / posts),
      flagged,
    }))
    .sort((one, other) => one.mean - other.mean);
}

function axisChart(means: readonly AxisMean[]): Chart {
  const svg = draw({
    width: WIDTH,
    height: means.length * ROW + 40,
    marginLeft: 90,
    marginTop: 0,
    marginRight: 40,
    x: { domain: [0, 100], label: null, ticks: 5 },
    y: { domain: means.map(({ axis }) => axis), label: null, tickSize: 0 },
    marks: [
      Plot.barX(means, { x: "mean", y: "axis", fill: "var(--bar)" }),
      Plot.text(means, { x: "mean", y: "axis", text: "mean", dx: 4, textAnchor: "start" }),
    ],
  });
  const words = means.map(
    ({ axis, mean, flagged }) => `${axis} ${mean} (${counted(flagged, "post")} below 100)`,
  );
  return { title: "Mean score by axis", words: words.join(", ") || "nothing flagged", svg };
}

interface DatedScore {
  readonly date: Date;
  readonly score: number;
}

function datedScores(results: readonly PostResult[]): readonly DatedScore[] {
  return results
    .flatMap(({ post, score }) => {
      const day = DAY.exec(post.date ?? "")?.[0];
      return day === undefined ? [] : [{ date: new Date(`${day}T00:00:00Z`), score }];
    })
    .filter(({ date }) => Number.isFinite(date.getTime()))
    .sort((one, other) => one.date.getTime() - other.date.getTime());
}

function timeChart(scores: readonly DatedScore[]): Chart {
  const weekly: Plot.LineYOptions & Plot.BinXInputs<Plot.LineYOptions> = {
    ...{ x: "date", y: "score", interval: "week", stroke: "var(--bar)", strokeWidth: 2 },
  };
  const svg = draw({
    width: WIDTH,
    height: TIME_HEIGHT,
    marginLeft: 40,
    x: { type: "utc", label: null },
    y: { domain: [0, 100], label: null, grid: true, ticks: 5 },
    marks: [
      Plot.dot(scores, { x: "date", y: "score", r: 2.5, fill: "currentColor", fillOpacity: 0.35 }),
      Plot.lineY(scores, Plot.binX({ y: "mean" }, weekly)),
    ],
  });
  const first = scores[0].date.toISOString().slice(0, 10);
  const last = scores[scores.length - 1].date.toISOString().slice(0, 10);
  const mean = Math.round(scores.reduce((sum, { score }) => sum + score, 0) / scores.length);
  const words = `${counted(scores.length, "post")} from ${first} to ${last}, mean score ${mean}; the line is the mean of each week`;
  return { title: "Scores by date", words, svg };
}

function draw(options: Plot.PlotOptions): string {
  const { document } = parseHTML("<html></html>");
  const svg = Plot.plot({ ...options, document });
  // The page says in words what is drawn, and groups without a role may have no label.
  for (const group of svg.querySelectorAll("[aria-label]")) group.removeAttribute("aria-label");
  return svg.outerHTML.replaceAll("\n", " ");
}
