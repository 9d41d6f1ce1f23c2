import { description, type GenericSchema, pipe, record, strictObject, string, union } from "valibot";
import { entryShapes } from "./entries.ts";
import * as values from "./values.ts";

const { amountText, anything, key, oneOf, percentage, text, textOrTexts, texts, wholeNumber } = values;

const PER = ["post", "sentence", "paragraph", "line", "100 words"];

/** A map of options with a line for editors. */
function options(about: string, shape: Record<string, GenericSchema>): GenericSchema {
  return pipe(
    strictObject(shape, `a map of options is expected here: ${Object.keys(shape).join(", ")}`),
    description(about),
  );
}

const counting: Record<string, GenericSchema> = {
  count: key(textOrTexts, "What is counted: a name such as hashtags, or patterns."),
  max: key(amountText, "How many there may be; with “of” a percentage."),
  min: key(amountText, "How many there must be; with “of” a percentage."),
  except: key(texts, "Tags, handles, emoji, words or domains that don't count; * stands for anything."),
  only: key(texts, "Only these count."),
};

/** What the value of each type key may hold, as written and before layers are folded: so nothing is required here. */
export const typeShapes: Readonly<Record<string, GenericSchema>> = {
  ...entryShapes,
  limit: options("Counts within a post.", {
    ...counting,
    of: key(text, "What the count is a share of, by its name."),
    from: key(
      wholeNumber,
      "A share of fewer is not judged (default: 4), nor a post of fewer words per 100 words (default: 50).",
    ),
    per: key(oneOf(PER, "a unit"), "In what it is counted. Default: post."),
  }),
  require: options("What must occur.", {
    any: key(textOrTexts, "Patterns; one of them must occur. <if> stands for what “if” matched."),
    all: key(textOrTexts, "Patterns; each must occur."),
    if: key(textOrTexts, "Patterns; it is asked for only where one occurs, and for each of them."),
    at: key(oneOf(["first-line", "last-line", "before-fold"], "a place"), "Where it must stand."),
    field: key(text, "A field that must not be empty, instead of patterns: alt, link, title."),
    none: key(textOrTexts, "Of a field: patterns that it may not hold."),
  }),
  length: options("How long a part of the post may be, as each platform counts.", {
    of: key(
      oneOf(["post", "first-line", "title", "alt"], "a part of the post"),
      "What is measured. Default: post.",
    ),
    max: key(
      union([oneOf(["platform", "fold"], "a limit"), amountText], "max is platform, fold, or an amount"),
      "The most: what the platform takes, what it shows before “more”, or an amount.",
    ),
    min: key(amountText, "The least."),
  }),
  readability: options("How hard a post, or each of its sentences, may be to read, as a school grade.", {
    max_grade: key(amountText, "The highest grade. Required."),
    of: key(oneOf(["post", "sentence"], "a part of the post"), "What is judged. Default: post."),
    min_words: key(amountText, "Shorter ones aren't judged. Default: 40 for a post, 10 for a sentence."),
    formulas: key(texts, "Formulas whose median counts. Default: all seven."),
  }),
  profanity: options("Swear words and slurs, by the list of retext-profanities.", {
    sureness: key(
      oneOf(["sure", "likely", "maybe"], "a sureness"),
      "How sure the list must be of a word. Default: likely.",
    ),
    except: key(texts, "Words of the list that are fine here, in all their forms."),
  }),
  disclosure: options("Whether a paid post says so.", {
    find: key(
      oneOf(["missing", "vague", "late", "buried", "language"], "a fault of a disclosure"),
      "What may be wrong with the label. Required.",
    ),
    markets: key(
      texts,
      "Countries whose readers must be satisfied, each. Default: those of “brand”, else us.",
    ),
    cues: key(texts, "Further patterns which show that a post is paid for."),
    labels: key(
      record(string(), record(string(), texts)),
      "Further labels by market: {us: {clear: […], vague: […]}}.",
    ),
  }),
  tone: options("The small model's verdict on the whole post.", {
    axis: key(text, "A group of rules."),
    at: key(percentage, "From which share on it is flagged."),
  }),
  retext: options("A bundled retext plugin by its name.", {
    plugin: key(text, "The plugin's name. Required."),
    options: key(
      record(string(), anything, "a map of the plugin's options is expected here"),
      "What the plugin is told.",
    ),
  }),
  calendar: options("As limit, over many posts.", {
    ...counting,
    of: key(text, "A share of all posts: posts."),
    from: key(wholeNumber, "A share of fewer posts is not judged. Default: 4."),
    per: key(text, "Over which time: day, week, month, run, or any days in a row (7 days). Required."),
    by: key(
      oneOf(["account", "platform", "author"], "a way to part posts"),
      "Counts for each of these apart.",
    ),
    alike: key(percentage, "Of repeats: how much of the words must be the same. Default: 100%."),
    part: key(
      oneOf(["text", "sentence", "opener", "link"], "a part of the post"),
      "Of repeats: what is compared; an opener is the first five words. Default: text.",
    ),
    across: key(oneOf(["author"], "a border"), "Of repeats: only where the others are by somebody else."),
    rules: key(texts, "Of flagged: groups, rules or entries whose flags count. Default: all."),
  }),
};
