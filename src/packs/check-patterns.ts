import { checkPattern, type PatternNames } from "../text/pattern-check.ts";
import type { Mark, Pack, Rule, Unless, When } from "../types.ts";
import { entriesOf } from "./entries-of.ts";
import { inflect } from "./inflect.ts";
import type { Quote } from "./origins.ts";
import { regexMistake } from "./regex-safety.ts";
import type { Path } from "./tree.ts";

/** Reports a mistake in a text of the pack. */
export type SayInText = (path: Path, code: string, message: string, quote: Quote) => void;

/** A pattern, term or expression, and where it stands. */
export interface Asked {
  readonly source: string;
  readonly syntax: "term" | "pattern" | "regex";
  readonly mark?: Mark;
  readonly path: Path;
  /** The text is the key of its map. */
  readonly isKey: boolean;
  /** The key below the path that it stands under, where a map is there. */
  readonly under?: string;
  /** The text as the pack has it, where `source` is another. */
  readonly written?: string;
}

/** What the patterns of a pack may name. */
export function namesIn({ lists, lang }: Pick<Pack, "lists" | "lang">): PatternNames {
  return { lists, lang, inflect };
}

/** Checks patterns; each mistake is reported where it stands in the text. */
export function checkPatterns(asked: Iterable<Asked>, names: PatternNames, say: SayInText): void {
  for (const { source, written = source, syntax, mark, path, isKey, under } of asked) {
    if (syntax === "regex") {
      const mistake = regexMistake(source);
      const quote = { source, offset: 0, length: source.length, isKey, under };
      if (mistake !== undefined) say(path, "regex", `“${source}” can't be used: ${mistake}`, quote);
      continue;
    }
    for (const { code, message, offset, length } of checkPattern(source, { syntax, mark }, names)) {
      say(path, code, message, { source: written, offset, length, isKey, under });
    }
  }
}

/** The patterns of a pack that stand in no rule. */
export function* patternsOfTop({ lists, allow }: Pick<Pack, "lists" | "allow">): Iterable<Asked> {
  for (const [name, sources] of Object.entries(lists)) yield* patterns(sources, ["lists", name]);
  for (const { key, match, mark } of allow) yield term(match, mark, ["allow", key]);
}

/** How entries are written that have a name, by the type of their rule. */
const SYNTAX: Readonly<Record<string, "pattern" | "regex" | undefined>> = {
  patterns: "pattern",
  consistent: "pattern",
  regex: "regex",
};

/** All patterns of a rule. */
export function* patternsOfRule(rule: Rule): Iterable<Asked> {
  const path: Path = ["rules", rule.id];
  yield* unlessPatterns(rule.unless, path);
  yield* patternsOfWhen(rule.when, [...path, "when"]);
  for (const { key, match, mark, unless, wrong = [] } of entriesOf(rule)) {
    const at: Path = [...path, rule.type, key];
    for (const source of wrong) yield { ...term(source, mark, at), isKey: false, under: "wrong" };
    yield* unlessPatterns(unless, at);
    if (rule.type === "terms" || rule.type === "spelling") yield term(match[0], mark, at);
    const syntax = SYNTAX[rule.type];
    if (syntax !== undefined)
      for (const source of match) yield { source, syntax, path: at, isKey: false, under: "match" };
  }
  const { options } = rule;
  if (rule.type === "disclosure") yield* patternsOfDisclosure(options, [...path, "disclosure"]);
  if (rule.type === "require") yield* patternsOfRequire(options, [...path, "require"]);
  const isCounting =
    (rule.type === "limit" || rule.type === "calendar") &&
    typeof options === "object" &&
    options !== null &&
    "count" in options;
  if (isCounting && Array.isArray(options.count))
    yield* patterns(options.count, [...path, rule.type, "count"]);
}

/** `<if>` is known to these alone; a word of as many letters stands for it, so that places stay true. */
function* patternsOfRequire(options: unknown, path: Path): Iterable<Asked> {
  if (typeof options !== "object" || options === null) return;
  for (const [key, value] of Object.entries(options)) {
    if (!Array.isArray(value)) continue;
    for (const written of value.map(String)) {
      yield {
        source: written.replaceAll("<if>", "some"),
        written,
        syntax: "pattern",
        path: [...path, key],
        isKey: false,
      };
    }
  }
}

/** Own cues, and own labels by market. */
function* patternsOfDisclosure(options: unknown, path: Path): Iterable<Asked> {
  if (typeof options !== "object" || options === null) return;
  for (const [key, value] of Object.entries(options)) {
    if (key === "cues" && Array.isArray(value)) yield* patterns(value.map(String), [...path, key]);
    if (key !== "labels" || typeof value !== "object" || value === null) continue;
    for (const [market, lists] of Object.entries<Readonly<Record<string, readonly string[]>>>({ ...value })) {
      for (const [kind, sources] of Object.entries(lists))
        yield* patterns(sources, [...path, key, market, kind]);
    }
  }
}

/** The texts that a `when` asks for. */
export function patternsOfWhen(when: When | undefined, path: Path): Iterable<Asked> {
  return patterns(when?.text ?? [], [...path, "text"]);
}

function term(source: string, mark: Mark | undefined, path: Path): Asked {
  return { source, syntax: "term", ...(mark !== undefined && { mark }), path, isKey: true };
}

function unlessPatterns(unless: Unless | undefined, path: Path): Iterable<Asked> {
  return patterns([...(unless?.near ?? []), ...(unless?.post ?? [])], [...path, "unless"]);
}

function* patterns(sources: readonly string[], path: Path): Iterable<Asked> {
  for (const source of sources) yield { source, syntax: "pattern", path, isKey: false };
}
