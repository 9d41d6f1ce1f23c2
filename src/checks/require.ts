import {
  array,
  check,
  type GenericSchema,
  minLength,
  optional,
  picklist,
  pipe,
  strictObject,
  string,
} from "valibot";
import { createDoc, type Doc } from "../text/doc.ts";
import { addSources, type Match, type PatternGroup, type PatternSet } from "../text/pattern-set.ts";
import { foldOf } from "../text/platforms.ts";
import { tokenSpan } from "../text/tokens.ts";
import { unitsOf } from "../text/units-of.ts";
import type { Hit, Platform, Rule, Span } from "../types.ts";
import { type Check, NO_HITS } from "./check.ts";
import { together } from "./together.ts";

/** What must occur: one of `any`, each of `all`, or a field with something in it. */
export interface RequireOptions {
  readonly any?: readonly string[];
  readonly all?: readonly string[];
  /** It is asked for only where one of these occurs, and for each of them; `<if>` stands for it. */
  readonly if?: readonly string[];
  readonly at?: "first-line" | "last-line" | "before-fold";
  readonly field?: string;
  /** None of these may occur in the field, which may then be empty. */
  readonly none?: readonly string[];
}

/** Stands in `any` and `all` for what `if` matched. */
const IF = "<if>";
const CONTENT = "say what must occur: {any: [patterns]}, {all: [patterns]} or {field: alt}";
const NONE =
  "“none” says what a field may not hold: {field: alt, none: [patterns]}; for the post itself write patterns";
const texts = (): GenericSchema<unknown, string[]> => pipe(array(string()), minLength(1, CONTENT));

/** Flags what asks for something that is not there, else the post. */
export const require: Check<RequireOptions> = {
  type: "require",
  summary: "what a post must hold: one of some patterns, each of them, or a field",
  message: "Something is missing here that the pack asks for.",
  wholePost: true,
  schema: () =>
    pipe(
      strictObject({
        any: optional(texts()),
        all: optional(texts()),
        if: optional(texts()),
        at: optional(picklist(["first-line", "last-line", "before-fold"])),
        field: optional(string()),
        none: optional(texts()),
      }),
      check(({ any, all, field }) => any !== undefined || all !== undefined || field !== undefined, CONTENT),
      check(({ none, field }) => none === undefined || field !== undefined, NONE),
      check(
        ({ any = [], all = [], if: asks }) =>
          asks !== undefined || ![...any, ...all].some((pattern) => pattern.includes(IF)),
        "“<if>” stands for what “if” matches, and there is no “if”; write if: [patterns]",
      ),
    ),
  compile: (rules, { patterns, platforms }) => {
    const platformOf = (name: string | undefined): Platform | undefined =>
      name === undefined ? undefined : platforms(name);
    return together(
      rules.map((rule) => {
        const run = compileRule(rule, patterns);
        return { rule, run: (doc, name) => run(doc, platformOf(name)) };
      }),
    );
  },
};

type RunRule = (doc: Doc, platform: Platform | undefined) => readonly Hit[];

function compileRule(rule: Rule<RequireOptions>, patterns: PatternSet): RunRule {
  const { field, none, if: asks } = rule.options;
  if (field !== undefined && none !== undefined) {
    const holds = fieldHolds(rule, patterns, { field, none });
    return (doc) => (holds(doc) ? [wholePost(rule, doc)] : NO_HITS);
  }
  if (field !== undefined) return (doc) => (hasField(doc, field) ? NO_HITS : [wholePost(rule, doc)]);
  if (asks === undefined) {
    const isThere = asked(rule, patterns);
    return (doc, platform) => (isThere(doc, platform) ? NO_HITS : [wholePost(rule, doc)]);
  }
  const group = patterns.group();
  const start = addTo(group, rule, asks);
  const demands = asks.map((source, index) => ({
    number: start + index,
    isThere: asked(rule, patterns, source),
  }));
  return (doc, platform) =>
    demands.flatMap(({ number, isThere }) => {
      const first = group.matches(doc).find(({ pattern }) => pattern === number);
      return first === undefined || isThere(doc, platform) ? [] : [{ rule, span: spanOf(doc, first) }];
    });
}

function hasField({ post }: Doc, field: string): boolean {
  return (post.fields[field] ?? "").trim() !== "";
}

/** Tells whether a field of a doc holds one of some patterns. */
function fieldHolds(
  rule: Rule<RequireOptions>,
  patterns: PatternSet,
  { field, none }: Required<Pick<RequireOptions, "field" | "none">>,
): (doc: Doc) => boolean {
  const group = patterns.group();
  addTo(group, rule, none);
  return ({ post }) => {
    const text = (post.fields[field] ?? "").trim();
    return text !== "" && group.matches(createDoc({ ...post, text, hidden: [] })).length > 0;
  };
}

function wholePost(rule: Rule, doc: Doc): Hit {
  const [span = { start: 0, end: 0 }] = unitsOf(doc, "post");
  return { rule, span };
}

/** Tells whether a doc holds what is asked for, where it is to stand. */
function asked(
  rule: Rule<RequireOptions>,
  patterns: PatternSet,
  ask?: string,
): (doc: Doc, platform: Platform | undefined) => boolean {
  const { any = [], all = [], at } = rule.options;
  const group = patterns.group();
  const written = (sources: readonly string[]): readonly string[] =>
    ask === undefined ? sources : sources.map((source) => source.replaceAll(IF, `(${ask})`));
  const one = addTo(group, rule, written(any));
  const each = addTo(group, rule, written(all));
  return (doc, platform) => {
    const found = new Set<number>();
    const fold = at === "before-fold" ? foldOf(doc, platform) : Number.POSITIVE_INFINITY;
    for (const match of group.matches(doc))
      if (standsAt(doc, match, at) && spanOf(doc, match).end <= fold) found.add(match.pattern);
    return (
      (any.length === 0 || any.some((_, index) => found.has(one + index))) &&
      all.every((_, index) => found.has(each + index))
    );
  };
}

function addTo(group: PatternGroup, { within, exact }: Rule, sources: readonly string[]): number {
  return addSources(group, sources, { syntax: "pattern", within, exact });
}

function standsAt({ tokens }: Doc, { flagStart, flagEnd }: Match, at: RequireOptions["at"]): boolean {
  if (at === undefined || at === "before-fold") return true;
  const line = at === "first-line" ? tokens.line[0] : tokens.line[tokens.count - 1];
  return tokens.line[flagStart] === line && tokens.line[flagEnd - 1] === line;
}

function spanOf({ tokens }: Doc, { flagStart, flagEnd }: Match): Span {
  return tokenSpan(tokens, flagStart, flagEnd);
}
