import type { Mistake } from "../errors.ts";
import { type Layer, readLayer } from "./layer.ts";
import { textsOf } from "./lists.ts";
import { mistakeAt } from "./mistakes.ts";
import { nodeAt, type Path } from "./tree.ts";

/** A file of a pack before it is read. */
export interface PackSource {
  /** What tells it from others, and mistakes name it by. */
  readonly name: string;
  readonly text: string;
}

/** Finds what `extends` names, seen from the file that names it; a text says why it can't. */
export type ReadPack = (spec: string, from: string) => PackSource | string;

/** How a pack is read. */
export interface ParseOptions {
  /** Finds what `extends` names. Without it a pack stands alone. */
  readonly read?: ReadPack;
}

/** The layers of a pack in the order in which they are folded. */
export interface Order {
  readonly layers: readonly Layer[];
  /** All layers could be read, so what none of them knows is unknown. */
  readonly isComplete: boolean;
}

/** The layers of a pack, depth first, `extends` from left to right, then the pack itself; one reached twice counts at its first place. */
export function orderedLayers(
  source: PackSource,
  read: ReadPack,
  types: readonly string[],
  report: (mistake: Mistake) => void,
): Order {
  const layers: Layer[] = [];
  const done = new Set<string>();
  let isComplete = true;
  const visit = (current: PackSource, above: readonly string[]): void => {
    if (done.has(current.name)) return;
    done.add(current.name);
    const layer = readLayer(current.name, current.text, types, report);
    if (layer === undefined || layer.broken.has("extends")) isComplete = false;
    if (layer === undefined) return;
    const trail = [...above, current.name];
    for (const [index, spec] of textsOf(layer.plain.extends).entries()) {
      const below = read(spec, current.name);
      const path: Path = Array.isArray(layer.plain.extends) ? ["extends", index] : ["extends"];
      const say = (code: string, message: string): void => {
        isComplete = false;
        report(mistakeAt(layer.file, nodeAt(layer.tree, path), code, message));
      };
      if (typeof below === "string") say("extends", below);
      else if (trail.includes(below.name)) say("cycle", circleOf(trail, below.name));
      else visit(below, trail);
    }
    layers.push(layer);
  };
  visit(source, []);
  return { layers, isComplete };
}

function circleOf(trail: readonly string[], name: string): string {
  const circle = [...trail.slice(trail.indexOf(name)), name].join(" extends ");
  return `${circle}: a pack can't extend itself; leave one of them out`;
}
