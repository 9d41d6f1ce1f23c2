import type { Lint } from "./lint.ts";
import { prepareRun } from "./lint-run.ts";
import { BETWEEN } from "./packs/finish-entry.ts";
import type { PostLike } from "./post.ts";
import type { Example, Finding, Rule, Span, When } from "./types.ts";

/** What a rule says of an example. */
export interface Trial {
  /** What it flags. */
  readonly findings: readonly Finding[];
  /** What it flags at a lower level, which counts as nothing (PACK-FORMAT section 8). */
  readonly lowered: readonly Finding[];
}

/** Checks an example, and keeps what one rule says of it. Spans of a list of posts refer to all its texts in one. */
export function tryExample(example: Example, rule: Rule, lint: Lint): Trial {
  const findings = (
    example.posts === undefined
      ? lint(postOf(example, rule.when)).findings
      : findingsInList(example.posts, rule, lint)
  ).filter((finding) => finding.rule === rule.id);
  return {
    findings: findings.filter(({ lowered }) => lowered === undefined),
    lowered: findings.filter(({ lowered }) => lowered !== undefined),
  };
}

function findingsInList(examples: readonly Example[], rule: Rule, lint: Lint): readonly Finding[] {
  const run = prepareRun({ ...lint.pack, rules: [rule] }, { all: true });
  for (const [index, example] of examples.entries())
    run.add(lint.inspect({ ...postOf(example, rule.when, true), id: `post ${index + 1}` }));
  let offset = 0;
  return run.end().results.flatMap(({ post, findings }) => {
    const start = offset;
    offset += post.text.length + BETWEEN.length;
    return findings.map((finding) => ({
      ...finding,
      span: { start: finding.span.start + start, end: finding.span.end + start },
    }));
  });
}

/** The post of an example: what it says of itself, else the first value of each fact that the rule asks for. */
export function postOf(example: Example, when: When | undefined, isInList = false): PostLike {
  const first = (name: keyof When["facts"]): string | undefined => when?.facts[name]?.is[0];
  const platform = example.platform ?? first("platform");
  const speakers = ["brand", "employee", "partner"] as const;
  return {
    id: "example",
    text: unmarked(example.text).text,
    platforms: platform === undefined ? [] : [platform],
    account: example.account ?? first("account"),
    speaker: example.speaker ?? speakers.find((speaker) => speaker === first("speaker")),
    author: example.author ?? first("author"),
    kind: example.kind ?? first("kind"),
    lang: example.lang ?? first("lang"),
    // Of a list each post says its own day: some are to lie outside.
    date: example.date ?? (isInList ? undefined : when?.date[0]?.from),
    thread: example.thread,
    fields: example.fields ?? Object.fromEntries((when?.has ?? []).map((field) => [field, field])),
  };
}

/** An example's text without `[[` and `]]`, and the spans that stood between them. */
export function unmarked(source: string): { readonly text: string; readonly spans: readonly Span[] } {
  const spans: Span[] = [];
  let text = "";
  for (const [index, part] of source.split(/\[\[|\]\]/u).entries()) {
    if (index % 2 === 1) spans.push({ start: text.length, end: text.length + part.length });
    text += part;
  }
  return { text, spans };
}
