import { sentencesFor } from "./example-sentences.ts";
import { type Lint, prepare } from "./lint.ts";
import { entriesOf } from "./packs/entries-of.ts";
import { type PostLike, postFrom } from "./post.ts";
import { suggest } from "./suggest.ts";
import { createDoc } from "./text/doc.ts";
import { tokenAt } from "./text/tokens.ts";
import type { Entry, Example, Finding, Pack, Rule, Span, When } from "./types.ts";

/** An example that does not do what the pack says of it, or one that is missing. */
export interface Failure {
  readonly rule: string;
  readonly entry?: string;
  /** The example's text as written; nothing when the complaint is about the rule as a whole. */
  readonly example?: string;
  /** What happened instead, as the end of a sentence that begins with the example or the rule. */
  readonly message: string;
}

/** What came out of the examples of a pack. */
export interface ExampleReport {
  readonly rules: number;
  /** How many posts were tried, the ones made from terms among them. */
  readonly examples: number;
  readonly failures: readonly Failure[];
}

const LEAST_EXAMPLES = 2;
/** Entries of these types are names, so nothing but an example can show that they find anything. */
const NAMED_ENTRIES: ReadonlySet<string> = new Set(["patterns", "regex", "consistent"]);

/** Runs the examples of all rules of a pack, also of those that are off (PACK-FORMAT section 8). */
export async function testExamples(pack: Pack): Promise<ExampleReport> {
  const lint = prepare(allOn(pack), { all: true });
  await lint.load();
  const failures: Failure[] = [];
  let examples = 0;
  for (const rule of pack.rules) {
    const tried = tryRule(rule, lint);
    failures.push(...tried.failures);
    examples += tried.examples;
  }
  return { rules: pack.rules.length, examples, failures };
}

/** The pack with everything switched on and nothing allowed: each rule is tested for itself. */
function allOn(pack: Pack): Pack {
  const rules = pack.rules.map(({ off: _, ...rule }) => {
    const entries = entriesOf(rule);
    if (entries.length === 0 || typeof rule.options !== "object") return rule;
    return { ...rule, options: { ...rule.options, entries: entries.map(({ off: __, ...entry }) => entry) } };
  });
  return { ...pack, rules, overrides: [], allow: [] };
}

interface Tried {
  readonly failures: readonly Failure[];
  readonly examples: number;
}

function tryRule(rule: Rule, lint: Lint): Tried {
  const entries = entriesOf(rule);
  const bad = [...rule.examples.bad, ...entries.flatMap((entry) => entry.bad ?? [])];
  const good = [...rule.examples.good, ...entries.flatMap((entry) => entry.good ?? [])];
  const reached = new Set<string>();
  const failures: Failure[] = countFailures(rule, bad.length, good.length);
  for (const example of bad) {
    const findings = findingsOf(example, rule, lint);
    for (const { entry } of findings) if (entry !== undefined) reached.add(entry);
    const message = badMessage(example, findings) ?? fixMessage(example, findings, rule);
    if (message !== undefined) failures.push({ rule: rule.id, example: example.text, message });
  }
  for (const example of good) {
    const findings = findingsOf(example, rule, lint);
    const message = `is flagged, and should not be: ${wordsOf(findings)}`;
    if (findings.length > 0) failures.push({ rule: rule.id, example: example.text, message });
  }
  if (NAMED_ENTRIES.has(rule.type)) failures.push(...unreached(rule, entries, reached));
  const made = rule.type === "terms" && !asksForText(rule.when) ? tryTerms(rule, entries, lint) : NOTHING;
  return { failures: [...failures, ...made.failures], examples: bad.length + good.length + made.examples };
}

const NOTHING: Tried = { failures: [], examples: 0 };

function countFailures(rule: Rule, bad: number, good: number): Failure[] {
  const failures: Failure[] = [];
  const missing = (what: string): number => failures.push({ rule: rule.id, message: what });
  if (bad < LEAST_EXAMPLES) missing(`has ${bad} bad examples; write at least ${LEAST_EXAMPLES}`);
  if (good < LEAST_EXAMPLES)
    missing(`has ${good} good examples; write at least ${LEAST_EXAMPLES}, one of them nearly matching`);
  return failures;
}

/** A sentence for each form of each term; a longer entry of the rule may find the words as well. */
function tryTerms(rule: Rule, entries: readonly Entry[], lint: Lint): Tried {
  const failures: Failure[] = [];
  let examples = 0;
  for (const entry of entries) {
    for (const text of sentencesFor(entry)) {
      examples++;
      const [marked] = unmarked(text).spans;
      const isFound = findingsOf({ text }, rule, lint).some(
        ({ span }) => span.start <= marked.start && marked.end <= span.end,
      );
      const message = "was made to show one of its forms, and is not flagged";
      if (!isFound) failures.push({ rule: rule.id, entry: entry.slug, example: text, message });
    }
  }
  return { failures, examples };
}

/** Whether a rule holds only for some texts, which a made sentence need not be. */
function asksForText(when: When | undefined): boolean {
  if (when === undefined) return false;
  return when.text.length > 0 || when.min_words !== undefined || when.min_sentences !== undefined;
}

/** The findings of one rule in an example; a lowered one counts as none. */
function findingsOf(example: Example, rule: Rule, lint: Lint): readonly Finding[] {
  const { findings } = lint(postOf(example, rule.when));
  return findings.filter((finding) => finding.rule === rule.id && finding.lowered === undefined);
}

/** The post of an example: what it says of itself, else the first value of each fact that the rule asks for. */
function postOf(example: Example, when: When | undefined): PostLike {
  const first = (name: keyof When["facts"]): string | undefined => when?.facts[name]?.is[0];
  const platform = example.platform ?? first("platform");
  const speakers = ["brand", "employee", "partner"] as const;
  return {
    id: "example",
    text: unmarked(example.text).text,
    platforms: platform === undefined ? [] : [platform],
    account: example.account ?? first("account"),
    speaker: example.speaker ?? speakers.find((speaker) => speaker === first("speaker")),
    author: example.author ?? first("author"),
    kind: example.kind ?? first("kind"),
    lang: example.lang ?? first("lang"),
    date: example.date ?? when?.date[0]?.from,
    fields: example.fields ?? Object.fromEntries((when?.has ?? []).map((field) => [field, field])),
  };
}

/** What is wrong with a bad example; nothing when it is flagged as it says. */
function badMessage(example: Example, findings: readonly Finding[]): string | undefined {
  if (findings.length === 0) return "is not flagged, and should be";
  const { text, spans } = unmarked(example.text);
  if (spans.length === 0) return undefined;
  const wanted = new Set(spans.map(({ start, end }) => `${start}-${end}`));
  const got = new Set(findings.map(({ span }) => `${span.start}-${span.end}`));
  if (wanted.size === got.size && [...wanted].every((span) => got.has(span))) return undefined;
  const words = spans.map(({ start, end }) => `“${text.slice(start, end)}”`).join(", ");
  return `should be flagged at ${words}, and is at ${wordsOf(findings)}`;
}

/** What is wrong with the text that an example says should stand after `--fix`. */
function fixMessage(example: Example, findings: readonly Finding[], rule: Rule): string | undefined {
  if (example.fix === undefined) return undefined;
  const fixed = fixedText(example, findings, rule);
  const wanted = example.fix ?? unmarked(example.text).text;
  if (fixed === wanted) return undefined;
  return example.fix === null
    ? `should leave nothing to apply, and becomes “${fixed}”`
    : `should become “${wanted}”, and becomes “${fixed}”`;
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

function unreached(rule: Rule, entries: readonly Entry[], reached: ReadonlySet<string>): readonly Failure[] {
  const message = "is found in no bad example; write one with it";
  return entries
    .filter(({ slug }) => !reached.has(slug))
    .map(({ slug }) => ({ rule: rule.id, entry: slug, message }));
}

function wordsOf(findings: readonly Finding[]): string {
  return [...new Set(findings.map(({ text }) => `“${text}”`))].join(", ");
}

/** An example's text without `[[` and `]]`, and the spans that stood between them. */
export function unmarked(source: string): { readonly text: string; readonly spans: readonly Span[] } {
  const spans: Span[] = [];
  let text = "";
  for (const [index, part] of source.split(/\[\[|\]\]/u).entries()) {
    if (index % 2 === 1) spans.push({ start: text.length, end: text.length + part.length });
    text += part;
  }
  return { text, spans };
}
