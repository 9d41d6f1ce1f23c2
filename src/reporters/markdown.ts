import { countedLevel, groupOf } from "../score.ts";
import type { Finding, Gate, Level, PostResult, Problem, Report, Reporter } from "../types.ts";
import { counted, fullName, levelCounts, messageOf } from "./counts.ts";
import { harmless, harmlessLines } from "./harmless.ts";

/** A pull request's comment holds 65,536 characters; more rows than this nobody reads there. */
const MOST_ROWS = 100;
const MOST_CLEAN = 200;
const MOST_FLAGS = 50;
const MOST_PROBLEMS = 50;
const LONGEST_NAME = 60;
const SIGNS = { error: "❌", warning: "⚠️", info: "ℹ️" } as const;
const ORDER: readonly Level[] = ["error", "warning", "info"];

/** A scorecard for a pull request: a row for each post, worst first, a column for each axis with what its gate asks for. */
export const markdown: Reporter = {
  name: "markdown",
  summary: "a scorecard for pull requests, worst posts first",
  render: (report) => harmlessLines(linesOf(report)),
};

function linesOf(report: Report): readonly string[] {
  const posts = report.posts.toSorted((one, other) => rankOf(one) - rankOf(other) || one.score - other.score);
  const flagged = posts.filter(({ findings }) => findings.length > 0);
  const clean = posts.filter(({ findings }) => findings.length === 0);
  const axes = [...new Set(posts.flatMap((result) => Object.keys(result.axes)))];
  const gates = new Map(axes.map((axis) => [axis, gateOf(axis, posts)]));
  return [
    `### voicecheck: ${headOf(report)}`,
    ...tableOf(flagged, gates, MOST_ROWS),
    ...flagsOf(flagged),
    ...folded(`${counted(clean.length, "post")} with nothing to flag`, tableOf(clean, gates, MOST_CLEAN)),
    ...problemsOf(report.problems.filter(({ level }) => level === "error")),
  ];
}

function headOf({ posts: results, summary }: Report): string {
  const { posts, flagged, errors, warnings, infos, known = 0 } = summary;
  const flags = errors + warnings + infos;
  const closed = results.flatMap(({ findings }) =>
    findings.filter(({ rule }) => groupOf(rule) === "gate"),
  ).length;
  const tail =
    (closed === 0 ? "" : ` · ${counted(closed, "gate")} closed`) +
    (known === 0 ? "" : ` · ${known} known and left out`);
  if (flags === 0) return `${counted(posts, "post")}, nothing to flag${tail}`;
  return `${counted(flags, "flag")} in ${flagged} of ${counted(posts, "post")} (${levelCounts(summary)})${tail}`;
}

/** Posts with errors first, those without flags last. */
function rankOf({ findings }: PostResult): number {
  return findings.reduce(
    (least, finding) => Math.min(least, ORDER.indexOf(countedLevel(finding))),
    ORDER.length,
  );
}

/** What is asked for on an axis: ` ≥ 70`, or ` ≥ 60–70` where that differs from post to post. */
function gateOf(axis: string, posts: readonly PostResult[]): string {
  const asked = posts.flatMap(({ gates = [] }) =>
    gates.filter((gate: Gate) => gate.axis === axis && gate.least > 0),
  );
  if (asked.length === 0) return "";
  const leasts = asked.map(({ least }) => least);
  const from = leasts.reduce((one, other) => Math.min(one, other));
  const to = leasts.reduce((one, other) => Math.max(one, other));
  return from === to ? ` ≥ ${to}` : ` ≥ ${from}–${to}`;
}

function tableOf(
  posts: readonly PostResult[],
  gates: ReadonlyMap<string, string>,
  most: number,
): readonly string[] {
  if (posts.length === 0) return [];
  const axes = [...gates.keys()];
  const rows = posts
    .slice(0, most)
    .map((result) => row([nameOf(result), scoreOf(result), ...axes.map((axis) => cellOf(axis, result))]));
  const more = posts.length - rows.length;
  return [
    "",
    row(["post", "score", ...axes.map((axis) => `${plain(axis)}${gates.get(axis) ?? ""}`)]),
    row(["---", "---:", ...axes.map(() => "---:")]),
    ...rows,
    ...(more > 0 ? ["", `… and ${counted(more, "more post")}`] : []),
  ];
}

function nameOf({ post: { id, source, line, platforms } }: PostResult): string {
  const name = String(id).startsWith(source) ? String(id) : `${source}:${line} ${id}`;
  return [code(shortened(name)), ...platforms.map(plain)].join(" · ");
}

/** A long name's end tells more than its beginning. */
function shortened(name: string): string {
  const characters = [...name];
  return characters.length <= LONGEST_NAME ? name : `…${characters.slice(1 - LONGEST_NAME).join("")}`;
}

function scoreOf({ score, findings }: PostResult): string {
  const level = ORDER.find((each) => findings.some((finding) => countedLevel(finding) === each));
  return `${level === undefined ? "" : `${SIGNS[level]} `}${score}`;
}

/** A score below its gate stands out; where an axis did not run there is none. */
function cellOf(axis: string, { axes, findings }: PostResult): string {
  const score = axes[axis];
  if (score === undefined) return "";
  return findings.some(({ rule }) => rule === `gate/${axis}`) ? `**${score}**` : String(score);
}

function row(cells: readonly string[]): string {
  return `| ${cells.join(" | ")} |`;
}

/** Worst first, in the order of the posts. */
function flagsOf(posts: readonly PostResult[]): readonly string[] {
  const all = posts.flatMap(({ post, findings }) =>
    findings.map((finding) => ({ source: post.source, finding })),
  );
  const sorted = ORDER.flatMap((level) => all.filter(({ finding }) => countedLevel(finding) === level));
  const more = all.length - MOST_FLAGS;
  return folded(more > 0 ? `The worst ${MOST_FLAGS} flags` : "All flags", [
    "",
    ...sorted.slice(0, MOST_FLAGS).map(({ source, finding }) => flagLine(source, finding)),
    ...(more > 0 ? [`- … and ${counted(more, "more flag")}`] : []),
  ]);
}

function flagLine(source: string, finding: Finding): string {
  const { line, column } = finding.place;
  const place = code(`${source}:${line}:${column}`);
  return `- ${SIGNS[countedLevel(finding)]} ${place} ${plain(messageOf(finding))} ${code(fullName(finding))}`;
}

function folded(title: string, lines: readonly string[]): readonly string[] {
  if (lines.length <= 1) return [];
  return ["", `<details><summary>${title}</summary>`, ...lines, "", "</details>"];
}

function problemsOf(problems: readonly Problem[]): readonly string[] {
  if (problems.length === 0) return [];
  const more = problems.length - MOST_PROBLEMS;
  return [
    "",
    "Could not be checked:",
    "",
    ...problems.slice(0, MOST_PROBLEMS).map(({ source, line, message }) => {
      const place = line === undefined ? source : `${source}:${line}`;
      return `- ${code(place)} ${plain(message)}`;
    }),
    ...(more > 0 ? [`- … and ${more} more`] : []),
  ];
}

/** Foreign text as words of Markdown: nothing in it is markup, HTML, a link, a mention or the end of a table's cell. */
function plain(text: string): string {
  return harmless(text)
    .replace(/[\\`*_{}[\]()#+!|~<>&]/gu, (sign) => `&#${sign.charCodeAt(0)};`)
    .replace(/@/gu, "@\u200b")
    .replace(/:\/\//gu, ":\u200b//");
}

function code(text: string): string {
  return `<code>${plain(text)}</code>`;
}
