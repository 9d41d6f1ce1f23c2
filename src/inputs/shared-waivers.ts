import type { Waiver } from "../types.ts";

/** Ignore comments of a file for one post after the other: where there are several posts, only the first is told of their faults. */
export function sharedWaivers(waivers: readonly Waiver[], isSingle: boolean): () => readonly Waiver[] {
  if (isSingle || waivers.length === 0) return () => waivers;
  let shared: "first" | "again" = "first";
  return () => {
    const list = waivers.map((waiver) => ({ ...waiver, shared }));
    shared = "again";
    return list;
  };
}
