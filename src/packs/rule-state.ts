import { ENTRY_TYPES, type EntryState, foldEntries } from "./entry-state.ts";
import { foldMap, isMap, type Missing, textOf } from "./lists.ts";
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

/**
 * Folds one `rules` map onto the rules so far: first what rules are, then the levels of groups, of rules and of entries, so that the
 * more exact key wins in whatever order they stand.
 */
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
  const named = ofDepth(2);
  for (const id of named) foldRule(states, id, rules[id], { types, complain });
  for (const group of ofDepth(1)) foldGroup(states, group, rules[group], complain);
  for (const id of named) foldLevel(states, id, rules[id], complain);
  for (const key of ofDepth(3)) foldEntryLevel(states, key, rules[key], complain);
  return states;
}

/** A group's level leaves rules that are off off. */
function foldGroup(states: Map<string, RuleState>, group: string, value: Plain, complain: Complain): void {
  const level = textOf(value);
  const own = [...states.values()].filter(({ id }) => id.startsWith(`${group}/`));
  if (level === undefined) {
    complain([group], "rule-name", `a rule's name is group/name; “${group}” alone takes a level`);
    return;
  }
  if (own.length === 0) complain([group], "unknown-rule", group);
  for (const state of own) if (!state.off) states.set(state.id, withLevel(state, level));
}

/** The level of a rule, bare or in its map. */
function foldLevel(states: Map<string, RuleState>, id: string, value: Plain, complain: Complain): void {
  const level = textOf(isMap(value) ? value.level : value);
  const state = states.get(id);
  if (state === undefined) complain([id], "unknown-rule", id);
  else if (level !== undefined) states.set(id, withLevel(state, level));
}

function withLevel(state: RuleState, level: string): RuleState {
  return level === "off" ? { ...state, off: true } : { ...state, off: false, keys: { ...state.keys, level } };
}

interface FoldContext {
  readonly types: readonly string[];
  readonly complain: Complain;
}

/** What a rule's map says but for its level. */
function foldRule(
  states: Map<string, RuleState>,
  id: string,
  value: Plain,
  { types, complain }: FoldContext,
): void {
  if (!isMap(value)) return;
  const before = states.get(id) ?? { id, off: false, keys: {}, options: {}, entries: [] };
  const { type, keys, options } = split(value, types);
  if (before.type !== undefined && type !== undefined && type !== before.type) {
    complain([id, type], "type-changed", before.type);
    return;
  }
  const folded: RuleState = {
    ...before,
    keys: foldMap(before.keys, keys, (path, message) => complain([id, ...path], "unknown-item", message)),
  };
  states.set(id, type === undefined ? folded : withOptions(folded, type, options, complain));
}

function withOptions(state: RuleState, type: string, options: Plain, complain: Complain): RuleState {
  const within: Complain = (path, code, message) => complain([state.id, type, ...path], code, message);
  if (ENTRY_TYPES.has(type))
    return { ...state, type, entries: foldEntries(state.entries, type, options, within) };
  const missing: Missing = (path, message) => within(path, "unknown-item", message);
  return {
    ...state,
    type,
    options: isMap(options) ? foldMap(state.options, options, missing) : state.options,
  };
}

interface Split {
  readonly type?: string;
  readonly keys: PlainMap;
  readonly options: Plain;
}

/** A rule's map as its type key and the common ones. */
function split(rule: PlainMap, types: readonly string[]): Split {
  const type = Object.keys(rule).find((key) => types.includes(key));
  if (type === undefined) return { keys: withoutLevel(rule), options: null };
  const { [type]: options, ...keys } = rule;
  return { type, keys: withoutLevel(keys), options };
}

function withoutLevel({ level: _, ...others }: PlainMap): PlainMap {
  return others;
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
