import type { Locate } from "../text/origin.ts";
import type { Post, Problem, Source, Waiver } from "../types.ts";
import {
  type About,
  nothingKnown,
  type Reading,
  type ReportValue,
  readAbout,
  withoutFields,
} from "./about.ts";
import { postOf } from "./file.ts";
import type { Ids } from "./ids.ts";
import { type Item, isMap, type Words, wordsIn } from "./items.ts";
import type { JsonPath } from "./json-origin.ts";
import { type Role, type Roles, rolesOf } from "./roles.ts";
import { readWaivers } from "./waiver.ts";

/** Where the values of an item stand in their file. */
export interface ItemPlaces {
  /** Places in a text, whose first `skip` units are no part of the post. */
  readonly locate: (path: JsonPath, skip: number) => Locate;
  /** A value as the file has it. */
  readonly written: (path: JsonPath) => string;
  /** The line in the file where a text begins behind its first `skip` units. */
  readonly lineOf: (path: JsonPath, skip: number) => number;
}

/** Data that may hold posts. */
export interface ItemContext {
  readonly value: unknown;
  readonly places: ItemPlaces;
  readonly source: Omit<Source, "text">;
  /** Where notes about it stand. */
  readonly line: number;
  /** What it is called where it has no id of its own. */
  readonly name: string;
  readonly reading?: Reading;
  /** What is known of all items around it. */
  readonly around?: About;
  /** Ignore comments that stand beside it. */
  readonly waivers?: readonly Waiver[];
  /** An id that is a number stays one. */
  readonly keepsNumbers?: true;
}

/** An item's own id in its own type; the name it has in its file where it has none. */
export interface ItemId {
  readonly id: unknown;
  /** The id as written, where it is a number that JavaScript can't hold exactly. */
  readonly writtenId?: string;
}

/** The posts of an item, in order: its parts, platforms and first comment. None where it has no text, and that is said. */
export function postsOfItem(context: ItemContext, ids?: Ids): readonly Post[] {
  const { value, source, line } = context;
  const words = wordsIn(value, source.columns);
  if (words.length === 0) {
    source.report({ line, code: "no-text", message: noText(value), level: "note" });
    return [];
  }
  const id = nameOf(idOf(context)) ?? context.name;
  const own = context.keepsNumbers === true ? id : String(id);
  const first = ids === undefined ? own : ids.next(own, line);
  const about = isMap(value) ? aboutOf(value, context) : nothingKnown;
  const waivers = [...(context.waivers ?? []), ...(isMap(value) ? waiversOf(value, context) : [])];
  return words.map((each) => {
    const id = each.suffix === "" ? first : `${first}${each.suffix}`;
    return postFrom(each, { ...context, id, about: together(context.around, about), waivers });
  });
}

/** The id of an item. */
export function idOf({ value, source, places, name }: ItemContext): ItemId {
  if (!isMap(value)) return { id: name };
  const [key] = rolesOf(Object.keys(value), source.columns).get("id") ?? [];
  if (key === undefined) return { id: name };
  const id = value[key];
  if (typeof id !== "number" || Math.abs(id) <= Number.MAX_SAFE_INTEGER) return { id };
  return { id, writtenId: places.written([key]) };
}

interface AboutContext extends Pick<ItemContext, "line" | "source" | "reading"> {
  /** Where the values of this map stand, where that is known. */
  readonly places?: ItemPlaces;
}

/** What a map says of its posts besides their texts. */
export function aboutOf(item: Item, { line, source, reading, places }: AboutContext): About {
  const roles = rolesOf(Object.keys(item), source.columns);
  const report: ReportValue = (role, problem) => source.report({ ...placeOf(role), ...problem });
  const placeOf = (role: Role): Pick<Problem, "line" | "column"> => {
    const [key] = roles.get(role) ?? [];
    if (key === undefined || places === undefined || typeof item[key] !== "string") return { line };
    const place = places.locate([key], 0)({ start: 0, end: 0 });
    return { line: place.line, column: place.column };
  };
  return readAbout(valuesByRole(item, roles), report, { knowsPlatform: source.knowsPlatform, ...reading });
}

/** What a map says of the posts in its list. A text beside the list is no post, ignored names there hold for none, and that is said. */
export function aroundOf(item: Item, source: Omit<Source, "text">, line: number): About {
  if (wordsIn(item, source.columns).length > 0) source.report({ line, ...BESIDE });
  if (rolesOf(Object.keys(item), source.columns).has("waivers")) source.report({ line, ...NO_POST });
  return aboutOf(item, { source, line });
}

const BESIDE = {
  code: "text-beside-list",
  message: "a text stands here beside a list of posts, so it was not checked; put it into the list",
  level: "note",
} as const;

const NO_POST = {
  code: "waiver-without-post",
  message:
    "rules to be ignored stand here beside a list of posts, so they hold for none of them; put them into a post, or under “allow” or “overrides” of the pack",
  level: "note",
} as const;

function valuesByRole(item: Item, roles: Roles): (role: Role) => unknown {
  return (role) => {
    const [key] = roles.get(role) ?? [];
    const value = key === undefined ? undefined : item[key];
    // Texts for each platform say themselves where they go.
    return role === "platforms" && isMap(value) ? undefined : value;
  };
}

interface PostContext extends ItemContext {
  readonly id: string | number;
  readonly about: About;
  readonly waivers: readonly Waiver[];
}

function postFrom(words: Words, { id, about, waivers, source, places, ...context }: PostContext): Post {
  const { path, role, thread, platforms, holder } = words;
  const whole = words.text.includes("\r") ? words.text.replace(/\r\n?/gu, "\n") : words.text;
  const text = whole.trim();
  const skip = (words.from ?? 0) + whole.length - whole.trimStart().length;
  const own = holder === undefined ? undefined : aboutOf(holder, { ...context, source });
  const isFirst = role !== "comment" && (thread?.part ?? 1) === 1;
  const { facts, fields } = together(isFirst ? about : withoutFields(about), own);
  return postOf(
    {
      id,
      text,
      line: places.lineOf(path, skip),
      locate: places.locate(path, skip),
      about: { facts: platforms === undefined ? facts : { ...facts, platforms }, fields },
      waivers,
      role,
      thread,
    },
    source,
  );
}

/** What is known of both; the second knows better. */
function together(one: About | undefined, other: About | undefined): About {
  if (one === undefined || one === nothingKnown) return other ?? nothingKnown;
  if (other === undefined) return one;
  return { facts: { ...one.facts, ...other.facts }, fields: { ...one.fields, ...other.fields } };
}

function waiversOf(item: Item, { source, places }: ItemContext): readonly Waiver[] {
  const [key] = rolesOf(Object.keys(item), source.columns).get("waivers") ?? [];
  if (key === undefined) return [];
  const value = item[key];
  const cells = Array.isArray(value)
    ? value.map((words, index) => ({ words, path: [key, index] }))
    : [{ words: value, path: [key] }];
  return cells.flatMap(({ words, path }) => {
    if (typeof words !== "string" || words.trim() === "") return [];
    const { exact: _, ...place } = places.locate(path, 0)({ start: 0, end: words.length });
    return readWaivers({ words, text: places.written(path), place }, source.report);
  });
}

function nameOf({ id, writtenId }: ItemId): string | number | undefined {
  if (writtenId !== undefined) return writtenId;
  if (typeof id === "number") return id;
  return typeof id === "string" && id.trim() !== "" ? id : undefined;
}

function noText(value: unknown): string {
  if (!isMap(value))
    return "there is no post here, so nothing of it was checked; write a text, or an object with “text”";
  return "there is no text under a name that is known, so nothing of this was checked; call it “text”";
}
