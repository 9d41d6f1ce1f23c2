import { neededOfRule, neededUnitsOfRule, regex } from "./checks/regex.ts";
import { createEngine } from "./engine.ts";
import { type Digest, digestOf } from "./packs/digest.ts";
import { createPackPatterns } from "./patterns.ts";
import type { AutomatonTables } from "./text/pattern-tables.ts";
import type { EntryOptions, Pack, Rule } from "./types.ts";

const ready = new WeakMap<Pack, AutomatonTables>();

/** Gives a pack the automaton that was built for it before, so that `prepare` needn't build it. */
export function attachTables(pack: Pack, tables: AutomatonTables): void {
  ready.set(pack, tables);
}

/** The automaton that was attached to a pack; it is used only where it fits the pack's patterns. */
export function attachedTables(pack: Pack): AutomatonTables | undefined {
  return ready.get(pack);
}

/** Builds the automaton of a pack's rules without overrides. */
export function buildTables(pack: Pack): AutomatonTables {
  const patterns = createPackPatterns(pack);
  createEngine(pack, pack.rules, patterns, {});
  return patterns.tables();
}

/** What can be told of each rule of a pack ahead of any post. */
export function digestsOf({ rules }: Pack): readonly Digest[] {
  return rules.map((rule) =>
    isRegex(rule)
      ? { ...digestOf(rule), needed: neededOfRule(rule), units: neededUnitsOfRule(rule) }
      : digestOf(rule),
  );
}

function isRegex(rule: Rule): rule is Rule<EntryOptions> {
  return rule.type === regex.type;
}
