import { checkPattern, type PatternNames } from "../text/pattern-check.ts";
import type { Mark, Pack, Rule, Unless } from "../types.ts";
import type { Assembly } from "./assemble.ts";
import { entriesOf } from "./entries-of.ts";
import { inflect } from "./inflect.ts";
import { regexMistake } from "./regex-safety.ts";
import type { Path } from "./tree.ts";

interface Asked {
  readonly source: string;
  readonly syntax: "term" | "pattern";
  readonly mark?: Mark;
  readonly path: Path;
  /** The pattern is the key of its map. */
  readonly isKey?: true;
}

/** Checks every pattern, term and expression of a pack, wherever it stands. */
export function checkAllPatterns(pack: Pack, { say }: Assembly): void {
  const names: PatternNames = { lists: pack.lists, lang: pack.lang, inflect };
  for (const { path, isKey, source, ...options } of patternsOf(pack)) {
    for (const { code, message } of checkPattern(source, options, names)) say(path, code, message, isKey);
  }
  for (const rule of pack.rules) {
    if (rule.type !== "regex") continue;
    for (const { key, match } of entriesOf(rule)) {
      for (const source of match) {
        const mistake = regexMistake(source);
        if (mistake !== undefined)
          say(["rules", rule.id, "regex", key], "regex", `“${source}” can't be used: ${mistake}`);
      }
    }
  }
}

function* patternsOf(pack: Pack): Iterable<Asked> {
  for (const [name, sources] of Object.entries(pack.lists)) yield* patterns(sources, ["lists", name]);
  for (const { key, match, mark } of pack.allow)
    yield { source: match, syntax: "term", mark, path: ["allow", key], isKey: true };
  for (const rule of pack.rules) {
    const path: Path = ["rules", rule.id];
    yield* unlessPatterns(rule.unless, path);
    yield* patterns(rule.when?.text ?? [], [...path, "when", "text"]);
    yield* ownPatterns(rule, path);
  }
}

function* ownPatterns(rule: Rule, path: Path): Iterable<Asked> {
  for (const { key, match, mark, unless } of entriesOf(rule)) {
    const at: Path = [...path, rule.type, key];
    yield* unlessPatterns(unless, at);
    if (rule.type === "terms") yield { source: match[0], syntax: "term", mark, path: at, isKey: true };
    if (rule.type === "patterns") yield* patterns(match, at);
  }
  const { options } = rule;
  const hasCount =
    rule.type === "limit" && typeof options === "object" && options !== null && "count" in options;
  if (hasCount && Array.isArray(options.count)) yield* patterns(options.count, [...path, "limit", "count"]);
}

function* unlessPatterns(unless: Unless | undefined, path: Path): Iterable<Asked> {
  yield* patterns([...(unless?.near ?? []), ...(unless?.post ?? [])], [...path, "unless"]);
}

function* patterns(sources: readonly string[], path: Path): Iterable<Asked> {
  for (const source of sources) yield { source, syntax: "pattern", path };
}
