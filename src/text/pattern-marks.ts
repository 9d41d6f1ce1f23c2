import type { Mark } from "../types.ts";
import type { Item, WordItem } from "./pattern-ast.ts";

/** Items with the mark of a whole plain phrase: `(v)` changes its first word, `(n)` and `(adj)` the last; nothing without a word. */
export function markedPhrase(items: readonly Item[], mark: Mark): Item[] | undefined {
  const isTarget = (item: Item): boolean => item.type === "word" && isWord(item);
  const target = mark === "v" ? items.findIndex(isTarget) : items.findLastIndex(isTarget);
  if (target === -1) return undefined;
  let phraseBefore = 0;
  for (const item of items.slice(0, target)) phraseBefore += item.type === "word" ? item.tokens.length : 0;
  return items.map((item, index) =>
    index === target && item.type === "word" ? { ...item, mark, phraseBefore } : item,
  );
}

/** Items with a mark on the word they end with, or the last word of each side of a group; nothing when they end otherwise. */
export function marked(items: readonly Item[], mark: Mark): Item[] | undefined {
  const last = items.at(-1);
  if (last === undefined) return undefined;
  const before = items.slice(0, -1);
  if (last.type === "word") return isWord(last) ? [...before, { ...last, mark }] : undefined;
  if (last.type !== "group") return undefined;
  const sides: (readonly Item[])[] = [];
  for (const side of last.sides) {
    const changed = side.length === 0 ? side : marked(side, mark);
    if (changed === undefined) return undefined;
    sides.push(changed);
  }
  return [...before, { ...last, sides }];
}

function isWord(item: WordItem): boolean {
  return item.tokens[item.tokens.length - 1].isWord;
}
