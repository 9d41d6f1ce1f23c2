import type { Gates, Pack } from "../types.ts";
import { mapOf } from "./lists.ts";
import type { Plain } from "./tree.ts";

/** The gates of one layer or override, as written; nothing where there are none. */
export function gatesOf(written: Plain | undefined): Gates | undefined {
  const pairs = Object.entries(mapOf(written));
  return pairs.length === 0
    ? undefined
    : Object.fromEntries(pairs.map(([axis, least]) => [axis, Number(least)]));
}

/** The gates where these overrides hold (by their number in `pack.overrides`): what is written last wins, axis by axis. */
export function gatesUnder({ gates = {}, overrides }: Pack, held: readonly number[]): Gates {
  if (held.length === 0) return gates;
  const steps = overrides.filter(({ when }, index) => when === undefined || held.includes(index));
  return Object.assign({}, ...steps.map((step) => step.gates));
}

/** Every axis that a gate of the pack stands on, also in overrides. */
export function gatedAxes({ gates = {}, overrides }: Pack): readonly string[] {
  return [
    ...new Set([gates, ...overrides.map((step) => step.gates ?? {})].flatMap((map) => Object.keys(map))),
  ];
}
