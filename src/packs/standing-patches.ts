import type { Gates, Pack, Step, When } from "../types.ts";
import { ENTRY_TYPES, NAMED_TYPES } from "./entry-state.ts";
import { foldMap, isMap, mapOf } from "./lists.ts";
import type { Plain, PlainMap } from "./tree.ts";

/** An override, as it stands when all layers are written as one. */
export interface StandingPatch {
  readonly when: When;
  readonly rules: PlainMap;
  readonly gates?: Gates;
}

/** The overrides of a pack without what a later layer says anew: in one file overrides come after all rules, so they would win. */
export function standingPatches({ overrides }: Pack): readonly StandingPatch[] {
  return overrides.flatMap(({ when, rules, gates }, index) => {
    if (when === undefined) return [];
    const later = overrides.slice(index + 1).filter((step) => step.when === undefined);
    return [{ when, rules: later.reduce(withoutLater, rules), gates: withoutLaterGates(gates, later) }];
  });
}

function withoutLaterGates(gates: Gates | undefined, later: readonly Step[]): Gates | undefined {
  const kept = Object.entries(gates ?? {}).filter(([axis]) =>
    later.every((step) => step.gates?.[axis] === undefined),
  );
  return kept.length === 0 ? undefined : Object.fromEntries(kept);
}

function withoutLater(rules: PlainMap, { rules: later }: Step): PlainMap {
  const kept: Record<string, Plain> = {};
  for (const [name, value] of Object.entries(rules)) {
    const left = leftOfName(name, value, later);
    if (left === undefined) continue;
    kept[name] = left;
    if (!name.includes("/")) Object.assign(kept, levelsIn(name, later));
  }
  return kept;
}

/** What is left of what an override says under the name of a group, a rule or an entry. */
function leftOfName(name: string, value: Plain, later: PlainMap): Plain | undefined {
  const [group, rule, entry] = name.split("/");
  if (entry !== undefined) return later[name] === undefined ? value : undefined;
  const { level } = leveled(value);
  // A group's level leaves rules that are off off.
  const groupLevel = level === "off" ? undefined : later[group];
  if (rule === undefined) return groupLevel === undefined ? value : undefined;
  if (groupLevel === undefined && later[name] === undefined) return value;
  return subtract(leveled(value), {
    ...(groupLevel !== undefined && { level: groupLevel }),
    ...leveled(later[name]),
  });
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
    const left = leftOf(key, value, later);
    if (left !== undefined) rest[key] = left;
  }
  return Object.keys(rest).length === 0 ? undefined : rest;
}

function leftOf(key: string, value: Plain, later: PlainMap): Plain | undefined {
  const gone = later[key.replace(/[+-]$/u, "")];
  if (gone === undefined) return withChanges(key, value, later);
  if (ENTRY_TYPES.has(key)) return subtractEntries(key, entriesOf(value), entriesOf(gone));
  return isMap(value) && isMap(gone) ? subtract(value, gone) : undefined;
}

/** A list that the later map adds to or removes from. */
function withChanges(key: string, value: Plain, later: PlainMap): Plain {
  return foldMap({ [key]: value }, later, () => {})[key];
}

function entriesOf(written: Plain): PlainMap {
  if (!Array.isArray(written)) return mapOf(written);
  const pairs = written.map((each) =>
    Array.isArray(each) ? [String(each[0]), each[1]] : [String(each), null],
  );
  return Object.fromEntries(pairs);
}

function subtractEntries(type: string, patch: PlainMap, later: PlainMap): PlainMap | undefined {
  const rest: Record<string, Plain> = {};
  for (const [key, value] of Object.entries(patch)) {
    const gone = later[key];
    const left =
      gone === undefined
        ? value
        : subtract(entryOf(type, value), { ...(!isMap(gone) && SWITCHED), ...entryOf(type, gone) });
    if (left !== undefined) rest[key] = left;
  }
  return Object.keys(rest).length === 0 ? undefined : rest;
}

/** A text, a list or `~` switches an entry on, and `off` switches it off. */
const SWITCHED: PlainMap = { level: "" };

/** A bare value of an entry under the key that it is short for. */
function entryOf(type: string, value: Plain): PlainMap {
  if (isMap(value)) return value;
  if (value === "off") return { level: "off" };
  return { [NAMED_TYPES.has(type) ? "match" : "use"]: value };
}
