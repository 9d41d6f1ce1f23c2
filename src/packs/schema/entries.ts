import {
  array,
  description,
  type GenericSchema,
  nullable,
  pipe,
  record,
  strictObject,
  string,
  union,
} from "valibot";
import * as values from "./values.ts";

const { confidence, exampleList, key, level, oneOf, text, textOrTexts, texts, truth, unless, within } =
  values;

const FORMS = ["base", "s", "past", "done", "ing", "one", "many", "er", "est"];

/** What an entry of any type may say of itself. */
const common: Record<string, GenericSchema> = {
  use: key(nullable(textOrTexts), "What to say instead, best first; (delete) leaves the words out."),
  unless: key(unless, "Patterns that spare a flag, beside those of the rule."),
  level: key(level, "Default: that of the rule."),
  confidence: key(confidence, "Default: that of the rule."),
  message: key(text, "Default: that of the rule."),
  why: key(text, "Default: that of the rule."),
  url: key(text, "Default: that of the rule."),
  exact: key(truth, "Case and hyphens matter. Default: as the rule says."),
  within: key(within, "How far a match may reach. Default: as the rule says."),
  bad: key(exampleList, "Posts that it flags, tested like those of the rule."),
  good: key(exampleList, "Posts that it doesn't."),
};

const forms: GenericSchema = record(oneOf(FORMS, "a form"), string("a form's spelling is expected here"));

/** Terms and spellings are texts, and a list of them is short for a map. */
function textEntries(what: string, own: Record<string, GenericSchema>): GenericSchema {
  const value = nullable(union([string(), texts, strictObject({ ...common, ...own })], ENTRY));
  const message = `${what} are a map (text: what to say instead), or a list of texts`;
  return union([array(text), record(string(), value)], message);
}

/** Entries whose keys are names. */
function namedEntries(what: string, own: Record<string, GenericSchema>): GenericSchema {
  const value = nullable(union([string(), texts, strictObject({ ...common, ...own })], ENTRY));
  return record(string(), value, `${what} have names: write a map (name: what to look for)`);
}

const ENTRY = "an entry is a text, a list of texts, a map, “off”, or “~” for nothing to offer";

const match: Record<string, GenericSchema> = {
  match: key(textOrTexts, "What to look for, where the entry is a map; several are alternatives."),
};

/** The value of each type key that holds entries (PACK-FORMAT sections 3 and 5). */
export const entryShapes: Readonly<Record<string, GenericSchema>> = {
  terms: pipe(
    textEntries("terms", {
      forms: key(forms, "Forms that the rules of English don't give: {past: focussed}."),
    }),
    description("The term: what to say instead. Marks (v) (n) (adj) match every form."),
  ),
  patterns: pipe(namedEntries("patterns", match), description("A name: the pattern, or {match, use, …}.")),
  regex: pipe(
    namedEntries("expressions", match),
    description("A name: the regular expression. The last resort."),
  ),
  spelling: pipe(
    textEntries("spellings", {
      wrong: key(textOrTexts, "Wrong ways to write it, beside other capitals and hyphens."),
    }),
    description("The right spelling: wrong ones, where other capitals and hyphens are not all."),
  ),
  consistent: pipe(namedEntries("forms", match), description("A name: the forms of which a post uses one.")),
};
