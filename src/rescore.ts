import { gateFinding } from "./gate.ts";
import { groupOf, scoreOf } from "./score.ts";
import type { Finding, PostResult } from "./types.ts";

/** A post's result before its score: the groups are those with a rule that ran. */
export interface Unscored extends Omit<PostResult, "findings" | "score" | "axes"> {
  readonly groups: Iterable<string>;
}

/**
 * A post's result with these findings, by place: score, axes and gates count exactly them. Findings of gates are made anew, so
 * the result of a result with fewer or more findings is right again.
 */
export function scored(unscored: Unscored, findings: readonly Finding[]): PostResult {
  const { post, groups, words, problems, gates = [] } = unscored;
  const own = gates.length === 0 ? findings : findings.filter((finding) => !isGateFinding(finding));
  const { score, axes } = scoreOf(own, groups, words);
  const closed = gates.flatMap((gate) => {
    const reached = axes[gate.axis];
    if (reached === undefined || reached >= gate.least) return [];
    const behind = own.filter(({ rule }) => groupOf(rule) === gate.axis);
    return gateFinding({ ...gate, reached }, { post, words }, behind);
  });
  const result = {
    post,
    findings: inOrder(closed.length === 0 ? own : [...own, ...closed]),
    score,
    axes,
    words,
    problems,
  };
  const { counts, otherLanguage } = unscored;
  // Most posts have neither.
  if (counts === undefined && unscored.gates === undefined && !otherLanguage) return result;
  return {
    ...result,
    ...(counts !== undefined && { counts }),
    ...(unscored.gates !== undefined && { gates }),
    ...(otherLanguage && { otherLanguage: true as const }),
  };
}

/** Findings by place; those of one check come in order. */
function inOrder(findings: readonly Finding[]): readonly Finding[] {
  for (let index = 1; index < findings.length; index++) {
    if (byPlace(findings[index - 1], findings[index]) > 0) return findings.toSorted(byPlace);
  }
  return findings;
}

/** Whether it was made by a gate. */
export function isGateFinding({ rule }: Pick<Finding, "rule">): boolean {
  return groupOf(rule) === "gate";
}

function byPlace(one: Finding, other: Finding): number {
  return one.span.start - other.span.start || one.span.end - other.span.end;
}
