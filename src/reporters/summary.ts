import { countedLevel, summarise } from "../score.ts";
import type { Finding, PostResult, Report, Reporter, Style } from "../types.ts";
import { displayWidth, padded } from "./cells.ts";
import { closingLine, counted, levelCounts } from "./counts.ts";
import { harmless, harmlessLines } from "./harmless.ts";

interface RuleCount {
  readonly rule: string;
  errors: number;
  warnings: number;
  infos: number;
}

/** The files that hold flags, then how often each rule flagged. */
export const summary: Reporter = {
  name: "summary",
  summary: "the files with flags, then a table of rules and their counts",
  render: (report, style) => harmlessLines(summaryLines(report, style)),
};

function summaryLines(report: Report, style: Style): readonly string[] {
  const results = report.posts.map((result) => ({
    ...result,
    findings: result.findings.filter((finding) => !style.quiet || countedLevel(finding) === "error"),
  }));
  const files = fileLines(results, style);
  if (files.length === 0) return [closingLine(report, style)];
  return [
    ...files,
    "",
    ...ruleLines(
      results.flatMap((result) => result.findings),
      style,
    ),
    "",
    closingLine(report, style),
  ];
}

function fileLines(results: readonly PostResult[], style: Style): readonly string[] {
  const bySource = new Map<string, PostResult[]>();
  for (const result of results) {
    const list = bySource.get(result.post.source);
    if (list === undefined) bySource.set(result.post.source, [result]);
    else list.push(result);
  }
  const flagged = [...bySource].filter(([, list]) => list.some((result) => result.findings.length > 0));
  const width = widest(flagged.map(([source]) => harmless(source)));
  return flagged.map(([source, list]) => {
    const counts = summarise(list);
    const name = style.paint("bold", padded(harmless(source), width));
    return `${name}  ${counts.flagged} of ${counted(counts.posts, "post")} flagged · ${levelCounts(counts)}`;
  });
}

function ruleLines(findings: readonly Finding[], style: Style): readonly string[] {
  const rows = ruleCounts(findings);
  const width = Math.max("rule".length, widest(rows.map((row) => harmless(row.rule))));
  const head = `${padded("rule", width)}  errors  warnings  infos`;
  return [style.paint("dim", head), ...rows.map((row) => ruleLine(row, width, style))];
}

function ruleLine(row: RuleCount, width: number, style: Style): string {
  const errors = String(row.errors).padStart("errors".length);
  const warnings = String(row.warnings).padStart("warnings".length);
  const infos = String(row.infos).padStart("infos".length);
  const name = padded(harmless(row.rule), width);
  return [
    name,
    row.errors > 0 ? style.paint("error", errors) : errors,
    row.warnings > 0 ? style.paint("warning", warnings) : warnings,
    row.infos > 0 ? style.paint("info", infos) : infos,
  ].join("  ");
}

/** Most errors first, then most warnings, infos, then by name. */
function ruleCounts(findings: readonly Finding[]): readonly RuleCount[] {
  const byRule = new Map<string, RuleCount>();
  for (const finding of findings) {
    const row = byRule.get(finding.rule) ?? { rule: finding.rule, errors: 0, warnings: 0, infos: 0 };
    byRule.set(finding.rule, row);
    const level = countedLevel(finding);
    if (level === "error") row.errors++;
    else if (level === "warning") row.warnings++;
    else row.infos++;
  }
  return [...byRule.values()].sort(
    (a, b) =>
      b.errors - a.errors || b.warnings - a.warnings || b.infos - a.infos || (a.rule < b.rule ? -1 : 1),
  );
}

function widest(texts: readonly string[]): number {
  let width = 0;
  for (const text of texts) width = Math.max(width, displayWidth(text));
  return width;
}
