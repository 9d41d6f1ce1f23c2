import { toJsonSchema } from "@valibot/to-json-schema";
import * as v from "valibot";

const level = v.picklist(["error", "warning", "info"]);
const fromOne = v.pipe(v.number(), v.integer(), v.minValue(1));
const fromZero = v.pipe(v.number(), v.integer(), v.minValue(0));
const percent = v.pipe(fromZero, v.maxValue(100));

const said = <T extends v.GenericSchema>(schema: T, text: string) => v.pipe(schema, v.description(text));

const span = v.strictObject({ start: fromZero, end: fromZero });

const place = v.strictObject({
  line: fromOne,
  column: fromOne,
  endLine: fromOne,
  endColumn: fromOne,
  offset: fromZero,
  endOffset: fromZero,
});

const finding = v.strictObject({
  rule: said(v.string(), "group/name"),
  entry: said(v.optional(v.string()), "the entry's slug, for rules that hold entries"),
  level,
  confidence: v.picklist(["sure", "likely", "maybe"]),
  lowered: said(
    v.optional(v.picklist(["quoted", "negated", "mentioned", "named"])),
    "why the level is info only",
  ),
  message: v.string(),
  why: v.optional(v.string()),
  url: v.optional(v.string()),
  text: said(v.string(), "the flagged words, as in the post"),
  span: said(span, "UTF-16 offsets in the post's own text, end exclusive"),
  place: said(place, "lines and UTF-16 columns from 1 in the file, offsets from 0, ends exclusive"),
  exact: said(
    v.optional(v.literal(false)),
    "an escape inside the words makes the place cover the whole cell",
  ),
  suggestions: said(
    v.array(v.string()),
    "what to write instead, best first; an empty text leaves the words out",
  ),
  fixable: v.boolean(),
  platforms: said(v.optional(v.array(v.string())), "where it holds, when not on all platforms of the post"),
  points: said(
    v.optional(v.pipe(v.number(), v.minValue(0))),
    "with --explain-score: what it takes from the score of its axis",
  ),
});

const count = v.strictObject({
  count: fromZero,
  limit: v.optional(fromZero),
  bytes: v.optional(fromZero),
  bytesLimit: v.optional(fromZero),
});

const postEntries = {
  id: v.union([v.string(), v.number()]),
  source: v.string(),
  line: said(fromOne, "where the text begins"),
  platforms: v.array(v.string()),
  account: v.optional(v.string()),
  speaker: v.optional(v.picklist(["brand", "employee", "partner"])),
  author: v.optional(v.string()),
  kind: v.optional(v.string()),
  lang: v.optional(v.string()),
  date: v.optional(v.string()),
  role: v.picklist(["post", "comment"]),
  thread: v.optional(v.strictObject({ part: fromOne, of: fromOne })),
  counts: said(
    v.optional(v.record(v.string(), count)),
    "the length as each platform counts it, and its limit",
  ),
  score: said(percent, "the lowest axis"),
  axes: v.record(v.string(), percent),
  words: said(
    v.optional(fromZero),
    "with --explain-score: the words of the prose, by which points are measured",
  ),
  findings: v.array(finding),
};

const problem = v.strictObject({
  source: v.string(),
  line: v.optional(fromOne),
  column: v.optional(fromOne),
  code: v.string(),
  message: v.string(),
  level: v.picklist(["error", "note"]),
});

const post = v.strictObject(postEntries);

/** The JSON report, version 1. */
export const reportSchema: v.GenericSchema = v.pipe(
  v.strictObject({
    version: v.literal(1),
    summary: v.strictObject({
      posts: fromZero,
      flagged: fromZero,
      errors: fromZero,
      warnings: fromZero,
      infos: fromZero,
      fixable: fromZero,
      fixed: v.optional(fromZero),
      known: v.optional(fromZero),
    }),
    posts: v.array(post),
    problems: v.array(problem),
  }),
  v.title("A report of voicecheck, version 1"),
);

/** One line of `-f ndjson`: a post (further posts of the same input line in `parts`), or a line that could not be read. */
export const lineSchema: v.GenericSchema = v.union([
  v.strictObject({ ...postEntries, id: v.unknown(), parts: v.optional(v.array(post)) }),
  v.strictObject({
    id: v.null(),
    source: v.string(),
    line: fromOne,
    error: v.strictObject({ code: v.string(), message: v.string(), column: v.optional(fromOne) }),
  }),
]);

/** The committed JSON Schema of the report. */
export async function outputs(): Promise<Record<string, string>> {
  const schema = toJsonSchema(reportSchema, {
    target: "draft-2020-12",
    definitions: { finding, post, problem },
  });
  // Within version 1 fields may be added, so what is published allows more than what is tested.
  const text = JSON.stringify(
    schema,
    (key, value) => (key === "additionalProperties" && value === false ? undefined : value),
    2,
  );
  return { "schema/report.v1.json": `${text}\n` };
}
