import { type Allowance, compileAllowance } from "./allow.ts";
import type { Gather, Run } from "./checks/check.ts";
import { checks, runChecks } from "./checks/index.ts";
import { compileGuards, type Guards } from "./guards.ts";
import type { Lazy } from "./lazy.ts";
import { entriesOf } from "./packs/entries-of.ts";
import { isOn } from "./packs/rules-on.ts";
import { isSelected, type Selection } from "./selection.ts";
import type { PatternSet } from "./text/pattern-set.ts";
import { platformsOf } from "./text/platforms.ts";
import type { Pack, Rule } from "./types.ts";
import { type WayFor, waysOf } from "./ways.ts";

/** The rules of a pack under one set of overrides, compiled: each rule type at once, all phrases in one automaton. */
export interface Engine {
  readonly rules: readonly Rule[];
  readonly wayFor: WayFor;
  readonly runs: readonly CompiledCheck[];
  readonly guards: Guards;
  readonly allowance: Allowance;
  /** What rules over many posts keep of each. */
  readonly gathers: readonly Gather[];
  /** Heavy modules that some post may need. */
  readonly modules: readonly Lazy<unknown>[];
}

export interface CompiledCheck {
  readonly type: string;
  readonly message: string;
  readonly readsWords: boolean;
  readonly wholePost: boolean;
  readonly run: Run;
}

/** Compiles the rules that are on and selected. `patterns` is new and belongs to this engine alone. */
export function createEngine(
  pack: Pack,
  all: readonly Rule[],
  patterns: PatternSet,
  selection: Selection,
): Engine {
  const rules = all.filter((rule) => isOn(rule) && isSelected(rule, selection));
  const guards = compileGuards(rules, patterns);
  const allowance = compileAllowance(pack, patterns);
  const context = { patterns, lists: pack.lists, brand: pack.brand, platforms: platformsOf(pack) };
  const byType = rulesByType(rules);
  const runs: CompiledCheck[] = [];
  const modules: Lazy<unknown>[] = [];
  for (const check of checks) {
    const { type, message, readsWords = false, wholePost = false } = check;
    const own = byType.get(type);
    if (own === undefined) continue;
    runs.push({
      type,
      message,
      readsWords,
      wholePost,
      run: check.compile(own, context),
    });
    modules.push(...(check.modules?.(own) ?? []));
  }
  const gathers = runChecks.flatMap((check) => {
    const own = byType.get(check.type);
    return own === undefined ? [] : [check.gather(own, context)];
  });
  return {
    rules,
    gathers,
    wayFor: waysOf({ rules, runs, guards }),
    runs,
    guards,
    allowance,
    modules,
  };
}

function rulesByType(rules: readonly Rule[]): ReadonlyMap<string, readonly Rule[]> {
  const byType = new Map<string, Rule[]>();
  for (const rule of rules) {
    const own = byType.get(rule.type);
    if (own === undefined) byType.set(rule.type, [rule]);
    else own.push(rule);
  }
  return byType;
}

/** Every name that `--only`, `--skip` and ignore comments know: groups, rules and entries, also of rules that are off. */
export function namesOf(pack: Pack): readonly string[] {
  const names = new Set<string>();
  for (const rule of pack.rules) {
    names.add(rule.group).add(rule.id);
    for (const { slug } of entriesOf(rule)) names.add(`${rule.id}/${slug}`);
  }
  return [...names];
}
