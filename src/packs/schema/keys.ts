import type { Path } from "../tree.ts";

/** The keys that a schema knows at a path, for “did you mean”. Walks the schemas as plain objects, whatever wraps them. */
export function knownKeys(schema: unknown, path: Path): readonly string[] {
  const [step, ...rest] = path;
  const keys = new Set<string>();
  for (const shape of mapsIn(schema)) {
    if (step === undefined) {
      for (const key of Object.keys(shape.entries ?? {})) keys.add(key);
      continue;
    }
    const next = shape.entries === undefined ? shape.value : shape.entries[step];
    for (const key of knownKeys(next, rest)) keys.add(key);
  }
  return [...keys];
}

/** Whether a schema takes a list at a path: then `key+` and `key-` can change it. */
export function takesList(schema: unknown, path: Path): boolean {
  const [step, ...rest] = path;
  return mapsIn(schema).some((shape) => {
    if (step === undefined) return shape.isList === true;
    return takesList(shape.entries === undefined ? shape.value : shape.entries[step], rest);
  });
}

/** Whether a schema takes a map at a path, and no list; valibot itself takes a list for a map with numbers as keys. */
export function takesMapOnly(schema: unknown, path: Path): boolean {
  const shapes = shapesAt(schema, path);
  return shapes.length > 0 && shapes.every(({ isList }) => isList !== true);
}

function shapesAt(schema: unknown, [step, ...rest]: Path): readonly MapShape[] {
  const shapes = mapsIn(schema);
  if (step === undefined) return shapes;
  return shapes
    .filter(({ isList }) => (isList === true) === (typeof step === "number"))
    .flatMap(({ entries, value }) => shapesAt(entries === undefined ? value : entries[step], rest));
}

interface MapShape {
  readonly entries?: Readonly<Record<string, unknown>>;
  readonly value?: unknown;
  readonly isList?: true;
}

/** The maps and lists that a schema may be, through unions, options and pipes. */
function mapsIn(schema: unknown): readonly MapShape[] {
  if (!isRecord(schema)) return [];
  if (Array.isArray(schema.options)) return schema.options.flatMap(mapsIn);
  if (Array.isArray(schema.pipe)) return mapsIn(schema.pipe[0] === schema ? undefined : schema.pipe[0]);
  if (schema.wrapped !== undefined) return mapsIn(schema.wrapped);
  if (isRecord(schema.entries)) return [{ entries: schema.entries }];
  if (schema.type === "record") return [{ value: schema.value }];
  return schema.type === "array" ? [{ value: schema.item, isList: true }] : [];
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}

/** Keys whose value is a list that no later layer changes by `key+` or `key-`: it replaces them, or always adds to them. */
export const wholeLists: ReadonlySet<string> = new Set([
  "extends",
  "overrides",
  "allow",
  "terms",
  "patterns",
  "regex",
  "spelling",
  "consistent",
]);
