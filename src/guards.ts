import { checks } from "./checks/index.ts";
import { digestOf, type Place } from "./packs/digest.ts";
import { entriesOf } from "./packs/entries-of.ts";
import { entryOfPattern } from "./packs/late-entries.ts";
import type { Doc } from "./text/doc.ts";
import { type OwnedPatterns, type OwnPattern, ownedPatterns } from "./text/owned-patterns.ts";
import type { Match, PatternGroup, PatternSet } from "./text/pattern-set.ts";
import { sparedBy } from "./text/spared.ts";
import type { Entry, Hit, Rule } from "./types.ts";

/** What spares hits: `unless` of rules and entries, and the texts that `when` asks for. */
export interface Guards {
  /** The hits that no `unless` spares, in the same order. */
  readonly keep: (doc: Doc, hits: readonly Hit[]) => readonly Hit[];
  /** Whether the doc holds one of the texts that the rule's `when` asks for. */
  readonly holdsText: (doc: Doc, rule: Rule) => boolean;
}

type Owner = Rule | Entry;

/** Rule types that leave out by themselves what `unless` spares. */
const countsUnspared: ReadonlySet<string> = new Set(
  checks.filter((check) => check.countsUnspared).map(({ type }) => type),
);

/** Adds the patterns of all `unless` and `when.text` of these rules to the pack's automaton. */
export function compileGuards(rules: readonly Rule[], patterns: PatternSet): Guards {
  const near = guarding(patterns.group());
  const post = guarding(patterns.group());
  const texts = guarding(patterns.group());
  for (const rule of rules) {
    if (!countsUnspared.has(rule.type)) near.add(rule, rule.unless?.near, "near");
    post.add(rule, rule.unless?.post, "post");
    texts.add(rule, rule.when?.text);
  }
  const keep = (doc: Doc, hits: readonly Hit[]): readonly Hit[] => {
    if (!hits.some(isGuarded) || !(post.mayTouch(doc, hits) || near.mayTouch(doc, hits))) return hits;
    const sparedOwners = post.matches(doc);
    const beside = near.matches(doc);
    const spared = new Set<Hit>();
    const byOwner = beside.size === 0 ? NO_HITS : hitsByOwner(hits);
    for (const [owner, matches] of beside) {
      const own = byOwner.get(owner) ?? [];
      const spans = own.map(({ span }) => span);
      for (const index of sparedBy(doc, matches, spans)) spared.add(own[index]);
    }
    return hits.filter((hit) => !(spared.has(hit) || ownersOf(hit).some((owner) => sparedOwners.has(owner))));
  };
  const holdsText = (doc: Doc, rule: Rule): boolean => {
    if (rule.when === undefined || rule.when.text.length === 0) return true;
    return texts.matches(doc).has(rule);
  };
  return { keep, holdsText };
}

function isGuarded({ rule, entry }: Hit): boolean {
  return rule.unless !== undefined || entry?.unless !== undefined;
}

function ownersOf(hit: Hit): readonly Owner[] {
  return hit.entry === undefined ? [hit.rule] : [hit.rule, hit.entry];
}

const NO_HITS: ReadonlyMap<Owner, readonly Hit[]> = new Map();

/** The hits of each rule and entry, in order. */
function hitsByOwner(hits: readonly Hit[]): ReadonlyMap<Owner, readonly Hit[]> {
  const byOwner = new Map<Owner, Hit[]>();
  for (const hit of hits) {
    for (const owner of ownersOf(hit)) {
      const own = byOwner.get(owner);
      if (own === undefined) byOwner.set(owner, [hit]);
      else own.push(hit);
    }
  }
  return byOwner;
}

/** Patterns of one group that guard rules and entries. */
interface Guarding {
  /** Adds a rule's own patterns, and those that stand at this place of its entries. */
  readonly add: (rule: Rule, own: Sources, place?: UnlessPlace) => void;
  readonly matches: (doc: Doc) => ReadonlyMap<Owner, readonly Match[]>;
  /** Whether a pattern of the rule or the entry of one of the hits was found, as few are; errs towards yes only. */
  readonly mayTouch: (doc: Doc, hits: readonly Hit[]) => boolean;
}

type UnlessPlace = Exclude<Place, "patterns">;
type Sources = readonly string[] | undefined;

function guarding(group: PatternGroup): Guarding {
  const owned: OwnedPatterns<Owner> = ownedPatterns(group);
  const add: Guarding["add"] = (rule, own = [], place) => {
    const inEntries = place === undefined ? 0 : digestOf(rule)[place];
    // Every start comes by here with every rule, and few have any.
    if (own.length + inEntries === 0) return;
    const options = { syntax: "pattern", within: rule.within, exact: false } as const;
    const patterns = (owner: Owner, sources: Sources = []): readonly OwnPattern<Owner>[] =>
      sources.map((source) => ({ owner, source, options }));
    owned.add(own.length, () => patterns(rule, own));
    if (place === undefined) return;
    owned.add(
      inEntries,
      () => entriesOf(rule).flatMap((entry) => patterns(entry, entry.unless?.[place])),
      (index) => entryOfPattern(rule, place, index),
    );
  };
  let latest: Doc | undefined;
  let known = NO_MATCHES;
  const matches = (doc: Doc): ReadonlyMap<Owner, readonly Match[]> => {
    if (owned.isEmpty()) return NO_MATCHES;
    if (doc !== latest) {
      known = matchesByOwner(group.matches(doc), owned);
      latest = doc;
    }
    return known;
  };
  const mayTouch: Guarding["mayTouch"] = (doc, hits) => {
    const found = group.found(doc);
    if (found.length * hits.length > MOST_COMPARED) return true;
    for (const { pattern } of found) {
      const owner = owned.ownerOf(pattern);
      for (const { rule, entry } of hits) if (rule === owner || entry === owner) return true;
    }
    return false;
  };
  return { add, matches, mayTouch };
}

/** To compare more of them takes longer than to put them in order. */
const MOST_COMPARED = 200;
const NO_MATCHES: ReadonlyMap<Owner, readonly Match[]> = new Map();

function matchesByOwner(
  matches: readonly Match[],
  { ownerOf }: OwnedPatterns<Owner>,
): ReadonlyMap<Owner, readonly Match[]> {
  if (matches.length === 0) return NO_MATCHES;
  const byOwner = new Map<Owner, Match[]>();
  for (const match of matches) {
    const owner = ownerOf(match.pattern);
    const list = byOwner.get(owner);
    if (list === undefined) byOwner.set(owner, [match]);
    else list.push(match);
  }
  return byOwner;
}
