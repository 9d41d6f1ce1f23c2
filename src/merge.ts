import type { Finding, Problem } from "./types.ts";

/** What the rules of one platform say about a post. */
export interface View {
  readonly platform: string | undefined;
  readonly findings: readonly Finding[];
  /** The groups with a rule that ran. */
  readonly groups: ReadonlySet<string>;
  /** The rules that ran. */
  readonly ran: ReadonlySet<string>;
  readonly problems: readonly Problem[];
  /** Rules were left out, since the post is in another language than the pack. */
  readonly otherLanguage: boolean;
}

/** Puts the views of a post's platforms together; a finding names its platforms when it doesn't hold for all. */
export function mergeViews(views: readonly View[]): View {
  if (views.length === 1) return views[0];
  const byKey = new Map<string, { readonly finding: Finding; readonly platforms: Set<string> }>();
  for (const { platform, findings } of views) {
    for (const finding of findings) {
      const key = keyOf(finding);
      const known = byKey.get(key) ?? { finding, platforms: new Set() };
      if (platform !== undefined) known.platforms.add(platform);
      byKey.set(key, known);
    }
  }
  return {
    platform: undefined,
    findings: Array.from(byKey.values(), ({ finding, platforms }) =>
      platforms.size === views.length ? finding : { ...finding, platforms: [...platforms] },
    ),
    groups: new Set(views.flatMap(({ groups }) => [...groups])),
    ran: new Set(views.flatMap(({ ran }) => [...ran])),
    problems: uniqueProblems(views.flatMap(({ problems }) => problems)),
    otherLanguage: views.some(({ otherLanguage }) => otherLanguage),
  };
}

function keyOf({ rule, entry, level, confidence, message, span }: Finding): string {
  return JSON.stringify([rule, entry, level, confidence, message, span.start, span.end]);
}

function uniqueProblems(problems: readonly Problem[]): readonly Problem[] {
  return [...new Map(problems.map((problem) => [problem.message, problem])).values()];
}
