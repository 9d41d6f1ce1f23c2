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
  const { maps, items } = listIn(root, shape, DEEPEST) ?? { maps: [], items: [root] };
  let around = nothingKnown;
  for (const map of maps) {
    const { facts, fields } = shape.aboutOf(map);
    around = { facts: { ...around.facts, ...facts }, fields: { ...around.fields, ...fields } };
  }
  return { items, around };
}

/** A list, and the maps on the way to it. */
interface Listed<N> {
  readonly maps: readonly N[];
  readonly items: readonly N[];
}

/** The nearest list in a value: itself, else under its keys, else deeper in these. */
function listIn<N>(node: N, shape: Shape<N>, deepest: number): Listed<N> | undefined {
  const own = shape.itemsOf(node);
  if (own !== undefined) return { maps: [], items: own };
  if (deepest === 0) return undefined;
  const belows = listKeys.flatMap((key) => shape.below(node, key) ?? []);
  for (const each of belows) {
    const items = shape.itemsOf(each);
    if (items !== undefined) return { maps: [node], items };
  }
  for (const each of belows) {
    const found = listIn(each, shape, deepest - 1);
    if (found !== undefined) return { maps: [node, ...found.maps], items: found.items };
  }
  return undefined;
}
