import type { LevelChange, PackDiff, RuleDiff, Said, Sample } from "../pack-diff.ts";
import type { Style } from "../types.ts";
import { displayWidth, padded } from "./cells.ts";
import { counted } from "./counts.ts";
import { harmless, harmlessJson, harmlessLines } from "./harmless.ts";

/** A difference between two packs, and what they are called. */
export interface NamedDiff extends PackDiff {
  readonly old: string;
  readonly new: string;
  /** Things that could not be read, and were said on stderr. */
  readonly problems: number;
}

const INDENT = "  ";
const SIGN: Readonly<Record<Sample["kind"], string>> = {
  added: "+",
  removed: "−",
  level: "~",
  reworded: "≈",
};

/** For people: each rule that flags otherwise, with its rate and samples, and a line that counts. */
export function packDiffText(diff: NamedDiff, style: Style): string {
  const rules = diff.rules.filter(isChanged);
  const width = Math.max(0, ...rules.map(({ rule }) => displayWidth(harmless(rule))));
  const lines = rules.flatMap((rule) => [
    ruleLine(rule, diff.posts, width, style),
    ...sampleLines(rule, style),
    "",
  ]);
  return harmlessLines([...lines, ...closing(diff, style)]);
}

/** For programs (docs/json.md), a rule to a line; all rules that flag something, changed or not. */
export function packDiffJson(diff: NamedDiff): string {
  const { posts, before, after, problems } = diff;
  const rules = diff.rules.map((rule) => `\n  ${harmlessJson(dataOf(rule, posts))}`).join(",");
  return [
    `{"version":1,"old":${harmlessJson(diff.old)},"new":${harmlessJson(diff.new)},`,
    ` "summary":${harmlessJson({ posts, before, after, ...totals(diff), problems })},`,
    ` "rules":[${rules}]}`,
    "",
  ].join("\n");
}

function dataOf({ rule, before, after, samples, ...changes }: RuleDiff, posts: number): object {
  const per100 = { before: rounded(rate(before, posts)), after: rounded(rate(after, posts)) };
  return { rule, before, after, per100, ...changes, samples };
}

function isChanged({ added, removed, levels, reworded }: RuleDiff): boolean {
  return added + removed + levels.length + reworded > 0;
}

function ruleLine(rule: RuleDiff, posts: number, width: number, style: Style): string {
  const name = style.paint("bold", padded(harmless(rule.rule), width));
  return `${name}  ${rates(rule.before, rule.after, posts)}  ${changesOf(rule)}`;
}

function changesOf({
  added,
  removed,
  levels,
  reworded,
}: Omit<RuleDiff, "rule" | "before" | "after" | "samples">): string {
  const changes = [
    [added > 0 ? `+${added}` : "", removed > 0 ? `−${removed}` : ""].filter((part) => part !== "").join(" "),
    ...levels.map(({ from, to, count }) => `${count} ${from} → ${to}`),
    reworded > 0 ? `${reworded} reworded` : "",
  ];
  return changes.filter((part) => part !== "").join(", ");
}

function sampleLines({ samples }: RuleDiff, style: Style): readonly string[] {
  return samples.flatMap((sample) => {
    const { kind, source, line, column, context } = sample;
    const words = style.paint("bold", `[[${harmless(context.words)}]]`);
    const place = style.paint("dim", harmless(`${source}:${line}:${column}`));
    const shown = `${harmless(context.before)}${words}${harmless(context.after)}`;
    const head = `${INDENT}${SIGN[kind]} ${place}  ${saidLine(sample, style)}  ${shown}`;
    return kind === "reworded" ? [head, ...rewording(sample)] : [head];
  });
}

/** `warning leverage`, `warning → error leverage`. */
function saidLine({ kind, before, after }: Sample, style: Style): string {
  const said = after ?? before;
  if (said === undefined) return "";
  const level = (each: Said): string => style.paint(each.level, each.level);
  const from = kind === "level" && before !== undefined ? `${level(before)} → ` : "";
  return `${from}${level(said)}${said.entry === undefined ? "" : ` ${harmless(said.entry)}`}`;
}

function rewording({ before, after }: Sample): readonly string[] {
  if (before === undefined || after === undefined) return [];
  return [
    `${INDENT}${INDENT}was: ${harmless(before.message)}`,
    `${INDENT}${INDENT}now: ${harmless(after.message)}`,
  ];
}

function closing(diff: NamedDiff, style: Style): readonly string[] {
  const { posts, before, after, problems } = diff;
  const names = `${harmless(diff.old)} → ${harmless(diff.new)}`;
  const changes = changesOf(totals(diff));
  const tail = problems > 0 ? [style.paint("error", counted(problems, "problem"))] : [];
  if (style.elapsed !== undefined) tail.push(style.paint("dim", `${Math.round(style.elapsed)} ms`));
  const flags = `${counted(after.flags, "flag")} in ${after.flagged} of ${counted(posts, "post")}`;
  if (changes === "") return [[`${names}: no difference, ${flags}`, ...tail].join(" · ")];
  const parts = [
    `${names}: ${style.paint("bold", changes)}`,
    `${before.flags} → ${after.flags} flags (${rates(before.flags, after.flags, posts)})`,
    `${before.flagged} → ${after.flagged} of ${counted(posts, "post")} flagged`,
    ...tail,
  ];
  return [parts.join(" · ")];
}

interface Totals {
  readonly added: number;
  readonly removed: number;
  readonly levels: readonly LevelChange[];
  readonly reworded: number;
}

function totals({ rules }: PackDiff): Totals {
  const levels = new Map<string, LevelChange>();
  for (const change of rules.flatMap((rule) => rule.levels)) {
    const key = `${change.from} ${change.to}`;
    levels.set(key, { ...change, count: change.count + (levels.get(key)?.count ?? 0) });
  }
  const sum = (of: (rule: RuleDiff) => number): number =>
    rules.reduce((before, rule) => before + of(rule), 0);
  return {
    added: sum(({ added }) => added),
    removed: sum(({ removed }) => removed),
    levels: [...levels.values()],
    reworded: sum(({ reworded }) => reworded),
  };
}

/** `2.0 → 3.5 per 100 posts`. */
function rates(before: number, after: number, posts: number): string {
  return `${rateText(rate(before, posts))} → ${rateText(rate(after, posts))} per 100 posts`;
}

function rate(count: number, posts: number): number {
  return posts === 0 ? 0 : (count * 100) / posts;
}

/** One digit behind the point, or the first that says something. */
function rateText(value: number): string {
  return value > 0 && value < 0.1 ? value.toPrecision(1) : value.toFixed(1);
}

function rounded(value: number): number {
  return Number(value.toPrecision(4));
}
