import {
  array,
  check,
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
import { isDay } from "../days.ts";
import { didYouMean } from "../nearest.ts";

/** Shapes that stand in several places of a pack. All scalars are text as written; `null` is an empty value. */

const TEXT = "a text is expected here";
const TEXTS = "a list of texts is expected here ([a, b], or one to a line after “- ”)";

export const text: GenericSchema = string(TEXT);
export const texts: GenericSchema = array(text, TEXTS);
export const textOrTexts: GenericSchema = union(
  [string(), texts],
  "a text or a list of texts is expected here",
);
export const wholeNumber: GenericSchema = pipe(
  string("a whole number is expected here"),
  regex(/^\d{1,9}$/u, "a whole number is expected here"),
);
export const percentage: GenericSchema = pipe(
  string("a percentage is expected here, such as 25%"),
  regex(/^\d+(?:\.\d+)?%$/u, "a percentage is expected here, such as 25%"),
);

/** One of a few words; of a mistyped one the nearest is named. `what` begins the sentence: “a level”. */
export function oneOf(names: readonly string[], what: string): GenericSchema<string, string> {
  return picklist(names, ({ input }) =>
    typeof input === "string"
      ? `“${input}” is not ${what}${didYouMean(input, names)}`
      : `${what} is expected here: ${names.join(", ")}`,
  );
}

/** One of something, or a list of it. */
export function oneOrMore(item: GenericSchema, what: string): GenericSchema {
  return union([item, array(item)], `${what}, or a list of them, is expected here`);
}

/** A key that may be left out, with a line for editors and the pages of rule types. */
export function key(schema: GenericSchema, about: string): GenericSchema {
  return optional(pipe(schema, description(about)));
}

export const levelNames: readonly string[] = ["error", "warning", "info", "off"];
export const level: GenericSchema = oneOf(levelNames, "a level");
export const confidence: GenericSchema = oneOf(["sure", "likely", "maybe"], "a confidence");
export const within: GenericSchema = oneOf(["sentence", "paragraph", "post"], "a reach of matches");
export const truth: GenericSchema = oneOf(["true", "false"], "a truth");

const DAY = "a date is expected here, such as 2026-11-26";
export const isoDate: GenericSchema = pipe(
  string(DAY),
  regex(/^\d{4}-\d{2}-\d{2}$/u, DAY),
  check((day) => isDay(day), "there is no such day"),
);

const PERIOD = "a day (2026-11-26) or a range (2026-12-24 to 2026-12-26) is expected here";
const period: GenericSchema = pipe(
  string(PERIOD),
  regex(/^\d{4}-\d{2}-\d{2}(?: to \d{4}-\d{2}-\d{2})?$/u, PERIOD),
  check((days) => days.split(" to ").every(isDay), "there is no such day"),
  check((days) => {
    const [from, to = from] = days.split(" to ");
    return from <= to;
  }, "a range goes from the earlier day to the later"),
);

const AMOUNT = "an amount is a number (1, 25%), or a map of them by platform ({x: 1, else: 2})";
const amountNumber: GenericSchema = pipe(string(AMOUNT), regex(/^\d+(?:\.\d+)?%?$/u, AMOUNT));

/** `1`, `25%`, or a map of them by platform. */
export const amountText: GenericSchema = union([amountNumber, record(string(), amountNumber)], AMOUNT);

/** Any list or map below, for maps whose own check comes later. */
export const anything: GenericSchema = lazy(() =>
  nullable(union([string(), array(anything), record(string(), anything)])),
);

const speakers: readonly string[] = ["brand", "employee", "partner"];
export const speaker: GenericSchema = oneOf(speakers, "a speaker");

/** `when` of a rule; overrides have `files` too. */
export const whenShape: Record<string, GenericSchema> = {
  platform: optional(textOrTexts),
  account: optional(textOrTexts),
  speaker: optional(
    oneOrMore(oneOf([...speakers, ...speakers.map((name) => `not ${name}`)], "a speaker"), "a speaker"),
  ),
  author: optional(textOrTexts),
  kind: optional(textOrTexts),
  lang: optional(textOrTexts),
  has: optional(oneOrMore(oneOf(["media", "alt", "link", "title"], "a field"), "a field")),
  date: optional(oneOrMore(period, "a day or a range of days")),
  text: optional(textOrTexts),
  min_words: optional(wholeNumber),
  max_words: optional(wholeNumber),
  min_sentences: optional(wholeNumber),
  max_sentences: optional(wholeNumber),
};

const postUnless: GenericSchema = strictObject({ post: textOrTexts }, "unless is a list of patterns");

export const unless: GenericSchema = union(
  [string(), array(union([string(), postUnless], "a pattern is expected here")), postUnless],
  "unless is a list of patterns, or {post: [patterns]}",
);

const EXAMPLE =
  "an example is a text, or {text, fix, platform, account, speaker, author, kind, lang, date, fields}";

/** An example post, or for calendars a list of them. */
const examplePost: GenericSchema = union(
  [
    string(),
    strictObject({
      text,
      fix: optional(nullable(string())),
      platform: optional(text),
      account: optional(text),
      speaker: optional(speaker),
      author: optional(text),
      kind: optional(text),
      lang: optional(text),
      date: optional(text),
      fields: optional(record(string(), nullable(string()))),
      thread: optional(strictObject({ part: wholeNumber, of: wholeNumber, first: optional(text) })),
    }),
  ],
  EXAMPLE,
);

export const exampleList: GenericSchema = union(
  [string(), array(union([examplePost, array(examplePost)], EXAMPLE))],
  "examples are a list of posts",
);
