import { toJsonSchema } from "@valibot/to-json-schema";
import { wholeLists } from "../../src/packs/schema/keys.ts";
import { packSchema, ruleValue } from "../../src/packs/schema/pack.ts";
import { anything, exampleList, textOrTexts, texts, unless } from "../../src/packs/schema/values.ts";

type Json = string | number | boolean | null | readonly Json[] | JsonMap;
interface JsonMap {
  readonly [key: string]: Json;
}

const definitions = { anything, exampleList, ruleValue, texts, textOrTexts, unless };

/** The shape of a pack for editors; what it can't say (names, layers, patterns) is checked when a pack loads. */
export async function outputs(): Promise<Record<string, string>> {
  const written: Json = JSON.parse(
    JSON.stringify(toJsonSchema(packSchema, { errorMode: "ignore", definitions })),
  );
  const schema = isMap(written) ? withReferences(written) : {};
  const { $schema, ...others } = asWritten(schema, isMap(schema.$defs) ? schema.$defs : {});
  const titled = { $schema, title: "voicecheck pack", description: "A company's voice as data.", ...others };
  return { "schema/pack.v1.json": `${JSON.stringify(titled, null, 1)}\n` };
}

/** What is written out though it has a name, since it got a description of its own, is named again. */
function withReferences({ $defs = {}, ...schema }: JsonMap): JsonMap {
  const named = Object.entries(isMap($defs) ? $defs : {});
  const names = new Map(named.map(([name, definition]) => [JSON.stringify(definition), name]));
  const shared = (value: Json): Json => {
    if (Array.isArray(value)) return value.map(shared);
    if (!isMap(value)) return value;
    const { description, ...rest } = value;
    const name = names.get(JSON.stringify(rest));
    if (name === undefined) return inside(value);
    return { ...(description !== undefined && { description }), $ref: `#/$defs/${name}` };
  };
  const inside = (map: JsonMap): JsonMap =>
    Object.fromEntries(Object.entries(map).map(([key, value]) => [key, shared(value)]));
  const definitions = named.map(([name, value]) => [name, isMap(value) ? inside(value) : value]);
  return { ...inside(schema), $defs: Object.fromEntries(definitions) };
}

/** A pack keeps every scalar as text, but an editor reads `1` as a number and `true` as a truth; and any list takes `key+` and `key-`. */
function asWritten(schema: JsonMap, named: JsonMap): JsonMap {
  const entries = Object.entries(schema).map(([key, value]) => [key, changedValue(value, named)]);
  const changed: Record<string, Json> = Object.fromEntries(entries);
  if (schema.type === "string") changed.type = ["string", "number", "boolean"];
  if (Array.isArray(schema.enum))
    changed.enum = schema.enum.flatMap((each) => [each, ...otherReadings(each)]);
  const lists = schema.additionalProperties === false ? listKeys(schema, named) : [];
  if (lists.length > 0) changed.patternProperties = { [`^(?:${lists.join("|")})[+-]$`]: TEXTS };
  if (changed.$ref === undefined || Object.keys(changed).length === 1) return changed;
  // Beside a reference draft 7 ignores everything else.
  const { $ref, ...others } = changed;
  return { ...others, allOf: [{ $ref }] };
}

const TEXTS: JsonMap = { $ref: "#/$defs/textOrTexts" };

function changedValue(value: Json, named: JsonMap): Json {
  if (Array.isArray(value)) return value.map((each) => changedValue(each, named));
  return isMap(value) ? asWritten(value, named) : value;
}

/** The keys whose lists a later layer may change. */
function listKeys({ properties }: JsonMap, named: JsonMap): readonly string[] {
  if (properties === undefined || !isMap(properties)) return [];
  const keys = Object.entries(properties).filter(
    ([key, value]) => !wholeLists.has(key) && isList(value, named),
  );
  return keys.map(([key]) => key);
}

function isList(schema: Json, named: JsonMap): boolean {
  if (!isMap(schema)) return false;
  if (typeof schema.$ref === "string") return isList(named[schema.$ref.replace("#/$defs/", "")], named);
  if (Array.isArray(schema.anyOf)) return schema.anyOf.some((each) => isList(each, named));
  return schema.type === "array";
}

function otherReadings(text: Json): readonly Json[] {
  if (text === "true" || text === "false" || text === "1") return [JSON.parse(text)];
  return text === "off" ? [false] : [];
}

function isMap(value: Json): value is JsonMap {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
