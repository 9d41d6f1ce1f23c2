import { countedLevel } from "../score.ts";
import type { Level, PostResult, Report } from "../types.ts";

const RANK: Readonly<Record<Level | "never", number>> = { info: 1, warning: 2, error: 3, never: 4 };

/** Whether a post has a finding at this level or above. */
export function fails(result: PostResult, failOn: Level | "never"): boolean {
  return result.findings.some((finding) => RANK[countedLevel(finding)] >= RANK[failOn]);
}

/** What turns a report into a failure. */
export interface Verdict {
  /** Some post fails by the level of its pack or of `--fail-on`. */
  readonly failed: boolean;
  /** `--max-warnings`. */
  readonly maxWarnings?: number;
}

/** 2 when something could not be done, else 1 when findings reach what was asked for, else 0. Never a count. */
export function exitCodeOf(report: Report, { failed, maxWarnings }: Verdict): 0 | 1 | 2 {
  if (report.problems.some((problem) => problem.level === "error")) return 2;
  return failed || report.summary.warnings > (maxWarnings ?? Number.POSITIVE_INFINITY) ? 1 : 0;
}
