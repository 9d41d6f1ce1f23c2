import type { Post } from "../types.ts";
import type { JsonPath } from "./json-origin.ts";
import { platformOf, rolesOf } from "./roles.ts";

/** A text to be posted, found in an item of JSON. */
export interface Words {
  readonly text: string;
  readonly path: JsonPath;
  /** What the item's id is followed by for this post; nothing for its first. */
  readonly suffix: string;
  readonly platforms?: readonly string[];
  readonly role?: Post["role"];
  readonly thread?: Post["thread"];
}

/** A post's text may stand in a map in a list below the item, but no deeper. */
const DEEPEST = 4;

/** The texts of an item (a text, or a map with one under a known name), in order: its parts, platforms and first comment. */
export function wordsIn(item: unknown): readonly Words[] {
  const found = [...textsAt(item, []), ...commentsIn(item)].filter(({ text }) => text.trim() !== "");
  return found.map((words, index) => (index === 0 ? { ...words, suffix: "" } : words));
}

/** Whether a value is a map of JSON. */
export function isMap(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function textsAt(value: unknown, path: JsonPath): readonly Words[] {
  if (typeof value === "string") return [{ text: value, path, suffix: "" }];
  if (!isMap(value)) return [];
  const roles = rolesOf(Object.keys(value));
  for (const key of roles.get("thread") ?? []) {
    const parts = partsIn(value[key], [...path, key]);
    if (parts.length > 0) return parts;
  }
  for (const key of [...(roles.get("text") ?? []), ...(roles.get("platforms") ?? [])]) {
    const isText = roles.get("text")?.includes(key) === true;
    const texts = isText ? textsUnder(value[key], [...path, key]) : byPlatform(value[key], [...path, key]);
    if (texts.some(({ text }) => text.trim() !== "")) return texts;
  }
  return [];
}

/** What stands under a key for texts: words, the parts of a thread, or words for each platform. */
function textsUnder(value: unknown, path: JsonPath): readonly Words[] {
  if (path.length > DEEPEST) return [];
  if (Array.isArray(value)) return partsIn(value, path);
  const texts = byPlatform(value, path);
  return texts.length > 0 ? texts : textsAt(value, path);
}

function partsIn(value: unknown, path: JsonPath): readonly Words[] {
  if (!Array.isArray(value)) return [];
  const parts = value.flatMap((part, index) => textsAt(part, [...path, index]).slice(0, 1));
  const of = parts.length;
  if (of === 1) return parts;
  return parts.map((words, index) => ({
    ...words,
    suffix: `/${index + 1}`,
    thread: { part: index + 1, of },
  }));
}

/** Words for each platform: a map of texts in which no key is a name for texts. */
function byPlatform(value: unknown, path: JsonPath): readonly Words[] {
  if (!isMap(value)) return [];
  const entries = Object.entries(value);
  if (rolesOf(Object.keys(value)).has("text")) return [];
  if (!entries.every(([, text]) => typeof text === "string")) return [];
  return entries.map(([key, text]) => {
    const platform = platformOf(key);
    return { text: String(text), path: [...path, key], suffix: `/${platform}`, platforms: [platform] };
  });
}

function commentsIn(item: unknown): readonly Words[] {
  if (!isMap(item)) return [];
  const [key] = rolesOf(Object.keys(item)).get("comment") ?? [];
  if (key === undefined) return [];
  const value = item[key];
  if (typeof value === "string") return [{ text: value, path: [key], suffix: "/comment", role: "comment" }];
  if (!Array.isArray(value)) return [];
  return value.flatMap((text, index): Words[] => {
    if (typeof text !== "string") return [];
    const suffix = index === 0 ? "/comment" : `/comment-${index + 1}`;
    return [{ text, path: [key, index], suffix, role: "comment" }];
  });
}
