import type { Pack, Step, When } from "../types.ts";
import { isMap } from "./lists.ts";
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
    return [{ when, rules: withoutLater(rules, later) }];
  });
}

function withoutLater(rules: PlainMap, later: readonly Step[]): PlainMap {
  const kept: Record<string, Plain> = {};
  for (const [name, value] of Object.entries(rules)) {
    const rest = later.reduce<Plain | undefined>((left, step) => subtract(left, step.rules[name]), value);
    if (rest !== undefined) kept[name] = rest;
  }
  return kept;
}

/** What is left of a patch when a later layer sets some of the same keys; a bare level is `{level}`. */
function subtract(patch: Plain | undefined, later: Plain | undefined): Plain | undefined {
  if (patch === undefined || later === undefined) return patch;
  const gone = typeof later === "string" ? { level: later } : later;
  if (typeof patch === "string") return isMap(gone) && gone.level !== undefined ? undefined : patch;
  if (!isMap(patch) || !isMap(gone)) return patch;
  const rest = Object.entries(patch).filter(([key]) => gone[key] === undefined);
  return rest.length === 0 ? undefined : Object.fromEntries(rest);
}
