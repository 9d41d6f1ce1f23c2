import { scored } from "./rescore.ts";
import { unused } from "./suppress.ts";
import type { Finding, PostResult, SharedUse } from "./types.ts";

/**
 * The results of all posts of a file, the first of them told of the ignore comments that hold for all and that none needed. A name
 * that could not be judged by each of the posts is not judged.
 */
export function withUnusedShared(results: readonly PostResult[]): readonly PostResult[] {
  const uses = new Map<string, SharedUse[]>();
  for (const use of results.flatMap(({ shared = [] }) => shared)) {
    const key = `${use.waiver.place.offset} ${use.name}`;
    uses.set(key, [...(uses.get(key) ?? []), use]);
  }
  const faults: Finding[] = [];
  for (const list of uses.values()) {
    const [{ waiver, name }] = list;
    if (list.length === results.length && !list.some(({ isUsed }) => isUsed))
      faults.push(unused(waiver, name));
  }
  const [first, ...others] = results;
  if (faults.length === 0) return results;
  return [scored({ ...first, groups: Object.keys(first.axes) }, [...first.findings, ...faults]), ...others];
}
