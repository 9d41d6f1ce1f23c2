import type { PatternNames } from "../text/pattern-check.ts";
import type { Rule } from "../types.ts";
import { checkPatterns, patternsOfRule } from "./check-patterns.ts";
import { checkState } from "./check-state.ts";
import { finishRule, type RuleTypes } from "./finish-rule.ts";
import { didYouMean, nearest } from "./nearest.ts";
import type { Reporting } from "./reporting.ts";
import type { RuleState, RuleStates } from "./rule-state.ts";

/** What checking a rule needs to know of its pack. */
export interface RuleContext {
  readonly types: RuleTypes;
  /** What patterns may name. */
  readonly names: PatternNames;
  /** The rules of all layers and overrides. */
  readonly known: RuleStates;
}

/** Checks one folded rule (PACK-FORMAT section 6.5); nothing comes back for one that can't be run. */
export function checkedRule(
  state: RuleState,
  { types, names, known }: RuleContext,
  { say, sayInText }: Reporting,
): Rule | undefined {
  const { id, type, off } = state;
  if (type === undefined) {
    say(["rules", id], "no-type", noType(id, types, known), true);
    return undefined;
  }
  checkState(state, say);
  const check = types.checks.find((each) => each.type === type);
  if (check === undefined) {
    const message = `not yet: the rule type “${type}” comes with a later version; switch the rule off (level: off) or leave it out`;
    if (!off) say(["rules", id, type], "not-yet", message, true);
    return undefined;
  }
  const rule = finishRule(state, check, (path, message) =>
    say(["rules", id, type, ...path], "option", message),
  );
  if (rule !== undefined) checkPatterns(patternsOfRule(rule), names, sayInText);
  return rule;
}

/** A rule without a type key is new, or the name of another one mistyped. */
function noType(id: string, { checks }: RuleTypes, known: RuleStates): string {
  const others = [...known.values()].filter(({ type }) => type !== undefined).map((other) => other.id);
  const meant = nearest(id, others) === undefined ? "" : didYouMean(id, others);
  const types = checks.map(({ type }) => type).join(", ");
  return `“${id}” has no type key: write one of ${types}, with what to look for${meant}`;
}
