import type { Pack, Step, When } from "../types.ts";
import { ENTRY_TYPES } from "./entry-state.ts";
import { foldMap, isMap, mapOf } from "./lists.ts";
import type { Plain, PlainMap } from "./tree.ts";

/** An override, as it stands when all layers are written as one. */
export interface StandingPatch {
  readonly when: When;
  readonly rules: PlainMap;
}

/** The overrides of a pack without what a later layer says anew: in one file overrides come after all rules, so they would win. */
export function standingPatches({ overrides }: Pack): readonly StandingPatch[] {
  return overrides.flatMap(({ when, rules }, index) => {
    if (when === undefined) return [];
    const later = overrides.slice(index + 1).filter((step) => step.when === undefined);
    return [{ when, rules: later.reduce(withoutLater, rules) }];
  });
}

function withoutLater(rules: PlainMap, { rules: later }: Step): PlainMap {
  const kept: Record<string, Plain> = {};
  for (const [name, value] of Object.entries(rules)) {
    const [group] = name.split("/");
    const gone = { ...(later[group] !== undefined && { level: later[group] }), ...leveled(later[name]) };
    const isGroup = name === group;
    const rest = isGroup ? (gone.level === undefined ? value : undefined) : subtract(leveled(value), gone);
    if (rest !== undefined) kept[name] = rest;
    if (isGroup && rest !== undefined) Object.assign(kept, levelsIn(group, later));
  }
  return kept;
}

/** What a layer says of the levels of single rules in a group: beside a level of the whole group they hold. */
function levelsIn(group: string, later: PlainMap): PlainMap {
  const own = Object.entries(later).filter(([name]) => name.startsWith(`${group}/`));
  const levels = own.flatMap(([name, value]) => {
    const { level } = leveled(value);
    return level === undefined ? [] : [[name, level] as const];
  });
  return Object.fromEntries(levels);
}

/** A bare level is `{level}`. */
function leveled(value: Plain | undefined): PlainMap {
  return typeof value === "string" ? { level: value } : mapOf(value);
}

/** What is left of a map when a later one sets some of the same keys; nothing where all is gone. */
function subtract(patch: PlainMap, later: PlainMap): PlainMap | undefined {
  const rest: Record<string, Plain> = {};
  for (const [key, value] of Object.entries(patch)) {
    const left = later[key.replace(/[+-]$/u, "")];
    const kept = ENTRY_TYPES.has(key)
      ? subtract(entriesOf(value), entriesOf(left))
      : left === undefined
        ? withChanges(key, value, later)
        : isMap(value) && isMap(left)
          ? subtract(value, left)
          : undefined;
    if (kept !== undefined) rest[key] = kept;
  }
  return Object.keys(rest).length === 0 ? undefined : rest;
}

/** A list that the later map adds to or removes from. */
function withChanges(key: string, value: Plain, later: PlainMap): Plain {
  const changes = Object.entries(later).filter(([name]) => name === `${key}+` || name === `${key}-`);
  return foldMap({ [key]: value }, Object.fromEntries(changes), () => {})[key];
}

/** Entries as maps: a text, a list or `~` also switches an entry on. */
function entriesOf(written: Plain | undefined): PlainMap {
  const values = Array.isArray(written)
    ? written.map((key): [string, Plain] => [String(key), null])
    : Object.entries(mapOf(written));
  return Object.fromEntries(values.map(([key, value]) => [key, entryOf(value)]));
}

function entryOf(value: Plain): Plain {
  if (isMap(value)) return value;
  return value === "off" ? { level: "off" } : value;
}
