import { type GenericSchema, object, optional, picklist, record, strictObject, string, union } from "valibot";
import { amountText, entries, percentage, text, textOrTexts, texts, wholeNumber } from "./values.ts";

/** What the value of each type key may hold, as written and before layers are folded: so nothing is required here. */
export const typeShapes: Readonly<Record<string, GenericSchema>> = {
  terms: entries,
  patterns: entries,
  regex: entries,
  spelling: entries,
  consistent: entries,
  limit: strictObject({
    count: optional(textOrTexts),
    max: optional(amountText),
    min: optional(amountText),
    of: optional(text),
    from: optional(wholeNumber),
    per: optional(picklist(["post", "sentence", "paragraph", "line", "100 words"])),
    except: optional(texts),
    only: optional(texts),
  }),
  require: strictObject({
    any: optional(textOrTexts),
    all: optional(textOrTexts),
    if: optional(textOrTexts),
    at: optional(picklist(["first-line", "last-line", "before-fold"])),
    field: optional(text),
  }),
  length: strictObject({
    of: optional(picklist(["post", "first-line", "title", "alt"])),
    max: optional(union([picklist(["platform", "fold"]), amountText])),
    min: optional(amountText),
  }),
  readability: strictObject({
    max_grade: optional(amountText),
    of: optional(picklist(["post", "sentence"])),
    min_words: optional(amountText),
    formulas: optional(texts),
  }),
  profanity: strictObject({
    sureness: optional(picklist(["sure", "likely", "maybe"])),
    except: optional(texts),
  }),
  disclosure: strictObject({
    find: optional(picklist(["missing", "vague", "late", "buried", "language"])),
    markets: optional(texts),
    cues: optional(texts),
    labels: optional(record(string(), record(string(), texts))),
  }),
  tone: strictObject({ axis: optional(text), at: optional(percentage) }),
  retext: strictObject({ plugin: optional(text), options: optional(object({})) }),
  calendar: strictObject({
    count: optional(textOrTexts),
    max: optional(amountText),
    min: optional(amountText),
    of: optional(text),
    from: optional(wholeNumber),
    per: optional(text),
    by: optional(picklist(["account", "platform", "author"])),
    except: optional(texts),
    only: optional(texts),
    alike: optional(percentage),
    part: optional(picklist(["text", "opener", "link"])),
    across: optional(picklist(["author"])),
    rules: optional(texts),
  }),
};
