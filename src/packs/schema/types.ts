import {
  description,
  type GenericSchema,
  optional,
  pipe,
  record,
  strictObject,
  string,
  union,
} from "valibot";
import { entryShapes } from "./entries.ts";
import { amountText, anything, oneOf, percentage, text, textOrTexts, texts, wholeNumber } from "./values.ts";

const PER = ["post", "sentence", "paragraph", "line", "100 words"];

/** A map of options with a line for editors. */
function options(about: string, shape: Record<string, GenericSchema>): GenericSchema {
  return pipe(
    strictObject(shape, `a map of options is expected here: ${Object.keys(shape).join(", ")}`),
    description(about),
  );
}

const counting: Record<string, GenericSchema> = {
  count: optional(textOrTexts),
  max: optional(amountText),
  min: optional(amountText),
  of: optional(text),
  from: optional(wholeNumber),
  except: optional(texts),
  only: optional(texts),
};

/** What the value of each type key may hold, as written and before layers are folded: so nothing is required here. */
export const typeShapes: Readonly<Record<string, GenericSchema>> = {
  ...entryShapes,
  limit: options("Counts within a post.", { ...counting, per: optional(oneOf(PER, "a unit")) }),
  require: options("What must occur.", {
    any: optional(textOrTexts),
    all: optional(textOrTexts),
    if: optional(textOrTexts),
    at: optional(oneOf(["first-line", "last-line", "before-fold"], "a place")),
    field: optional(text),
    none: optional(textOrTexts),
  }),
  length: options("How long a part of the post may be, as each platform counts.", {
    of: optional(oneOf(["post", "first-line", "title", "alt"], "a part of the post")),
    max: optional(
      union([oneOf(["platform", "fold"], "a limit"), amountText], "max is platform, fold, or an amount"),
    ),
    min: optional(amountText),
  }),
  readability: options("How hard a post, or each of its sentences, may be to read, as a school grade.", {
    max_grade: optional(amountText),
    of: optional(oneOf(["post", "sentence"], "a part of the post")),
    min_words: optional(amountText),
    formulas: optional(texts),
  }),
  profanity: options("Swear words and slurs, by the list of retext-profanities.", {
    sureness: optional(oneOf(["sure", "likely", "maybe"], "a sureness")),
    except: optional(texts),
  }),
  disclosure: options("Whether a paid post says so.", {
    find: optional(oneOf(["missing", "vague", "late", "buried", "language"], "a fault of a disclosure")),
    markets: optional(texts),
    cues: optional(texts),
    labels: optional(record(string(), record(string(), texts))),
  }),
  tone: options("The small model's verdict on the whole post.", {
    axis: optional(text),
    at: optional(percentage),
  }),
  retext: options("A bundled retext plugin by its name.", {
    plugin: optional(text),
    options: optional(record(string(), anything, "a map of the plugin's options is expected here")),
  }),
  calendar: options("As limit, over many posts.", {
    ...counting,
    per: optional(text),
    by: optional(oneOf(["account", "platform", "author"], "a way to part posts")),
    alike: optional(percentage),
    part: optional(oneOf(["text", "sentence", "opener", "link"], "a part of the post")),
    across: optional(oneOf(["author"], "a border")),
    rules: optional(texts),
  }),
};
