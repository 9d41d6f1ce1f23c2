import { countedLevel } from "../score.ts";
import type { Level, Problem, Report, Reporter } from "../types.ts";
import { fullName, messageOf } from "./counts.ts";
import { fileFingerprintsOf } from "./fingerprint.ts";
import { harmless, harmlessJson } from "./harmless.ts";

const SEVERITY: Readonly<Record<Level, string>> = { error: "major", warning: "minor", info: "info" };

/** GitLab's Code Quality report: a list, whose fingerprints stay when lines move. */
export const gitlab: Reporter = {
  name: "gitlab",
  summary: "GitLab's Code Quality report",
  render: (report) => `${harmlessJson([...flagsOf(report), ...report.problems.map(problemOf)], 1)}\n`,
};

function flagsOf({ posts }: Report): readonly object[] {
  const fingerprints = fileFingerprintsOf(posts);
  return posts.flatMap(({ post, findings }) =>
    findings.map((finding) => ({
      description: harmless(messageOf(finding)),
      check_name: fullName(finding),
      fingerprint: fingerprints.get(finding),
      severity: SEVERITY[countedLevel(finding)],
      location: {
        path: post.source,
        positions: {
          begin: { line: finding.place.line, column: finding.place.column },
          end: { line: finding.place.endLine, column: finding.place.endColumn },
        },
        lines: { begin: finding.place.line },
      },
    })),
  );
}

function problemOf({ source, line = 1, column = 1, code, message, level }: Problem): object {
  return {
    description: harmless(message),
    check_name: code,
    // What can't be read has no words to tell it by.
    fingerprint: `${code}:${source}:${line}:${column}:${harmless(message)}`,
    severity: level === "error" ? "critical" : "info",
    location: { path: source, lines: { begin: line } },
  };
}
