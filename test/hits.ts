import { checks } from "../src/checks/index.ts";
import { parsePack } from "../src/parse-pack.ts";
import { createPackPatterns } from "../src/patterns.ts";
import type { Doc } from "../src/text/doc.ts";
import { platformsOf } from "../src/text/platforms.ts";
import type { Hit } from "../src/types.ts";

/** What the checks find by one rule, written as in a pack: `a/b: {terms: …}`; before `unless`, `allow` and all that. */
export function hitsOf(rule: string, doc: Doc, platform?: string): readonly Hit[] {
  const pack = parsePack(`voicecheck: 1\nrules:\n  ${rule}\n`);
  const patterns = createPackPatterns(pack);
  const runs = checks.map((check) =>
    check.compile(
      pack.rules.filter(({ type }) => type === check.type),
      { patterns, lists: pack.lists, brand: pack.brand, platforms: platformsOf(pack) },
    ),
  );
  return runs.flatMap((run) => [...run(doc, platform)]);
}

/** The first of them. */
export function firstHit(rule: string, doc: Doc): Hit | undefined {
  return hitsOf(rule, doc)[0];
}
