import {
  array,
  check,
  forward,
  minLength,
  optional,
  picklist,
  pipe,
  strictObject,
  string,
  transform,
  union,
} from "valibot";
import { amount, amountFor } from "../packs/amount.ts";
import { didYouMean } from "../packs/nearest.ts";
import type { KnowsAcronym } from "../text/capitals.ts";
import { type CountContext, countables } from "../text/countables.ts";
import type { Doc } from "../text/doc.ts";
import type { PatternGroup } from "../text/pattern-set.ts";
import { permitsFor } from "../text/permits.ts";
import { easyWords } from "../text/run-together.ts";
import { sparedBy } from "../text/spared.ts";
import { type Bounds, type Counted, excess, shareOutside } from "../text/tally.ts";
import { tokenSpan } from "../text/tokens.ts";
import { spansByUnit, unitsOf } from "../text/units-of.ts";
import type { Amount, Hit, Rule, Span } from "../types.ts";
import type { Check, CompileContext } from "./check.ts";

/** What is counted, and how many of it there may be. */
export interface LimitOptions {
  /** A countable by name, or patterns. */
  readonly count: string | readonly string[];
  readonly max?: Amount;
  readonly min?: Amount;
  /** What the count is a share of. */
  readonly of?: string;
  /** A share is silent below this many of `of`; `per: 100 words` below this many words. */
  readonly from?: number;
  readonly per: "post" | "sentence" | "paragraph" | "line" | "100 words";
  readonly except: readonly string[];
  readonly only?: readonly string[];
}

/** Names that are counted as patterns. */
const NAMES: Readonly<Record<string, string>> = { "brand-names": "<brand>", "product-names": "<product>" };
const COUNTABLES = [...Object.keys(countables), ...Object.keys(NAMES)];
const SHARE =
  "a share needs “of”, and “of” needs a percentage: {count: passives, of: sentences, max: 25%}; a plain number has neither";
/** Shares of these count the units that hold an item, not the items. */
const HOLDERS: ReadonlySet<string> = new Set(["sentences", "paragraphs", "lines"]);

/** Counts within a post, and flags what is over a maximum, under a minimum, or outside of a share. */
export const limit: Check<LimitOptions> = {
  type: "limit",
  summary: "counts within a post: links, tags, emoji, sentences, passives, any patterns",
  message: "<count> of this in one post.",
  wholePost: true,
  countsUnspared: true,
  schema: () => {
    const unknown = ({ received }: { readonly received: string }): string =>
      `${received.replaceAll('"', "“")} can't be counted${didYouMean(received.replaceAll('"', ""), COUNTABLES)}`;
    return pipe(
      strictObject({
        count: union([picklist(COUNTABLES), pipe(array(string()), minLength(1))], unknown),
        max: optional(amount()),
        min: optional(amount()),
        of: optional(picklist(Object.keys(countables), unknown)),
        from: optional(pipe(string(), transform(Number))),
        per: optional(picklist(["post", "sentence", "paragraph", "line", "100 words"]), "post"),
        except: optional(array(string()), []),
        only: optional(array(string())),
      }),
      check(({ max, min }) => max !== undefined || min !== undefined, "a limit has a max or a min"),
      forward(
        check(({ max, of }) => max === undefined || (max.percent === true) === (of !== undefined), SHARE),
        ["max"],
      ),
      forward(
        check(({ min, of }) => min === undefined || (min.percent === true) === (of !== undefined), SHARE),
        ["min"],
      ),
    );
  },
  compile: (rules, context) => {
    const runs = rules.map((rule) => compileLimit(rule, context));
    return (doc, platform) => runs.flatMap((run) => run(doc, platform));
  },
  modules: (rules) =>
    rules.some(({ options }) => options.count === "run-together-hashtags") ? [easyWords] : [],
};

type Items = (doc: Doc) => readonly Span[];

function compileLimit(
  rule: Rule<LimitOptions>,
  context: CompileContext,
): (doc: Doc, platform: string | undefined) => readonly Hit[] {
  const { max, min, per, of } = rule.options;
  const known: CountContext = { knowsAcronym: acronyms(context) };
  const itemsOf = unspared(rule, counter(rule, context, known), context);
  // No part of a post holds more than the post.
  const isPlainMaximum = min === undefined && of === undefined && per !== "100 words";
  return (doc, platform) => {
    const bounds: Bounds = { max: amountFor(max, platform), min: amountFor(min, platform) };
    if (bounds.max === undefined && bounds.min === undefined) return [];
    if (isPlainMaximum && rule.options.count === "words" && doc.words <= (bounds.max ?? 0)) return [];
    const all = itemsOf(doc);
    if (isPlainMaximum && all.length <= (bounds.max ?? 0)) return [];
    const units = unitsOf(doc, per === "100 words" ? "post" : per);
    const items = spansByUnit(all, units);
    const parts = of === undefined ? undefined : spansByUnit(countables[of](doc, known), units);
    return units.flatMap((unit, index) => {
      const counted: Counted = { unit, items: items[index], parts: parts?.[index], words: doc.words };
      return hitsOf(rule, counted, bounds);
    });
  };
}

function hitsOf(rule: Rule<LimitOptions>, counted: Counted, bounds: Bounds): readonly Hit[] {
  const { of, per, from } = rule.options;
  const flags =
    of === undefined
      ? excess(counted, bounds, per === "100 words" ? { from } : undefined)
      : shareOutside(counted, bounds, { from, countsHolders: HOLDERS.has(of) });
  return flags.map(({ span, data }) => ({ rule, span, data }));
}

/** What a rule counts, without what it excepts. */
function counter(rule: Rule<LimitOptions>, { patterns }: CompileContext, known: CountContext): Items {
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

function matched({ options: { count }, within, exact }: Rule<LimitOptions>, group: PatternGroup): Items {
  const sources = typeof count === "string" ? [NAMES[count]] : count;
  for (const source of sources) group.add(source, { syntax: "pattern", within, exact });
  return (doc) =>
    apart(group.matches(doc).map(({ flagStart, flagEnd }) => tokenSpan(doc.tokens, flagStart, flagEnd)));
}

/** Words that several patterns match count once. */
function apart(spans: readonly Span[]): readonly Span[] {
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
function unspared(rule: Rule<LimitOptions>, itemsOf: Items, { patterns }: CompileContext): Items {
  const near = rule.unless?.near ?? [];
  if (near.length === 0) return itemsOf;
  const group = patterns.group();
  for (const source of near) group.add(source, { syntax: "pattern", within: rule.within, exact: false });
  return (doc) => {
    const items = itemsOf(doc);
    const spared = sparedBy(doc, group.matches(doc), items);
    return spared.size === 0 ? items : items.filter((_, index) => !spared.has(index));
  };
}

/** Knows the acronyms of the pack's list of that name. */
function acronyms({ patterns, lists }: CompileContext): KnowsAcronym {
  if (lists.acronyms === undefined) return () => false;
  const group = patterns.group();
  group.add("<acronyms>", { syntax: "pattern", within: "post", exact: false });
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
