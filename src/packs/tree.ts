/** A value of a pack as written: every scalar is text, and everything knows where it stands. */
export type Tree = TextNode | ListNode | MapNode | NothingNode;

interface Ranged {
  /** Offsets in the file, end exclusive, UTF-16 units. */
  readonly start: number;
  readonly end: number;
}

export interface TextNode extends Ranged {
  readonly kind: "text";
  readonly text: string;
  /** Without quotes and on one line: then the text stands in the file as it is. */
  readonly isPlain: boolean;
}

export interface ListNode extends Ranged {
  readonly kind: "list";
  readonly items: readonly Tree[];
}

export interface MapNode extends Ranged {
  readonly kind: "map";
  readonly pairs: readonly Pair[];
}

/** An empty value, or `~`. */
export interface NothingNode extends Ranged {
  readonly kind: "nothing";
}

export interface Pair {
  readonly key: TextNode;
  readonly value: Tree;
}

/** Keys and indices from the top. */
export type Path = readonly (string | number)[];

/** A value without its places: texts, lists, maps in written order, `null` for nothing. */
export type Plain = string | null | readonly Plain[] | PlainMap;
export interface PlainMap {
  readonly [key: string]: Plain;
}

/**
 * The value of a tree. Maps have no prototype, so that `__proto__` is a key like others. Under the keys in `ordered` a map with keys
 * like `4`, which an object would put first, becomes a list of pairs.
 */
export function plainOf(tree: Tree, ordered: ReadonlySet<string> = NONE): Plain {
  switch (tree.kind) {
    case "text":
      return tree.text;
    case "nothing":
      return null;
    case "list":
      return tree.items.map((item) => plainOf(item, ordered));
    case "map": {
      const map: Record<string, Plain> = Object.create(null);
      for (const { key, value } of tree.pairs) {
        map[key.text] = ordered.has(key.text) ? entriesIn(value, ordered) : plainOf(value, ordered);
      }
      return map;
    }
  }
}

const NONE: ReadonlySet<string> = new Set();

function entriesIn(tree: Tree, ordered: ReadonlySet<string>): Plain {
  const isLost = tree.kind === "map" && tree.pairs.some(({ key }) => /^\d+$/u.test(key.text));
  if (!isLost) return plainOf(tree, ordered);
  return tree.pairs.map(({ key, value }) => [key.text, plainOf(value, ordered)]);
}

/** What a tree knows of a path. */
export interface Found {
  /** What stands there, or the nearest thing above it. */
  readonly node: Tree;
  /** The key that leads there, where the last step known is one of a map; an item of a list that was found by its text is both. */
  readonly key?: TextNode;
  /** How many steps of the path are known. */
  readonly depth: number;
}

/**
 * Follows a path as far as a tree knows it. Where a list is only changed here, its `key+` or `key-` is what stands there. A list of
 * texts may stand for a map without values, so a text leads to the item that it is.
 */
export function follow(tree: Tree, path: Path): Found {
  let found: Found = { node: tree, depth: 0 };
  for (const step of path) {
    const next = stepInto(found, step);
    if (next === undefined) return found;
    found = next;
  }
  return found;
}

function stepInto({ node, depth }: Found, step: string | number): Found | undefined {
  if (node.kind === "list") {
    if (typeof step === "string") return textAt(node, step, depth);
    const item = node.items[step];
    return item === undefined ? undefined : { node: item, depth: depth + 1 };
  }
  if (node.kind !== "map") return undefined;
  const pair = pairAt(node, String(step)) ?? pairAt(node, `${step}+`) ?? pairAt(node, `${step}-`);
  return pair === undefined ? undefined : { node: pair.value, key: pair.key, depth: depth + 1 };
}

function textAt(list: ListNode, text: string, depth: number): Found | undefined {
  const item = textIndex(list).get(text);
  return item === undefined ? undefined : { node: item, key: item, depth: depth + 1 };
}

const textIndices = new WeakMap<ListNode, ReadonlyMap<string, TextNode>>();

function textIndex(list: ListNode): ReadonlyMap<string, TextNode> {
  const made = textIndices.get(list);
  if (made !== undefined) return made;
  const index = new Map<string, TextNode>();
  for (const item of list.items) if (item.kind === "text") index.set(item.text, item);
  textIndices.set(list, index);
  return index;
}

const FEW_PAIRS = 32;
const indices = new WeakMap<MapNode, ReadonlyMap<string, Pair>>();

/** A map's pair with this key, of several the last. */
export function pairAt(map: MapNode, key: string): Pair | undefined {
  if (map.pairs.length < FEW_PAIRS) return map.pairs.findLast((pair) => pair.key.text === key);
  const index = indices.get(map) ?? new Map(map.pairs.map((pair) => [pair.key.text, pair]));
  indices.set(map, index);
  return index.get(key);
}

/** What stands at a path, or the nearest thing above it; a key's own node when `key` is asked for. */
export function nodeAt(tree: Tree, path: Path, key = false): Tree {
  const found = follow(tree, path);
  return key && found.depth === path.length && found.key !== undefined ? found.key : found.node;
}

/** All texts in a tree, in order; keys of maps too. */
export function* textsIn(tree: Tree): Iterable<TextNode> {
  if (tree.kind === "text") yield tree;
  else if (tree.kind === "list") for (const item of tree.items) yield* textsIn(item);
  else if (tree.kind === "map") {
    for (const { key, value } of tree.pairs) {
      yield key;
      yield* textsIn(value);
    }
  }
}
