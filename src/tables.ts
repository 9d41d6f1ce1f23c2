import { digitsOfRule, neededOfRule, neededUnitsOfRule, regex } from "./checks/regex.ts";
import { createEngine } from "./engine.ts";
import { type Digest, digestOf } from "./packs/digest.ts";
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

/** What can be told of a pack ahead of any post. */
export function madeAhead({ rules }: Pack): MadeAhead {
  return { digests: rules.map(digestFor), wordsOf: allWords };
}

function digestFor(rule: Rule): Digest {
  const digest = digestOf(rule);
  if (!isRegex(rule)) return digest;
  return {
    ...digest,
    needed: neededOfRule(rule),
    digits: digitsOfRule(rule),
    units: neededUnitsOfRule(rule),
  };
}

function isRegex(rule: Rule): rule is Rule<EntryOptions> {
  return rule.type === regex.type;
}
