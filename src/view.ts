import { levelOf, standingOf } from "./context.ts";
import type { CompiledCheck, Engine } from "./engine.ts";
import { confidenceOf, createFinding } from "./finding.ts";
import { NotLoaded } from "./lazy.ts";
import type { View } from "./merge.ts";
import { isInName } from "./names.ts";
import type { PostFacts } from "./packs/facts.ts";
import { isEntrySelected, type Selection } from "./selection.ts";
import type { Finding, Hit, Lowered, Pack, Problem, Rule } from "./types.ts";

export interface ViewOptions extends Selection {
  readonly pack: Pack;
  readonly today?: string;
  /** Nobody will ask for findings of confidence `maybe`, so none is made. */
  readonly dropsMaybe?: boolean;
}

/** What an engine's rules say about a post as it would stand on one platform. A check that throws stops only itself. */
export function viewOf(facts: PostFacts, engine: Engine, options: ViewOptions): View {
  const { post, platform, doc } = facts;
  const otherLanguage = post.lang !== undefined && isOther(post.lang, options.pack.lang);
  const { asleep, groups, ran } = engine.wayFor(facts, otherLanguage);
  const runs = otherLanguage ? engine.runs.filter(({ readsWords }) => !readsWords) : engine.runs;
  const judge = { engine, options };
  const isDropped = (hit: Hit): boolean => options.dropsMaybe === true && confidenceOf(hit) === "maybe";
  const findings: Finding[] = [];
  const problems: Problem[] = [];
  for (const check of runs) {
    try {
      const hits = awakeHits(check, facts, asleep);
      if (hits.length === 0) continue;
      for (const hit of engine.guards.keep(doc, hits)) {
        if (isDropped(hit)) continue;
        const finding = findingOf(hit, check, facts, judge);
        if (finding !== undefined) findings.push(finding);
      }
    } catch (error) {
      if (error instanceof NotLoaded) throw error;
      problems.push(failureOf(check, facts, error));
    }
  }
  return { platform, findings, groups, ran, problems, otherLanguage: runs.length < engine.runs.length };
}

/** `en-GB` and `en` are one language here. */
function isOther(lang: string, own: string): boolean {
  return lang !== own && baseLanguage(lang) !== baseLanguage(own);
}

function baseLanguage(tag: string): string {
  return tag.toLowerCase().split(/[-_]/u)[0];
}

function awakeHits(
  check: CompiledCheck,
  { doc, platform }: PostFacts,
  asleep: ReadonlySet<Rule>,
): readonly Hit[] {
  const hits = check.run(doc, platform, asleep);
  const all = Array.isArray(hits) ? hits : [...hits];
  return asleep.size === 0 || all.length === 0 ? all : all.filter(({ rule }) => !asleep.has(rule));
}

interface Judge {
  readonly engine: Engine;
  readonly options: ViewOptions;
}

/** The finding that a hit becomes; none where its words are allowed, not looked at, or not asked for. */
function findingOf(
  hit: Hit,
  check: CompiledCheck,
  facts: PostFacts,
  { engine, options }: Judge,
): Finding | undefined {
  const { doc, platform } = facts;
  if (!isEntrySelected(hit.rule, hit.entry?.slug, options)) return undefined;
  const lowered = check.wholePost ? hit.lowered : loweredBy(hit, facts);
  if (lowered === "none") return undefined;
  const allowed = engine.allowance.of(doc, hit, options);
  if (allowed === "allowed") return undefined;
  return createFinding(hit, {
    doc,
    platform,
    typeMessage: check.message,
    lowered,
    endedOn: allowed?.endedOn,
  });
}

function loweredBy(hit: Hit, { doc }: PostFacts): Lowered | "none" | undefined {
  if (hit.lowered !== undefined) return hit.lowered;
  const standing = standingOf(doc, hit);
  const level = levelOf(hit.rule, standing);
  if (level === "none") return "none";
  if (level === "lowered") return standing.lowered;
  return standing.lowered === undefined && isInName(doc, hit) ? "named" : undefined;
}

function failureOf({ type }: CompiledCheck, { post }: PostFacts, error: unknown): Problem {
  const reason = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  return {
    source: post.source,
    line: post.line,
    code: "check-failed",
    message: `the check “${type}” stopped at post “${post.id}” (${reason}), so its rules didn't look at it; all others did. Please report this`,
    level: "error",
  };
}
