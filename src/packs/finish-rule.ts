import { safeParse } from "valibot";
import type { Check } from "../checks/check.ts";
import type { FactName, FactTest, Rule, Scope, When } from "../types.ts";
import { ENTRY_TYPES } from "./entry-state.ts";
import { compact, examplesOf, finishEntry, levels, unlessOf } from "./finish-entry.ts";
import { mapOf, textOf, textsOf } from "./lists.ts";
import type { RuleState } from "./rule-state.ts";
import type { Path, Plain, PlainMap } from "./tree.ts";
import { stepOf } from "./validate.ts";

/** What finishing needs to know of a rule type. */
export type KnownCheck = Pick<Check, "type" | "schema" | "within">;

/** The rule types that a pack may use. */
export interface RuleTypes {
  readonly checks: readonly KnownCheck[];
  /** Part of the format, but not to be run yet. */
  readonly later: readonly string[];
}

/** A rule as checks see it; its options are read by the schema of its type, whose complaints are reported with their path. */
export function finishRule(
  state: RuleState,
  check: KnownCheck,
  report: (path: Path, message: string) => void,
): Rule | undefined {
  const { id, keys } = state;
  const isEntries = ENTRY_TYPES.has(check.type);
  const written = isEntries
    ? { entries: state.entries.map((entry) => finishEntry(check.type, entry)) }
    : state.options;
  const parsed = safeParse(check.schema(), written);
  if (!parsed.success) {
    for (const { path = [], received, message } of parsed.issues) {
      const keys = path.map(({ key }) => stepOf(key));
      const key = keys.at(-1);
      report(keys, received === "undefined" ? `“${key}” is missing here; write “${key}: …”` : message);
    }
    return undefined;
  }
  const { level = "warning", confidence = "sure", within = check.within ?? "sentence" } = levels(keys);
  const examples = mapOf(keys.examples);
  return compact({
    id,
    group: id.slice(0, id.indexOf("/")),
    type: check.type,
    // What is off is switched on with a level of its own, so the one before is not told.
    level: state.off ? "warning" : level,
    off: state.off ? (true as const) : undefined,
    confidence,
    message: textOf(keys.message),
    why: textOf(keys.why),
    url: textOf(keys.url),
    when: keys.when === undefined ? undefined : whenOf(mapOf(keys.when)),
    in: scopesOf(keys.in),
    unless: unlessOf(keys.unless),
    exact: keys.exact === "true",
    within,
    examples: { bad: examplesOf(examples.bad) ?? [], good: examplesOf(examples.good) ?? [] },
    options: parsed.output,
  });
}

const SCOPES: readonly Scope[] = ["prose", "quote", "negation", "hashtag", "raw"];

function scopesOf(value: Plain | undefined): readonly Scope[] {
  if (value === undefined) return ["prose"];
  const names = textsOf(value);
  return SCOPES.filter((scope) => names.includes(scope));
}

const FACTS: readonly FactName[] = ["platform", "account", "speaker", "author", "kind", "lang"];

/** `when` with its facts, dates and numbers read. */
export function whenOf(map: PlainMap): When {
  const facts: Partial<Record<FactName, FactTest>> = {};
  for (const name of FACTS) {
    const values = textsOf(map[name]);
    if (values.length > 0) facts[name] = factTest(values);
  }
  const number = (value: Plain | undefined): number | undefined =>
    typeof value === "string" ? Number(value) : undefined;
  return compact({
    facts,
    has: textsOf(map.has),
    date: textsOf(map.date).map((range) => {
      const [from, to = from] = range.split(" to ");
      return { from, to };
    }),
    text: textsOf(map.text),
    min_words: number(map.min_words),
    max_words: number(map.max_words),
    min_sentences: number(map.min_sentences),
    max_sentences: number(map.max_sentences),
    files: textsOf(map.files),
  });
}

function factTest(values: readonly string[]): FactTest {
  const not = values.filter((value) => value.startsWith("not ")).map((value) => value.slice("not ".length));
  return { is: values.filter((value) => !value.startsWith("not ")), not };
}
