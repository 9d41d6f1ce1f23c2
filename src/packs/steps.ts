import type { Step } from "../types.ts";
import { compact } from "./finish-entry.ts";
import { whenOf } from "./finish-rule.ts";
import { gatesOf } from "./gates.ts";
import type { Layer } from "./layer.ts";
import { itemsOf, mapOf } from "./lists.ts";
import type { Origin } from "./origins.ts";

/** A map of rules to be folded, and where it stands. */
export interface PlacedStep extends Step {
  readonly origin: Origin;
}

/** The `rules` of all layers and overrides in the order in which they are folded: a layer's overrides come right after its rules. */
export function stepsOf(layers: readonly Layer[]): readonly PlacedStep[] {
  const steps: PlacedStep[] = [];
  for (const { file, tree, plain } of layers) {
    const own = { rules: mapOf(plain.rules), gates: gatesOf(plain.gates) };
    steps.push({ ...compact(own), origin: { file, tree, base: ["rules"] } });
    for (const [index, override] of itemsOf(plain.overrides).entries()) {
      const { when, rules, gates } = mapOf(override);
      const origin = { file, tree, base: ["overrides", index, "rules"] };
      const patch = { when: whenOf(mapOf(when)), rules: mapOf(rules), gates: gatesOf(gates) };
      steps.push({ ...compact(patch), origin });
    }
  }
  return steps;
}
