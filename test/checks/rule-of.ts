import { parse } from "valibot";
import type { Check } from "../../src/checks/check.ts";
import { NotLoaded } from "../../src/lazy.ts";
import { createDoc } from "../../src/text/doc.ts";
import type { PatternSet } from "../../src/text/pattern-set.ts";
import { type PlatformLookup, platformsOf } from "../../src/text/platforms.ts";
import type { Hit, Pack, Post, Rule } from "../../src/types.ts";
import { postOf } from "../text/post.ts";

/** The platforms that are known without a pack. */
export const NO_PLATFORMS: PlatformLookup = platformsOf({ platforms: {} });

/** A pack without a brand. */
export const NO_BRAND: Pack["brand"] = { names: [], handles: [], products: [], markets: [] };

/** For checks that add no patterns. */
export const noPatterns: PatternSet = {
  group: () => {
    throw new Error("this check uses no patterns");
  },
  tables: () => {
    throw new Error("this check uses no patterns");
  },
};

/** A rule whose options are as a pack would write them: texts, lists and maps of texts. */
export function ruleOf<O>(check: Check<O>, written: unknown, more: Partial<Rule<O>> = {}): Rule<O> {
  return {
    id: `test/${check.type}`,
    group: "test",
    type: check.type,
    level: "warning",
    confidence: "sure",
    in: ["prose"],
    exact: false,
    within: "sentence",
    examples: { bad: [], good: [] },
    options: parse(check.schema(), written),
    ...more,
  };
}

/** What rules of one type find in a text; modules are loaded when they are asked for. */
export async function hitsOf<O>(
  check: Check<O>,
  rules: readonly Rule<O>[],
  text: string | Post,
  platform?: string,
): Promise<readonly Hit[]> {
  const doc = createDoc(typeof text === "string" ? postOf(text) : text);
  const run = check.compile(rules, {
    patterns: noPatterns,
    lists: {},
    brand: NO_BRAND,
    platforms: NO_PLATFORMS,
  });
  for (;;) {
    try {
      return [...run(doc, platform)];
    } catch (error) {
      if (!(error instanceof NotLoaded)) throw error;
      await error.load();
    }
  }
}

/** A text with its hits between double brackets. */
export function marked(text: string, hits: readonly Hit[]): string {
  let result = text;
  for (const { span } of hits.toSorted((one, other) => other.span.start - one.span.start)) {
    result = `${result.slice(0, span.start)}[[${result.slice(span.start, span.end)}]]${result.slice(span.end)}`;
  }
  return result;
}
