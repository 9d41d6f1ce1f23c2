import type { Step } from "../types.ts";
import { whenOf } from "./finish-rule.ts";
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
    steps.push({ rules: mapOf(plain.rules), origin: { file, tree, base: ["rules"] } });
    for (const [index, override] of itemsOf(plain.overrides).entries()) {
      const { when, rules } = mapOf(override);
      const origin = { file, tree, base: ["overrides", index, "rules"] };
      steps.push({ when: whenOf(mapOf(when)), rules: mapOf(rules), origin });
    }
  }
  return steps;
}
