import { digestOf, type ExpressionFacts } from "../packs/digest.ts";
import { globalExpression } from "../packs/regex/flags.ts";
import type { Doc } from "../text/doc.ts";
import { fold } from "../text/fold.ts";
import { neededTexts } from "../text/needed.ts";
import { needsDigit } from "../text/needed-digit.ts";
import { neededUnits } from "../text/needed-units.ts";
import { plainText } from "../text/plain.ts";
import { holdsDigit, mayHold, mayHoldWithin, type UnitSet, unitSetOf } from "../text/unit-set.ts";
import { isDigitUnit } from "../text/units.ts";
import { expressionMatches, paragraphsOf } from "../text/windows.ts";
import type { Entry, EntryOptions, Hit, Rule, Span } from "../types.ts";
import { type Check, NO_HITS } from "./check.ts";
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
      const units = unitSetOf(doc.text);
      const texts: Partial<Record<View, Viewed>> = {};
      const held: Held = { doc, units, digit: holdsDigit(units), foldedDigit: undefined };
      let hits: Hit[] | undefined;
      for (const expression of compiled) {
        if (!isNeeded(held, expression)) continue;
        const { view } = expression;
        const text = texts[view] ?? viewed(doc, view);
        texts[view] = text;
        hits ??= [];
        for (const hit of hitsOf(doc, expression, text)) hits.push(hit);
      }
      return hits === undefined ? NO_HITS : longestOfRule(hits);
    };
  },
};

/** What an expression looks at: the post as written, or without links, handles and tags, folded unless its case counts. */
type View = "raw" | "exact" | "folded";

interface Expression {
  readonly rule: Rule;
  /** Its number in the rule. */
  readonly index: number;
  /** The rule's expressions as written, read when one is first used: most posts hold nothing that most of them need. */
  readonly sources: () => readonly Source[];
  readonly exact: boolean;
  readonly view: View;
  /** One of these stands in whatever is matched. */
  readonly needed: readonly Needed[] | undefined;
  /** This and what isn't known ahead is made when it is first asked for. */
  compiled: RegExp | undefined;
  /** A digit stands in whatever is matched. */
  digit: boolean | undefined;
  /** Where no text is needed: of these units one is. */
  units: readonly Span[] | null | undefined;
}

interface Source {
  readonly entry: Entry;
  readonly source: string;
}

/** A text, and the unit of it that the fewest posts hold. */
interface Needed {
  readonly text: string;
  readonly unit: number;
}

function compileRule(rule: Rule<EntryOptions>): readonly Expression[] {
  const facts = digestOf(rule).expressions;
  const sources = once(() => sourcesOf(rule));
  const exact = facts?.exact ?? exactOf(rule, sources());
  const needed = facts?.needed ?? neededOf(rule, sources());
  return needed.map((texts, index) => ({
    rule,
    index,
    sources,
    exact: exact[index],
    view: viewFor(rule, exact[index]),
    needed: texts?.map(rarestOf),
    compiled: undefined,
    digit: facts?.digits[index],
    units: facts?.units[index],
  }));
}

/** What can be told of the expressions of a rule ahead. */
export function expressionFacts(rule: Rule<EntryOptions>): ExpressionFacts {
  const sources = sourcesOf(rule);
  const exact = exactOf(rule, sources);
  const needed = neededOf(rule, sources);
  const units = sources.map(({ source }, index) => {
    if (viewFor(rule, exact[index]) === "folded" || needed[index] !== null) return null;
    return unitsIn(globalExpression(source, exact[index]), exact[index]) ?? null;
  });
  return { exact, needed, digits: sources.map(({ source }) => needsDigit(source)), units };
}

function exactOf(rule: Rule, sources: readonly Source[]): ExpressionFacts["exact"] {
  return sources.map(({ entry }) => entry.exact ?? rule.exact);
}

function neededOf(rule: Rule, sources: readonly Source[]): ExpressionFacts["needed"] {
  const exact = exactOf(rule, sources);
  return sources.map(
    ({ source }, index) => neededIn(source, viewFor(rule, exact[index]), exact[index]) ?? null,
  );
}

function sourceOf({ sources, index }: Expression): Source {
  return sources()[index];
}

function compiledOf(expression: Expression): RegExp {
  expression.compiled ??= globalExpression(sourceOf(expression).source, expression.exact);
  return expression.compiled;
}

function asksForDigit(expression: Expression): boolean {
  expression.digit ??= needsDigit(sourceOf(expression).source);
  return expression.digit;
}

function neededUnitsOf(expression: Expression): readonly Span[] | null {
  if (expression.units !== undefined) return expression.units;
  expression.units = unitsIn(compiledOf(expression), expression.exact) ?? null;
  return expression.units;
}

function unitsIn({ source, unicode }: RegExp, exact: boolean): readonly Span[] | undefined {
  return unicode ? neededUnits(source, exact) : undefined;
}

function sourcesOf({ options }: Rule<EntryOptions>): readonly Source[] {
  return options.entries
    .filter((entry) => entry.off !== true)
    .flatMap((entry) => entry.match.map((source) => ({ entry, source })));
}

function viewFor(rule: Rule, exact: boolean): View {
  if (rule.in.includes("raw")) return "raw";
  return exact ? "exact" : "folded";
}

/** In a folded text letters are small; where case doesn't count in a text as written, letters can't be looked for. */
function neededIn(source: string, view: View, exact: boolean): readonly string[] | undefined {
  const needed = neededTexts(source);
  if (view === "folded") return needed?.map((text) => fold(text).text);
  return exact || needed?.every((text) => text.toLowerCase() === text.toUpperCase()) ? needed : undefined;
}

const BLANK = 0x20;

/** Signs and capitals are rarer than small letters. */
function rarestOf(text: string): Needed {
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    if (unit !== BLANK && !(unit >= 0x61 && unit <= 0x7a)) return { text, unit };
  }
  return { text, unit: text.charCodeAt(0) };
}

/** Makes a value when it is first asked for. */
function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

/** A text as expressions look at it. */
interface Viewed {
  readonly text: string;
  readonly paragraphs: readonly Span[];
}

function viewed(doc: Doc, view: View): Viewed {
  const text = view === "raw" ? doc.text : plainText(doc, view === "folded");
  return { text, paragraphs: paragraphsOf(text) };
}

/** What is known of a post that is put to each expression. */
interface Held {
  readonly doc: Doc;
  readonly units: UnitSet;
  readonly digit: boolean;
  /** Whether a digit stands in the folded text, where others than ASCII's become one; told when first asked for. */
  foldedDigit: boolean | undefined;
}

/** Whether the post holds what the expression needs; of a folded text the units aren't known. This makes nothing. */
function isNeeded(held: Held, expression: Expression): boolean {
  const { view, needed } = expression;
  if (view === "folded") {
    if (!holdsFoldedDigit(held) && asksForDigit(expression)) return false;
    return needed === undefined || holdsOneOf(held.doc.folded.text, needed);
  }
  const { doc, units, digit } = held;
  if (needed === undefined) {
    const ranges = neededUnitsOf(expression);
    return ranges === null || mayHoldWithin(units, ranges);
  }
  for (const each of needed) {
    if (!mayHold(units, each.unit) || (!digit && asksForDigit(expression))) continue;
    if (doc.text.includes(each.text)) return true;
  }
  return false;
}

function holdsOneOf(text: string, needed: readonly Needed[]): boolean {
  for (const each of needed) if (text.includes(each.text)) return true;
  return false;
}

function holdsFoldedDigit(held: Held): boolean {
  const { doc, units, digit } = held;
  if (digit || units.others?.length === 0) return digit;
  held.foldedDigit ??= hasDigit(doc.folded.text);
  return held.foldedDigit;
}

function hasDigit(text: string): boolean {
  for (let index = 0; index < text.length; index++) if (isDigitUnit(text.charCodeAt(index))) return true;
  return false;
}

function hitsOf(doc: Doc, expression: Expression, { text, paragraphs }: Viewed): readonly Hit[] {
  const spans = expressionMatches(compiledOf(expression), text, paragraphs);
  if (spans.length === 0) return NO_HITS;
  const { rule, view } = expression;
  const { entry } = sourceOf(expression);
  if (view !== "folded") return spans.map((span) => ({ rule, entry, span }));
  const { toOriginal } = doc.folded;
  return spans.map(({ start, end }) => ({
    rule,
    entry,
    span: { start: toOriginal(start), end: toOriginal(end) },
  }));
}
