import type { Rule } from "./types.ts";

/** What to run of a pack, by the names of groups, rules and entries. */
export interface Selection {
  readonly only?: readonly string[];
  readonly skip?: readonly string[];
}

const NONE: readonly string[] = [];

/** Whether a rule may find something that is selected: it, its group or one of its entries is named. */
export function isSelected(rule: Rule, { only, skip = NONE }: Selection): boolean {
  if (skip.includes(rule.group) || skip.includes(rule.id)) return false;
  if (only === undefined) return true;
  return only.some((name) => name === rule.group || name === rule.id || name.startsWith(`${rule.id}/`));
}

/** Whether a finding of a selected rule is wanted, where entries are named. */
export function isEntrySelected(
  rule: Rule,
  entry: string | undefined,
  { only, skip = NONE }: Selection,
): boolean {
  if (only === undefined && skip.length === 0) return true;
  const name = `${rule.id}/${entry}`;
  if (skip.includes(name)) return false;
  return only === undefined || only.some((each) => each === rule.group || each === rule.id || each === name);
}

/** Whether the gate of an axis is wanted: it can be skipped, and is otherwise judged by what was selected. */
export function isGateSelected(axis: string, { skip = [] }: Selection): boolean {
  return !skip.includes("gate") && !skip.includes(`gate/${axis}`);
}
