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
    let last = 0;
    while (last + 1 < blocks.length && blocks[last + 1].first <= pattern) last++;
    const { first, read, ownerAt } = blocks[last];
    const single = ownerAt(pattern - first);
    if (single !== undefined) {
      owners.set(pattern, single);
      return single;
    }
    const all = read();
    for (const [index, { owner }] of all.entries()) owners.set(first + index, owner);
    return all[pattern - first].owner;
  };
  return {
    add,
    ownerOf: (pattern) => owners.get(pattern) ?? find(pattern),
    isEmpty: () => blocks.length === 0,
  };
}
