import { phraseForms } from "../packs/phrase-forms.ts";
import { boundaries } from "../text/boundaries.ts";
import { isShouting } from "../text/capitals.ts";
import { Place } from "../text/classes.ts";
import type { Doc } from "../text/doc.ts";
import { lazyExpression } from "../text/expression.ts";
import type { Match } from "../text/pattern-set.ts";
import { tokenSpan } from "../text/tokens.ts";
import type { Entry, EntryOptions, Hit, Rule } from "../types.ts";
import type { Check } from "./check.ts";
import { entryOptions, longestOfRule } from "./entries.ts";

/** What one pattern finds: one way to write an entry, with the right one. */
interface Spelling {
  readonly rule: Rule;
  readonly entry: Entry;
  readonly right: string;
  /** The pack names it as wrong; the others are wrong where capitals or hyphens differ. */
  readonly isListed: boolean;
}

/** Flags other capitals and hyphens than the entry's own, and the wrong forms that it lists. */
export const spelling: Check<EntryOptions> = {
  type: "spelling",
  summary: "names and words that are written in one way: capitals, hyphens, wrong forms",
  message: "Write “<use>”.",
  readsWords: true,
  schema: entryOptions,
  compile: (rules, { patterns }) => {
    const group = patterns.group();
    const spellings: Spelling[] = [];
    for (const rule of rules) {
      for (const entry of rule.options.entries) {
        if (entry.off === true) continue;
        for (const { source, ...way } of waysToWrite(entry)) {
          const number = group.add(source, { syntax: "term", within: rule.within, exact: false });
          spellings[number] = { rule, entry, ...way };
        }
      }
    }
    return (doc) =>
      longestOfRule(group.matches(doc).flatMap((match) => hitOf(doc, match, spellings[match.pattern])));
  },
};

interface Way extends Pick<Spelling, "right" | "isListed"> {
  readonly source: string;
}

function waysToWrite({ match, mark, forms, wrong = [] }: Entry): readonly Way[] {
  const right = match.flatMap((text) => phraseForms(text, mark, forms));
  const own = right.flatMap(({ text }) =>
    hyphenations(text).map((source) => ({ source, right: text, isListed: false })),
  );
  const listed = wrong.flatMap((text) =>
    phraseForms(text, mark).flatMap(({ form, text: source }) => {
      const same = right.find((each) => each.form === form);
      return same === undefined ? [] : [{ source, right: same.text, isListed: true }];
    }),
  );
  return [...own, ...listed];
}

const WORD = lazyExpression(String.raw`^[\p{L}\p{N}]+$`, "u");
/** Names are no longer than this; of longer words not each place for a hyphen is looked for. */
const LONGEST_CUT = 20;

/** A word as it is, without its hyphens, and with one at each other place: `on-line`, which is two tokens. */
function hyphenations(right: string): readonly string[] {
  const joined = right.replaceAll("-", "");
  const ways = joined === right ? [right] : [right, joined];
  if (!WORD().test(joined) || joined.length > LONGEST_CUT) return ways;
  const letters = [...joined];
  const cuts = letters.slice(1).map((_, index) => {
    const at = index + 1;
    return `${letters.slice(0, at).join("")}-${letters.slice(at).join("")}`;
  });
  return [...ways, ...cuts.filter((cut) => cut !== right)];
}

function hitOf(doc: Doc, match: Match, { rule, entry, right, isListed }: Spelling): readonly Hit[] {
  const { flagStart: start, flagEnd: end } = match;
  const span = tokenSpan(doc.tokens, start, end);
  const written = straight(doc.text.slice(span.start, span.end).replace(/\s+/gu, " "));
  if (!isListed && !isSameWord(written, right)) return [];
  const opens = (boundaries(doc)[start] & (Place.start | Place.lineStart)) !== 0;
  const opening = right.charAt(0).toUpperCase() + right.slice(1);
  const isSmall = right === right.toLowerCase();
  if (written === straight(right) || (isSmall && opens && written === straight(opening))) return [];
  if (isShouting(doc, start, end)) return [];
  return [
    { rule, entry, span, tokens: { start, end }, replacement: { text: isSmall && opens ? opening : right } },
  ];
}

/** Whether only capitals and hyphens differ; with a blank more it is another word: *linked in*. */
function isSameWord(written: string, right: string): boolean {
  return lettersOf(written) === lettersOf(right) && written.split(" ").length <= right.split(" ").length;
}

function lettersOf(words: string): string {
  return straight(words.toLowerCase().replace(/[-‐‑ ]/gu, ""));
}

/** Which apostrophe is written doesn't matter. */
function straight(text: string): string {
  return text.replaceAll("’", "'");
}
