/** The keys of a rule type, from the pack's JSON Schema. */
type Json = string | number | boolean | null | readonly Json[] | JsonMap;
interface JsonMap {
  readonly [key: string]: Json;
}

/** A key of a rule type, or of its entries. */
export interface TypeKey {
  readonly name: string;
  readonly about: string;
  /** What it may be, where that is a choice of words. */
  readonly values: readonly string[];
}

/** The keys of a type's value; for types that hold entries, those of an entry that is a map. Throws where one isn't described. */
export function keysOf(schema: Json, type: string): readonly TypeKey[] {
  const rule = isMap(schema) && isMap(schema.$defs) ? schema.$defs.ruleValue : undefined;
  const shape = propertiesIn(propertiesWith(rule, type)?.[type]);
  return Object.entries(shape ?? {}).map(([name, value]) => {
    const about = isMap(value) ? value.description : undefined;
    if (typeof about !== "string")
      throw new Error(`${type}: “${name}” has no description in src/packs/schema`);
    return { name, about, values: valuesIn(value) };
  });
}

/** The first properties, from the outside in, that have such a key. */
function propertiesWith(json: Json | undefined, key: string): JsonMap | undefined {
  return deep(json, ({ properties }) => (isMap(properties) && key in properties ? properties : undefined));
}

function propertiesIn(json: Json | undefined): JsonMap | undefined {
  return deep(json, ({ properties }) => (isMap(properties) ? properties : undefined));
}

/** The words of the first choice of words. */
function valuesIn(json: Json): readonly string[] {
  const found = deep(json, (map) => (Array.isArray(map.enum) ? map.enum : undefined)) ?? [];
  return found.filter((each): each is string => typeof each === "string");
}

function deep<T>(json: Json | undefined, find: (map: JsonMap) => T | undefined): T | undefined {
  if (json === undefined || typeof json !== "object" || json === null) return undefined;
  const found = isMap(json) ? find(json) : undefined;
  if (found !== undefined) return found;
  for (const each of Object.values(json)) {
    const inside = deep(each, find);
    if (inside !== undefined) return inside;
  }
  return undefined;
}

function isMap(value: Json | undefined): value is JsonMap {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
