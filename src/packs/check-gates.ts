import type { Mistake } from "../errors.ts";
import { itemsOf, mapOf } from "./lists.ts";
import { mistakeAt } from "./mistakes.ts";
import { didYouMean } from "./nearest.ts";
import type { Order } from "./order.ts";
import type { IsConsequence } from "./reporting.ts";
import type { RuleStates } from "./rule-state.ts";
import { nodeAt, type Path } from "./tree.ts";

/** What checking gates needs of the layers. */
interface GatesToCheck extends Pick<Order, "layers"> {
  readonly isConsequence: IsConsequence;
}

/** A gate stands on an axis, which is a group with a rule; on another it would never close. */
export function checkGates(
  { layers, isConsequence }: GatesToCheck,
  known: RuleStates,
  report: (mistake: Mistake) => void,
): void {
  const axes = [...new Set([...known.keys()].map((id) => id.slice(0, id.indexOf("/"))))];
  for (const { file, tree, plain } of layers) {
    const places: [Path, unknown][] = [[["gates"], plain.gates]];
    const gates = itemsOf(plain.overrides).map((override) => mapOf(override).gates);
    for (const [index, written] of gates.entries()) places.push([["overrides", index, "gates"], written]);
    for (const [path, written] of places) {
      for (const axis of Object.keys(written ?? {})) {
        if (axes.includes(axis) || isConsequence("unknown-rule", ["gates", axis])) continue;
        const message = `no axis is called “${axis}”, since no rule is in such a group${didYouMean(axis, axes)}`;
        report(mistakeAt(file, nodeAt(tree, [...path, axis], true), "unknown-rule", message));
      }
    }
  }
}
