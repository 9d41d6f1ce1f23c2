import { regexFlags } from "../packs/regex/flags.ts";
import type { Doc } from "../text/doc.ts";
import { fold } from "../text/fold.ts";
import { neededTexts } from "../text/needed.ts";
import { plainText } from "../text/plain.ts";
import { expressionMatches } from "../text/windows.ts";
import type { Entry, EntryOptions, Hit, Rule } from "../types.ts";
import type { Check } from "./check.ts";
import { entryOptions, longestOfRule } from "./entries.ts";

/** Flags what a regular expression matches, within a paragraph. Expressions that could take long are refused when the pack loads. */
export const regex: Check<EntryOptions> = {
  type: "regex",
  summary: "regular expressions, for what no pattern can say",
  message: "“<match>” is flagged as <entry>.",
  schema: entryOptions,
  compile: (rules) => {
    const compiled = rules.flatMap(compileRule);
    return (doc) => {
      const texts = new Map<View, string>();
      const textOf = (view: View): string => {
        const text = texts.get(view) ?? viewed(doc, view);
        texts.set(view, text);
        return text;
      };
      return longestOfRule(compiled.flatMap((expression) => hitsOf(doc, expression, textOf)));
    };
  },
};

/** What an expression looks at: the post as written, or without links, handles and tags, folded unless its case counts. */
type View = "raw" | "exact" | "folded";

interface Expression {
  readonly rule: Rule;
  readonly entry: Entry;
  readonly expression: RegExp;
  readonly view: View;
  /** One of these stands in whatever is matched. */
  readonly needed: readonly string[] | undefined;
}

function compileRule(rule: Rule<EntryOptions>): Expression[] {
  return rule.options.entries
    .filter((entry) => entry.off !== true)
    .flatMap((entry) => {
      const exact = entry.exact ?? rule.exact;
      const view = rule.in.includes("raw") ? "raw" : exact ? "exact" : "folded";
      return entry.match.map((source) => {
        const expression = new RegExp(source, `g${regexFlags(source, exact) ?? ""}`);
        return { rule, entry, view, expression, needed: neededIn(source, view, exact) };
      });
    });
}

/** In a folded text letters are small; where case doesn't count in a text as written, letters can't be looked for. */
function neededIn(source: string, view: View, exact: boolean): readonly string[] | undefined {
  const needed = neededTexts(source);
  if (view === "folded") return needed?.map((text) => fold(text).text);
  return exact || needed?.every((text) => text.toLowerCase() === text.toUpperCase()) ? needed : undefined;
}

function viewed(doc: Doc, view: View): string {
  return view === "raw" ? doc.text : plainText(doc, view === "folded");
}

function hitsOf(
  doc: Doc,
  { rule, entry, expression, view, needed }: Expression,
  textOf: (view: View) => string,
): readonly Hit[] {
  const whole = view === "folded" ? doc.folded.text : doc.text;
  if (needed !== undefined && !needed.some((each) => whole.includes(each))) return NONE;
  const text = textOf(view);
  const original = view === "folded" ? doc.folded.toOriginal : (offset: number) => offset;
  return Array.from(expressionMatches(expression, text), ({ start, end }) => ({
    rule,
    entry,
    span: { start: original(start), end: original(end) },
  }));
}

const NONE: readonly never[] = [];
