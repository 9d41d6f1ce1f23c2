import type { Element } from "hast";
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
const MOST_SOURCES = 3;
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
    written(h("title", `Posts to review: ${sourcesOf(report)}`)),
    `<style>${look}${filterStyle(filters)}</style>`,
    "</head>",
    "<body>",
    written(h("a", { class: "skip", href: "#posts" }, "To the posts")),
    written(topOf(report, style)),
    "<main>",
    ...aboutAll(report, results),
    ...(filters.length === 0 ? [] : [written(filterForm(filters))]),
    '<section class="sheet" aria-labelledby="posts">',
    written(h("h2", { id: "posts", tabIndex: -1 }, "Posts, worst first")),
    ...results.map((result, number) => written(card(result, number, classesOf(filters, number)))),
    written(h("p", { class: "shown" }, ` of ${counted(results.length, "post")} shown`)),
    ...(left > 0 ? [written(h("p", `${counted(left, "more post")} without a worse score left out`))] : []),
    "</section>",
    "</main>",
    ...(filters.length === 0 ? [] : [written(h("a", { class: "back", href: "#filters" }, "To the filters"))]),
    "</body>",
    "</html>",
  ];
}

/** The first files that hold posts. */
function sourcesOf({ posts }: Report): string {
  const sources = [...new Set(posts.map(({ post }) => post.source))];
  const more = sources.length - MOST_SOURCES;
  const shown = harmless(sources.slice(0, MOST_SOURCES).join(", ")) || "none";
  return more > 0 ? `${shown} and ${counted(more, "more file")}` : shown;
}

function topOf(report: Report, style: Style): Element {
  const closing = closingLine(report, { ...style, paint: (_, words) => words, elapsed: undefined });
  const parts = closing.split(" · ").map((part) => h("span", harmless(part)));
  return h("header", { class: "top" }, [
    h("h1", "Posts to review"),
    h("p", { class: "sources" }, sourcesOf(report)),
    h(
      "p",
      { class: "sum" },
      parts.flatMap((part, index) => (index === 0 ? [part] : [" · ", part])),
    ),
  ]);
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
            h("section", { class: "problems" }, [
              h("h2", "What could not be checked as it stands"),
              h("ul", told),
            ]),
          ),
        ]),
    ...(charts.length === 0
      ? []
      : ['<section class="charts" aria-label="Scores">', ...charts.map(figure), "</section>"]),
  ];
}

/** The drawing is made of numbers and of names that its library escapes; everything else passes through `written`. */
function figure({ title, words, svg, below }: Chart): string {
  const image = written(h("div", { role: "img", ariaLabel: `${title}: ${words}` })).replace(
    "</div>",
    `${svg}</div>`,
  );
  const text = below.map((element) => written(element)).join("");
  return `<figure>${written(h("figcaption", title))}${image}${text}</figure>`;
}
