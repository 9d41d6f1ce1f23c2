import type { Rule, Span } from "../types.ts";
import type { KnowsAcronym } from "./capitals.ts";
import { type CountContext, countables } from "./countables.ts";
import type { Doc } from "./doc.ts";
import { addSources, type PatternGroup, type PatternSet } from "./pattern-set.ts";
import { permitsFor } from "./permits.ts";
import { sparedBy } from "./spared.ts";
import { tokenSpan } from "./tokens.ts";

/** What a rule counts: a countable by name, or patterns; without what it excepts. */
export interface CountedOptions {
  readonly count: string | readonly string[];
  readonly except: readonly string[];
  readonly only?: readonly string[];
}

/** What counting shares with the rest of the pack. */
export interface CounterContext {
  readonly patterns: PatternSet;
  readonly lists: Readonly<Record<string, readonly string[]>>;
}

/** Finds what a rule counts in a doc, in order. */
export type Items = (doc: Doc) => readonly Span[];

/** Names that are counted as patterns. */
const NAMES: Readonly<Record<string, string>> = { "brand-names": "<brand>", "product-names": "<product>" };

/** Everything that can be counted by name. */
export const countableNames: readonly string[] = [...Object.keys(countables), ...Object.keys(NAMES)];

/** Compiles what a rule counts, without what its `unless` spares. */
export function counterFor(rule: Rule<CountedOptions>, context: CounterContext, known: CountContext): Items {
  return unspared(rule, counter(rule, context, known), context);
}

function counter(rule: Rule<CountedOptions>, { patterns }: CounterContext, known: CountContext): Items {
  const { count, except, only } = rule.options;
  const itemsOf =
    typeof count === "string" && NAMES[count] === undefined
      ? named(count, known)
      : matched(rule, patterns.group());
  if (except.length === 0 && only === undefined) return itemsOf;
  const permits = permitsFor(except, only);
  return (doc) => itemsOf(doc).filter(({ start, end }) => permits(doc.text.slice(start, end)));
}

function named(name: string, known: CountContext): Items {
  return (doc) => countables[name](doc, known);
}

function matched({ options: { count }, within, exact }: Rule<CountedOptions>, group: PatternGroup): Items {
  const sources = typeof count === "string" ? [NAMES[count]] : count;
  addSources(group, sources, { syntax: "pattern", within, exact });
  return (doc) => {
    const matches = group.matches(doc);
    if (matches.length === 0) return NOTHING;
    return apart(matches.map(({ flagStart, flagEnd }) => tokenSpan(doc.tokens, flagStart, flagEnd)));
  };
}

const NOTHING: readonly never[] = [];

/** Words that several patterns match count once. */
function apart(spans: readonly Span[]): readonly Span[] {
  if (spans.length < 2) return spans;
  let end = 0;
  return spans
    .toSorted((one, other) => one.start - other.start)
    .filter((span) => {
      const isFree = span.start >= end;
      if (isFree) end = span.end;
      return isFree;
    });
}

/** Leaves out what `unless` spares, so that it isn't counted. */
function unspared(rule: Rule<CountedOptions>, itemsOf: Items, { patterns }: CounterContext): Items {
  const near = rule.unless?.near ?? [];
  if (near.length === 0) return itemsOf;
  const group = patterns.group();
  addSources(group, near, { syntax: "pattern", within: rule.within, exact: false });
  return (doc) => {
    const items = itemsOf(doc);
    const spared = sparedBy(doc, group.matches(doc), items);
    return spared.size === 0 ? items : items.filter((_, index) => !spared.has(index));
  };
}

const ACRONYMS = ["<acronyms>"];

/** Knows the acronyms of the pack's list of that name. */
export function acronymsIn({ patterns, lists }: CounterContext): KnowsAcronym {
  if (!Object.hasOwn(lists, "acronyms")) return () => false;
  const group = patterns.group();
  addSources(group, ACRONYMS, { syntax: "pattern", within: "post", exact: false });
  let last: Doc | undefined;
  let known: ReadonlySet<number> = new Set();
  return (doc, index) => {
    if (doc !== last) {
      last = doc;
      known = new Set(
        group
          .matches(doc)
          .flatMap(({ start, end }) => Array.from({ length: end - start }, (_, at) => start + at)),
      );
    }
    return known.has(index);
  };
}
