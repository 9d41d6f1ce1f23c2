/** Sets of shingles (whole numbers from 0, below 2³⁰, sorted) that are asked, one after the other, which earlier ones they are like. */
export interface Alike {
  /** The earlier sets that this one is like, of those that are accepted, the latest first. To be asked for each set in order, once. */
  readonly earlier: (index: number, accepts?: (other: number) => boolean) => Iterable<number>;
}

/** Of the sets that share a shingle only the latest so many are looked at: where there are more they are of one template, and alike. */
const MOST_SHARING = 64;
/** So many sets are looked at for one. */
const MOST_SEEN = 256;

/**
 * Compares sets by Dice's coefficient, 2·|A ∩ B| / (|A| + |B|), at least `share` (0 to 1). Two sets that are so much alike share one of the
 * rarest of their shingles (the prefix filter of Chaudhuri, Ganti and Kaushik, 2006), so only sets that do are compared: near linear for texts
 * as people write them.
 */
export function createAlike(sets: readonly Int32Array[], share: number): Alike {
  const prefixes = prefixesOf(sets, share);
  const byShingle = new Map<number, number[]>();
  const seen = new Int32Array(sets.length).fill(-1);
  function* earlier(index: number, accepts: (other: number) => boolean = () => true): Iterable<number> {
    const set = sets[index];
    const prefix = prefixes[index];
    const candidates: number[] = [];
    let looked = 0;
    for (const shingle of prefix) {
      const list = byShingle.get(shingle) ?? [];
      for (let at = list.length - 1; at >= 0 && looked < MOST_SEEN; at--, looked++) {
        if (seen[list[at]] === index) continue;
        seen[list[at]] = index;
        if (accepts(list[at])) candidates.push(list[at]);
      }
    }
    for (const shingle of prefix) {
      const list = byShingle.get(shingle) ?? [];
      list.push(index);
      if (list.length > MOST_SHARING) list.shift();
      byShingle.set(shingle, list);
    }
    candidates.sort((one, other) => other - one);
    for (const other of candidates) if (areAlike(set, sets[other], share)) yield other;
  }
  return { earlier };
}

/** Of each set the rarest shingles: as many as cannot all be missing from a set that is alike. */
function prefixesOf(sets: readonly Int32Array[], share: number): readonly Int32Array[] {
  const counts = new Map<number, number>();
  for (const set of sets) for (const shingle of set) counts.set(shingle, (counts.get(shingle) ?? 0) + 1);
  const least = share / (2 - share);
  return sets.map((set) => {
    const length = Math.max(1, set.length - Math.ceil(least * set.length - 1e-9) + 1);
    // Rarity before the shingle in one number: typed arrays sort numbers without a comparator, many times faster.
    const keys = new Float64Array(set.length);
    for (let at = 0; at < set.length; at++) keys[at] = (counts.get(set[at]) ?? 0) * SHINGLES + set[at];
    keys.sort();
    const prefix = new Int32Array(length);
    for (let at = 0; at < length; at++) prefix[at] = keys[at] % SHINGLES;
    return prefix;
  });
}

/** Shingles are below this. */
const SHINGLES = 2 ** 30;

/** Both are sorted. */
function areAlike(one: Int32Array, other: Int32Array, share: number): boolean {
  const wanted = (share * (one.length + other.length)) / 2 - 1e-9;
  if (Math.min(one.length, other.length) < wanted) return false;
  let common = 0;
  for (let left = 0, right = 0; left < one.length && right < other.length; ) {
    if (one[left] === other[right]) {
      common++;
      left++;
      right++;
    } else if (one[left] < other[right]) left++;
    else right++;
    if (common + Math.min(one.length - left, other.length - right) < wanted) return false;
  }
  return common >= wanted;
}
