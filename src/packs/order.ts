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

/** The layers of a pack in their order. */
export interface Ordered {
  readonly layers: readonly Layer[];
  /** Every layer could be read, so a name that none of them knows is unknown. */
  readonly isWhole: boolean;
}

/** The layers of a pack, depth first, `extends` from left to right, then the pack itself; one reached twice counts at its first place. */
export function orderedLayers(
  source: PackSource,
  read: ReadPack,
  types: readonly string[],
  report: (mistake: Mistake) => void,
): Ordered {
  const layers: Layer[] = [];
  let isWhole = true;
  const done = new Set<string>();
  const visit = (current: PackSource, above: readonly string[]): void => {
    if (done.has(current.name)) return;
    done.add(current.name);
    const layer = readLayer(current.name, current.text, types, report);
    if (layer === undefined) {
      isWhole = false;
      return;
    }
    const trail = [...above, current.name];
    for (const [index, spec] of textsOf(layer.plain.extends).entries()) {
      const path: Path = Array.isArray(layer.plain.extends) ? ["extends", index] : ["extends"];
      const below = read(spec, current.name);
      const say = (code: string, message: string): void =>
        report(mistakeAt(layer.file, nodeAt(layer.tree, path), code, message));
      if (typeof below === "string") {
        isWhole = false;
        say("extends", below);
      } else if (trail.includes(below.name))
        say(
          "cycle",
          `${[...trail.slice(trail.indexOf(below.name)), below.name].join(" extends ")}: a pack can't extend itself; leave one of them out`,
        );
      else visit(below, trail);
    }
    layers.push(layer);
  };
  visit(source, []);
  return { layers, isWhole };
}
