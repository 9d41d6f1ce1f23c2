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
}

/** What the patterns of a pack may name. */
export function namesIn({ lists, lang }: Pick<Pack, "lists" | "lang">): PatternNames {
  return { lists, lang, inflect };
}

/** Checks patterns; each mistake is reported where it stands in the text. */
export function checkPatterns(asked: Iterable<Asked>, names: PatternNames, say: SayInText): void {
  for (const { source, syntax, mark, path, isKey } of asked) {
    if (syntax === "regex") {
      const mistake = regexMistake(source);
      const quote = { source, offset: 0, length: source.length, isKey };
      if (mistake !== undefined) say(path, "regex", `“${source}” can't be used: ${mistake}`, quote);
      continue;
    }
    for (const { code, message, offset, length } of checkPattern(source, { syntax, mark }, names)) {
      say(path, code, message, { source, offset, length, isKey });
    }
  }
}

/** The patterns of a pack that stand in no rule. */
export function* patternsOfTop({ lists, allow }: Pick<Pack, "lists" | "allow">): Iterable<Asked> {
  for (const [name, sources] of Object.entries(lists)) yield* patterns(sources, ["lists", name]);
  for (const { key, match, mark } of allow) yield term(match, mark, ["allow", key]);
}

/** All patterns of a rule. */
export function* patternsOfRule(rule: Rule): Iterable<Asked> {
  const path: Path = ["rules", rule.id];
  yield* unlessPatterns(rule.unless, path);
  yield* patternsOfWhen(rule.when, [...path, "when"]);
  for (const { key, match, mark, unless } of entriesOf(rule)) {
    const at: Path = [...path, rule.type, key];
    yield* unlessPatterns(unless, at);
    if (rule.type === "terms") yield term(match[0], mark, at);
    if (rule.type === "patterns") yield* patterns(match, at);
    if (rule.type === "regex")
      for (const source of match) yield { source, syntax: "regex", path: at, isKey: false };
  }
  const { options } = rule;
  const isCounting =
    rule.type === "limit" && typeof options === "object" && options !== null && "count" in options;
  if (isCounting && Array.isArray(options.count)) yield* patterns(options.count, [...path, "limit", "count"]);
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
