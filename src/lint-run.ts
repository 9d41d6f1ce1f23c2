import type { Sample } from "./calendar/sample.ts";
import { runChecks } from "./checks/index.ts";
import { createFinding } from "./finding.ts";
import type { Inspected } from "./lint.ts";
import { rulesOn } from "./packs/rules-on.ts";
import { scored } from "./rescore.ts";
import { isSelected, type Selection } from "./selection.ts";
import { isSpared, isWaived, unusedNames } from "./suppress.ts";
import { createDoc } from "./text/doc.ts";
import type { Finding, Pack, Post, PostResult, Problem, Rule } from "./types.ts";

/** Checks many posts together: is told of each post, and gives their results after the last one. */
export interface LintRun {
  /** A post that is known was there before: others are to blame for what they share with it. */
  readonly add: (inspected: Inspected, isKnown?: boolean) => void;
  /** The results in the order in which they were told, with what the rules over many posts found. */
  readonly end: () => RunResult;
}

/** The results of a run, and what should be known of it. */
export interface RunResult {
  readonly results: readonly PostResult[];
  readonly notes: readonly Problem[];
}

export interface RunOptions extends Selection {
  /** Findings of confidence `maybe` are kept too. */
  readonly all?: boolean;
  /** ISO date by which ignore comments end for posts without a date of their own. */
  readonly today?: string;
}

/** Whether a pack has rules over many posts that are on and selected. Overrides can switch on others only where one is. */
export function hasRunRules(pack: Pack, selection: Selection = {}): boolean {
  return runRules(pack, selection).length > 0;
}

function runRules(pack: Pack, selection: Selection): readonly Rule[] {
  const types = new Set(runChecks.map(({ type }) => type));
  return rulesOn(pack).filter((rule) => types.has(rule.type) && isSelected(rule, selection));
}

/** Prepares the rules of a pack that look at many posts. */
export function prepareRun(pack: Pack, options: RunOptions = {}): LintRun {
  const rules = runRules(pack, options);
  const inspected: Inspected[] = [];
  const samples = new Map<string, Sample[]>();
  const known = new Set<Post>();
  const add: LintRun["add"] = (each, isKnown = false) => {
    inspected.push(each);
    if (isKnown) known.add(each.result.post);
    for (const sample of each.samples) {
      const list = samples.get(sample.rule.id);
      if (list === undefined) samples.set(sample.rule.id, [sample]);
      else list.push(sample);
    }
  };
  const end = (): RunResult => {
    const found = new Map<Post, Finding[]>();
    let undated = 0;
    for (const check of runChecks) {
      for (const rule of rules.filter(({ type }) => type === check.type)) {
        const verdict = check.judge(rule, samples.get(rule.id) ?? [], known);
        undated = Math.max(undated, verdict.undated);
        for (const { post, ...hit } of verdict.hits) {
          const findings = found.get(post) ?? [];
          findings.push(createFinding(hit, { doc: createDoc(post), ...PLAIN, typeMessage: check.message }));
          found.set(post, findings);
        }
      }
    }
    const clean = Object.fromEntries(rules.map(({ group }): [string, number] => [group, 100]));
    const told = { pack, rules, options, clean };
    const results = inspected.map((each) => withFindings(each, found.get(each.result.post) ?? [], told));
    // Where no post has a date nobody takes it for a calendar.
    const isCalendar = results.some(({ post }) => post.date !== undefined);
    return { results, notes: undated > 0 && isCalendar ? [undatedNote(undated, results)] : [] };
  };
  return { add, end };
}

/** Rules over many posts speak of posts, so nothing around the words lowers or allows them. */
const PLAIN = { platform: undefined, lowered: undefined, endedOn: undefined } as const;

interface Told {
  readonly pack: Pack;
  readonly rules: readonly Rule[];
  readonly options: RunOptions;
  /** The axes of a post without findings of these rules. */
  readonly clean: PostResult["axes"];
}

/** A result with further findings, but for those that are waived; an ignore comment that none of them needed is told. */
function withFindings(
  { result, runGates = [] }: Inspected,
  found: readonly Finding[],
  { pack, rules, options, clean }: Told,
): PostResult {
  const { post } = result;
  if (rules.length === 0) return result;
  const groups = { ...clean, ...result.axes };
  const gates = runGates.filter(({ axis }) => Object.hasOwn(groups, axis));
  if (found.length === 0 && post.waivers.length === 0 && gates.length === 0)
    return { ...result, axes: groups };
  const ran = new Set(rules.map(({ id }) => id));
  const context = { ...options, post, pack, today: options.today ?? "", ran };
  const kept = found.filter((finding) => !isWaived(finding, context));
  const shown = kept.filter(({ confidence }) => confidence !== "maybe" || options.all === true);
  const faults = post.waivers.length === 0 ? [] : unusedNames(found, context);
  const open = gates.filter(({ axis }) => !isSpared(`gate/${axis}`, context));
  const all = [...(result.gates ?? []), ...open];
  return scored({ ...result, groups: Object.keys(groups), ...(all.length > 0 && { gates: all }) }, [
    ...result.findings,
    ...shown,
    ...faults,
  ]);
}

function undatedNote(count: number, [first]: readonly PostResult[]): Problem {
  const posts = count === 1 ? "1 post has" : `${count} posts have`;
  return {
    source: first.post.source,
    code: "undated",
    message: `${posts} no date, so the rules that count by days, weeks or months did not look there`,
    level: "note",
  };
}
