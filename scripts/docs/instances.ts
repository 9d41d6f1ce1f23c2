import { tryExample } from "../../src/example-trial.ts";
import { prepare } from "../../src/lint.ts";
import { entriesOf } from "../../src/packs/entries-of.ts";
import type { Pack, Rule } from "../../src/types.ts";

/** By the names of rule and entry, the words that the entry finds in the rule's own examples. */
export type Instances = ReadonlyMap<string, string>;

/** What the entries of some rules of a pack find, for instance. */
export async function instancesOf(chosen: readonly Rule[], pack: Pack): Promise<Instances> {
  const rules = chosen.map(({ off: _, ...rule }) => rule);
  const lint = prepare({ ...pack, rules, overrides: [], allow: [] }, { all: true });
  await lint.load();
  const found = new Map<string, string>();
  for (const rule of rules) {
    for (const example of badOf(rule)) {
      for (const { entry, text } of tryExample(example, rule, lint).findings) {
        const name = `${rule.id}/${entry}`;
        if (entry !== undefined && !found.has(name)) found.set(name, text);
      }
    }
  }
  return found;
}

/** The examples of a rule, and of its entries, that are flagged. */
function badOf(rule: Rule): Rule["examples"]["bad"] {
  return [...rule.examples.bad, ...entriesOf(rule).flatMap(({ bad = [] }) => bad)];
}
