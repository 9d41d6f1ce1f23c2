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

/** The value of a tree. Maps have no prototype, so that `__proto__` is a key like others. */
export function plainOf(tree: Tree): Plain {
  switch (tree.kind) {
    case "text":
      return tree.text;
    case "nothing":
      return null;
    case "list":
      return tree.items.map(plainOf);
    case "map": {
      const map: Record<string, Plain> = Object.create(null);
      for (const { key, value } of tree.pairs) map[key.text] = plainOf(value);
      return map;
    }
  }
}

/** What stands at a path, or the nearest thing above it; a key's own node when `key` is asked for. */
export function nodeAt(tree: Tree, path: Path, key = false): Ranged {
  let node: Tree = tree;
  for (const [depth, step] of path.entries()) {
    const isLast = depth === path.length - 1;
    if (node.kind === "map") {
      const pair: Pair | undefined = node.pairs.findLast((each) => each.key.text === String(step));
      if (pair === undefined) return node;
      if (isLast && key) return pair.key;
      node = pair.value;
    } else if (node.kind === "list") {
      const item: Tree | undefined = node.items[Number(step)];
      if (item === undefined) return node;
      node = item;
    } else return node;
  }
  return node;
}

/** How many steps of a path a tree knows. */
export function depthOf(tree: Tree, path: Path): number {
  let node: Tree = tree;
  for (const [depth, step] of path.entries()) {
    const next: Tree | undefined =
      node.kind === "map"
        ? node.pairs.findLast((each) => each.key.text === String(step))?.value
        : node.kind === "list"
          ? node.items[Number(step)]
          : undefined;
    if (next === undefined) return depth;
    node = next;
  }
  return path.length;
}
