import { countedLevel } from "./score.ts";
import { contextOf, type WordsInContext } from "./text/context-of.ts";
import type { Finding, Level, PostResult } from "./types.ts";

/** What two packs say of the same posts. */
export interface PackDiff {
  readonly posts: number;
  readonly before: FlagCounts;
  readonly after: FlagCounts;
  /** The rules that flag something, those with the most differences first. */
  readonly rules: readonly RuleDiff[];
}

export interface FlagCounts {
  readonly flags: number;
  /** Posts with a flag. */
  readonly flagged: number;
  readonly levels: Readonly<Record<Level, number>>;
}

/** What one rule says under two packs. */
export interface RuleDiff {
  readonly rule: string;
  /** Flags with the old pack. */
  readonly before: number;
  readonly after: number;
  readonly added: number;
  readonly removed: number;
  /** The same words flagged at another level. */
  readonly levels: readonly LevelChange[];
  /** The same words flagged with another message, or other suggestions. */
  readonly reworded: number;
  /** The first posts with each kind of difference. */
  readonly samples: readonly Sample[];
}

export interface LevelChange {
  readonly from: Level;
  readonly to: Level;
  readonly count: number;
}

export type DiffKind = "added" | "removed" | "level" | "reworded";

/** A flag that differs, in its post. */
export interface Sample {
  readonly kind: DiffKind;
  readonly id: string | number;
  readonly source: string;
  readonly line: number;
  readonly column: number;
  readonly context: WordsInContext;
  readonly before?: Said;
  readonly after?: Said;
}

/** What a pack says of some words. */
export interface Said {
  readonly entry?: string;
  readonly level: Level;
  readonly message: string;
}

/** Gathers differences post by post; keeps counts and a few samples, never the posts. */
export interface PackDiffing {
  readonly add: (before: PostResult, after: PostResult) => void;
  readonly end: () => PackDiff;
}

/** So many posts are shown for each rule and kind of difference. */
const SAMPLES = 3;

interface RuleTally {
  readonly rule: string;
  before: number;
  after: number;
  readonly counts: Record<DiffKind, number>;
  readonly levels: Map<string, LevelChange>;
  readonly samples: Map<DiffKind, Sample[]>;
}

/** Begins to compare two packs. `add` takes what each of them says of one post. */
export function diffPacks(): PackDiffing {
  const sides = { before: newCounts(), after: newCounts() };
  const tallies = new Map<string, RuleTally>();
  const tallyOf = (rule: string): RuleTally => {
    const known = tallies.get(rule) ?? newTally(rule);
    tallies.set(rule, known);
    return known;
  };
  let posts = 0;
  const add = (before: PostResult, after: PostResult): void => {
    posts++;
    count(sides.before, before.findings);
    count(sides.after, after.findings);
    for (const { rule } of before.findings) tallyOf(rule).before++;
    for (const { rule } of after.findings) tallyOf(rule).after++;
    if (isSame(before.findings, after.findings)) return;
    const sampled = new Set<string>();
    for (const pair of pairsOf(before.findings, after.findings)) {
      for (const kind of kindsOf(pair)) note(tallyOf(pair.finding.rule), kind, pair, { after, sampled });
    }
  };
  const end = (): PackDiff => ({
    posts,
    ...sides,
    rules: Array.from(tallies.values(), ruleDiff).sort(byDifferences),
  });
  return { add, end };
}

/** A flag of either pack, or of both. */
interface Pair {
  readonly before?: Finding;
  readonly after?: Finding;
  readonly finding: Finding;
}

/** Findings that speak of the same words stand together: those of the same entry, then those of the same rule. */
function pairsOf(before: readonly Finding[], after: readonly Finding[]): readonly Pair[] {
  const pairs: Pair[] = [];
  let [olds, news] = [before, after];
  for (const key of [entryKey, ruleKey]) {
    const waiting = new Map<string, Finding[]>();
    for (const old of olds) waiting.set(key(old), [...(waiting.get(key(old)) ?? []), old]);
    news = news.filter((finding) => {
      const old = waiting.get(key(finding))?.shift();
      if (old !== undefined) pairs.push({ before: old, after: finding, finding });
      return old === undefined;
    });
    olds = [...waiting.values()].flat();
  }
  const removed = olds.map((finding) => ({ before: finding, finding }));
  return [...pairs, ...removed, ...news.map((finding) => ({ after: finding, finding }))];
}

function ruleKey({ rule, span, platforms = [] }: Finding): string {
  return [rule, span.start, span.end, ...platforms].join(" ");
}

function entryKey(finding: Finding): string {
  return `${ruleKey(finding)} ${finding.entry}`;
}

function kindsOf({ before, after }: Pair): readonly DiffKind[] {
  if (before === undefined) return ["added"];
  if (after === undefined) return ["removed"];
  const kinds: DiffKind[] = [];
  if (countedLevel(before) !== countedLevel(after)) kinds.push("level");
  if (!saysTheSame(before, after)) kinds.push("reworded");
  return kinds;
}

function saysTheSame(one: Finding, other: Finding): boolean {
  return one.message === other.message && one.suggestions.join("\n") === other.suggestions.join("\n");
}

/** Most posts: the same flags, in the same order, in the same words. */
function isSame(before: readonly Finding[], after: readonly Finding[]): boolean {
  if (before.length !== after.length) return false;
  return before.every((one, index) => {
    const other = after[index];
    return (
      entryKey(one) === entryKey(other) &&
      countedLevel(one) === countedLevel(other) &&
      saysTheSame(one, other)
    );
  });
}

interface NoteContext {
  readonly after: PostResult;
  /** The rules and kinds of which this post already gave a sample. */
  readonly sampled: Set<string>;
}

function note(tally: RuleTally, kind: DiffKind, pair: Pair, { after, sampled }: NoteContext): void {
  tally.counts[kind]++;
  if (kind === "level" && pair.before !== undefined && pair.after !== undefined) {
    const [from, to] = [countedLevel(pair.before), countedLevel(pair.after)];
    const before = tally.levels.get(`${from} ${to}`);
    tally.levels.set(`${from} ${to}`, { from, to, count: (before?.count ?? 0) + 1 });
  }
  const samples = tally.samples.get(kind) ?? [];
  tally.samples.set(kind, samples);
  if (samples.length >= SAMPLES || sampled.has(`${tally.rule} ${kind}`)) return;
  sampled.add(`${tally.rule} ${kind}`);
  samples.push(sampleOf(kind, pair, after));
}

function sampleOf(kind: DiffKind, { before, after, finding }: Pair, { post }: PostResult): Sample {
  const { id, source, text } = post;
  const { line, column } = finding.place;
  const context = contextOf(text, finding.span);
  return { kind, id, source, line, column, context, before: saidIn(before), after: saidIn(after) };
}

function saidIn(finding: Finding | undefined): Said | undefined {
  if (finding === undefined) return undefined;
  return { entry: finding.entry, level: countedLevel(finding), message: finding.message };
}

interface Counts extends FlagCounts {
  flags: number;
  flagged: number;
  readonly levels: Record<Level, number>;
}

function newCounts(): Counts {
  return { flags: 0, flagged: 0, levels: { error: 0, warning: 0, info: 0 } };
}

function count(counts: Counts, findings: readonly Finding[]): void {
  counts.flags += findings.length;
  if (findings.length > 0) counts.flagged++;
  for (const finding of findings) counts.levels[countedLevel(finding)]++;
}

function newTally(rule: string): RuleTally {
  const counts = { added: 0, removed: 0, level: 0, reworded: 0 };
  return { rule, before: 0, after: 0, counts, levels: new Map(), samples: new Map() };
}

const KINDS: readonly DiffKind[] = ["added", "removed", "level", "reworded"];

function ruleDiff({ rule, before, after, counts, levels, samples }: RuleTally): RuleDiff {
  const { added, removed, reworded } = counts;
  const shown = KINDS.flatMap((kind) => samples.get(kind) ?? []);
  return { rule, before, after, added, removed, levels: [...levels.values()], reworded, samples: shown };
}

function byDifferences(one: RuleDiff, other: RuleDiff): number {
  return (
    differences(other) - differences(one) || other.reworded - one.reworded || (one.rule < other.rule ? -1 : 1)
  );
}

/** How many flags of a rule came, went or changed in level. */
export function differences({ added, removed, levels }: RuleDiff): number {
  return levels.reduce((sum, { count: each }) => sum + each, added + removed);
}
