import type { Allowed, Pack, Rule, Step } from "../types.ts";
import { identityOf, nameOf } from "./entry-state.ts";
import { factsOf } from "./file-facts.ts";
import { compact, levels } from "./finish-entry.ts";
import { areSame } from "./fold-complaints.ts";
import { gatesOf } from "./gates.ts";
import type { Layer } from "./layer.ts";
import { foldMap, isMap, itemsOf, type Missing, mapOf, textOf, textsOf } from "./lists.ts";
import type { Path, Plain, PlainMap } from "./tree.ts";

/** Everything of a pack but its rules, while layers are folded. */
export interface Top {
  readonly keys: PlainMap;
  /** By folded text and mark: the phrase as written, and what is said of it. */
  readonly allow: ReadonlyMap<string, { readonly key: string; readonly value: PlainMap }>;
  readonly files: PlainMap;
  readonly platforms: PlainMap;
}

/** Told of what is wrong, with the path in the layer. */
type Complain = (path: Path, code: string, message: string) => void;

export const EMPTY_TOP: Top = { keys: {}, allow: new Map(), files: {}, platforms: {} };

/** Folds a layer's keys other than its rules onto the earlier ones. */
export function foldTop(earlier: Top, { plain }: Layer, complain: Complain): Top {
  const { rules: _, overrides: __, extends: ___, allow, files, platforms, ...keys } = plain;
  const missing: Missing = (path, message) => complain(path, "unknown-item", message);
  return {
    keys: foldMap(earlier.keys, keys, missing),
    allow: foldAllow(earlier.allow, allow, complain),
    files: foldFree(earlier.files, mapOf(files), (path, message) => missing(["files", ...path], message)),
    // No key of a platform takes a list.
    platforms: foldFree(earlier.platforms, mapOf(platforms), () => {}),
  };
}

/** Maps whose keys are free: a sign at their end is part of the name. */
function foldFree(earlier: PlainMap, later: PlainMap, missing: Missing): PlainMap {
  const folded: Record<string, Plain> = Object.assign(Object.create(null), earlier);
  for (const [key, value] of Object.entries(later))
    folded[key] = foldMap(mapOf(folded[key]), mapOf(value), (path, message) =>
      missing([key, ...path], message),
    );
  return folded;
}

function foldAllow(earlier: Top["allow"], written: Plain | undefined, complain: Complain): Top["allow"] {
  const allow = new Map(earlier);
  const seen = new Map<string, string>();
  const pairs = isMap(written)
    ? Object.entries(written)
    : itemsOf(written).map((key): [string, null] => [String(key), null]);
  for (const [key, value] of pairs) {
    const identity = identityOf(nameOf("terms", key));
    const twin = seen.get(identity);
    if (twin !== undefined) complain(["allow", key], "twice", areSame(key, twin));
    seen.set(identity, key);
    const own = isMap(value) ? value : value === null ? {} : { why: value };
    const missing: Missing = (path, message) => complain(["allow", key, ...path], "unknown-item", message);
    allow.set(identity, { key, value: foldMap(allow.get(identity)?.value ?? {}, own, missing) });
  }
  return allow;
}

/** The pack of everything folded. */
export function packOf(
  { keys, allow, files, platforms }: Top,
  rules: readonly Rule[],
  overrides: readonly Step[],
): Pack {
  const { level } = levels({ level: keys.fail_on ?? null });
  const brand = mapOf(keys.brand);
  return compact({
    name: textOf(keys.name) ?? "pack",
    summary: textOf(keys.summary),
    lang: textOf(keys.lang) ?? "en",
    voice: listsOf(keys.voice),
    brand: {
      names: textsOf(brand.names),
      handles: textsOf(brand.handles),
      products: textsOf(brand.products),
      markets: textsOf(brand.markets),
    },
    lists: listsOf(keys.lists),
    allow: [...allow.values()].map(({ key, value }) => allowedOf(key, value)),
    files: Object.entries(files).map(([glob, value]) => factsOf(glob, mapOf(value))),
    platforms: Object.fromEntries(Object.entries(platforms).map(([name, value]) => [name, mapOf(value)])),
    rules,
    overrides,
    gates: gatesOf(keys.gates),
    waivers: mapOf(keys.waivers).reason === "required" ? { reason: "required" as const } : {},
    failOn: keys.fail_on === "never" ? ("never" as const) : (level ?? "error"),
  });
}

function listsOf(value: Plain | undefined): Readonly<Record<string, readonly string[]>> {
  return Object.fromEntries(Object.entries(mapOf(value)).map(([name, list]) => [name, textsOf(list)]));
}

function allowedOf(key: string, { why, rules, until, url }: PlainMap): Allowed {
  const { text, mark } = nameOf("terms", key);
  return compact({
    key,
    match: text,
    mark,
    why: textOf(why),
    rules: rules === undefined ? undefined : textsOf(rules),
    until: textOf(until),
    url: textOf(url),
  });
}
