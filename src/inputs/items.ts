import type { Post } from "../types.ts";
import type { JsonPath } from "./json-origin.ts";
import { type Columns, commentMark, isPlatform, platformOf, rolesOf } from "./roles.ts";

/** A text to be posted, found in an item: a row, a line, a value of JSON or YAML. */
export interface Words {
  readonly text: string;
  readonly path: JsonPath;
  /** Where it begins in the value there, in UTF-16 units; 0 where this is missing. */
  readonly from?: number;
  /** What the item's id is followed by for this post; nothing for its first. */
  readonly suffix: string;
  readonly platforms?: readonly string[];
  readonly role?: Post["role"];
  readonly thread?: Post["thread"];
  /** The map below the item that holds the text; what it says beside wins over the item. */
  readonly holder?: Item;
}

/** A map of data. */
export type Item = Readonly<Record<string, unknown>>;

/** A post's text may stand in a map in a list below the item, but no deeper. */
const DEEPEST = 5;

/** The texts of an item (a text, a thread, or a map with one under a known name), in order: its parts, platforms and first comment. */
export function wordsIn(item: unknown, columns?: Columns): readonly Words[] {
  const found = [...textsAt(item, [], columns), ...commentsIn(item, columns)].filter(
    ({ text }) => text.trim() !== "",
  );
  return found.map((words, index) => (index === 0 ? { ...words, suffix: "" } : words));
}

/** Whether a value is a map of data. */
export function isMap(value: unknown): value is Item {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function textsAt(value: unknown, path: JsonPath, columns?: Columns): readonly Words[] {
  if (typeof value === "string") return [{ text: value, path, suffix: "" }];
  if (path.length > DEEPEST) return [];
  if (Array.isArray(value)) return partsIn(value, path);
  if (!isMap(value)) return [];
  const texts = textsOfMap(value, path, columns);
  return path.length === 0 ? texts : texts.map((words) => ({ holder: value, ...words }));
}

function textsOfMap(value: Item, path: JsonPath, columns?: Columns): readonly Words[] {
  const roles = rolesOf(Object.keys(value), columns);
  for (const key of roles.get("thread") ?? []) {
    const below = value[key];
    const parts = Array.isArray(below) ? partsIn(below, [...path, key]) : [];
    if (parts.length > 0) return parts;
  }
  for (const key of [...(roles.get("text") ?? []), ...(roles.get("platforms") ?? [])]) {
    const isText = roles.get("text")?.includes(key) === true;
    const texts = isText
      ? textsUnder(value[key], [...path, key])
      : textsByPlatform(value[key], [...path, key]);
    if (texts.some(({ text }) => text.trim() !== "")) return texts;
  }
  return textsUnderPlatforms(value, path, isPlatform);
}

/** What stands under a key for texts: words, the parts of a thread, or words for each platform. */
function textsUnder(value: unknown, path: JsonPath): readonly Words[] {
  const texts = textsByPlatform(value, path);
  return texts.length > 0 ? texts : textsAt(value, path);
}

function partsIn(value: readonly unknown[], path: JsonPath): readonly Words[] {
  const parts = value.flatMap((part, index) => textsAt(part, [...path, index]).slice(0, 1));
  const of = parts.length;
  if (of === 1) return parts;
  return parts.map((words, index) => ({
    ...words,
    suffix: index === 0 ? "" : `/${index + 1}`,
    thread: { part: index + 1, of, ...(index > 0 && { first: parts[0].text }) },
  }));
}

/** Words for each platform: a map in which no key is a name for texts, so that each is a platform's. */
function textsByPlatform(value: unknown, path: JsonPath): readonly Words[] {
  if (!isMap(value) || rolesOf(Object.keys(value)).has("text")) return [];
  const hasTexts = Object.values(value).every((each) => typeof each === "string");
  return textsUnderPlatforms(value, path, (key) => hasTexts || isPlatform(key));
}

function textsUnderPlatforms(value: Item, path: JsonPath, isOne: (key: string) => boolean): readonly Words[] {
  return Object.entries(value).flatMap(([key, below]) => {
    if (!isOne(key)) return [];
    const platform = platformOf(key);
    return textsAt(below, [...path, key]).map((words) => ({
      ...words,
      suffix: `/${platform}${words.suffix}`,
      platforms: [platform],
    }));
  });
}

function commentsIn(item: unknown, columns?: Columns): readonly Words[] {
  if (!isMap(item)) return [];
  const [key] = rolesOf(Object.keys(item), columns).get("comment") ?? [];
  if (key === undefined) return [];
  const value = item[key];
  const texts =
    typeof value === "string" ? apart(value, [key], commentMark(Object.keys(item))) : listed(value, [key]);
  return texts.map((text, index): Words => {
    const suffix = index === 0 ? "/comment" : `/comment-${index + 1}`;
    return { ...text, suffix, role: "comment" };
  });
}

type Text = Pick<Words, "text" | "path" | "from">;

/** The texts in a value between the marks; all of it where there is no mark. */
function apart(value: string, path: JsonPath, mark: string | undefined): readonly Text[] {
  if (mark === undefined) return [{ text: value, path }];
  const whole = value.replace(/\r\n?/gu, "\n");
  let from = 0;
  const texts = whole.split(mark).map((text): Text => {
    const found = { text, path, from };
    from += text.length + mark.length;
    return found;
  });
  return texts.filter(({ text }) => text.trim() !== "");
}

function listed(value: unknown, path: JsonPath): readonly Text[] {
  if (!Array.isArray(value)) return [];
  return value.flatMap((text: unknown, index): readonly Text[] =>
    typeof text === "string" ? [{ text, path: [...path, index] }] : [],
  );
}
