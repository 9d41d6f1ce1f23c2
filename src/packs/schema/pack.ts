import {
  array,
  description,
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
import { roleNames } from "../../generated/roles.ts";
import { typeShapes } from "./types.ts";
import * as values from "./values.ts";

const { confidence, exampleList, isoDate, key, level, levelNames, oneOf, oneOrMore } = values;
const { speaker, text, textOrTexts, texts, truth, unless, whenShape, wholeNumber, within } = values;

const scope = oneOf(["prose", "quote", "negation", "hashtag", "raw"], "a part of a post");

/** The common keys of a rule. */
export const commonShape: Record<string, GenericSchema> = {
  level: key(level, "How much a finding matters. Default: warning."),
  confidence: key(confidence, "How sure the rule is; “maybe” is shown with --all only. Default: sure."),
  message: key(text, "What is said. May hold <match> <use> <entry> <count> <max> and others."),
  why: key(text, "The reason, for people who ask."),
  url: key(text, "Where to read more."),
  when: key(strictObject(whenShape, "when is a map of facts: {platform: x}"), "Facts that must all hold."),
  unless: key(unless, "Patterns that spare a flag: beside it, or with {post: …} anywhere in the post."),
  in: key(oneOrMore(scope, "a part of a post"), "Where flags count in full. Default: prose."),
  exact: key(truth, "Case and hyphens matter. Default: false."),
  within: key(within, "How far a match may reach. Default: sentence."),
  examples: key(
    strictObject(
      { bad: optional(exampleList), good: optional(exampleList) },
      "examples are a map: {bad: […], good: […]}",
    ),
    "Posts that are flagged, and posts that are not; [[…]] marks the flagged words.",
  ),
};

const ruleShape: Record<string, GenericSchema> = {
  ...commonShape,
  ...Object.fromEntries(Object.entries(typeShapes).map(([type, shape]) => [type, optional(shape)])),
};

const RULE = "a rule is a map with one type key (terms, patterns, limit, …), or a level";

/** A rule's value: a map, or a bare level. */
export const ruleValue: GenericSchema = union(
  [oneOf(levelNames, "a level"), strictObject(ruleShape, RULE)],
  RULE,
);

const rulesValue: GenericSchema = record(string(), ruleValue, "rules are a map: group/name, and the rule");

const GATE = "a gate is a score from 0 to 100";
const gates: GenericSchema = record(
  string(),
  pipe(string(GATE), regex(/^(?:100|\d{1,2})$/u, GATE)),
  "gates are a map: a group, and its least score",
);

const ALLOW = "allow is a map: a phrase, and why (or {why, rules, until, url})";
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
    ALLOW,
  ),
);

const roles = [
  "platform",
  ...new Set(Object.entries(roleNames).flatMap(([role, names]) => [role, ...names.split(" ")])),
];

const fileFacts: GenericSchema = strictObject(
  {
    platform: optional(textOrTexts),
    account: optional(text),
    speaker: optional(speaker),
    author: optional(text),
    kind: optional(text),
    lang: optional(text),
    date: optional(text),
    columns: optional(
      record(oneOf(roles, "a role"), text, "columns are a map: a role, and its header or key"),
    ),
  },
  "a file's facts are a map: {platform: x}",
);

const override: GenericSchema = strictObject(
  {
    when: strictObject(
      { ...whenShape, files: optional(textOrTexts) },
      "when is a map of facts: {platform: x}",
    ),
    rules: optional(rulesValue),
    gates: optional(gates),
  },
  "an override is a map: {when: {platform: x}, rules: {…}}",
);

const brand: GenericSchema = strictObject(
  {
    names: key(texts, "Used in patterns as <brand>."),
    handles: key(texts, "Used in patterns as <handle>."),
    products: key(texts, "Never flagged where written exactly so; used in patterns as <product>."),
    markets: key(texts, "Countries whose rules for advertising hold: us, uk."),
  },
  "brand is a map of lists: names, handles, products, markets",
);

const voice: GenericSchema = strictObject(
  { is: optional(texts), is_not: optional(texts), do: optional(texts), dont: optional(texts) },
  "voice is a map of lists: is, is_not, do, dont",
);

const amountOfSigns = optional(wholeNumber);

/** What a pack says of a platform; the same keys as in rules/platforms.yaml. */
const platform: GenericSchema = strictObject(
  {
    name: optional(text),
    unit: optional(oneOf(["weighted", "graphemes", "mastodon", "threads", "utf16"], "a way to count")),
    limit: amountOfSigns,
    bytes: amountOfSigns,
    comment: amountOfSigns,
    fold: amountOfSigns,
    title: amountOfSigns,
    alt: amountOfSigns,
    hashtags: amountOfSigns,
    links: amountOfSigns,
    mentions: amountOfSigns,
    markup: optional(oneOf(["raw", "shown"], "a way to show Markdown")),
    clickable: optional(truth),
  },
  "a platform is a map: {limit: 1000}",
);

const VERSION = "a pack starts with “voicecheck: 1”, the version of the format";

/** The keys of a pack file and what each holds. */
export const packShape: Record<string, GenericSchema> = {
  voicecheck: pipe(picklist(["1"], VERSION), description("The version of the format, 1.")),
  name: key(text, "The pack's name."),
  summary: key(text, "One line about it."),
  lang: key(text, "The language of its posts; marks such as (v) are English only. Default: en."),
  extends: key(textOrTexts, "Packs to start from: voicecheck:NAME, ./file.yaml, or an npm package."),
  voice: key(voice, "Prose for people; nothing is checked."),
  brand: key(brand, "The company's own names."),
  lists: key(
    record(string(), textOrTexts, "lists are a map: a name, and its patterns"),
    "Used in patterns as <NAME>.",
  ),
  allow: key(
    union([array(text), record(string(), allowValue)], ALLOW),
    "Phrases that no rule flags, and why.",
  ),
  files: key(
    record(string(), fileFacts, "files are a map: a glob, and facts"),
    "What posts in some files are where they don't say so.",
  ),
  platforms: key(
    record(string(), platform, "platforms are a map: a name, and its data"),
    "Changes or adds platform data.",
  ),
  rules: key(rulesValue, "What is flagged. A bare level changes a group, a rule or an entry that exists."),
  overrides: key(array(override, "overrides are a list of {when, rules}"), "Other rules where facts hold."),
  waivers: key(
    strictObject({ reason: oneOf(["required"], "a demand") }, "waivers is {reason: required}"),
    "An ignore comment without a reason is an error.",
  ),
  gates: key(gates, "By group, the least score from 0 to 100 that a post may have."),
  fail_on: key(
    oneOf(["error", "warning", "info", "never"], "a level"),
    "From which level on a run fails. Default: error.",
  ),
  $schema: optional(unknown()),
};

export const packSchema: GenericSchema = strictObject(packShape, VERSION);
