import { countedLevel } from "../score.ts";
import type { Finding, Level, Post, Report, Reporter } from "../types.ts";
import { counted, fullName, levelCounts, messageOf } from "./counts.ts";
import { harmless } from "./harmless.ts";

/** GitHub shows this many annotations of a kind for a step and drops the others without a word. */
const SHOWN_OF_EACH = 10;
const COMMANDS: readonly (readonly [Level, string])[] = [
  ["error", "error"],
  ["warning", "warning"],
  ["info", "notice"],
];

interface Flag {
  readonly post: Post;
  readonly finding: Finding;
}

/** Workflow commands that annotate a pull request, errors first; what GitHub would drop is counted in a last notice. */
export const github: Reporter = {
  name: "github",
  summary: "annotations for GitHub Actions (at most 10 of a kind, the rest counted)",
  render: (report) => {
    const lines: string[] = [];
    const left = { errors: 0, warnings: 0, infos: 0 };
    const byLevel = flagsByLevel(report);
    for (const [level, command] of COMMANDS) {
      const flags = byLevel[level];
      // One place among the notices is kept for the one that counts the rest.
      const shown = level === "info" ? SHOWN_OF_EACH - 1 : SHOWN_OF_EACH;
      for (const flag of flags.slice(0, shown)) lines.push(commandOf(command, flag));
      left[`${level}s`] = Math.max(0, flags.length - shown);
    }
    const more = left.errors + left.warnings + left.infos;
    if (more > 0)
      lines.push(
        `::notice title=voicecheck::${counted(more, "more flag")} not shown here: ${levelCounts(left)}`,
      );
    return lines.map((line) => `${line}\n`).join("");
  },
};

function flagsByLevel(report: Report): Readonly<Record<Level, readonly Flag[]>> {
  const byLevel: Record<Level, Flag[]> = { error: [], warning: [], info: [] };
  for (const { post, findings } of report.posts) {
    for (const finding of findings) byLevel[countedLevel(finding)].push({ post, finding });
  }
  return byLevel;
}

function commandOf(command: string, { post, finding }: Flag): string {
  const { line, endLine, column, endColumn } = finding.place;
  const title = property(fullName(finding));
  const place = `file=${property(post.source)},line=${line},endLine=${endLine},col=${column},endColumn=${endColumn}`;
  return `::${command} title=${title},${place}::${data(messageOf(finding))}`;
}

/** A message as the runner reads it back. */
function data(text: string): string {
  return harmless(text.replace(/%/gu, "%25").replace(/\r/gu, "%0D").replace(/\n/gu, "%0A"));
}

function property(text: string): string {
  return data(text).replace(/:/gu, "%3A").replace(/,/gu, "%2C");
}
