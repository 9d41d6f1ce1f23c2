import type { Doc } from "../text/doc.ts";
import type { Hit, Rule } from "../types.ts";
import { NO_HITS, type Run } from "./check.ts";

/** One compiled rule. */
export interface RuleRun {
  readonly rule: Rule;
  readonly run: (doc: Doc, platform: string | undefined) => readonly Hit[];
}

/** Runs rules one after the other, but for those that sleep. Nearly all find nothing in a post, and then nothing is made. */
export function together(rules: readonly RuleRun[]): Run {
  return (doc, platform, asleep) => {
    let found: Hit[] | undefined;
    for (const { rule, run } of rules) {
      if (rule.when !== undefined && asleep?.has(rule)) continue;
      const hits = run(doc, platform);
      if (hits.length === 0) continue;
      found ??= [];
      for (const hit of hits) found.push(hit);
    }
    return found ?? NO_HITS;
  };
}
