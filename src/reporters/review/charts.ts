import * as Plot from "@observablehq/plot";
import type { Element } from "hast";
import { h } from "hastscript";
import { parseHTML } from "linkedom";
import type { PostResult } from "../../types.ts";
import { counted } from "../counts.ts";
import { harmless } from "../harmless.ts";
import type { Grade } from "./bars.ts";
import {
  type AxisScores,
  axisScores,
  COUNTED,
  type DatedScore,
  datedScores,
  weeklyMeans,
} from "./numbers.ts";

/** A drawing as SVG, what it says in words, and what stands below it. */
export interface Chart {
  readonly title: string;
  readonly words: string;
  readonly svg: string;
  readonly below: readonly Element[];
}

const WIDTH = 420;
const ROW = 24;
const LONGEST_NAME = 16;
const TIME_HEIGHT = 220;
const GRADES: Readonly<Record<Grade, string>> = {
  poor: "under 50",
  fair: "50 to 79",
  good: "80 to 99",
};

/** How many posts fall short on each axis, and the scores by date where posts have one. */
export function chartsOf(results: readonly PostResult[]): readonly Chart[] {
  const axes = axisScores(results);
  const days = datedScores(results);
  return [
    ...(axes.length === 0 ? [] : [axisChart(axes, results.length)]),
    ...(days.length < 2 ? [] : [timeChart(days)]),
  ];
}

function axisChart(axes: readonly AxisScores[], posts: number): Chart {
  const rows = axes.map((scores) => ({ ...scores, axis: harmless(scores.axis).slice(0, LONGEST_NAME) }));
  const bars = rows.flatMap(({ axis, below }) =>
    COUNTED.map((grade) => ({ axis, posts: below[grade], fill: `var(--${grade})` })),
  );
  const svg = draw({
    width: WIDTH,
    height: rows.length * ROW + 30,
    ...{ marginLeft: 96, marginTop: 0, marginRight: 96, marginBottom: 30 },
    x: {
      domain: [0, Math.max(1, ...rows.map(({ flagged }) => flagged))],
      label: null,
      ticks: 4,
      tickFormat: "d",
    },
    y: { domain: rows.map(({ axis }) => axis), label: null, tickSize: 0 },
    color: { type: "identity" },
    marks: [
      Plot.barX(bars, { x: "posts", y: "axis", fill: "fill", insetTop: 1, insetBottom: 1 }),
      Plot.text(rows, { x: "flagged", y: "axis", text: shortOf, dx: 5, textAnchor: "start" }),
    ],
  });
  const words = rows.map(
    ({ axis, mean, flagged }) => `${axis}: ${counted(flagged, "post")} below 100, mean ${mean}`,
  );
  const title = "Posts below 100 by axis";
  return { title, words: words.join("; "), svg, below: [legend(), table(axes, posts)] };
}

function shortOf({ flagged, mean }: AxisScores): string {
  return flagged === 0 ? "none" : `${flagged} · mean ${mean}`;
}

function legend(): Element {
  const signs = COUNTED.map((grade) =>
    h("span", [h("span", { class: ["sign", grade], ariaHidden: "true" }), ` score ${GRADES[grade]}`]),
  );
  return h("p", { class: "legend" }, signs);
}

function table(axes: readonly AxisScores[], posts: number): Element {
  const head = ["axis", "mean score", ...COUNTED.map((grade) => GRADES[grade])];
  return h("details", [
    h("summary", "In numbers"),
    h("table", [
      h("caption", `Posts of ${posts} by their score`),
      h("thead", [
        h(
          "tr",
          head.map((words) => h("th", { scope: "col" }, words)),
        ),
      ]),
      h(
        "tbody",
        axes.map(({ axis, mean, below }) => {
          const cells = [mean, ...COUNTED.map((grade) => below[grade])];
          return h("tr", [
            h("th", { scope: "row" }, harmless(axis)),
            ...cells.map((cell) => h("td", String(cell))),
          ]);
        }),
      ),
    ]),
  ]);
}

function timeChart(scores: readonly DatedScore[]): Chart {
  const svg = draw({
    width: WIDTH,
    height: TIME_HEIGHT,
    ...{ marginLeft: 36, marginTop: 10, marginRight: 12, marginBottom: 40 },
    x: { type: "utc", label: null, ticks: 5, inset: 6 },
    y: { domain: [0, 100], label: null, grid: true, ticks: 5 },
    marks: [
      Plot.dot(scores, { x: "date", y: "score", r: 2.5, fill: "currentColor", fillOpacity: 0.3 }),
      Plot.lineY(weeklyMeans(scores), { x: "date", y: "score", stroke: "var(--bar)", strokeWidth: 2.5 }),
    ],
  });
  const [first, last] = [scores[0], scores[scores.length - 1]].map(({ date }) =>
    date.toISOString().slice(0, 10),
  );
  const mean = Math.round(scores.reduce((sum, { score }) => sum + score, 0) / scores.length);
  const words = `${counted(scores.length, "post")} from ${first} to ${last}, mean score ${mean}`;
  const below = [h("p", `${words}. A dot is a post, the line the mean of each week.`)];
  return { title: "Scores by date", words, svg, below };
}

function draw(options: Plot.PlotOptions): string {
  const { document } = parseHTML("<html></html>");
  const svg = Plot.plot({ style: { fontSize: "12px" }, ...options, document });
  // The page says in words what is drawn, and groups without a role may have no label.
  for (const group of svg.querySelectorAll("[aria-label]")) group.removeAttribute("aria-label");
  return svg.outerHTML.replaceAll("\n", " ");
}
