import { costOf, groupOf } from "../score.ts";
import type { Finding, Place, PostResult, Style } from "../types.ts";

/** What a reader asked for beside what is always told. */
export type Asked = Pick<Style, "explainScore">;

/** One element of `posts` in JSON, version 1 (docs/json.md): plain data, keys in a fixed order, nothing made up. */
export function elementOf(
  { post, counts, score, axes, words, findings }: PostResult,
  { explainScore = false }: Asked = {},
): Readonly<Record<string, unknown>> {
  const { id, source, line, platforms, account, speaker, author, kind, lang, date, role, thread } = post;
  const about = { account, speaker, author, kind, lang, date };
  return {
    id,
    source,
    line,
    platforms,
    ...about,
    role,
    thread: thread === undefined ? undefined : { part: thread.part, of: thread.of },
    counts,
    score,
    axes,
    words: explainScore ? words : undefined,
    findings: findings.map((finding) =>
      explainScore
        ? { ...findingOf(finding), points: pointsOf(finding, { axes, words }) }
        : findingOf(finding),
    ),
  };
}

/** What a finding takes from its axis, to a hundredth; nothing where its group is none. */
function pointsOf(finding: Finding, { axes, words }: Pick<PostResult, "axes" | "words">): number | undefined {
  if (axes[groupOf(finding.rule)] === undefined) return undefined;
  return Math.round(costOf(finding, words).points * 100) / 100;
}

function findingOf(finding: Finding): Readonly<Record<string, unknown>> {
  const { rule, entry, level, confidence, lowered, message, why, url, text } = finding;
  const { span, place, exact, suggestions, fixable, platforms } = finding;
  const said = { rule, entry, level, confidence, lowered, message, why, url, text };
  return {
    ...said,
    span: { start: span.start, end: span.end },
    place: placeOf(place),
    exact,
    suggestions,
    fixable,
    platforms,
  };
}

function placeOf({ line, column, endLine, endColumn, offset, endOffset }: Place): Place {
  return { line, column, endLine, endColumn, offset, endOffset };
}
