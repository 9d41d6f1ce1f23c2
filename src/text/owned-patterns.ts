import type { Added, PatternGroup } from "./pattern-set.ts";

/** A pattern, and whose it is. */
export interface OwnPattern<T> extends Added {
  readonly owner: T;
}

/** The patterns of a group with their owners. */
export interface OwnedPatterns<T> {
  /** Adds so many patterns; they are read when the automaton is built, or when one of them is found. */
  readonly add: (
    count: number,
    read: () => readonly OwnPattern<T>[],
    /** Whose one of them is, where that is known without reading the others. */
    ownerAt?: (index: number) => T | undefined,
  ) => void;
  /** Whose a pattern of the group is. */
  readonly ownerOf: (pattern: number) => T;
  readonly isEmpty: () => boolean;
}

interface Block<T> {
  readonly first: number;
  readonly read: () => readonly OwnPattern<T>[];
  readonly ownerAt: (index: number) => T | undefined;
}

/** Fills a group with patterns that have owners; nothing else may be added to it. */
export function ownedPatterns<T>(group: PatternGroup): OwnedPatterns<T> {
  const owners = new Map<number, T>();
  const blocks: Block<T>[] = [];
  const add: OwnedPatterns<T>["add"] = (count, read, ownerAt = () => undefined) => {
    if (count > 0) blocks.push({ first: group.addAll(count, read), read, ownerAt });
  };
  const find = (pattern: number): T => {
    const { first, read, ownerAt } = blockOf(blocks, pattern);
    const single = ownerAt(pattern - first);
    if (single !== undefined) {
      owners.set(pattern, single);
      return single;
    }
    const all = read();
    all.forEach(({ owner }, index) => {
      owners.set(first + index, owner);
    });
    return all[pattern - first].owner;
  };
  return {
    add,
    ownerOf: (pattern) => owners.get(pattern) ?? find(pattern),
    isEmpty: () => blocks.length === 0,
  };
}

/** The block that a pattern stands in, found by halving. */
function blockOf<T>(blocks: readonly Block<T>[], pattern: number): Block<T> {
  let low = 0;
  let high = blocks.length;
  while (high - low > 1) {
    const middle = (low + high) >>> 1;
    if (blocks[middle].first <= pattern) low = middle;
    else high = middle;
  }
  return blocks[low];
}
