import { heldOverrides, overridesIn, type PostFacts } from "./packs/facts.ts";
import { createPackPatterns } from "./patterns.ts";
import type { Doc } from "./text/doc.ts";
import type { Pack } from "./types.ts";

/**
 * Tells which of a pack's overrides hold for a post: their numbers in order. The texts that overrides ask for are found by an automaton
 * of their own, since what a post's rules are is known only then.
 */
export function overridesFor(pack: Pack): (facts: PostFacts) => readonly number[] {
  const group = createPackPatterns(pack).group();
  const steps: number[] = [];
  const overrides = overridesIn(pack);
  for (const { index, when } of overrides) {
    for (const text of when.text) {
      steps[group.add(text, { syntax: "pattern", within: "sentence", exact: false })] = index;
    }
  }
  const holdsText = (step: number, doc: Doc): boolean =>
    group.matches(doc).some(({ pattern }) => steps[pattern] === step);
  return (facts) => heldOverrides(overrides, facts, holdsText);
}
