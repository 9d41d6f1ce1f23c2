import { marketData } from "../generated/markets.ts";
import type { Span } from "../types.ts";
import type { Doc } from "./doc.ts";
import { addSources, type PatternGroup, type PatternSet } from "./pattern-set.ts";
import { tokenSpan } from "./tokens.ts";

/** A market's labels, patterns: what readers understand at once, and what they don't. */
export interface Labels {
  readonly clear: readonly string[];
  readonly vague: readonly string[];
}

/** What shows that something was given for a post, in order. */
export interface Cues {
  readonly strong: readonly Span[];
  readonly partner: readonly Span[];
  /** The brand's own names. */
  readonly own: readonly Span[];
}

/** The labels of a post, as a market sees them, in order. */
export interface SeenLabels {
  readonly clear: readonly Span[];
  readonly vague: readonly Span[];
  /** Clear elsewhere, and of no meaning here. */
  readonly foreign: readonly Span[];
}

/** Looks for cues and labels in docs; each doc is looked at once. */
export interface Look {
  /** Whether a doc holds no cue and no label of any market, as nearly all do. */
  readonly isSilent: (doc: Doc) => boolean;
  readonly cues: (doc: Doc) => Cues;
  readonly labels: (doc: Doc, market: string) => SeenLabels;
}

/** What a pack adds to the markets' data. */
export interface Additions {
  readonly cues: readonly string[];
  readonly labels: Readonly<Record<string, Labels>>;
}

/** Adds all cues and labels to a pack's automaton. */
export function lookFor(patterns: PatternSet, { cues, labels }: Additions): Look {
  const { strong, partner, own } = marketData.cues;
  const finders = {
    strong: finder(patterns.group(), both(strong, cues)),
    partner: finder(patterns.group(), partner),
    own: finder(patterns.group(), own),
    negated: finder(patterns.group(), marketData.negated),
  };
  const markets = Object.entries(marketData.markets).map(([name, { clear, vague }]) => ({
    name,
    clear: finder(patterns.group(), both(clear, labels[name]?.clear)),
    vague: finder(patterns.group(), both(vague, labels[name]?.vague)),
  }));
  const standing = (doc: Doc, find: Finder): readonly Span[] => {
    const spans = find(doc);
    const negated = spans.length === 0 ? [] : finders.negated(doc);
    return spans.filter(({ start, end }) => !negated.some((not) => not.start < end && start < not.end));
  };
  const all = [
    finders.strong,
    finders.partner,
    finders.own,
    ...markets.flatMap(({ clear, vague }) => [clear, vague]),
  ];
  return {
    isSilent: (doc) => {
      for (const find of all) if (find(doc).length > 0) return false;
      return true;
    },
    cues: (doc) => ({
      strong: standing(doc, finders.strong),
      partner: finders.partner(doc),
      own: finders.own(doc),
    }),
    labels: (doc, market) => {
      const clearIn = (wanted: boolean): readonly Span[] =>
        markets
          .filter(({ name }) => (name === market) === wanted)
          .flatMap(({ clear }) => standing(doc, clear));
      const vague = markets.find(({ name }) => name === market)?.vague ?? (() => []);
      const clear = clearIn(true);
      return {
        clear,
        vague: apartFrom(clear, standing(doc, vague)),
        foreign: apartFrom(clear, clearIn(false)),
      };
    },
  };
}

function both(own: readonly string[], more: readonly string[] = []): readonly string[] {
  return more.length === 0 ? own : [...own, ...more];
}

const NONE: readonly Span[] = [];

type Finder = (doc: Doc) => readonly Span[];

function finder(group: PatternGroup, sources: readonly string[]): Finder {
  addSources(group, sources, { syntax: "pattern", within: "sentence", exact: false });
  return (doc) => {
    const matches = group.matches(doc);
    if (matches.length === 0) return NONE;
    return matches.map(({ flagStart, flagEnd }) => tokenSpan(doc.tokens, flagStart, flagEnd));
  };
}

/** *Paid partnership with* is clear, though *partnership* in it would be vague. */
function apartFrom(others: readonly Span[], spans: readonly Span[]): readonly Span[] {
  return spans.filter(({ start, end }) => !others.some((other) => other.start < end && start < other.end));
}
