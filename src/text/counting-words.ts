import { countingLists } from "../generated/counting.ts";

type ListName = keyof typeof countingLists;

const sets = new Map<ListName, ReadonlySet<string>>();

/** A word list from rules/counting.yaml; made when first asked for. */
export function countingList(name: ListName): ReadonlySet<string> {
  const known = sets.get(name) ?? new Set(countingLists[name].split(" "));
  sets.set(name, known);
  return known;
}
