import {
  array,
  description,
  type GenericSchema,
  nullable,
  optional,
  pipe,
  record,
  strictObject,
  string,
  union,
} from "valibot";
import * as values from "./values.ts";

const { confidence, exampleList, level, oneOf, text, textOrTexts, texts, truth, unless, within } = values;

const FORMS = ["base", "s", "past", "done", "ing", "one", "many", "er", "est"];

/** What an entry of any type may say of itself. */
const common: Record<string, GenericSchema> = {
  use: optional(nullable(textOrTexts)),
  unless: optional(unless),
  level: optional(level),
  confidence: optional(confidence),
  message: optional(text),
  why: optional(text),
  url: optional(text),
  exact: optional(truth),
  within: optional(within),
  bad: optional(exampleList),
  good: optional(exampleList),
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

const match: Record<string, GenericSchema> = { match: optional(textOrTexts) };

/** The value of each type key that holds entries (PACK-FORMAT sections 3 and 5). */
export const entryShapes: Readonly<Record<string, GenericSchema>> = {
  terms: pipe(
    textEntries("terms", { forms: optional(forms) }),
    description("The term: what to say instead. Marks (v) (n) (adj) match every form."),
  ),
  patterns: pipe(namedEntries("patterns", match), description("A name: the pattern, or {match, use, …}.")),
  regex: pipe(
    namedEntries("expressions", match),
    description("A name: the regular expression. The last resort."),
  ),
  spelling: pipe(
    textEntries("spellings", { wrong: optional(textOrTexts) }),
    description("The right spelling: wrong ones, where other capitals and hyphens are not all."),
  ),
  consistent: pipe(namedEntries("forms", match), description("A name: the forms of which a post uses one.")),
};
