import type { Reasons } from "./example-reasons.ts";
import type { Failure } from "./example-report.ts";
import { misspellingsFor, placedIn, sentencesFor } from "./example-sentences.ts";
import { tryExample, unmarked } from "./example-trial.ts";
import type { Lint } from "./lint.ts";
import { entriesOf } from "./packs/entries-of.ts";
import type { Entry, Example, Finding, Rule, When } from "./types.ts";

/** What testing the entries of a rule needs. */
export interface EntryTools {
  readonly lint: Lint;
  readonly reasons: Reasons;
  /** The rule's bad examples, those of its entries among them. */
  readonly bad: readonly Example[];
  /** Slugs of the entries that one of these shows. */
  readonly reached: ReadonlySet<string>;
}

/** What came out of testing entries. */
export interface EntryReport {
  readonly made: number;
  readonly failures: readonly Failure[];
}

/** Rule types whose entries are texts: posts are made to show them. */
const SENTENCES: Readonly<Record<string, (entry: Entry) => readonly string[]>> = {
  terms: sentencesFor,
  spelling: misspellingsFor,
};
/** A rule that asks for some text is shown a made sentence below this many of its own examples. */
const SCENES = 3;

/** Tests every entry of a rule: by posts made for each form of terms and spellings, the others by the rule's bad examples. */
export async function tryEntries(rule: Rule, tools: EntryTools): Promise<EntryReport> {
  const failures: Failure[] = [];
  let made = 0;
  for (const entry of entriesOf(rule)) {
    const sentences = SENTENCES[rule.type]?.(entry) ?? [];
    made += sentences.length;
    const found =
      sentences.length > 0
        ? await tryForms(entry, sentences, rule, tools)
        : await tryReached(entry, rule, tools);
    failures.push(...found);
  }
  return { made, failures };
}

/** An entry that no post can be made for must be found in a bad example. */
async function tryReached(entry: Entry, rule: Rule, tools: EntryTools): Promise<readonly Failure[]> {
  if (tools.reached.has(entry.slug)) return [];
  const failure = { rule: rule.id, entry: entry.slug };
  const shadow = await tools.reasons.shadowOf(entry, rule, tools.bad);
  if (shadow !== undefined) return [{ ...failure, ...shadowed(shadow) }];
  return [{ ...failure, kind: "unreached", expected: "a bad example that it finds", got: "none" }];
}

/** What the rule says of a post that was made for an entry. */
interface Shown {
  readonly sentence: string;
  /** The finding that covers the marked words. */
  readonly finding?: Finding;
}

async function tryForms(
  entry: Entry,
  sentences: readonly string[],
  rule: Rule,
  tools: EntryTools,
): Promise<readonly Failure[]> {
  const shown = sentences.map((sentence) => show(placedIn(sentence, rule.in), rule, tools));
  const silent = shown.filter(({ finding }) => finding === undefined);
  const rival = shown.find(({ finding }) => finding !== undefined)?.finding?.entry;
  const isOwn = shown.some(({ finding }) => finding?.entry === entry.slug) || tools.reached.has(entry.slug);
  if (silent.length === 0 && !isOwn && rival !== undefined && !isBareFound(entry, shown, rule, tools))
    return [{ rule: rule.id, entry: entry.slug, ...shadowed(rival) }];
  // Where no form is found, one of them says it.
  const told = silent.length === shown.length ? silent.slice(0, 1) : silent;
  return Promise.all(
    told.map(({ sentence }) => silence(sentence, entry, rule, { tools, isAll: silent.length > told.length })),
  );
}

interface SilenceContext {
  readonly tools: EntryTools;
  /** None of the entry's several forms is found. */
  readonly isAll: boolean;
}

async function silence(
  sentence: string,
  entry: Entry,
  rule: Rule,
  { tools, isAll }: SilenceContext,
): Promise<Failure> {
  const { text, spans } = unmarked(sentence);
  const words = `“${text.slice(spans[0].start, spans[0].end)}” flagged`;
  const why = await tools.reasons.ofSilence({ text: sentence }, rule);
  return {
    rule: rule.id,
    entry: entry.slug,
    kind: "made",
    example: sentence,
    expected: words,
    got: `nothing${isAll ? ", in no form" : ""}${why === undefined ? "" : `: ${why}`}`,
  };
}

/** Shows a made sentence to its rule; to one that asks for some text also below its own bad examples, where that text is. */
function show(sentence: string, rule: Rule, { lint, bad }: EntryTools): Shown {
  const scenes = asksForText(rule.when) ? bad.slice(0, SCENES) : [];
  const posts = [
    { text: sentence },
    ...scenes.map((scene) => ({ ...scene, text: `${unmarked(scene.text).text}\n\n${sentence}` })),
  ];
  for (const post of posts) {
    const finding = covering(post, rule, lint);
    if (finding !== undefined) return { sentence, finding };
  }
  return { sentence };
}

function covering(post: Example, rule: Rule, lint: Lint): Finding | undefined {
  const [marked] = unmarked(post.text).spans;
  const { findings } = tryExample(post, rule, lint);
  return findings.find(({ span }) => span.start <= marked.start && marked.end <= span.end);
}

/** Whether the entry finds its words where nothing stands around them: then the sentence itself led another entry to them. */
function isBareFound(entry: Entry, shown: readonly Shown[], rule: Rule, { lint }: EntryTools): boolean {
  return shown.some(({ sentence }) => {
    const words = /\[\[.*\]\]/u.exec(sentence)?.[0] ?? sentence;
    return covering({ text: words }, rule, lint)?.entry === entry.slug;
  });
}

function shadowed(rival: string): Pick<Failure, "kind" | "expected" | "got"> {
  return { kind: "shadowed", expected: "to find some words", got: `none: “${rival}” finds them all` };
}

/** Whether a rule holds only for some texts, which a made sentence need not be. */
function asksForText(when: When | undefined): boolean {
  if (when === undefined) return false;
  return when.text.length > 0 || when.min_words !== undefined || when.min_sentences !== undefined;
}
