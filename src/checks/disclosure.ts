import { array, optional, picklist, record, strictObject, string } from "valibot";
import { marketData } from "../generated/markets.ts";
import { type Cues, type Labels, type Look, lookFor } from "../text/disclosure.ts";
import { createDoc, type Doc } from "../text/doc.ts";
import { foldOf } from "../text/platforms.ts";
import { TokenKind } from "../text/tokens.ts";
import { unitsOf } from "../text/units-of.ts";
import type { Confidence, Hit, Platform, Rule, Span } from "../types.ts";
import { type Check, NO_HITS } from "./check.ts";

const FINDS = ["missing", "vague", "late", "buried", "language"] as const;

type MarketName = keyof typeof marketData.markets;
const MARKET_NAMES: readonly MarketName[] = ["us", "uk", "ie", "de"];
const MARKETS_ARE = `the markets are ${MARKET_NAMES.join(", ")}`;

/** What is wrong with how a post says that it is paid for. */
export interface DisclosureOptions {
  readonly find: (typeof FINDS)[number];
  /** All must be satisfied; else the brand's, else the United States. */
  readonly markets?: readonly string[];
  /** Further cues, patterns. */
  readonly cues?: readonly string[];
  /** Further labels by market, patterns. */
  readonly labels?: Readonly<Record<string, Labels>>;
}

/** Flags paid posts that don't say so as the readers of a market understand it. No legal advice: it finds what authorities call out. */
export const disclosure: Check<DisclosureOptions> = {
  type: "disclosure",
  summary: "paid posts without a label, or with one that is vague, late, buried or in another language",
  message: "Readers in <market> should see at once that this is paid for: write “<label>” first.",
  wholePost: true,
  schema: () =>
    strictObject({
      find: picklist(FINDS),
      markets: optional(array(picklist(MARKET_NAMES, MARKETS_ARE))),
      cues: optional(array(string())),
      labels: optional(
        record(
          picklist(MARKET_NAMES, MARKETS_ARE),
          strictObject({ clear: optional(array(string()), []), vague: optional(array(string()), []) }),
        ),
      ),
    }),
  compile: (rules, { patterns, brand, platforms }) => {
    const looks = new Map<string, Look>();
    const runs = rules.map((rule) => {
      const { cues = [], labels = {} } = rule.options;
      const key = JSON.stringify([cues, labels]);
      const look = looks.get(key) ?? lookFor(patterns, { cues, labels });
      looks.set(key, look);
      return { rule, look, markets: marketsOf(rule, brand.markets) };
    });
    const distinct = [...looks.values()];
    return (doc, name) => {
      if (doc.post.speaker === "brand") return NO_HITS;
      // Nearly all posts hold no cue and no label.
      if (!isPaid(doc) && distinct.every((look) => look.isSilent(doc))) return NO_HITS;
      const speaking = runs.filter(({ look }) => isPaid(doc) || !look.isSilent(doc));
      const first = firstPart(doc);
      const fold = foldFor(doc, name === undefined ? undefined : platforms(name));
      return speaking.flatMap((run) => hitsOf(doc, run, { fold, first }));
    };
  },
};

function marketsOf(
  { options: { markets } }: Rule<DisclosureOptions>,
  own: readonly string[],
): readonly MarketName[] {
  const named = [markets, own].find((list) => list !== undefined && list.length > 0) ?? ["us"];
  return MARKET_NAMES.filter((name) => named.includes(name));
}

interface RunOfRule {
  readonly rule: Rule<DisclosureOptions>;
  readonly look: Look;
  readonly markets: readonly MarketName[];
}

/** What the first part of the thread says, for the parts behind it: there the label belongs. */
function firstPart({ post }: Doc): Doc | undefined {
  const first = post.thread?.first;
  return first === undefined ? undefined : createDoc({ ...post, text: first, hidden: [], thread: undefined });
}

/** What of a post is seen first. */
interface Front {
  /** From where a label is late. */
  readonly fold: number;
  readonly first: Doc | undefined;
}

/** From where a label is late: behind the platform's fold, else behind the shortest of the large platforms. */
function foldFor(doc: Doc, platform: Platform | undefined): number {
  return platform?.fold === undefined ? marketData.fold : foldOf(doc, platform);
}

/** One hit for the first market that is not satisfied: to say the same for each would help nobody. */
function hitsOf(doc: Doc, { rule, look, markets }: RunOfRule, { fold, first }: Front): readonly Hit[] {
  const cues = look.cues(doc);
  for (const name of markets) {
    const { clear, vague, foreign } = look.labels(doc, name);
    if (first !== undefined && look.labels(first, name).clear.length > 0) continue;
    const span = faultOf(doc, rule.options.find, {
      cues,
      clear,
      vague,
      foreign,
      fold: first === undefined ? fold : 0,
    });
    if (span === undefined) continue;
    const { name: market, write: label } = marketData.markets[name];
    const confidence: Confidence | undefined =
      doc.post.speaker === undefined && !isPaid(doc) ? "likely" : undefined;
    return [{ rule, span, data: { market, label }, ...(confidence !== undefined && { confidence }) }];
  }
  return NO_HITS;
}

interface Found {
  readonly cues: Cues;
  readonly clear: readonly Span[];
  readonly vague: readonly Span[];
  readonly foreign: readonly Span[];
  /** From where a label is late. */
  readonly fold: number;
}

function faultOf(doc: Doc, find: DisclosureOptions["find"], found: Found): Span | undefined {
  const { cues, clear, vague, foreign, fold } = found;
  const cue = cueOf(doc, cues);
  switch (find) {
    case "missing":
      return clear.length + vague.length + foreign.length === 0 ? cue : undefined;
    case "vague":
      return clear.length === 0 && cue !== undefined ? vague[0] : undefined;
    case "language":
      return clear.length + vague.length === 0 ? foreign[0] : undefined;
    case "late":
      return clear.every(({ start }) => start >= fold) ? clear[0] : undefined;
    default:
      return clear.every((label) => isBuried(doc, label)) ? clear[0] : undefined;
  }
}

/** What shows that something was given: a field, strong words, or of a partner or an employee weaker ones. */
function cueOf(doc: Doc, { strong, partner, own }: Cues): Span | undefined {
  const { speaker } = doc.post;
  const [first] = [
    ...strong,
    ...(speaker === "partner" ? partner : []),
    ...(speaker === "partner" || speaker === "employee" ? own : []),
  ];
  return first ?? (isPaid(doc) ? unitsOf(doc, "post")[0] : undefined);
}

function isPaid({ post }: Doc): boolean {
  return post.fields.paid === "true";
}

/** A tag behind another in a run of so many that nobody reads each. */
function isBuried({ tokens }: Doc, label: Span): boolean {
  let index = 0;
  while (tokens.start[index] < label.start) index++;
  // Before the first token and behind the last there is none.
  const isTag = (at: number): boolean => tokens.kind[at] === TokenKind.hashtag;
  if (!isTag(index) || !isTag(index - 1)) return false;
  let from = index;
  let to = index;
  while (isTag(from - 1)) from--;
  while (isTag(to + 1)) to++;
  return to - from + 1 >= marketData.cluster;
}
