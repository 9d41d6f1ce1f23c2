import type { PatternNames } from "../text/pattern-check.ts";
import type { Pack } from "../types.ts";
import { checkLists } from "./check-lists.ts";
import { checkPatterns, namesIn, patternsOfTop } from "./check-patterns.ts";
import { didYouMean, nearest } from "./nearest.ts";
import type { Reporting } from "./reporting.ts";
import type { RuleStates } from "./rule-state.ts";

/** Checks a pack but for its rules. Returns what patterns may name. */
export function checkTop(pack: Pack, known: RuleStates, { say, sayInText }: Reporting): PatternNames {
  const circular = checkLists(pack.lists, say);
  const names = namesIn(pack);
  const lists = Object.entries(pack.lists).map(([name, list]) => [name, circular.has(name) ? [] : list]);
  const sound: PatternNames = circular.size === 0 ? names : { ...names, lists: Object.fromEntries(lists) };
  checkPatterns(patternsOfTop({ ...pack, lists: sound.lists }), sound, sayInText);
  const ids = [...known.keys()];
  const rules = [...new Set(ids.map((id) => id.slice(0, id.indexOf("/")))), ...ids];
  for (const { key, rules: spared = [] } of pack.allow) {
    for (const name of spared) {
      // A name that is like none may belong to a pack that extends this one.
      if (rules.includes(name) || nearest(name, rules) === undefined) continue;
      const message = `no group or rule is called “${name}”${didYouMean(name, rules)}`;
      sayInText(["allow", key, "rules"], "unknown-rule", message, {
        source: name,
        offset: 0,
        length: name.length,
        isKey: false,
      });
    }
  }
  return sound;
}
