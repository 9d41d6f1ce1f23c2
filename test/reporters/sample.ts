import { createReport } from "../../src/report.ts";
import type { Finding, Post, PostResult, Problem, Report, Span, Style } from "../../src/types.ts";

/** A style without colour or a terminal. */
export const plain: Style = { paint: (_name, text) => text, width: Number.POSITIVE_INFINITY, quiet: false };

/** A style whose paint can be seen: `{error:…}`. */
export const marked: Style = { ...plain, paint: (name, text) => (text === "" ? "" : `{${name}:${text}}`) };

type About = Partial<Post> & { readonly score?: number; readonly findings?: readonly Partial<Finding>[] };

/** A post in which each `[[…]]` is flagged; `about.findings` changes the findings one by one. */
export function flagged(source: string, about: About = {}): PostResult {
  const { score = 100, findings: changes = [], ...facts } = about;
  const { text, spans } = unmarked(source);
  const post = postOf(text, facts);
  const findings = spans.map((span, index) => ({ ...findingOf(post, span), ...changes[index] }));
  return { post, findings, score, axes: { corporate: score }, words: 25, problems: [] };
}

/** A report of these posts. */
export function reportOf(posts: readonly PostResult[], problems: readonly Problem[] = []): Report {
  return createReport(posts, problems);
}

function unmarked(source: string): { readonly text: string; readonly spans: readonly Span[] } {
  let text = "";
  const spans: Span[] = [];
  for (const [index, part] of source.split(/\[\[|\]\]/u).entries()) {
    if (index % 2 === 1) spans.push({ start: text.length, end: text.length + part.length });
    text += part;
  }
  return { text, spans };
}

function postOf(text: string, facts: Partial<Post>): Post {
  const source = facts.source ?? "post.txt";
  const line = facts.line ?? 1;
  const locate = (span: Span): ReturnType<Post["locate"]> => {
    const [from, to] = [lineAndColumn(text, span.start), lineAndColumn(text, span.end)];
    return {
      line: line + from.line,
      column: from.column,
      endLine: line + to.line,
      endColumn: to.column,
      offset: span.start,
      endOffset: span.end,
    };
  };
  const base = {
    id: source,
    text,
    platforms: [],
    fields: {},
    role: "post",
    hidden: [],
    waivers: [],
    locate,
  } as const;
  return { ...base, ...facts, source, line };
}

function lineAndColumn(text: string, offset: number): { readonly line: number; readonly column: number } {
  const before = text.slice(0, offset).split("\n");
  return { line: before.length - 1, column: before[before.length - 1].length + 1 };
}

function findingOf(post: Post, span: Span): Finding {
  const text = post.text.slice(span.start, span.end);
  return {
    rule: "corporate/jargon",
    entry: text.toLowerCase().replace(/[^a-z0-9]+/gu, "-"),
    level: "warning",
    confidence: "sure",
    message: `“${text}” is meeting-room talk.`,
    text,
    span,
    place: post.locate(span),
    suggestions: [],
    fixable: false,
  };
}
