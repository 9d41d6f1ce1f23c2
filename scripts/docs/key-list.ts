import { getDescription } from "valibot";

/** A line for each key of a map in the pack's schema, from the descriptions that editors show. */
export function keyList(shape: Readonly<Record<string, unknown>>, names: readonly string[]): string {
  return names.map((name) => `- \`${name}\`: ${descriptionOf(name, shape[name])}\n`).join("");
}

/** Throws for a key without one. */
function descriptionOf(name: string, schema: unknown): string {
  const inner = isWrapping(schema) ? schema.wrapped : schema;
  const text = isSchema(inner) ? getDescription(inner) : undefined;
  if (text === undefined) throw new Error(`“${name}” has no description in src/packs/schema`);
  return text.replaceAll("<", "\\<");
}

function isWrapping(schema: unknown): schema is { readonly wrapped: unknown } {
  return typeof schema === "object" && schema !== null && "wrapped" in schema;
}

type Described = Parameters<typeof getDescription>[0];

function isSchema(schema: unknown): schema is Described {
  return typeof schema === "object" && schema !== null && "kind" in schema && schema.kind === "schema";
}
