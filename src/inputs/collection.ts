import { listNames } from "../generated/roles.ts";
import { type About, nothingKnown } from "./about.ts";
import { isPlatform, rolesOf } from "./roles.ts";

/** Keys that hold a list of posts. */
export const listKeys: readonly string[] = listNames.split(" ");

/** Whether what stands under a key of the map around a list may say something of all its posts, or be a text that is none of them. */
export function isBesideList(key: string): boolean {
  return !listKeys.includes(key) && (rolesOf([key]).size > 0 || isPlatform(key));
}

/** How a tree of values is looked into. */
export interface Shape<N> {
  /** The values of a list; nothing of what is none. */
  readonly itemsOf: (node: N) => readonly N[] | undefined;
  /** The value under a key of a map; nothing of what is none. */
  readonly below: (node: N, key: string) => N | undefined;
  /** What a map around a list says of all its posts. */
  readonly aboutOf: (node: N) => About;
}

/** Values that may each be a post. */
export interface Collection<N> {
  readonly items: readonly N[];
  readonly around: About;
}

/** A list that is nested deeper in such keys holds something else. */
const DEEPEST = 3;

/** The items of a list, also of one under known keys; any other value is the only item. */
export function collectionIn<N>(root: N, shape: Shape<N>): Collection<N> {
  const path = pathToList(root, shape, DEEPEST);
  const list = path.at(-1);
  if (list === undefined) return { items: [root], around: nothingKnown };
  let around = nothingKnown;
  for (const node of path.slice(0, -1)) {
    const { facts, fields } = shape.aboutOf(node);
    around = { facts: { ...around.facts, ...facts }, fields: { ...around.fields, ...fields } };
  }
  return { items: shape.itemsOf(list) ?? [], around };
}

/** The maps on the way to a list, and the list; nothing where there is none. */
function pathToList<N>(node: N, shape: Shape<N>, deepest: number): readonly N[] {
  if (shape.itemsOf(node) !== undefined) return [node];
  if (deepest === 0) return [];
  const belows = listKeys.flatMap((key) => shape.below(node, key) ?? []);
  const list = belows.find((each) => shape.itemsOf(each) !== undefined);
  if (list !== undefined) return [node, list];
  for (const each of belows) {
    const path = pathToList(each, shape, deepest - 1);
    if (path.length > 0) return [node, ...path];
  }
  return [];
}
