import { array, type GenericSchema, optional, picklist, strictObject, string } from "valibot";
import { type FindProfanities, profanityFinder, profanityModules } from "../retext/profanities.ts";
import { mayHoldProfanities, type Sureness } from "../retext/profanity-scan.ts";
import type { Doc } from "../text/doc.ts";
import { lazyRoot } from "../text/parse.ts";
import { tagWords } from "../text/tag-words.ts";
import { proseOf, treeOf } from "../text/tree.ts";
import type { Confidence, Hit, Rule } from "../types.ts";
import { type Check, NO_HITS } from "./check.ts";
import { longestOfRule } from "./entries.ts";

/** How sure the list must be of a word, and words that are fine here. */
export interface ProfanityOptions {
  readonly sureness: Confidence;
  /** Phrases of the list; their other forms are spared too. */
  readonly except: readonly string[];
}

const SURENESS: Readonly<Record<Confidence, Sureness>> = { sure: 2, likely: 1, maybe: 0 };
const CONFIDENCE: readonly Confidence[] = ["maybe", "likely", "sure"];

/** Finds what retext-profanities finds. */
export const profanity: Check<ProfanityOptions> = {
  type: "profanity",
  summary: "swear words, slurs and crude words, by the list of retext-profanities",
  message: "“<match>” is a word that many people don't want to read.",
  readsWords: true,
  schema: (): GenericSchema<unknown, ProfanityOptions> =>
    strictObject({
      sureness: optional(picklist(["sure", "likely", "maybe"]), "likely"),
      except: optional(array(string()), []),
    }),
  compile: (rules) => {
    const finders = rules.map((rule) => {
      const { sureness, except } = rule.options;
      return { rule, find: profanityFinder(SURENESS[sureness], except) };
    });
    return (doc) => {
      const looks = mayHoldProfanity(doc);
      const hits: Hit[] = [];
      for (const { rule, find } of finders) {
        if (looks) for (const hit of proseHits(doc, rule, find)) hits.push(hit);
        for (const hit of tagHits(doc, rule, find)) hits.push(hit);
      }
      return longestOfRule(hits);
    };
  },
  modules: profanityModules,
};

/** What is left out of the prose is looked at in vain, but once for all rules; and most posts hold nothing to look for. */
function mayHoldProfanity(doc: Doc): boolean {
  return doc.post.hidden.length > 0 || mayHoldProfanities(doc);
}

function proseHits(doc: Doc, rule: Rule, find: FindProfanities): readonly Hit[] {
  const found = find(proseOf(doc), () => treeOf(doc));
  return found.map(({ span, sureness }) => ({ rule, span, confidence: CONFIDENCE[sureness] }));
}

function findIn(text: string, find: FindProfanities): ReturnType<FindProfanities> {
  return find(text, () => lazyRoot(text));
}

/** A tag is flagged whole, by the surest of its words or by itself in one piece. */
function tagHits(doc: Doc, rule: Rule, find: FindProfanities): readonly Hit[] {
  if (!rule.in.includes("hashtag")) return NO_HITS;
  const hits: Hit[] = [];
  for (const { kind, start, end } of doc.entities) {
    if (kind !== "hashtag") continue;
    const tag = doc.text.slice(start + 1, end);
    const words = tagWords(tag).join(" ");
    const found = words === tag ? findIn(tag, find) : [...findIn(words, find), ...findIn(tag, find)];
    if (found.length === 0) continue;
    const surest = found.reduce((most, { sureness }) => Math.max(most, sureness), 0);
    hits.push({ rule, span: { start, end }, confidence: CONFIDENCE[surest] });
  }
  return hits;
}
