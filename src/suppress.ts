import { entriesOf } from "./packs/entries-of.ts";
import { gatedAxes } from "./packs/gates.ts";
import { nearest } from "./packs/nearest.ts";
import { groupOf } from "./score.ts";
import type { Selection } from "./selection.ts";
import type { Finding, Level, Pack, Post, Rule, SharedUse, Waiver } from "./types.ts";

/** What is known of the run when a post's ignore comments are looked at. */
export interface SuppressContext extends Selection {
  readonly post: Post;
  readonly pack: Pack;
  /** ISO date, by which comments end for posts without a date of their own; empty where none ends so. */
  readonly today: string;
  /** The rules that ran. */
  readonly ran: ReadonlySet<string>;
  /** The gates that stay closed with the findings that are kept. */
  readonly closed?: (kept: readonly Finding[]) => readonly Finding[];
  /** Is told of each name of a comment that holds for other posts of the file too, whose need may be judged only together. */
  readonly tellShared?: (use: SharedUse) => void;
}

/** What a name in an ignore comment stands for: all rules of a group, a rule, or one entry of it. */
interface Named {
  readonly rules: Pick<Rule, "id" | "off" | "when">[];
  /** It is an entry that is switched off, in all its forms. */
  readonly isOff?: boolean;
}

type Names = ReadonlyMap<string, Named>;

/** Comments of packs, made when a post first has one. */
const namesByPack = new WeakMap<Pack, Names>();
const DAY_LENGTH = "2026-12-31".length;

/**
 * The findings without those that the post's ignore comments waive, and with what is wrong with the comments themselves:
 * `waiver/unknown`, `waiver/expired`, `waiver/no-reason` (errors), `waiver/unused` (a warning).
 */
export function suppress(findings: readonly Finding[], context: SuppressContext): readonly Finding[] {
  const { waivers } = context.post;
  if (waivers.length === 0) return findings;
  const names = namesOf(context.pack);
  const used = new Set<string>();
  const waived = waivedNames(context);
  const isKept = (finding: Finding): boolean => {
    const hits = namesFor(finding).filter((name) => waived.has(name));
    for (const name of hits) used.add(name);
    return hits.length === 0;
  };
  const kept = findings.filter(isKept);
  const closed = context.closed?.(kept).filter(isKept) ?? [];
  for (const waiver of waivers) {
    if (waiver.shared === undefined || isExpired(waiver, context)) continue;
    for (const name of waiver.names) {
      const named = names.get(name);
      const isTold = named !== undefined && canJudge({ name, named }, context);
      if (isTold) context.tellShared?.({ waiver, name, isUsed: used.has(name) });
    }
  }
  const told = waivers.filter(({ shared }) => shared !== "again");
  return [...kept, ...closed, ...told.flatMap((waiver) => faultsOf(waiver, { ...context, names, used }))];
}

/** Whether a finding is waived. */
export function isWaived(finding: Finding, context: SuppressContext): boolean {
  if (context.post.waivers.length === 0) return false;
  const waived = waivedNames(context);
  return namesFor(finding).some((name) => waived.has(name));
}

/** The names in a post's own comments that stand for rules that ran, and for none of these findings. */
export function unusedNames(findings: readonly Finding[], context: SuppressContext): readonly Finding[] {
  const names = namesOf(context.pack);
  const used = new Set(findings.flatMap(namesFor));
  return context.post.waivers.flatMap((waiver) => {
    if (waiver.shared !== undefined || isExpired(waiver, context)) return [];
    return waiver.names
      .filter((name) => {
        const named = names.get(name);
        return named !== undefined && !used.has(name) && canJudge({ name, named }, context);
      })
      .map((name) => unused(waiver, name));
  });
}

/** Whether findings of a rule that holds no entries are waived. */
export function isSpared(rule: string, context: SuppressContext): boolean {
  if (context.post.waivers.length === 0) return false;
  const waived = waivedNames(context);
  return waived.has(rule) || waived.has(groupOf(rule));
}

/** What the comments name that have not ended. */
function waivedNames(context: SuppressContext): ReadonlySet<string> {
  const names = namesOf(context.pack);
  const living = context.post.waivers.filter((waiver) => !isExpired(waiver, context));
  return new Set(living.flatMap((waiver) => waiver.names.filter((name) => names.has(name))));
}

/** The names by which a finding can be waived. */
function namesFor({ rule, entry }: Finding): readonly string[] {
  const names = [groupOf(rule), rule];
  return entry === undefined ? names : [...names, `${rule}/${entry}`];
}

interface JudgeContext extends SuppressContext {
  readonly names: Names;
  /** Names that waived a finding of this post. */
  readonly used: ReadonlySet<string>;
}

function faultsOf(waiver: Waiver, context: JudgeContext): readonly Finding[] {
  const { names, used, pack } = context;
  const faults: Finding[] = [];
  const isOver = isExpired(waiver, context);
  if (isOver) faults.push(expired(waiver));
  if (pack.waivers.reason === "required" && waiver.reason === undefined) faults.push(noReason(waiver));
  for (const name of waiver.names) {
    const named = names.get(name);
    if (named === undefined) faults.push(unknown(waiver, name, names));
    else if (!isOver && !used.has(name) && waiver.shared === undefined && canJudge({ name, named }, context))
      faults.push(unused(waiver, name));
  }
  return faults;
}

/** Whether all that a name stands for was looked for, so that nothing found means nothing to waive. */
function canJudge(
  { name, named }: { readonly name: string; readonly named: Named },
  { ran, only, skip = [] }: SuppressContext,
): boolean {
  if (named.isOff === true) return false;
  if (skip.some((other) => isWithin(name, other) || isWithin(other, name))) return false;
  if (only !== undefined && !only.some((other) => isWithin(name, other))) return false;
  if (!named.rules.some(({ id }) => ran.has(id))) return false;
  // A rule whose `when` doesn't hold can't find anything in this post; another that didn't run could have.
  return named.rules.every(({ id, off, when }) => ran.has(id) || off === true || when !== undefined);
}

/** Whether a name is another or lies in it: `corporate/jargon` in `corporate`. */
function isWithin(name: string, other: string): boolean {
  return name === other || name.startsWith(`${other}/`);
}

function isExpired({ until }: Waiver, { post, today }: SuppressContext): boolean {
  return until !== undefined && (post.date ?? today).slice(0, DAY_LENGTH) > until;
}

function namesOf(pack: Pack): Names {
  const known = namesByPack.get(pack);
  if (known !== undefined) return known;
  const names = new Map<string, Named>();
  for (const rule of pack.rules) {
    const group = names.get(rule.group) ?? { rules: [] };
    group.rules.push(rule);
    names.set(rule.group, group).set(rule.id, { rules: [rule] });
    for (const { slug, off } of entriesOf(rule)) {
      const name = `${rule.id}/${slug}`;
      const isOff = off === true && names.get(name)?.isOff !== false;
      names.set(name, { rules: [rule], isOff });
    }
  }
  const gates = gatedAxes(pack).map((axis) => ({ id: `gate/${axis}` }));
  if (gates.length > 0) names.set("gate", { rules: gates });
  for (const gate of gates) names.set(gate.id, { rules: [gate] });
  namesByPack.set(pack, names);
  return names;
}

function unknown(waiver: Waiver, name: string, names: Names): Finding {
  const meant = nearest(name, names.keys());
  const hint =
    meant === undefined
      ? "“voicecheck rules” lists all; a reason goes behind “--”"
      : `did you mean “${meant}”?`;
  return findingOn(waiver, "unknown", {
    level: "error",
    message: `no group, rule or entry is called “${name}”, so this comment spares nothing by it; ${hint}`,
    suggestions: meant === undefined ? [] : [meant],
  });
}

/** What is said of a name that nothing was found for. */
export function unused(waiver: Waiver, name: string): Finding {
  return findingOn(waiver, "unused", {
    level: "warning",
    message: `this post has nothing for “${name}” to be ignored; take it out of the comment`,
  });
}

function expired(waiver: Waiver): Finding {
  return findingOn(waiver, "expired", {
    level: "error",
    message: `this comment held until ${waiver.until}; reword the post, or give the comment a later date`,
  });
}

function noReason(waiver: Waiver): Finding {
  return findingOn(waiver, "no-reason", {
    level: "error",
    message: "this pack asks for the reason of each ignore comment; add it behind “--”: -- product name",
  });
}

interface Fault {
  readonly level: Level;
  readonly message: string;
  readonly suggestions?: readonly string[];
}

/** Stands at the comment in the file; in the post's text, of which the comment is no part, at its start with no width. */
function findingOn(
  { text, place }: Waiver,
  name: string,
  { level, message, suggestions = [] }: Fault,
): Finding {
  return {
    rule: `waiver/${name}`,
    level,
    confidence: "sure",
    message,
    text,
    span: { start: 0, end: 0 },
    place,
    suggestions,
    fixable: false,
  };
}
