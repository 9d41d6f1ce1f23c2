import { regexFlags } from "../packs/regex/flags.ts";
import type { Doc } from "../text/doc.ts";
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
    return (doc) => longestOfRule(compiled.flatMap((expression) => hitsOf(doc, expression)));
  },
};

/** What an expression looks at: the post as written, or without links, handles and tags, folded unless its case counts. */
type View = "raw" | "exact" | "folded";

interface Expression {
  readonly rule: Rule;
  readonly entry: Entry;
  readonly expression: RegExp;
  readonly view: View;
}

function compileRule(rule: Rule<EntryOptions>): Expression[] {
  return rule.options.entries
    .filter((entry) => entry.off !== true)
    .flatMap((entry) => {
      const exact = entry.exact ?? rule.exact;
      const view = rule.in.includes("raw") ? "raw" : exact ? "exact" : "folded";
      return entry.match.map((source) => {
        const expression = new RegExp(source, `g${regexFlags(source, exact) ?? ""}`);
        return { rule, entry, view, expression };
      });
    });
}

function textOf(doc: Doc, view: View): string {
  return view === "raw" ? doc.text : plainText(doc, view === "folded");
}

function hitsOf(doc: Doc, { rule, entry, expression, view }: Expression): Hit[] {
  const original = view === "folded" ? doc.folded.toOriginal : (offset: number) => offset;
  return Array.from(expressionMatches(expression, textOf(doc, view)), ({ start, end }) => ({
    rule,
    entry,
    span: { start: original(start), end: original(end) },
  }));
}
