import type { Pack, Rule } from "../types.ts";

const known = new WeakMap<Pack, readonly Rule[]>();

/** Tells which rules of a pack are on, so that the others needn't be read. */
export function attachRulesOn(pack: Pack, rules: readonly Rule[]): void {
  known.set(pack, rules);
}

/** The rules of a pack that are on, in order. */
export function rulesOn(pack: Pack): readonly Rule[] {
  return known.get(pack) ?? pack.rules.filter(isOn);
}

/** Whether a rule is run. */
export function isOn({ off }: Rule): boolean {
  return off !== true;
}
