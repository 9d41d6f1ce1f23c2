import { tryEntries } from "./example-entries.ts";
import { fixFailure } from "./example-fix.ts";
import { type Reasons, reasonsIn, withEntries } from "./example-reasons.ts";
import type { ExampleReport, Failure } from "./example-report.ts";
import { tryExample, unmarked } from "./example-trial.ts";
import { type Lint, prepare } from "./lint.ts";
import { entriesOf } from "./packs/entries-of.ts";
import type { Entry, Example, Finding, Pack, Rule } from "./types.ts";

const LEAST_EXAMPLES = 2;

/** Runs the examples of all rules of a pack, also of those that are off, and tests every entry (PACK-FORMAT section 8). */
export async function testExamples(pack: Pack): Promise<ExampleReport> {
  const tested = allOn(pack);
  const lint = prepare(tested, { all: true });
  await lint.load();
  const tools = { lint, reasons: reasonsIn(tested, lint) };
  const failures: Failure[] = [];
  let [entries, written, made] = [0, 0, 0];
  for (const rule of tested.rules) {
    const tried = await tryRule(rule, tools);
    failures.push(...tried.failures);
    entries += entriesOf(rule).length;
    written += tried.written;
    made += tried.made;
  }
  return { rules: pack.rules.length, entries, written, made, failures };
}

/** The pack with everything switched on and nothing allowed: each rule is tested for itself. */
function allOn(pack: Pack): Pack {
  const rules = pack.rules.map(({ off: _, ...rule }) => withEntries(rule, toldApart(entriesOf(rule))));
  return { ...pack, rules, overrides: [], allow: [] };
}

/** The entries, all on. Those that share a slug, such as `lead (v)` and `lead (n)`, go by their keys. */
function toldApart(entries: readonly Entry[]): readonly Entry[] {
  const seen = new Map<string, number>();
  for (const { slug } of entries) seen.set(slug, (seen.get(slug) ?? 0) + 1);
  return entries.map(({ off: _, ...entry }) =>
    (seen.get(entry.slug) ?? 0) > 1 ? { ...entry, slug: entry.key } : entry,
  );
}

interface Tools {
  readonly lint: Lint;
  readonly reasons: Reasons;
}

interface Tried {
  readonly failures: readonly Failure[];
  readonly written: number;
  readonly made: number;
}

async function tryRule(rule: Rule, tools: Tools): Promise<Tried> {
  const entries = entriesOf(rule);
  const bad = [...rule.examples.bad, ...entries.flatMap((entry) => entry.bad ?? [])];
  const good = [...rule.examples.good, ...entries.flatMap((entry) => entry.good ?? [])];
  const reached = new Set<string>();
  const failures = countFailures(rule, bad.length, good.length);
  for (const example of bad) {
    const { findings } = tryExample(example, rule, tools.lint);
    for (const { entry } of findings) if (entry !== undefined) reached.add(entry);
    const failure = await badFailure(example, findings, rule, tools);
    if (failure !== undefined) failures.push(failure);
  }
  for (const example of good) {
    const { findings } = tryExample(example, rule, tools.lint);
    const got = `${wordsOf(findings)} flagged${byEntries(findings)}`;
    if (findings.length > 0)
      failures.push({ rule: rule.id, kind: "good", example: example.text, expected: "nothing flagged", got });
  }
  const { made, failures: ofEntries } = await tryEntries(rule, { ...tools, bad, reached });
  return { failures: [...failures, ...ofEntries], written: bad.length + good.length, made };
}

function countFailures(rule: Rule, bad: number, good: number): Failure[] {
  const few = (side: string, count: number, more: string): readonly Failure[] => {
    if (count >= LEAST_EXAMPLES) return [];
    const expected = `at least ${LEAST_EXAMPLES} ${side} examples${more}`;
    return [{ rule: rule.id, kind: "few", expected, got: count === 0 ? "none" : String(count) }];
  };
  return [...few("bad", bad, ""), ...few("good", good, ", one of them nearly matching")];
}

/** What is wrong with a bad example; nothing when it is flagged, and fixed, as it says. */
async function badFailure(
  example: Example,
  findings: readonly Finding[],
  rule: Rule,
  { reasons }: Tools,
): Promise<Failure | undefined> {
  const failure = { rule: rule.id, example: example.text };
  const { text, spans } = unmarked(example.text);
  const marked = spans.map(({ start, end }) => `“${text.slice(start, end)}”`).join(", ");
  const expected = marked === "" ? "a flag" : `${marked} flagged`;
  if (findings.length === 0) {
    const why = await reasons.ofSilence(example, rule);
    return { ...failure, kind: "bad", expected, got: why === undefined ? "nothing" : `nothing: ${why}` };
  }
  const wanted = new Set(spans.map(({ start, end }) => `${start}-${end}`));
  const got = new Set(findings.map(({ span }) => `${span.start}-${span.end}`));
  const isAsMarked = wanted.size === got.size && [...wanted].every((span) => got.has(span));
  if (spans.length > 0 && !isAsMarked)
    return { ...failure, kind: "bad", expected, got: flagged(text, marked, findings) };
  const unfixed = fixFailure(example, findings, rule);
  return unfixed === undefined ? undefined : { ...failure, kind: "fix", ...unfixed };
}

/** What was flagged; where these are the words that should be, but elsewhere, the whole post with its marks. */
function flagged(text: string, marked: string, findings: readonly Finding[]): string {
  const words = wordsOf(findings);
  if (!marked.startsWith(words)) return words + byEntries(findings);
  let shown = text;
  for (const { span } of findings.toReversed()) {
    shown = `${shown.slice(0, span.start)}[[${shown.slice(span.start, span.end)}]]${shown.slice(span.end)}`;
  }
  return `“${shown}”`;
}

function wordsOf(findings: readonly Finding[]): string {
  return [...new Set(findings.map(({ text }) => `“${text}”`))].join(", ");
}

/** ` (circle-back, leverage)`: the entries that found something, where there are any. */
function byEntries(findings: readonly Finding[]): string {
  const slugs = new Set(findings.map(({ entry }) => entry).filter((entry) => entry !== undefined));
  return slugs.size === 0 ? "" : ` (${[...slugs].join(", ")})`;
}
