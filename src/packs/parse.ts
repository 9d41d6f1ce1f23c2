import { type Mistake, PackError } from "../errors.ts";
import type { Pack } from "../types.ts";
import { assemble } from "./assemble.ts";
import type { RuleTypes } from "./finish-rule.ts";
import { orderedLayers, type PackSource, type ParseOptions, type ReadPack } from "./order.ts";

/**
 * Reads a pack with everything it extends, checks it and resolves it. Pure and sync.
 * Throws a `PackError` that holds all mistakes of all its layers.
 */
export function parseSource(
  source: PackSource,
  types: RuleTypes,
  { read = standsAlone }: ParseOptions,
): Pack {
  const mistakes: Mistake[] = [];
  const report = (mistake: Mistake): void => {
    mistakes.push(mistake);
  };
  const names = [...types.checks.map(({ type }) => type), ...types.later];
  const { layers, isWhole } = orderedLayers(source, read, names, report);
  const atFirst = new Set(mistakes.map(lineOf));
  // What is wrong on a line already is said once: the names and patterns on it may only be wrong because of that.
  const later = (mistake: Mistake): void => {
    if (!atFirst.has(lineOf(mistake)) && !(mistake.code === "no-type" && atFirst.size > 0)) report(mistake);
  };
  // Where a layer could not be read, what refers to it would only repeat its mistakes.
  const pack = isWhole ? assemble(layers, types, later) : undefined;
  if (pack === undefined || mistakes.length > 0) throw new PackError(inOrder(mistakes));
  return pack;
}

function lineOf({ file, line }: Mistake): string {
  return `${file}:${line}`;
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
