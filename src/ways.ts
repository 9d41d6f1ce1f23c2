import type { Run } from "./checks/check.ts";
import type { Guards } from "./guards.ts";
import { holds, type PostFacts } from "./packs/facts.ts";
import type { Rule } from "./types.ts";

/** What of an engine looks at a post. */
export interface Way {
  /** The rules whose `when` doesn't hold. */
  readonly asleep: ReadonlySet<Rule>;
  /** The groups with a rule that runs. */
  readonly groups: ReadonlySet<string>;
  /** The rules that run, by their names. */
  readonly ran: ReadonlySet<string>;
}

/** What the ways of an engine are told by. */
export interface WaySource {
  readonly rules: readonly Rule[];
  readonly runs: readonly { readonly type: string; readonly readsWords: boolean; readonly run: Run }[];
  readonly guards: Guards;
}

/** The way for a post; one in another language is spared by the checks that read words. */
export type WayFor = (facts: PostFacts, otherLanguage: boolean) => Way;

/** A step behind some rules with a `when`; the last of them knows the way. */
interface Step {
  awake?: Step;
  asleep?: Step;
  way?: Way;
}

const MOST_WAYS = 1_000;

/** Tells the way for a post. There are few, and nearly all posts share one, so each is made once. */
export function waysOf({ rules, runs, guards }: WaySource): WayFor {
  const conditional = rules.filter(({ when }) => when !== undefined);
  let own: Step = {};
  let other: Step = {};
  let count = 0;
  const make = (asleep: ReadonlySet<Rule>, otherLanguage: boolean): Way => {
    const types = new Set(
      runs.filter(({ readsWords }) => !(otherLanguage && readsWords)).map(({ type }) => type),
    );
    const awake = rules.filter((rule) => types.has(rule.type) && !asleep.has(rule));
    return {
      asleep,
      groups: new Set(awake.map(({ group }) => group)),
      ran: new Set(awake.map(({ id }) => id)),
    };
  };
  return (facts, otherLanguage) => {
    const isAwake = (rule: Rule): boolean => holds(rule.when, facts) && guards.holdsText(facts.doc, rule);
    let step = otherLanguage ? other : own;
    for (const rule of conditional) {
      if (isAwake(rule)) step = step.awake ??= {};
      else step = step.asleep ??= {};
    }
    if (step.way !== undefined) return step.way;
    step.way = make(new Set(conditional.filter((rule) => !isAwake(rule))), otherLanguage);
    if (++count >= MOST_WAYS) {
      own = {};
      other = {};
      count = 0;
    }
    return step.way;
  };
}
