import { h } from "hastscript";
import { countedLevel } from "../../score.ts";
import type { PostResult, Report, Style } from "../../types.ts";
import { closingLine, counted } from "../counts.ts";
import { harmless } from "../harmless.ts";
import { card } from "./card.ts";
import { type Chart, chartsOf } from "./charts.ts";
import { written } from "./elements.ts";
import { classesOf, filterForm, filterStyle, filtersFor } from "./filters.ts";
import { style as look } from "./style.ts";

/** A page with more cards than these opens too slowly; they are the worst ones. */
const MOST_CARDS = 2_000;
/** The page may load nothing, run nothing and send nothing, whatever a post holds. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'";

/** The page's lines; no line is foreign text alone. */
export function pageLines(report: Report, style: Style): readonly string[] {
  const results = shownResults(report, style);
  const filters = filtersFor(results);
  const left = report.posts.length - results.length;
  return [
    "<!doctype html>",
    '<html lang="en">',
    "<head>",
    written(h("meta", { charSet: "utf-8" })),
    written(h("meta", { name: "viewport", content: "width=device-width, initial-scale=1" })),
    written(h("meta", { httpEquiv: "Content-Security-Policy", content: POLICY })),
    "<title>voicecheck: posts to review</title>",
    `<style>${look}${filterStyle(filters)}</style>`,
    "</head>",
    "<body>",
    '<header class="top">',
    written(h("h1", "Posts to review")),
    written(
      h("p", harmless(closingLine(report, { ...style, paint: (_, words) => words, elapsed: undefined }))),
    ),
    "</header>",
    "<main>",
    ...aboutAll(report, results),
    ...(filters.length === 0 ? [] : [written(filterForm(filters))]),
    '<section class="sheet" aria-label="Posts, worst first">',
    written(h("h2", "Posts, worst first")),
    ...results.map((result, number) => written(card(result, number, classesOf(filters, number)))),
    written(h("p", { class: "shown" }, ` of ${counted(results.length, "post")} shown`)),
    ...(left > 0 ? [written(h("p", `${counted(left, "more post")} without a worse score left out`))] : []),
    "</section>",
    "</main>",
    "</body>",
    "</html>",
  ];
}

function shownResults({ posts }: Report, { quiet }: Style): readonly PostResult[] {
  const shown = quiet
    ? posts
        .map((result) => ({
          ...result,
          findings: result.findings.filter((finding) => countedLevel(finding) === "error"),
        }))
        .filter(({ findings }) => findings.length > 0)
    : posts;
  return shown.toSorted((one, other) => one.score - other.score).slice(0, MOST_CARDS);
}

function aboutAll({ problems }: Report, results: readonly PostResult[]): readonly string[] {
  const told = problems.map(({ source, line, message, level }) =>
    h(
      "li",
      harmless(`${[source, line].filter((part) => part !== undefined).join(":")}: ${level}: ${message}`),
    ),
  );
  const charts = chartsOf(results);
  return [
    ...(told.length === 0
      ? []
      : [
          written(
            h("section", { class: "top" }, [
              h("h2", "What could not be checked as it stands"),
              h("ul", told),
            ]),
          ),
        ]),
    ...(charts.length === 0
      ? []
      : ['<section class="top charts" aria-label="Scores">', ...charts.map(figure), "</section>"]),
  ];
}

/** The drawing is made of numbers and of names that its library escapes; everything else passes through `written`. */
function figure({ title, words, svg }: Chart): string {
  return `<figure><div role="img" aria-label="${title}">${svg}</div>${written(h("figcaption", [h("strong", title), ` ${words}`]))}</figure>`;
}
