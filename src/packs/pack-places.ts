import { ENTRY_TYPES } from "./entry-state.ts";
import type { Layer } from "./layer.ts";
import type { PackFile } from "./mistakes.ts";
import type { Origin } from "./origins.ts";
import { slugOf } from "./slug.ts";
import { stepsOf } from "./steps.ts";
import { follow, type Pair, type TextNode, type Tree } from "./tree.ts";

/** A place in a file of a pack; line and column from 1, in UTF-16 units. */
export interface PackPlace {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** What is looked for: a rule, one of its entries, or one of its examples by its text as written. */
export interface Sought {
  readonly rule: string;
  /** Its slug, or its key as written. */
  readonly entry?: string;
  readonly example?: string;
  /** The side that the example stands on. */
  readonly side?: "bad" | "good";
}

/** Finds where something stands; of several layers that write it, in the last. */
export type FindPlace = (sought: Sought) => PackPlace | undefined;

/** Places in the layers of a pack: of the example, else of the entry, else of the rule. */
export function placesIn(layers: readonly Layer[]): FindPlace {
  const origins = stepsOf(layers).map(({ origin }) => origin);
  origins.reverse();
  return ({ rule, entry, example, side }) => {
    const found = origins.flatMap(({ file, tree, base }) => {
      const { node, key, depth } = follow(tree, [...base, rule]);
      return key === undefined || depth < base.length + 1 ? [] : [{ file, node, key }];
    });
    const searches: readonly ((node: Tree) => TextNode | undefined)[] = [
      (node) => (example === undefined ? undefined : exampleIn(node, example, side)),
      (node) => (entry === undefined ? undefined : entryIn(node, entry)),
    ];
    for (const search of searches) {
      for (const { file, node } of found) {
        const text = search(node);
        if (text !== undefined) return placeOf(file, text.start);
      }
    }
    // The rule itself is where it was first written, with its type.
    const first = found.at(-1);
    return first === undefined ? undefined : placeOf(first.file, first.key.start);
  };
}

/** The names of the layers that write a rule or change it, in their order. */
export type FindWriters = (rule: string) => readonly string[];

/** Finds the writers of rules among the layers of a pack. */
export function writersIn(layers: readonly Layer[]): FindWriters {
  const steps = stepsOf(layers);
  return (rule) =>
    steps.flatMap(({ origin: { file, tree, base } }) =>
      follow(tree, [...base, rule]).depth > base.length ? [file.name] : [],
    );
}

/** Where a rule got its level: the last place that names one for it, else for its group. Nothing where its type's default holds. */
export type FindLevel = (rule: string) => PackPlace | undefined;

/** Finds the places of levels in the layers of a pack; those of overrides aren't asked, since they hold for some posts only. */
export function levelsIn(layers: readonly Layer[]): FindLevel {
  const steps = stepsOf(layers).filter(({ when }) => when === undefined);
  steps.reverse();
  return (rule) => {
    for (const { origin } of steps) {
      const level = levelIn(origin, rule) ?? levelIn(origin, rule.slice(0, rule.indexOf("/")));
      if (level !== undefined) return placeOf(origin.file, level.start);
    }
    return undefined;
  };
}

function levelIn({ tree, base }: Origin, name: string): TextNode | undefined {
  const { node, depth } = follow(tree, [...base, name]);
  if (depth < base.length + 1) return undefined;
  if (node.kind === "text") return node;
  if (node.kind !== "map") return undefined;
  const value = node.pairs.find(({ key }) => key.text === "level")?.value;
  return value?.kind === "text" ? value : undefined;
}

function placeOf(file: PackFile, offset: number): PackPlace {
  return { file: file.name, ...file.lines.positionOf(offset) };
}

function exampleIn(node: Tree, example: string, side: Sought["side"]): TextNode | undefined {
  for (const text of examplesIn(node, side)) if (text.text === example) return text;
  return undefined;
}

/** The texts of all examples in a rule's map, those of its entries among them. */
function* examplesIn(node: Tree, side: Sought["side"]): Iterable<TextNode> {
  if (node.kind !== "map") return;
  for (const { key, value } of node.pairs) {
    const name = key.text.replace(/[+-]$/u, "");
    if ((name === "bad" || name === "good") && (side === undefined || side === name)) yield* postsIn(value);
    else yield* examplesIn(value, side);
  }
}

function* postsIn(node: Tree): Iterable<TextNode> {
  if (node.kind === "text") yield node;
  else if (node.kind === "list") for (const item of node.items) yield* postsIn(item);
  else if (node.kind === "map") {
    const text = node.pairs.find(({ key }) => key.text === "text")?.value;
    if (text?.kind === "text") yield text;
  }
}

/** The key of an entry, or its text in a list. */
function entryIn(node: Tree, name: string): TextNode | undefined {
  if (node.kind !== "map") return undefined;
  for (const { value } of node.pairs.filter(isEntries)) {
    const keys =
      value.kind === "map" ? value.pairs.map(({ key }) => key) : value.kind === "list" ? value.items : [];
    const found = keys.find((key) => key.kind === "text" && (key.text === name || slugOf(key.text) === name));
    if (found?.kind === "text") return found;
  }
  return undefined;
}

function isEntries({ key }: Pair): boolean {
  return ENTRY_TYPES.has(key.text);
}
