import { type Mistake, PackError } from "../errors.ts";
import type { Pack } from "../types.ts";
import { assemble } from "./assemble.ts";
import type { RuleTypes } from "./finish-rule.ts";
import { orderedLayers, type PackSource, type ParseOptions, type ReadPack } from "./order.ts";
import {
  type FindLevel,
  type FindPlace,
  type FindWriters,
  levelsIn,
  placesIn,
  writersIn,
} from "./pack-places.ts";

/** A pack, and where its rules, entries and examples stand. */
export interface PlacedPack {
  readonly pack: Pack;
  readonly places: FindPlace;
  readonly levels: FindLevel;
  readonly writers: FindWriters;
  /** The names of its layers, those that others build on first. */
  readonly layerNames: readonly string[];
}

/**
 * Reads a pack with everything it extends, checks it and resolves it. Pure and sync.
 * Throws a `PackError` that holds all mistakes of all its layers.
 */
export function parsePlaced(
  source: PackSource,
  types: RuleTypes,
  { read = standsAlone }: ParseOptions,
): PlacedPack {
  const mistakes: Mistake[] = [];
  const report = (mistake: Mistake): void => {
    mistakes.push(mistake);
  };
  const names = [...types.checks.map(({ type }) => type), ...types.later];
  const order = orderedLayers(source, read, names, report);
  const pack = order.layers.length === 0 ? undefined : assemble(order, types, report);
  if (pack === undefined || mistakes.length > 0) throw new PackError(inOrder(withoutConsequences(mistakes)));
  const { layers } = order;
  return {
    pack,
    places: placesIn(layers),
    levels: levelsIn(layers),
    writers: writersIn(layers),
    layerNames: layers.map(({ file }) => file.name),
  };
}

/** Where YAML read no text for a text, what is wrong with that line follows from it. Nothing is said twice. */
function withoutConsequences(mistakes: readonly Mistake[]): readonly Mistake[] {
  const lineOf = ({ file, line }: Mistake): string => `${file}:${line}`;
  const linesOf = (code: string): ReadonlySet<string> =>
    new Set(mistakes.filter((mistake) => mistake.code === code).map(lineOf));
  const swallowed = linesOf("comment");
  const unquoted = linesOf("unquoted");
  const said = new Set<string>();
  return mistakes.filter((mistake) => {
    const line = lineOf(mistake);
    if (mistake.code !== "comment" && swallowed.has(line)) return false;
    if ((mistake.code === "no-match" || mistake.code === "empty") && unquoted.has(line)) return false;
    const key = `${line}:${mistake.column} ${mistake.message}`;
    const isNew = !said.has(key);
    said.add(key);
    return isNew;
  });
}

const standsAlone: ReadPack = (spec) =>
  `“${spec}” can't be read here; give parsePack a way to read it, or use loadPack`;

function inOrder(mistakes: readonly Mistake[]): readonly Mistake[] {
  return mistakes.toSorted(
    (one, other) => compare(one.file, other.file) || one.line - other.line || one.column - other.column,
  );
}

function compare(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}
