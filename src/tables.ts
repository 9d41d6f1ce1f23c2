import { expressionFacts, regex } from "./checks/regex.ts";
import { createEngine } from "./engine.ts";
import type { MadeAhead } from "./packs/pack-text.ts";
import { createPackPatterns } from "./patterns.ts";
import { allWords } from "./suggest/wording.ts";
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

/** What can be told of a pack's rules and entries ahead of any post. */
export const madeAhead: MadeAhead = {
  expressionsOf: (rule) => (isRegex(rule) ? expressionFacts(rule) : undefined),
  wordsOf: allWords,
};

function isRegex(rule: Rule): rule is Rule<EntryOptions> {
  return rule.type === regex.type;
}
