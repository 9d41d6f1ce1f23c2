import type { PackFile, Stretch } from "./mistakes.ts";
import { type Found, follow, type Path, pairAt, type TextNode, type Tree, textsIn } from "./tree.ts";

/** A map in a file that something of a pack may stand in: the whole, a layer's rules, or those of an override. */
export interface Origin {
  readonly file: PackFile;
  readonly tree: Tree;
  readonly base: Path;
}

/** A stretch of one of the files. */
export interface Spot {
  readonly file: PackFile;
  readonly stretch: Stretch;
}

interface Place extends Found {
  readonly file: PackFile;
}

/** Where a path stands: in the map that knows most of it, of several the last. */
export function spotOf(origins: readonly Origin[], path: Path, key: boolean): Spot {
  const [{ file, node, key: name, depth }] = placesOf(origins, path);
  const isKey = key && depth === path.length && name !== undefined;
  return { file, stretch: isKey ? name : node };
}

/** A pattern or another text that is a value of a pack, and a stretch of it. */
export interface Quote {
  readonly source: string;
  readonly offset: number;
  readonly length: number;
  /** The text is the key that the path leads to. */
  readonly isKey: boolean;
  /** The key that the text stands under, where a map is at the path. */
  readonly under?: string;
}

/** Where a stretch of a text stands that a path leads to, or to something around it. */
export function spotInText(origins: readonly Origin[], path: Path, quote: Quote): Spot {
  for (const { file, node, key, depth } of placesOf(origins, path)) {
    if (depth < path.length) break;
    const texts = quote.isKey && key !== undefined ? [key] : textsIn(under(node, quote.under));
    for (const text of texts) {
      const isIt = quote.isKey ? text.text.startsWith(quote.source) : text.text === quote.source;
      if (isIt) return { file, stretch: inside(text, file, quote) };
    }
  }
  return spotOf(origins, path, quote.isKey);
}

function under(node: Tree, key: string | undefined): Tree {
  return key === undefined || node.kind !== "map" ? node : (pairAt(node, key)?.value ?? node);
}

function placesOf(origins: readonly Origin[], path: Path): readonly [Place, ...Place[]] {
  const places = origins.map(({ file, tree, base }): Place => {
    const found = follow(tree, [...base, ...path]);
    return { ...found, file, depth: found.depth - base.length };
  });
  const [first, ...others] = places.reverse().sort((one, other) => other.depth - one.depth);
  return [first, ...others];
}

/** Where the text stands in the file letter by letter, the stretch itself; else all of the text. */
function inside({ start, end, text, isPlain }: TextNode, file: PackFile, { offset, length }: Quote): Stretch {
  const isQuoted = file.text.slice(start + 1, end - 1) === text;
  if (!isPlain && !isQuoted) return { start, end };
  const from = start + (isPlain ? 0 : 1) + offset;
  return { start: from, end: from + Math.max(1, length) };
}
