import type { Pack, Rule, Step } from "../types.ts";
import { levels } from "./finish-entry.ts";
import { finishRule, type KnownCheck } from "./finish-rule.ts";
import { isMap } from "./lists.ts";
import { foldRules, type RuleState, type RuleStates } from "./rule-state.ts";
import type { Plain, PlainMap } from "./tree.ts";

/**
 * The rules as they are where these overrides hold (by their number in `pack.overrides`): what they touch is folded again, all layers
 * in order; where they set nothing but levels, only levels are. Other rules are the pack's own.
 */
export function applyOverrides(
  pack: Pack,
  held: readonly number[],
  checks: readonly KnownCheck[],
): readonly Rule[] {
  if (held.length === 0) return pack.rules;
  const touch = touchOf(
    held.map((index) => pack.overrides[index]),
    pack.rules.map(({ id }) => id),
  );
  const types = checks.map(({ type }) => type);
  const states = foldTouched(pack.overrides, held, touch, types);
  const rules: Rule[] = [];
  for (const rule of pack.rules) {
    const state = states.get(rule.id);
    if (state === undefined) rules.push(rule);
    else
      rules.push(touch.get(rule.id) === "level" ? atLevel(rule, state) : (finished(state, checks) ?? rule));
  }
  const known = new Set(rules.map(({ id }) => id));
  for (const state of states.values()) {
    const rule = known.has(state.id) ? undefined : finished(state, checks);
    if (rule !== undefined) rules.push(rule);
  }
  return rules;
}

/** The rules that some overrides change, and whether they change more of them than the level. */
export type Touch = ReadonlyMap<string, "level" | "more">;

/** What some overrides change. `ids` are the rules that a group's level may reach, beside those that the overrides name. */
export function touchOf(overrides: readonly Step[], ids: readonly string[] = []): Touch {
  const touch = new Map<string, "level" | "more">();
  for (const { rules } of overrides) {
    for (const [key, value] of Object.entries(rules)) {
      const [group, name, slug] = key.split("/");
      const id = `${group}/${name}`;
      if (name === undefined) {
        const own = [...ids, ...touch.keys()].filter((each) => each.startsWith(`${group}/`));
        for (const each of own) touch.set(each, touch.get(each) ?? "level");
      } else if (slug !== undefined || !isLevel(value)) touch.set(id, "more");
      else touch.set(id, touch.get(id) ?? "level");
    }
  }
  return touch;
}

function isLevel(value: Plain): boolean {
  return !isMap(value) || Object.keys(value).every((key) => key === "level");
}

/** The touched rules, folded where these overrides hold: all layers, and of the overrides only these. */
export function foldTouched(
  steps: readonly Step[],
  held: readonly number[],
  touch: Touch,
  types: readonly string[],
): RuleStates {
  let states: RuleStates = new Map();
  for (const [index, { when, rules }] of steps.entries()) {
    if (when === undefined || held.includes(index)) {
      states = foldRules(states, touchedIn(rules, touch), types, quiet);
    }
  }
  return states;
}

/** Of a layer's rules what is touched: whole, or nothing but levels. */
export function touchedIn(rules: PlainMap, touch: Touch): PlainMap {
  const kept: Record<string, Plain> = {};
  for (const [key, value] of Object.entries(rules)) {
    const [group, name, slug] = key.split("/");
    const how = touch.get(`${group}/${name}`);
    if (name === undefined || how === "more") kept[key] = value;
    else if (how === "level" && slug === undefined) kept[key] = isMap(value) ? levelIn(value) : value;
  }
  return kept;
}

function levelIn({ level }: PlainMap): PlainMap {
  return level === undefined ? {} : { level };
}

function atLevel({ off: _, ...rule }: Rule, { off, keys }: RuleState): Rule {
  const { level = "warning" } = levels(keys);
  return { ...rule, level, ...(off && { off }) };
}

function finished(state: RuleState, checks: readonly KnownCheck[]): Rule | undefined {
  const check = checks.find(({ type }) => type === state.type);
  return check === undefined ? undefined : finishRule(state, check, quiet);
}

/** A pack was checked with its overrides when it was loaded, so nothing is left to complain of. */
function quiet(): void {}
