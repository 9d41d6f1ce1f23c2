import type { Entry, Example, FormName, Thread, Unless, Use } from "../types.ts";
import { type EntryState, NAMED_TYPES } from "./entry-state.ts";
import { isMap, itemsOf, mapOf, textOf, textsOf } from "./lists.ts";
import { slugOf } from "./slug.ts";
import type { Plain, PlainMap } from "./tree.ts";

const FIXED = /^(.*\S)\s*\(fixed\)$/u;

/** An entry as checks see it. */
export function finishEntry(type: string, { key, text, mark, off, value }: EntryState): Entry {
  const { level, confidence, within } = levels(value);
  const forms = formsOf(mapOf(value.forms));
  return compact({
    slug: slugOf(text),
    key,
    match: NAMED_TYPES.has(type) ? textsOf(value.match) : [text],
    wrong: type === "spelling" && value.wrong !== undefined ? textsOf(value.wrong) : undefined,
    mark,
    use: textsOf(value.use).map(useOf),
    off: off ? (true as const) : undefined,
    unless: unlessOf(value.unless),
    level,
    confidence,
    message: textOf(value.message),
    why: textOf(value.why),
    url: textOf(value.url),
    exact: value.exact === undefined ? undefined : value.exact === "true",
    within,
    forms: Object.keys(forms).length === 0 ? undefined : forms,
    bad: examplesOf(value.bad),
    good: examplesOf(value.good),
  });
}

/** Without the keys that have no value, so that a pack survives being written as JSON. */
export function compact<T extends object>(value: T): T {
  for (const key of Object.keys(value)) {
    if (Reflect.get(value, key) === undefined) Reflect.deleteProperty(value, key);
  }
  return value;
}

interface Levels {
  readonly level?: Entry["level"];
  readonly confidence?: Entry["confidence"];
  readonly within?: Entry["within"];
}

/** The values of closed lists; what is in none of them the schema has refused already. */
export function levels(value: PlainMap): Levels {
  const one = <T extends string>(known: readonly T[], text: Plain | undefined): T | undefined =>
    known.find((each) => each === text);
  return {
    level: one(["error", "warning", "info"], value.level),
    confidence: one(["sure", "likely", "maybe"], value.confidence),
    within: one(["sentence", "paragraph", "post"], value.within),
  };
}

function useOf(written: string): Use {
  if (written === "(delete)") return { text: "", kind: "delete" };
  const fixed = FIXED.exec(written)?.[1];
  return fixed === undefined ? { text: written } : { text: fixed, kind: "fixed" };
}

/** Patterns near the match, `{post: […]}`, or where layers added to one another both. */
export function unlessOf(value: Plain | undefined): Unless | undefined {
  if (value === undefined || value === null) return undefined;
  const items = itemsOf(value);
  return { near: textsOf(items), post: items.flatMap((item) => (isMap(item) ? textsOf(item.post) : [])) };
}

function formsOf(value: PlainMap): Partial<Record<FormName, string>> {
  const forms: Partial<Record<FormName, string>> = {};
  const names: readonly FormName[] = ["base", "s", "past", "done", "ing", "one", "many", "er", "est"];
  for (const name of names) {
    const text = textOf(value[name]);
    if (text !== undefined) forms[name] = text;
  }
  return forms;
}

/** Examples: a text, a map, or for rules over many posts a list of these. */
export function examplesOf(value: Plain | undefined): readonly Example[] | undefined {
  if (value === undefined) return undefined;
  return itemsOf(value).flatMap((item): readonly Example[] => {
    if (typeof item === "string") return [{ text: item }];
    if (isMap(item)) return [exampleOf(item)];
    const posts = Array.isArray(item) ? (examplesOf(item) ?? []) : [];
    return posts.length === 0 ? [] : [{ text: posts.map(({ text }) => text).join(BETWEEN), posts }];
  });
}

/** What stands between the posts of an example that is a list of them. */
export const BETWEEN = "\n---\n";

function exampleOf(map: PlainMap): Example {
  const { speaker } = map;
  const fields = mapOf(map.fields);
  return compact({
    text: textOf(map.text) ?? "",
    fix: map.fix === null ? null : textOf(map.fix),
    platform: textOf(map.platform),
    account: textOf(map.account),
    speaker: speaker === "brand" || speaker === "employee" || speaker === "partner" ? speaker : undefined,
    author: textOf(map.author),
    kind: textOf(map.kind),
    lang: textOf(map.lang),
    date: textOf(map.date),
    fields:
      map.fields === undefined
        ? undefined
        : Object.fromEntries(Object.entries(fields).map(([name, text]) => [name, textOf(text) ?? ""])),
    thread: map.thread === undefined ? undefined : threadOf(mapOf(map.thread)),
  });
}

function threadOf({ part, of, first }: PlainMap): Thread {
  return compact({ part: Number(textOf(part)), of: Number(textOf(of)), first: textOf(first) });
}
