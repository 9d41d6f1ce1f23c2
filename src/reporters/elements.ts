import type { Finding, Place, PostResult } from "../types.ts";

/** One element of `posts` in JSON, version 1 (docs/json.md): plain data, keys in a fixed order, nothing made up. */
export function elementOf({ post, score, axes, findings }: PostResult): Readonly<Record<string, unknown>> {
  const { id, source, line, platforms, account, speaker, author, kind, lang, date, role, thread } = post;
  const about = { account, speaker, author, kind, lang, date };
  return {
    id,
    source,
    line,
    platforms,
    ...about,
    role,
    thread,
    score,
    axes,
    findings: findings.map(findingOf),
  };
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
