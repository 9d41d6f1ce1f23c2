import {
  array,
  description,
  type GenericSchema,
  lazy,
  nullable,
  optional,
  picklist,
  pipe,
  record,
  regex,
  strictObject,
  string,
  union,
} from "valibot";

/** Shapes that stand in several places of a pack. All scalars are text as written; `null` is an empty value. */

export const text: GenericSchema = string("a text is expected here");
export const texts: GenericSchema = array(
  text,
  "a list of texts is expected here ([a, b], or one to a line after “- ”)",
);
export const textOrTexts: GenericSchema = union(
  [string(), texts],
  "a text or a list of texts is expected here",
);
export const wholeNumber: GenericSchema = pipe(string(), regex(/^\d+$/u, "a whole number is expected here"));
export const level: GenericSchema = picklist(
  ["error", "warning", "info", "off"],
  "a level is one of error, warning, info, off",
);
export const confidence: GenericSchema = picklist(
  ["sure", "likely", "maybe"],
  "the confidence is one of sure, likely, maybe",
);
export const within: GenericSchema = picklist(
  ["sentence", "paragraph", "post"],
  "within is one of sentence, paragraph, post",
);
export const truth: GenericSchema = picklist(["true", "false"], "true or false is expected here");
export const percentage: GenericSchema = pipe(
  string(),
  regex(/^\d+(?:\.\d+)?%$/u, "a percentage is expected here, such as 25%"),
);
export const isoDate: GenericSchema = pipe(
  string(),
  regex(/^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/u, "a date is expected here, such as 2026-11-26"),
);

/** `1`, `25%`, or a map of them by platform. */
const AMOUNT = "an amount is a number (1, 25%), or a map of them by platform ({x: 1, else: 2})";
const oneAmount = pipe(string(), regex(/^\d+(?:\.\d+)?%?$/u, AMOUNT));
export const amountText: GenericSchema = union([oneAmount, record(string(), oneAmount)], AMOUNT);

/** Any list or map below, for maps whose own check comes later. */
export const anything: GenericSchema = lazy(() =>
  nullable(union([string(), array(anything), record(string(), anything)])),
);

const DAY = String.raw`\d{4}-\d{2}-\d{2}`;
const DATES = "a date is a day (2026-11-26) or a range (2026-12-24 to 2026-12-26), or a list of them";
const days = pipe(string(), regex(new RegExp(`^${DAY}(?: to ${DAY})?$`, "u"), DATES));

/** `when` of a rule; overrides have `files` too. */
export const whenShape: Record<string, GenericSchema> = {
  platform: optional(textOrTexts),
  account: optional(textOrTexts),
  speaker: optional(textOrTexts),
  author: optional(textOrTexts),
  kind: optional(textOrTexts),
  lang: optional(textOrTexts),
  has: optional(
    union(
      [string(), array(picklist(["media", "alt", "link", "title"]))],
      "has is a list of media, alt, link, title",
    ),
  ),
  date: optional(union([days, array(days)], DATES)),
  text: optional(textOrTexts),
  min_words: optional(wholeNumber),
  max_words: optional(wholeNumber),
  min_sentences: optional(wholeNumber),
  max_sentences: optional(wholeNumber),
};

export const unless: GenericSchema = union(
  [string(), texts, strictObject({ post: textOrTexts })],
  "unless is a list of patterns, or {post: [patterns]}",
);

/** An example post, or for calendars a list of them. */
const examplePost: GenericSchema = union(
  [
    string(),
    strictObject({
      text,
      fix: optional(nullable(string())),
      platform: optional(text),
      account: optional(text),
      speaker: optional(text),
      author: optional(text),
      kind: optional(text),
      lang: optional(text),
      date: optional(text),
      fields: optional(record(string(), nullable(string()))),
    }),
  ],
  "an example is a text, or {text, fix, platform, account, speaker, author, kind, lang, date, fields}",
);

export const exampleList: GenericSchema = union(
  [string(), array(union([examplePost, array(examplePost)]))],
  "examples are a list of posts",
);

/** An entry's value as a map. */
const entryMap: GenericSchema = strictObject({
  use: optional(nullable(textOrTexts)),
  match: optional(textOrTexts),
  unless: optional(unless),
  level: optional(level),
  confidence: optional(confidence),
  message: optional(text),
  why: optional(text),
  url: optional(text),
  exact: optional(truth),
  within: optional(within),
  forms: optional(
    record(picklist(["base", "s", "past", "done", "ing", "one", "many", "er", "est"]), string()),
  ),
  wrong: optional(textOrTexts),
  bad: optional(exampleList),
  good: optional(exampleList),
});

export const entries: GenericSchema = pipe(
  union(
    [texts, record(string(), nullable(union([string(), texts, entryMap])))],
    "entries are a map (entry: what to say instead) or a list",
  ),
  description("entry: what to say instead; see PACK-FORMAT section 3"),
);
