import type { RunCheck } from "./checks/check.ts";
import { runChecks } from "./checks/index.ts";
import { createFinding } from "./finding.ts";
import { createDoc } from "./text/doc.ts";
import type { Finding, Pack, Post, PostResult } from "./types.ts";

/** Checks many posts together: is told of each post's result, and speaks after the last one. */
export interface LintRun {
  readonly add: (result: PostResult) => void;
  /** What the rules over many posts found, by post. */
  readonly end: () => ReadonlyMap<Post, readonly Finding[]>;
}

/** Compiles the rules of a pack that look at many posts. */
export function prepareRun(pack: Pack, checks: readonly RunCheck[] = runChecks): LintRun {
  const compiled = checks.flatMap((check) => {
    const rules = pack.rules.filter(({ type, off }) => type === check.type && off !== true);
    return rules.length === 0 ? [] : [{ message: check.message, ...check.compile(rules) }];
  });
  const add = (result: PostResult): void => {
    for (const check of compiled) check.add(result.post, result);
  };
  const end = (): ReadonlyMap<Post, readonly Finding[]> => {
    const byPost = new Map<Post, Finding[]>();
    for (const check of compiled) {
      for (const { post, ...hit } of check.end()) {
        const findings = byPost.get(post) ?? [];
        findings.push(createFinding(hit, { doc: createDoc(post), ...PLAIN, typeMessage: check.message }));
        byPost.set(post, findings);
      }
    }
    return byPost;
  };
  return { add, end };
}

/** Rules over many posts speak of posts, so nothing around the words lowers or allows them. */
const PLAIN = { platform: undefined, lowered: undefined, endedOn: undefined } as const;
