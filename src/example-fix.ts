import { postOf, unmarked } from "./example-trial.ts";
import { fixesOf } from "./fix.ts";
import { postFrom } from "./post.ts";
import { applyEdits } from "./text/edits.ts";
import type { Example, Finding, Rule } from "./types.ts";

/** What an example says of its text after `--fix`, where that is not so. */
export interface FixFailure {
  readonly expected: string;
  readonly got: string;
}

/** Compares the text after `--fix` with what the example says; `fix: ~` says that nothing may be applied. */
export function fixFailure(
  example: Example,
  findings: readonly Finding[],
  rule: Rule,
): FixFailure | undefined {
  if (example.fix === undefined) return undefined;
  const fixed = fixedText(example, findings, rule);
  const wanted = example.fix ?? unmarked(example.text).text;
  if (fixed === wanted) return undefined;
  const expected = example.fix === null ? "nothing to fix" : `“${wanted}” after --fix`;
  return { expected, got: fixed === unmarked(example.text).text ? "nothing to fix" : `“${fixed}”` };
}

/** The example with the edits of its fixable findings made. */
function fixedText(example: Example, findings: readonly Finding[], rule: Rule): string {
  const { text } = postFrom(postOf(example, rule.when));
  return applyEdits(
    text,
    fixesOf(findings).map(({ edit }) => edit),
  );
}
