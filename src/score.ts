import type { Confidence, Finding, Level, PostResult, Summary } from "./types.ts";

/** What a score needs of a finding. */
export type Scored = Pick<Finding, "rule" | "level" | "confidence" | "lowered">;

/** A post's score by axis; whole numbers from 0 (worst) to 100. */
export interface Scores {
  /** The lowest axis; 100 where there is none. */
  readonly score: number;
  readonly axes: Readonly<Record<string, number>>;
}

/** What a finding counts, in tenths, so that sums stay exact. */
const WEIGHT: Readonly<Record<Level, number>> = { error: 3, warning: 2, info: 1 };
const CONFIDENCE_TENTHS: Readonly<Record<Confidence, number>> = { sure: 10, likely: 6, maybe: 3 };

/** A text of this many words loses ten points for each unit of cost; shorter ones lose no more. */
const USUAL_WORDS = 25;
/** Groups of findings that speak of scores and comments, not of the post, so they cost it nothing. */
const NO_AXES: ReadonlySet<string> = new Set(["gate", "waiver"]);

/**
 * Scores each group of `groups` (those with a rule that ran) by DESIGN section 4:
 * `max(0, 100 − 10·Σ(weight·confidence)·25/max(words, 25))`. `words` are the words of the post's prose.
 */
export function scoreOf(findings: readonly Scored[], groups: Iterable<string>, words: number): Scores {
  const axes = cleanAxes(groups);
  let score = 100;
  if (findings.length === 0) return { score, axes };
  for (const [group, cost] of costsByGroup(findings)) {
    if (!Object.hasOwn(axes, group)) continue;
    const axis = Math.max(0, Math.round(100 - (cost * USUAL_WORDS) / countedWords(words)));
    axes[group] = axis;
    score = Math.min(score, axis);
  }
  return { score, axes };
}

let latest:
  | { readonly groups: Iterable<string>; readonly axes: Readonly<Record<string, number>> }
  | undefined;

/** The axes of groups without findings. Nearly all posts have the same groups, and to copy a record is quicker than to make it. */
function cleanAxes(groups: Iterable<string>): Record<string, number> {
  if (latest?.groups !== groups) {
    const axes: Record<string, number> = {};
    for (const group of groups) if (!NO_AXES.has(group)) axes[group] = 100;
    latest = { groups, axes };
  }
  return { ...latest.axes };
}

/** What the findings of each group cost, in tenths. */
function costsByGroup(findings: readonly Scored[]): ReadonlyMap<string, number> {
  const costs = new Map<string, number>();
  for (const finding of findings) {
    const group = groupOf(finding.rule);
    costs.set(group, (costs.get(group) ?? 0) + costInTenths(finding));
  }
  return costs;
}

/** The words that a score is measured by: a short text counts as one of usual length. */
export function countedWords(words: number): number {
  return Math.max(words, USUAL_WORDS);
}

/** How a finding's points come about: weight × confidence × 10 × 25 / counted words, not rounded. */
export function costOf(
  finding: Scored,
  words: number,
): { readonly weight: number; readonly confidence: number; readonly points: number } {
  const weight = WEIGHT[countedLevel(finding)];
  const tenths = CONFIDENCE_TENTHS[finding.confidence];
  return {
    weight,
    confidence: tenths / 10,
    points: (weight * tenths * USUAL_WORDS) / countedWords(words),
  };
}

/** The level that a finding counts at: a lowered one is an info whatever its rule says. */
export function countedLevel(finding: Pick<Finding, "level" | "lowered">): Level {
  return finding.lowered === undefined ? finding.level : "info";
}

/** Counts what the results hold. */
export function summarise(posts: Iterable<PostResult>): Summary {
  const summary = { posts: 0, flagged: 0, errors: 0, warnings: 0, infos: 0, fixable: 0 };
  for (const { findings } of posts) {
    summary.posts++;
    if (findings.length > 0) summary.flagged++;
    for (const finding of findings) {
      const level = countedLevel(finding);
      if (level === "error") summary.errors++;
      else if (level === "warning") summary.warnings++;
      else summary.infos++;
      if (finding.fixable) summary.fixable++;
    }
  }
  return summary;
}

/** The part of a rule's name before the slash: the axis it scores on. */
export function groupOf(rule: string): string {
  const known = groups.get(rule);
  if (known !== undefined) return known;
  const slash = rule.indexOf("/");
  const group = slash < 0 ? rule : rule.slice(0, slash);
  if (groups.size >= MOST_GROUPS) groups.clear();
  groups.set(rule, group);
  return group;
}

/** Every finding asks for its group, and there are few. */
const groups = new Map<string, string>();
const MOST_GROUPS = 1_000;

function costInTenths(finding: Scored): number {
  return WEIGHT[countedLevel(finding)] * CONFIDENCE_TENTHS[finding.confidence];
}
