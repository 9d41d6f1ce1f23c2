import { array, custom, type GenericSchema, object } from "valibot";
import { digestOf } from "../packs/digest.ts";
import { entryOfPattern } from "../packs/late-entries.ts";
import type { Doc } from "../text/doc.ts";
import { type OwnedPatterns, type OwnPattern, ownedPatterns } from "../text/owned-patterns.ts";
import type { PatternGroup } from "../text/pattern-set.ts";
import { tokenSpan } from "../text/tokens.ts";
import type { Entry, EntryOptions, Hit, Rule } from "../types.ts";
import { type CompileContext, NO_HITS, type Run } from "./check.ts";

/** The schema of rule types that hold entries; what an entry may hold is the packs' own matter (PACK-FORMAT section 3). */
export function entryOptions(): GenericSchema<unknown, EntryOptions> {
  return object({ entries: array(custom<Entry>((value) => typeof value === "object" && value !== null)) });
}

interface Owner {
  readonly rule: Rule<EntryOptions>;
  readonly entry: Entry;
}

/** Compiles the entries of terms or patterns into the pack's automaton. */
export function compileEntries(
  syntax: "term" | "pattern",
): (rules: readonly Rule<EntryOptions>[], context: CompileContext) => Run {
  return (rules, { patterns }) => {
    const group = patterns.group();
    const owned: OwnedPatterns<Owner> = ownedPatterns(group);
    for (const rule of rules) {
      const ownerAt = (index: number): Owner | undefined => {
        const entry = entryOfPattern(rule, "patterns", index);
        return entry && { rule, entry };
      };
      owned.add(digestOf(rule).patterns, () => patternsOf(rule, syntax), ownerAt);
    }
    const seesTags = rules.some((rule) => rule.in.includes("hashtag"));
    return (doc) => {
      const matches = group.matches(doc);
      const inTags = seesTags ? tagHits(doc, group, owned) : NO_HITS;
      if (matches.length === 0 && inTags.length === 0) return NO_HITS;
      const asFound: Hit[] = matches.map(({ pattern, flagStart, flagEnd }) => {
        const { rule, entry } = owned.ownerOf(pattern);
        const span = tokenSpan(doc.tokens, flagStart, flagEnd);
        return { rule, entry, span, tokens: { start: flagStart, end: flagEnd } };
      });
      for (const { hit } of inTags) asFound.push(hit);
      return areApart(asFound) ? asFound : longestOfRule(asWritten(asFound, [...matches, ...inTags]));
    };
  };
}

interface Found {
  readonly pattern: number;
  readonly hit: Hit;
}

/** Hits in the order of their patterns, which are numbered as they are written. */
function asWritten(hits: readonly Hit[], found: readonly { readonly pattern: number }[]): readonly Hit[] {
  return hits
    .map((hit, index) => ({ hit, pattern: found[index].pattern }))
    .sort((one, other) => one.pattern - other.pattern)
    .map(({ hit }) => hit);
}

/** What rules that look into tags find in them: the whole tag, without words to replace. */
function tagHits(doc: Doc, group: PatternGroup, { ownerOf }: OwnedPatterns<Owner>): readonly Found[] {
  const matches = group.hashtagMatches(doc);
  if (matches.length === 0) return NO_HITS;
  return matches
    .filter(({ pattern }) => ownerOf(pattern).rule.in.includes("hashtag"))
    .map(({ pattern, token }) => ({
      pattern,
      hit: { ...ownerOf(pattern), span: tokenSpan(doc.tokens, token, token + 1) },
    }));
}

function patternsOf(rule: Rule<EntryOptions>, syntax: "term" | "pattern"): readonly OwnPattern<Owner>[] {
  return rule.options.entries
    .filter((entry) => entry.off !== true)
    .flatMap((entry) => {
      const { mark, forms } = entry;
      const options = {
        syntax,
        within: entry.within ?? rule.within,
        exact: entry.exact ?? rule.exact,
        mark,
        forms,
      };
      const owner = { rule, entry };
      return entry.match.map((source) => ({ owner, source, options }));
    });
}

/** Whether hits are in order and none overlaps the next, which most do; then all of them stand. */
function areApart(hits: readonly Hit[]): boolean {
  for (let index = 1; index < hits.length; index++) {
    if (hits[index].span.start < hits[index - 1].span.end) return false;
  }
  return true;
}

interface Ordered {
  readonly hit: Hit;
  readonly order: number;
}

/** Hits of one rule, each of which overlaps one before. */
interface Crowd {
  readonly start: number;
  end: number;
  readonly hits: Ordered[];
}

/**
 * In a rule the longest of overlapping hits wins, at equal length the one written last (here: that stands last); different rules all
 * report. In order of their start.
 */
export function longestOfRule(hits: readonly Hit[]): readonly Hit[] {
  if (hits.length < 2 || areApart(hits)) return hits;
  if (hits.length <= FEW && areApartByRule(hits)) return hits.toSorted(byHitStart);
  const sorted = hits.map((hit, order) => ({ hit, order })).sort(byStart);
  const crowds: Crowd[] = [];
  const latest = new Map<Rule, Crowd>();
  for (const each of sorted) {
    const { rule, span } = each.hit;
    const crowd = latest.get(rule);
    if (crowd !== undefined && span.start < crowd.end) {
      crowd.hits.push(each);
      crowd.end = Math.max(crowd.end, span.end);
      continue;
    }
    const next = { start: span.start, end: span.end, hits: [each] };
    crowds.push(next);
    latest.set(rule, next);
  }
  return crowds
    .flatMap(longestOfCrowd)
    .sort(byStart)
    .map(({ hit }) => hit);
}

/** Beyond this many, to compare each with each takes longer than to sort them. */
const FEW = 12;

/** Whether no hit touches another of its rule; then all of them stand. */
function areApartByRule(hits: readonly Hit[]): boolean {
  for (let index = 1; index < hits.length; index++) {
    const { rule, span } = hits[index];
    for (let other = 0; other < index; other++) {
      const before = hits[other];
      if (before.rule === rule && before.span.start <= span.end && span.start <= before.span.end)
        return false;
    }
  }
  return true;
}

function byHitStart(one: Hit, other: Hit): number {
  return one.span.start - other.span.start;
}

function byStart(one: Ordered, other: Ordered): number {
  return one.hit.span.start - other.hit.span.start || one.order - other.order;
}

function longestOfCrowd({ start, end, hits }: Crowd): readonly Ordered[] {
  if (hits.length === 1) return hits;
  const length = ({ hit }: Ordered): number => hit.span.end - hit.span.start;
  // A kept hit is as long as the next at least, so the two overlap when one end of the next is taken.
  const taken = new Uint8Array(end - start);
  const kept: Ordered[] = [];
  for (const each of hits.sort((one, other) => length(other) - length(one) || other.order - one.order)) {
    const from = each.hit.span.start - start;
    const to = each.hit.span.end - start;
    if (taken[from] === 1 || taken[to - 1] === 1) continue;
    taken.fill(1, from, to);
    kept.push(each);
  }
  return kept;
}
