import { toJsonSchema } from "@valibot/to-json-schema";
import { packSchema, ruleValue } from "../../src/packs/schema/pack.ts";
import { anything, entries, exampleList, textOrTexts, texts, unless } from "../../src/packs/schema/values.ts";

type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

const definitions = { anything, entries, exampleList, ruleValue, texts, textOrTexts, unless };

/** The shape of a pack for editors; what it can't say (names, layers, patterns) is checked when a pack loads. */
export async function outputs(): Promise<Record<string, string>> {
  const schema: Json = JSON.parse(
    JSON.stringify(toJsonSchema(packSchema, { errorMode: "ignore", definitions })),
  );
  const titled = {
    title: "voicecheck pack",
    description: "A company's voice as data.",
    ...asWritten(schema),
  };
  return { "schema/pack.v1.json": `${JSON.stringify(titled, null, 1)}\n` };
}

/** A pack keeps every scalar as text, but an editor reads `1` as a number and `true` as a truth; and any list takes `key+` and `key-`. */
function asWritten(schema: Json): { readonly [key: string]: Json } {
  const map = isMap(schema) ? schema : {};
  const changed = Object.fromEntries(Object.entries(map).map(([key, value]) => [key, changedValue(value)]));
  if (map.type === "string") changed.type = ["string", "number", "boolean"];
  if (Array.isArray(map.enum)) changed.enum = map.enum.flatMap((each) => [each, ...otherReadings(each)]);
  if (map.additionalProperties === false) changed.patternProperties = { "^[a-z_]+[+-]$": {} };
  return changed;
}

function changedValue(value: Json): Json {
  if (Array.isArray(value)) return value.map(changedValue);
  return isMap(value) ? asWritten(value) : value;
}

function otherReadings(text: Json): readonly Json[] {
  if (text === "true" || text === "false" || text === "1") return [JSON.parse(text)];
  return text === "off" ? [false] : [];
}

function isMap(value: Json): value is { readonly [key: string]: Json } {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
