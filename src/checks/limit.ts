import { array, check, forward, optional, picklist, pipe, strictObject, string, transform } from "valibot";
import { amount, amountFor } from "../packs/amount.ts";
import { countable, counted } from "../packs/counted.ts";
import { type CountContext, countables } from "../text/countables.ts";
import { acronymsIn, countableNames, counterFor } from "../text/counter.ts";
import type { Doc } from "../text/doc.ts";
import { easyWords } from "../text/run-together.ts";
import { scan } from "../text/scan.ts";
import { type Bounds, type Counted, excess, SHARE_FROM, shareOutside } from "../text/tally.ts";
import { spansByUnit, unitsOf } from "../text/units-of.ts";
import type { Amount, Hit, Rule } from "../types.ts";
import { type Check, type CompileContext, NO_HITS } from "./check.ts";
import { type RuleRun, together } from "./together.ts";

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
  schema: () =>
    pipe(
      strictObject({
        count: counted(countableNames),
        max: optional(amount()),
        min: optional(amount()),
        of: optional(countable(Object.keys(countables))),
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
    ),
  compile: (rules, context) => {
    const known: CountContext = { knowsAcronym: acronymsIn(context) };
    return together(rules.map((rule) => ({ rule, run: compileLimit(rule, context, known) })));
  },
  modules: (rules) =>
    rules.some(({ options }) => options.count === "run-together-hashtags") ? [easyWords] : [],
};

function compileLimit(
  rule: Rule<LimitOptions>,
  context: CompileContext,
  known: CountContext,
): RuleRun["run"] {
  const { max, min, per, of, from } = rule.options;
  const itemsOf = counterFor(rule, context, known);
  // No part of a post holds more than the post.
  const isWholeCount = countsAllWords(rule);
  const isPlainMaximum = min === undefined && of === undefined && per !== "100 words";
  return (doc, platform) => {
    const most = amountFor(max, platform);
    const least = amountFor(min, platform);
    if (most === undefined && least === undefined) return NO_HITS;
    if (isPlainMaximum && rule.options.count === "words" && mostWords(doc, per) <= (most ?? 0))
      return NO_HITS;
    if (isWholeCount && max === undefined && doc.words >= (least ?? 0)) return NO_HITS;
    if (of !== undefined && mostParts(doc, of) < (from ?? SHARE_FROM)) return NO_HITS;
    const bounds: Bounds = { max: most, min: least };
    const all = itemsOf(doc);
    const beside = countsTagsBeside(rule.options) ? tagsBeside(doc) : 0;
    if (beside > 0 && isPlainMaximum && isOverWith(beside, all.length, bounds)) {
      const data = { count: all.length + beside, max: bounds.max ?? 0 };
      return [{ rule, span: { start: 0, end: doc.text.length }, data }];
    }
    if (isPlainMaximum && all.length <= (bounds.max ?? 0)) return NO_HITS;
    const units = unitsOf(doc, per === "100 words" ? "post" : per);
    const items = spansByUnit(all, units);
    const parts = of === undefined ? undefined : spansByUnit(countables[of](doc, known), units);
    return units.flatMap((unit, index) => {
      const counted: Counted = { unit, items: items[index], parts: parts?.[index], words: doc.words };
      return hitsOf(rule, counted, bounds);
    });
  };
}

/** Whether a rule counts every word of the post. */
function countsAllWords({ options: { count, per, of, except, only }, unless }: Rule<LimitOptions>): boolean {
  if (count !== "words" || per !== "post" || of !== undefined) return false;
  return except.length === 0 && only === undefined && unless === undefined;
}

/** No unit of the post holds more words. */
function mostWords(doc: Doc, per: LimitOptions["per"]): number {
  return per === "sentence" ? doc.longestSentence : doc.words;
}

/** The post holds no more of these, of which a limit is a share. */
function mostParts({ tokens: { count, sentence, paragraph, line } }: Doc, of: string): number {
  if (count === 0) return 0;
  if (of === "sentences") return sentence[count - 1] + 1;
  if (of === "paragraphs") return paragraph[count - 1] + 1;
  return of === "lines" ? line[count - 1] + 1 : Number.POSITIVE_INFINITY;
}

function countsTagsBeside({ count, per, except, only }: LimitOptions): boolean {
  return count === "hashtags" && per === "post" && except.length === 0 && only === undefined;
}

/** How many tags of a column of their own go out below the text. */
function tagsBeside({ post: { fields } }: Doc): number {
  const tags = fields.hashtags ?? "";
  return tags === "" ? 0 : scan(tags, []).entities.filter(({ kind }) => kind === "hashtag").length;
}

/** Whether the text keeps a maximum that it doesn't with what goes out below it. */
function isOverWith(beside: number, count: number, { max }: Bounds): boolean {
  return max !== undefined && count <= max && count + beside > max;
}

function hitsOf(rule: Rule<LimitOptions>, counted: Counted, bounds: Bounds): readonly Hit[] {
  const { of, per, from } = rule.options;
  const flags =
    of === undefined
      ? excess(counted, bounds, per === "100 words" ? { from } : undefined)
      : shareOutside(counted, bounds, { from, countsHolders: HOLDERS.has(of) });
  return flags.map(({ span, data }) => ({ rule, span, data }));
}
