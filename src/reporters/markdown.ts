import { countedLevel, groupOf } from "../score.ts";
import type { PostResult, Report, Reporter } from "../types.ts";
import { counted, fullName, levelCounts, messageOf } from "./counts.ts";
import { harmless, harmlessLines } from "./harmless.ts";

/** A pull request's comment holds 65,536 characters; more rows than this nobody reads there. */
const MOST_ROWS = 100;
const MOST_FLAGS = 50;
const SIGNS = { error: "❌", warning: "⚠️", info: "ℹ️" } as const;

/** A scorecard for a pull request: a row for each flagged post, worst first, a column for each axis. */
export const markdown: Reporter = {
  name: "markdown",
  summary: "a scorecard for pull requests, worst posts first",
  render: (report) => harmlessLines(linesOf(report)),
};

function linesOf(report: Report): readonly string[] {
  const { posts, flagged, errors, warnings, infos } = report.summary;
  const flags = errors + warnings + infos;
  const head =
    flags === 0
      ? `### voicecheck: ${counted(posts, "post")}, nothing to flag`
      : `### voicecheck: ${counted(flags, "flag")} in ${flagged} of ${counted(posts, "post")} (${levelCounts(report.summary)})`;
  const gates = report.posts.flatMap(({ findings }) =>
    findings.filter(({ rule }) => groupOf(rule) === "gate"),
  );
  const gateLine =
    gates.length === 0
      ? []
      : [
          "",
          `**${counted(gates.length, "gate")} closed:** ${[...new Set(gates.map(({ rule }) => code(rule)))].join(", ")}`,
        ];
  const problems = report.problems.filter(({ level }) => level === "error");
  return [
    head,
    ...gateLine,
    ...tableOf(report),
    ...flagsOf(report),
    ...(problems.length === 0
      ? []
      : [
          "",
          "Could not be checked:",
          "",
          ...problems.map(
            ({ source, line, message }) =>
              `- ${code(line === undefined ? source : `${source}:${line}`)} ${plain(message)}`,
          ),
        ]),
  ];
}

function tableOf({ posts }: Report): readonly string[] {
  const flagged = posts
    .filter(({ findings }) => findings.length > 0)
    .toSorted((one, other) => one.score - other.score);
  if (flagged.length === 0) return [];
  const axes = [...new Set(flagged.flatMap((result) => Object.keys(result.axes)))].filter((axis) =>
    flagged.some((result) => (result.axes[axis] ?? 100) < 100),
  );
  const rows = flagged
    .slice(0, MOST_ROWS)
    .map((result) =>
      row([
        code(String(result.post.id)),
        scoreOf(result),
        ...axes.map((axis) => String(result.axes[axis] ?? "")),
      ]),
    );
  const more = flagged.length - rows.length;
  return [
    "",
    row(["post", "score", ...axes]),
    row(["---", "---:", ...axes.map(() => "---:")]),
    ...rows,
    ...(more > 0 ? ["", `… and ${counted(more, "more post")}`] : []),
  ];
}

function scoreOf({ score, findings }: PostResult): string {
  const level = (["error", "warning", "info"] as const).find((each) =>
    findings.some((finding) => countedLevel(finding) === each),
  );
  return `${level === undefined ? "" : `${SIGNS[level]} `}${score}`;
}

function row(cells: readonly string[]): string {
  return `| ${cells.join(" | ")} |`;
}

function flagsOf({ posts }: Report): readonly string[] {
  const all = posts.flatMap(({ post, findings }) =>
    findings.map(
      (finding) =>
        `- ${SIGNS[countedLevel(finding)]} ${code(`${post.source}:${finding.place.line}:${finding.place.column}`)} ${plain(messageOf(finding))} ${code(fullName(finding))}`,
    ),
  );
  if (all.length === 0) return [];
  const more = all.length - MOST_FLAGS;
  const rest = more > 0 ? [`- … and ${counted(more, "more flag")}`] : [];
  return [
    "",
    "<details><summary>All flags</summary>",
    "",
    ...all.slice(0, MOST_FLAGS),
    ...rest,
    "",
    "</details>",
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
