import { digestOf } from "../packs/digest.ts";
import { globalExpression } from "../packs/regex/flags.ts";
import type { Doc } from "../text/doc.ts";
import { fold } from "../text/fold.ts";
import { neededTexts } from "../text/needed.ts";
import { needsDigit } from "../text/needed-digit.ts";
import { neededUnits } from "../text/needed-units.ts";
import { plainText } from "../text/plain.ts";
import { holdsDigit, mayHold, mayHoldWithin, type UnitSet, unitSetOf } from "../text/unit-set.ts";
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
  readonly entry: Entry;
  /** Made when first used: most posts hold nothing that most expressions need. */
  readonly expression: () => RegExp;
  readonly view: View;
  /** One of these stands in whatever is matched. */
  readonly needed: readonly Needed[] | undefined;
  /** A digit stands in whatever is matched. Told when first asked for. */
  readonly needsDigit: () => boolean;
  /** Where no text is needed: of these units one is. Told when first asked for. */
  readonly neededUnits: () => readonly Span[] | undefined;
}

/** A text, and the unit of it that the fewest posts hold. */
interface Needed {
  readonly text: string;
  readonly unit: number;
}

function compileRule(rule: Rule<EntryOptions>): Expression[] {
  const digest = digestOf(rule);
  const needed = digest.needed ?? neededOfRule(rule);
  return sourcesOf(rule).map(({ entry, source }, index) => {
    const exact = entry.exact ?? rule.exact;
    const expression = once(() => globalExpression(source, exact));
    const known = digest.units?.[index];
    const units = once(() => (known === undefined ? unitsOf(expression(), exact) : (known ?? undefined)));
    return {
      rule,
      entry,
      view: viewFor(rule, exact),
      expression,
      needed: needed[index]?.map(rarestOf),
      needsDigit: once(() => digest.digits?.[index] ?? needsDigit(source)),
      neededUnits: units,
    };
  });
}

/** Of each expression of a rule: texts one of which stands in whatever it matches; `null` where there are none. */
export function neededOfRule(rule: Rule<EntryOptions>): readonly (readonly string[] | null)[] {
  return sourcesOf(rule).map(({ entry, source }) => {
    const exact = entry.exact ?? rule.exact;
    return neededIn(source, viewFor(rule, exact), exact) ?? null;
  });
}

/** Of each expression of a rule: whether it needs a digit. */
export function digitsOfRule(rule: Rule<EntryOptions>): readonly boolean[] {
  return sourcesOf(rule).map(({ source }) => needsDigit(source));
}

/** Of each expression of a rule that needs no text: ranges of units one of which stands in whatever it matches; `null` where there are none. */
export function neededUnitsOfRule(rule: Rule<EntryOptions>): readonly (readonly Span[] | null)[] {
  const needed = neededOfRule(rule);
  return sourcesOf(rule).map(({ entry, source }, index) => {
    const exact = entry.exact ?? rule.exact;
    if (viewFor(rule, exact) === "folded" || needed[index] !== null) return null;
    return unitsOf(globalExpression(source, exact), exact) ?? null;
  });
}

function unitsOf({ source, unicode }: RegExp, exact: boolean): readonly Span[] | undefined {
  return unicode ? neededUnits(source, exact) : undefined;
}

function sourcesOf({
  options,
}: Rule<EntryOptions>): readonly { readonly entry: Entry; readonly source: string }[] {
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
    if (!holdsFoldedDigit(held) && expression.needsDigit()) return false;
    return needed === undefined || holdsOneOf(held.doc.folded.text, needed);
  }
  const { doc, units, digit } = held;
  if (needed === undefined) {
    const ranges = expression.neededUnits();
    return ranges === undefined || mayHoldWithin(units, ranges);
  }
  for (const each of needed) {
    if (!mayHold(units, each.unit) || (!digit && expression.needsDigit())) continue;
    if (doc.text.includes(each.text)) return true;
  }
  return false;
}

function holdsOneOf(text: string, needed: readonly Needed[]): boolean {
  for (const each of needed) if (text.includes(each.text)) return true;
  return false;
}

const DIGIT = /\d/u;

function holdsFoldedDigit(held: Held): boolean {
  const { doc, units, digit } = held;
  if (digit || units.others?.length === 0) return digit;
  held.foldedDigit ??= DIGIT.test(doc.folded.text);
  return held.foldedDigit;
}

function hitsOf(
  doc: Doc,
  { rule, entry, expression, view }: Expression,
  { text, paragraphs }: Viewed,
): readonly Hit[] {
  const spans = expressionMatches(expression(), text, paragraphs);
  if (spans.length === 0 || view !== "folded") return spans.map((span) => ({ rule, entry, span }));
  const { toOriginal } = doc.folded;
  return spans.map(({ start, end }) => ({
    rule,
    entry,
    span: { start: toOriginal(start), end: toOriginal(end) },
  }));
}
