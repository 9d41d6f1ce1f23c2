import {
  array,
  type GenericSchema,
  nullable,
  optional,
  picklist,
  pipe,
  record,
  regex,
  strictObject,
  string,
  union,
  unknown,
} from "valibot";
import { typeShapes } from "./types.ts";
import * as values from "./values.ts";

const {
  anything,
  confidence,
  exampleList,
  isoDate,
  level,
  text,
  textOrTexts,
  texts,
  truth,
  unless,
  whenShape,
  within,
} = values;

/** The common keys of a rule. */
export const commonShape: Record<string, GenericSchema> = {
  level: optional(level),
  confidence: optional(confidence),
  message: optional(text),
  why: optional(text),
  url: optional(text),
  when: optional(strictObject(whenShape)),
  unless: optional(unless),
  in: optional(
    union(
      [
        picklist(["prose", "quote", "negation", "hashtag", "raw"]),
        array(picklist(["prose", "quote", "negation", "hashtag", "raw"])),
      ],
      "in is a list of prose, quote, negation, hashtag, raw",
    ),
  ),
  exact: optional(truth),
  within: optional(within),
  examples: optional(strictObject({ bad: optional(exampleList), good: optional(exampleList) })),
};

const ruleShape: Record<string, GenericSchema> = {
  ...commonShape,
  ...Object.fromEntries(Object.entries(typeShapes).map(([type, shape]) => [type, optional(shape)])),
};

/** A rule's value: a map, or a bare level. */
export const ruleValue: GenericSchema = union(
  [level, strictObject(ruleShape)],
  "a rule is a map with one type key (terms, patterns, limit, …), or a level",
);

export const rulesValue: GenericSchema = record(string(), ruleValue);

const gates: GenericSchema = record(
  string(),
  pipe(string(), regex(/^\d{1,3}$/u, "a gate is a score from 0 to 100")),
);

const allowValue: GenericSchema = nullable(
  union(
    [
      string(),
      strictObject({
        why: optional(text),
        rules: optional(texts),
        until: optional(isoDate),
        url: optional(text),
      }),
    ],
    "allow is a map: a phrase, and why (or {why, rules, until, url})",
  ),
);

/** The keys of a pack file and what each holds. */
export const packShape: Record<string, GenericSchema> = {
  voicecheck: picklist(["1"], "the format's version is 1: “voicecheck: 1”"),
  name: optional(text),
  summary: optional(text),
  lang: optional(text),
  extends: optional(textOrTexts),
  voice: optional(
    strictObject({
      is: optional(texts),
      is_not: optional(texts),
      do: optional(texts),
      dont: optional(texts),
    }),
  ),
  brand: optional(
    strictObject({
      names: optional(texts),
      handles: optional(texts),
      products: optional(texts),
      markets: optional(texts),
    }),
  ),
  lists: optional(record(string(), textOrTexts)),
  allow: optional(union([texts, record(string(), allowValue)])),
  files: optional(record(string(), record(string(), anything))),
  platforms: optional(record(string(), record(string(), anything))),
  rules: optional(rulesValue),
  overrides: optional(
    array(
      strictObject({
        when: strictObject({ ...whenShape, files: optional(textOrTexts) }),
        rules: optional(rulesValue),
        gates: optional(gates),
      }),
    ),
  ),
  waivers: optional(strictObject({ reason: picklist(["required"]) })),
  gates: optional(gates),
  fail_on: optional(
    picklist(["error", "warning", "info", "never"], "fail_on is one of error, warning, info, never"),
  ),
  $schema: optional(unknown()),
};

export const packSchema: GenericSchema = strictObject(packShape);
