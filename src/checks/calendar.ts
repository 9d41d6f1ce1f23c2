import { array, check, optional, picklist, pipe, strictObject, string, transform } from "valibot";
import { judge } from "../calendar/judge.ts";
import { readPer } from "../calendar/periods.ts";
import { type CalendarOptions, type Sample, type WrittenOptions, wholeOf } from "../calendar/sample.ts";
import { unitsFor } from "../calendar/units.ts";
import { counted } from "../packs/counted.ts";
import { acronymsIn, countableNames, counterFor } from "../text/counter.ts";
import type { Doc } from "../text/doc.ts";
import type { PostResult, Rule, Span } from "../types.ts";
import type { CompileContext, RunCheck } from "./check.ts";

/** Countables over many posts alone. */
const OVER_POSTS = ["posts", "repeats", "flagged"];
const NAMES = [...OVER_POSTS, ...countableNames];
const PER = "count per day, week, month, run, or any days in a row (7 days)";
const SHARE =
  "a share needs “of: posts”, and “of: posts” needs a percentage: {count: flagged, of: posts, max: 20%, per: week}";
const LEAST_SHARE = 4;

/** Counts over many posts: how often, how much, and whether the same is said again. */
export const calendar: RunCheck<WrittenOptions> = {
  type: "calendar",
  summary: "counts over many posts: a word in a month, posts in a week, the same text under two names",
  message: "<count> of this.",
  schema: () =>
    pipe(
      strictObject({
        count: counted(NAMES),
        max: optional(string()),
        min: optional(string()),
        of: optional(picklist(["posts"], "a share over many posts is one of posts")),
        from: optional(pipe(string(), transform(Number)), String(LEAST_SHARE)),
        per: pipe(
          string(PER),
          check((text) => readPer(text) !== undefined, PER),
        ),
        by: optional(picklist(["account", "platform", "author"])),
        alike: optional(string(), "100%"),
        part: optional(picklist(["text", "sentence", "opener", "link"]), "text"),
        across: optional(picklist(["author"])),
        rules: optional(array(string()), []),
        except: optional(array(string()), []),
        only: optional(array(string())),
      }),
      check(
        ({ max, min }) => max !== undefined || min !== undefined,
        "say how many there may be: max or min",
      ),
      check(({ max, of }) => max === undefined || max.endsWith("%") === (of !== undefined), SHARE),
      check(({ min, of }) => min === undefined || min.endsWith("%") === (of !== undefined), SHARE),
      check(
        ({ min, per }) => min === undefined || readPer(per)?.kind !== "days",
        "any days in a row have a max and no min",
      ),
    ),
  gather: (rules, context) => {
    const gatherers = rules.map((rule) => ({ rule, itemsOf: itemsFor(rule, context) }));
    // A post alone repeats nothing: what would be compared of the first is made as the second comes.
    let first: readonly Sample[] | undefined;
    return (doc, result, isAwake) => {
      const make = first === undefined ? laterSampleOf : sampleOf;
      for (const sample of first ?? []) void sample.units;
      const samples = gatherers.flatMap(({ rule, itemsOf }) =>
        isAwake(rule) ? [make(rule, doc, itemsOf(doc, result))] : [],
      );
      first = first === undefined ? samples : [];
      return samples;
    };
  },
  judge: ({ options }, samples, known) => judge(resolved(options), samples, known),
};

/** The numbers that texts stand for. */
function resolved({ max, min, per, alike, ...options }: WrittenOptions): CalendarOptions {
  return {
    ...options,
    ...(max !== undefined && { max: numberOf(max) }),
    ...(min !== undefined && { min: numberOf(min) }),
    per: readPer(per) ?? { kind: "run" },
    alike: numberOf(alike),
  };
}

function numberOf(text: string): number {
  return text.endsWith("%") ? Number.parseFloat(text) / 100 : Number(text);
}

type ItemsOf = (doc: Doc, result: PostResult) => readonly Span[];

function itemsFor(rule: Rule<WrittenOptions>, context: CompileContext): ItemsOf {
  const { count, rules } = rule.options;
  if (count === "repeats") return () => [];
  if (count === "posts") return ({ post }) => [wholeOf(post)];
  if (count === "flagged") return (_, result) => flagged(result, rules);
  const itemsOf = counterFor(rule, context, { knowsAcronym: acronymsIn(context) });
  return (doc) => itemsOf(doc);
}

/** A post with such a finding counts once, by its first. */
function flagged({ findings }: PostResult, rules: readonly string[]): readonly Span[] {
  const found = findings.find(
    ({ rule, entry, lowered }) =>
      lowered === undefined &&
      (rules.length === 0 ||
        rules.some((name) => rule === name || rule.startsWith(`${name}/`) || name === `${rule}/${entry}`)),
  );
  return found === undefined ? [] : [found.span];
}

function sampleOf(rule: Rule<WrittenOptions>, doc: Doc, items: readonly Span[]): Sample {
  const { count, part } = rule.options;
  return { rule, post: doc.post, items, units: count === "repeats" ? unitsFor(doc, part) : [] };
}

/** A sample whose units are made when they are read; until then it holds the doc. */
function laterSampleOf(rule: Rule<WrittenOptions>, doc: Doc, items: readonly Span[]): Sample {
  let units: Sample["units"] | undefined;
  return {
    rule,
    post: doc.post,
    items,
    get units() {
      units ??= sampleOf(rule, doc, items).units;
      return units;
    },
  };
}
