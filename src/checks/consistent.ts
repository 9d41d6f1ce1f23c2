import type { Doc } from "../text/doc.ts";
import { lazyExpression } from "../text/expression.ts";
import type { Match } from "../text/pattern-set.ts";
import { tokenSpan } from "../text/tokens.ts";
import type { Entry, EntryOptions, Hit, Rule, Span } from "../types.ts";
import type { Check } from "./check.ts";
import { entryOptions } from "./entries.ts";

/** One of an entry's forms, found by one pattern. */
interface Form {
  readonly rule: Rule;
  readonly entry: Entry;
  readonly source: string;
}

/** Flags forms that differ from the one that the post uses first. */
export const consistent: Check<EntryOptions> = {
  type: "consistent",
  summary: "forms of which a post keeps to one: the one used first",
  message: "“<match>” here, “<first>” before: keep to one.",
  readsWords: true,
  schema: entryOptions,
  compile: (rules, { patterns }) => {
    const group = patterns.group();
    const forms: Form[] = [];
    for (const rule of rules) {
      for (const entry of rule.options.entries) {
        if (entry.off === true) continue;
        for (const source of entry.match) {
          const within = entry.within ?? rule.within;
          const exact = entry.exact ?? rule.exact;
          forms[group.add(source, { syntax: "pattern", within, exact })] = { rule, entry, source };
        }
      }
    }
    return (doc) => {
      const first = new Map<Entry, Match>();
      const hits: Hit[] = [];
      for (const match of group.matches(doc)) {
        const form = forms[match.pattern];
        const before = first.get(form.entry);
        if (before === undefined) first.set(form.entry, match);
        else if (before.pattern !== match.pattern)
          hits.push(hitOf(doc, match, { form, first: before, right: forms[before.pattern].source }));
      }
      return hits;
    };
  },
};

interface Mix {
  readonly form: Form;
  readonly first: Match;
  /** The form used first, as the pack writes it. */
  readonly right: string;
}

/** What holds nothing but words can be put in another's place. */
const WORDS = lazyExpression(String.raw`^[\p{L}\p{N}'’ -]+$`, "u");

function hitOf(doc: Doc, match: Match, { form: { rule, entry }, first, right }: Mix): Hit {
  const span = spanOf(doc, match);
  const before = spanOf(doc, first);
  const tokens = { start: match.flagStart, end: match.flagEnd };
  return {
    rule,
    entry,
    span,
    tokens,
    data: { first: doc.text.slice(before.start, before.end) },
    ...(WORDS().test(right) && { replacement: { text: right, followsCase: true as const } }),
  };
}

function spanOf({ tokens }: Doc, { flagStart, flagEnd }: Match): Span {
  return tokenSpan(tokens, flagStart, flagEnd);
}
