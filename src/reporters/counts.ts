import type { Finding, Report, Style, Summary } from "../types.ts";

/** A number with its noun: `1 post`, `2 posts`. */
export function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}

/** `1 error, 2 warnings`: the levels that occur. */
export function levelCounts(summary: Pick<Summary, "errors" | "warnings" | "infos">): string {
  const parts: string[] = [];
  if (summary.errors > 0) parts.push(counted(summary.errors, "error"));
  if (summary.warnings > 0) parts.push(counted(summary.warnings, "warning"));
  if (summary.infos > 0) parts.push(counted(summary.infos, "info"));
  return parts.join(", ");
}

/** The name that reports, ignore comments and `--only` use: `group/name/slug`. */
export function fullName(finding: Pick<Finding, "rule" | "entry">): string {
  return finding.entry === undefined ? finding.rule : `${finding.rule}/${finding.entry}`;
}

/** A finding's message, with the platforms where it holds when these are not all of the post's. */
export function messageOf({ message, platforms }: Finding): string {
  return platforms === undefined ? message : `${message} (on ${platforms.join(", ")})`;
}

/** The line that ends a report for people. */
export function closingLine(report: Report, style: Style): string {
  const { posts, flagged, errors, warnings, infos } = report.summary;
  const flags = errors + warnings + infos;
  const troubles = report.problems.filter((problem) => problem.level === "error").length;
  const tail: string[] = [];
  const { fixed, fixable, known = 0 } = report.summary;
  if (fixed !== undefined) tail.push(style.paint("good", `${fixed} fixed`));
  else if (fixable > 0) tail.push(`${fixable} fixable with --fix`);
  if (known > 0) tail.push(`${known} known and left out`);
  if (style.quiet && flags > errors) tail.push("only errors are shown");
  if (troubles > 0) tail.push(style.paint("error", counted(troubles, "problem")));
  if (style.elapsed !== undefined) tail.push(style.paint("dim", `${Math.round(style.elapsed)} ms`));
  const head = flags === 0 ? goodNews(posts, troubles, style) : flagNews(report.summary, style);
  if (flags > 0)
    tail.unshift(`${head} in ${flagged} of ${counted(posts, "post")} (${levelCounts(report.summary)})`);
  else tail.unshift(head);
  return tail.join(" · ");
}

function goodNews(posts: number, troubles: number, style: Style): string {
  const sign = troubles > 0 ? style.paint("error", "✖") : style.paint("good", "✔");
  if (posts === 0) return `${sign} No posts to check`;
  return `${sign} ${counted(posts, "post")}, nothing to flag`;
}

function flagNews(summary: Summary, style: Style): string {
  const { errors, warnings, infos } = summary;
  const flags = style.paint("bold", counted(errors + warnings + infos, "flag"));
  if (errors > 0) return `${style.paint("error", "✖")} ${flags}`;
  return warnings > 0 ? `${style.paint("warning", "✖")} ${flags}` : `${style.paint("info", "ℹ")} ${flags}`;
}
