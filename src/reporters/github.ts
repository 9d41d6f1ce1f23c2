import { countedLevel } from "../score.ts";
import type { Confidence, Finding, Level, Post, Problem, Report, Reporter } from "../types.ts";
import { counted, fullName, levelCounts, messageOf } from "./counts.ts";
import { harmless } from "./harmless.ts";

/** GitHub shows this many annotations of a kind for a step and drops the others without a word. */
const SHOWN_OF_EACH = 10;
const COMMANDS: readonly (readonly [Level, string])[] = [
  ["error", "error"],
  ["warning", "warning"],
  ["info", "notice"],
];

/** What is annotated, after its level: where, and what is said. */
interface Told {
  readonly write: (command: string) => string;
  /** Lower is worse: a doubt counts more than the post's score. */
  readonly rank: number;
}

const CONFIDENCES: readonly Confidence[] = ["sure", "likely", "maybe"];
/** A score is a hundred at most. */
const DOUBT = 101;

/** Workflow commands that annotate a pull request, errors first; of more than GitHub shows the worst, and the rest is counted in a last notice. */
export const github: Reporter = {
  name: "github",
  summary: "annotations for GitHub Actions (at most 10 of a kind, the rest counted)",
  render: (report) => {
    const lines: string[] = [];
    const left = { errors: 0, warnings: 0, infos: 0 };
    const byLevel = toldByLevel(report);
    for (const [level, command] of COMMANDS) {
      const told = byLevel[level];
      // One place among the notices is kept for the one that counts the rest.
      const shown = level === "info" ? SHOWN_OF_EACH - 1 : SHOWN_OF_EACH;
      const worst = told.length <= shown ? told : told.toSorted((one, other) => one.rank - other.rank);
      for (const { write } of worst.slice(0, shown)) lines.push(write(command));
      left[`${level}s`] = Math.max(0, told.length - shown);
    }
    const more = left.errors + left.warnings + left.infos;
    if (more > 0)
      lines.push(
        `::notice title=voicecheck::${counted(more, "more flag")} not shown here: ${levelCounts(left)}`,
      );
    return lines.map((line) => `${line}\n`).join("");
  },
};

/** An annotation without a place: why the step could not do its work. */
export function errorAnnotation(message: string): string {
  return `::error title=voicecheck::${data(message)}\n`;
}

/** Problems first: what could not be checked is worse than what was found. */
function toldByLevel({ posts, problems }: Report): Readonly<Record<Level, readonly Told[]>> {
  const byLevel: Record<Level, Told[]> = { error: [], warning: [], info: [] };
  for (const problem of problems)
    byLevel[problem.level === "error" ? "error" : "info"].push({
      write: (command) => problemOf(command, problem),
      rank: -1,
    });
  for (const { post, findings, score } of posts) {
    for (const finding of findings)
      byLevel[countedLevel(finding)].push({
        write: (command) => flagOf(command, post, finding),
        rank: CONFIDENCES.indexOf(finding.confidence) * DOUBT + score,
      });
  }
  return byLevel;
}

function flagOf(command: string, post: Post, finding: Finding): string {
  const { line, endLine, column, endColumn } = finding.place;
  const title = property(fullName(finding));
  const place = `file=${property(post.source)},line=${line},endLine=${endLine},col=${column},endColumn=${endColumn}`;
  return `::${command} title=${title},${place}::${data(messageOf(finding))}`;
}

function problemOf(command: string, { source, line, column, code, message }: Problem): string {
  const where = [`file=${property(source)}`, line && `line=${line}`, column && `col=${column}`];
  return `::${command} title=${property(code)},${where.filter(Boolean).join(",")}::${data(message)}`;
}

/** A message as the runner reads it back. */
function data(text: string): string {
  return harmless(text.replace(/%/gu, "%25").replace(/\r/gu, "%0D").replace(/\n/gu, "%0A"));
}

function property(text: string): string {
  return data(text).replace(/:/gu, "%3A").replace(/,/gu, "%2C");
}
