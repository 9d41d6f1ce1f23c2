import { countedLevel } from "../score.ts";
import type { Finding, Report, Reporter, Style } from "../types.ts";
import { fullName, messageOf } from "./counts.ts";
import { harmless, harmlessLines } from "./harmless.ts";

/** One line for each finding, as compilers write them: `path:line:column: level rule: message`. */
export const concise: Reporter = {
  name: "concise",
  summary: "one line for each flag: path:line:column: level rule: message",
  render: (report, style) => harmlessLines(conciseLines(report, style)),
};

function conciseLines(report: Report, style: Style): readonly string[] {
  return report.posts.flatMap(({ post, findings }) =>
    findings
      .filter((finding) => !style.quiet || countedLevel(finding) === "error")
      .map((finding) => lineOf(post.source, finding, style)),
  );
}

function lineOf(source: string, finding: Finding, style: Style): string {
  const level = countedLevel(finding);
  const place = harmless(`${source}:${finding.place.line}:${finding.place.column}:`);
  const said = harmless(`${fullName(finding)}: ${messageOf(finding)}`);
  return `${place} ${style.paint(level, level)} ${said}`;
}
