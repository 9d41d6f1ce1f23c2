import { ENTRY_TYPES, type EntryState, foldEntries } from "./entry-state.ts";
import { foldMap, isMap, mapOf, textOf } from "./lists.ts";
import { slugOf } from "./slug.ts";
import type { Path, Plain, PlainMap } from "./tree.ts";

/** A rule while layers are folded: plain values, nothing required yet. */
export interface RuleState {
  readonly id: string;
  readonly off: boolean;
  readonly type?: string;
  /** The common keys. */
  readonly keys: PlainMap;
  /** The value of the type key, for types without entries. */
  readonly options: PlainMap;
  readonly entries: readonly EntryState[];
}

/** The rules of all layers so far, in the order in which they first stood. */
export type RuleStates = ReadonlyMap<string, RuleState>;

/** Told of mistakes, with the path in the layer's `rules`. */
export type Complain = (path: Path, code: string, message: string) => void;

/** Folds one `rules` map onto the rules so far: groups first, then rules, then entries, so that the more exact key wins. */
export function foldRules(
  earlier: RuleStates,
  rules: PlainMap,
  types: readonly string[],
  complain: Complain,
): RuleStates {
  const states = new Map(earlier);
  const keys = Object.keys(rules);
  const ofDepth = (depth: number): string[] =>
    keys.filter((key) => Math.min(key.split("/").length, 3) === depth);
  for (const key of ofDepth(1)) foldGroup(states, key, rules[key], complain);
  for (const key of ofDepth(2)) foldRule(states, key, rules[key], { types, complain });
  for (const key of ofDepth(3)) foldEntryLevel(states, key, rules[key], complain);
  return states;
}

/** A group's level leaves rules that are off off. */
function foldGroup(states: Map<string, RuleState>, group: string, value: Plain, complain: Complain): void {
  const level = textOf(value);
  const own = [...states.values()].filter(({ id }) => id.startsWith(`${group}/`));
  if (level === undefined)
    complain([group], "rule-name", `a rule's name is group/name; “${group}” alone takes a level`);
  else if (own.length === 0) complain([group], "unknown-rule", group);
  else {
    for (const state of own) {
      if (!state.off) states.set(state.id, withLevel(state, level));
    }
  }
}

function withLevel(state: RuleState, level: string): RuleState {
  return level === "off" ? { ...state, off: true } : { ...state, off: false, keys: { ...state.keys, level } };
}

interface FoldContext {
  readonly types: readonly string[];
  readonly complain: Complain;
}

function foldRule(
  states: Map<string, RuleState>,
  id: string,
  value: Plain,
  { types, complain }: FoldContext,
): void {
  const before = states.get(id);
  const level = textOf(value);
  if (level !== undefined) {
    if (before === undefined) complain([id], "unknown-rule", id);
    else states.set(id, withLevel(before, level));
    return;
  }
  const { type, keys, options } = split(mapOf(value), types);
  if (before?.type !== undefined && type !== undefined && type !== before.type) {
    complain(
      [id, type],
      "type-changed",
      `${id} is of type “${before.type}”; a rule keeps its type. Give this one another name`,
    );
    return;
  }
  const known = type ?? before?.type;
  const missing = (key: string, item: string): void =>
    complain([id, key], "unknown-item", `nothing called “${item}” here to remove`);
  const isEntries = known !== undefined && ENTRY_TYPES.has(known);
  const base: RuleState = before ?? { id, off: false, keys: {}, options: {}, entries: [] };
  const { level: own, ...others } = keys;
  const entries =
    isEntries && type !== undefined
      ? foldEntries(base.entries, known, options, (key, code, message) =>
          complain([id, type, key], code, message),
        )
      : base.entries;
  const folded: RuleState = {
    id,
    off: base.off,
    ...(known !== undefined && { type: known }),
    keys: foldMap(base.keys, others, missing),
    options: isEntries || !isMap(options) ? base.options : foldMap(base.options, options, missing),
    entries,
  };
  states.set(id, typeof own === "string" ? withLevel(folded, own) : folded);
}

interface Split {
  readonly type?: string;
  readonly keys: PlainMap;
  readonly options: Plain;
}

/** A rule's map as its type key and the common ones. */
function split(rule: PlainMap, types: readonly string[]): Split {
  const type = Object.keys(rule).find((key) => types.includes(key));
  if (type === undefined) return { keys: rule, options: null };
  const { [type]: options, ...keys } = rule;
  return { type, keys, options };
}

/** `group/name/slug: off`, or another level. */
function foldEntryLevel(states: Map<string, RuleState>, key: string, value: Plain, complain: Complain): void {
  const [group, name, ...rest] = key.split("/");
  const slug = rest.join("/");
  const state = states.get(`${group}/${name}`);
  const level = textOf(value);
  const isKnown = state?.entries.some((entry) => slugOf(entry.text) === slug);
  if (state === undefined || isKnown !== true) {
    complain([key], "unknown-rule", key);
    return;
  }
  if (level === undefined) {
    complain([key], "entry-level", "an entry named here takes a level; its other keys stand in its rule");
    return;
  }
  const entries = state.entries.map((entry) => {
    if (slugOf(entry.text) !== slug) return entry;
    return level === "off"
      ? { ...entry, off: true }
      : { ...entry, off: false, value: { ...entry.value, level } };
  });
  states.set(state.id, { ...state, entries });
}
