import { postOf, unmarked } from "./example-trial.ts";
import { entriesOf } from "./packs/entries-of.ts";
import { postFrom } from "./post.ts";
import { suggest } from "./suggest.ts";
import { createDoc } from "./text/doc.ts";
import { tokenAt } from "./text/tokens.ts";
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

/** The example with the edits of its fixable findings made, the last one first. */
function fixedText(example: Example, findings: readonly Finding[], rule: Rule): string {
  const doc = createDoc(postFrom(postOf(example, rule.when)));
  const entries = new Map(entriesOf(rule).map((entry) => [entry.slug, entry]));
  let { text } = doc;
  for (const { span, entry, fixable } of findings.toReversed()) {
    const known = entries.get(entry ?? "");
    if (!fixable || known === undefined) continue;
    const range = { start: tokenAt(doc.tokens, span.start), end: tokenAt(doc.tokens, span.end - 1) + 1 };
    const [{ edit }] = suggest(doc, range, known);
    text = text.slice(0, edit.start) + edit.text + text.slice(edit.end);
  }
  return text;
}
