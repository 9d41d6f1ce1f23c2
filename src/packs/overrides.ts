import type { Pack, Rule } from "../types.ts";
import { finishRule, type KnownCheck } from "./finish-rule.ts";
import { foldRules, type RuleStates } from "./rule-state.ts";

/** The rules as they are where these overrides hold (by their number in `pack.overrides`): all layers folded again, in order. */
export function applyOverrides(
  pack: Pack,
  held: readonly number[],
  checks: readonly KnownCheck[],
): readonly Rule[] {
  if (held.length === 0) return pack.rules;
  const types = checks.map(({ type }) => type);
  let states: RuleStates = new Map();
  for (const [index, { when, rules }] of pack.overrides.entries()) {
    if (when === undefined || held.includes(index)) states = foldRules(states, rules, types, complain);
  }
  return [...states.values()].flatMap((state) => {
    const check = checks.find(({ type }) => type === state.type);
    const rule = check === undefined ? undefined : finishRule(state, check, complain);
    return rule === undefined ? [] : [rule];
  });
}

/** A pack was checked with all of its overrides when it was loaded, so nothing is left to complain of. */
function complain(): void {}
