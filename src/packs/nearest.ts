import { distance } from "fastest-levenshtein";

/** The known name that is nearest to a mistyped one, if one is near enough to be meant. */
export function nearest(name: string, known: Iterable<string>): string | undefined {
  let best: string | undefined;
  // Something of the name must be left.
  let least = Math.min(name.length, Math.max(2, Math.floor(name.length / 3)) + 1);
  for (const each of known) {
    const steps = distance(name.toLowerCase(), each.toLowerCase());
    if (steps >= least) continue;
    least = steps;
    best = each;
  }
  return best;
}

/** `; did you mean “x”?`, or else what is known. */
export function didYouMean(name: string, known: readonly string[]): string {
  const meant = nearest(name, known);
  if (meant !== undefined) return `; did you mean “${meant}”?`;
  return known.length > 0 && known.length <= 40 ? `; known are ${known.join(", ")}` : "";
}
