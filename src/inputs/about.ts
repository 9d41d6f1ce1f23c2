import type { Facts, Problem, Speaker } from "../types.ts";
import { type DayOrder, readDate, readTime } from "./dates.ts";
import { platformsIn, type Role } from "./roles.ts";

/** What a source says about a post besides its text. */
export interface About {
  readonly facts: Facts;
  /** Further fields as text; those that are there, even when empty. */
  readonly fields: Readonly<Record<string, string>>;
}

/** Nothing is known. */
export const nothingKnown: About = { facts: {}, fields: {} };

/** The same of a first comment, or of a later part of a thread: picture, link and tags belong to the first post. */
export function withoutFields({ facts }: About): About {
  return { facts, fields: {} };
}

/** The value that stands for a role in a row, an item or a front matter; `undefined` where none does. */
export type ValueOf = (role: Role) => unknown;

/** Tells of a value that can't be used. */
export type ReportValue = (role: Role, problem: Pick<Problem, "code" | "message" | "level">) => void;

const FIELDS = ["title", "media", "alt", "link", "hashtags", "comment", "status"] as const;
const SPEAKERS: ReadonlyMap<string, Speaker> = new Map([
  ["brand", "brand"],
  ["employee", "employee"],
  ["partner", "partner"],
]);
const YES = /^(?:true|yes|y|1|x|paid)$/iu;
const NO = /^(?:false|no|n|0)$/iu;
const NULL = /^(?:~|null)$/iu;

/** How the values of a source are to be read. */
export interface Reading {
  /** Which way its dates are written. */
  readonly dayOrder?: DayOrder;
  /** Whether a platform is known by this name. */
  readonly knowsPlatform?: (platform: string) => boolean;
}

/** Reads facts and fields from the values of a row, an item or a front matter. */
export function readAbout(valueFor: ValueOf, report: ReportValue, reading: Reading = {}): About {
  const textIn = (role: Role): string | undefined => filled(textOf(valueFor(role)));
  const platforms = platformsIn(textsOf(valueFor("platforms")));
  const unknown = platforms.find((name) => reading.knowsPlatform?.(name) === false);
  if (unknown !== undefined) report("platforms", unknownPlatform(unknown));
  const facts = {
    ...(platforms.length > 0 && { platforms }),
    account: textIn("account"),
    speaker: speakerIn(textIn("speaker"), report),
    author: textIn("author"),
    kind: textIn("kind"),
    lang: textIn("lang"),
    date: dateIn(textIn("date"), textIn("time"), report, reading.dayOrder),
  };
  return { facts: defined(facts), fields: fieldsOf(valueFor) };
}

/** A value of JSON or YAML as one text: lists and maps are their parts; nothing, `null` and `~` are empty. */
export function textOf(value: unknown): string {
  return textsOf(value).join(", ");
}

/** The texts in a value, in order. Lists and maps are looked into, but not deeply: nobody writes facts so. */
function textsOf(value: unknown, depth = 0): readonly string[] {
  if (value === undefined || value === null || depth > DEEPEST) return [];
  if (typeof value !== "object") return nonEmpty(String(value).trim());
  return Object.values(value).flatMap((part) => textsOf(part, depth + 1));
}

const DEEPEST = 3;

function nonEmpty(text: string): readonly string[] {
  return text === "" || NULL.test(text) ? [] : [text];
}

function filled(text: string): string | undefined {
  return text === "" ? undefined : text;
}

function fieldsOf(valueFor: ValueOf): Readonly<Record<string, string>> {
  const fields: Record<string, string> = {};
  const nested = valueFor("fields");
  if (typeof nested === "object" && nested !== null && !Array.isArray(nested)) {
    for (const [name, value] of Object.entries(nested)) setField(fields, name, textOf(value));
  }
  for (const name of FIELDS) {
    const value = valueFor(name);
    if (value !== undefined) fields[name] = textOf(value);
  }
  const paid = valueFor("paid");
  if (paid !== undefined) fields.paid = paidOf(textOf(paid));
  return fields;
}

/** Defined rather than assigned, so that a field called `__proto__` is a field. */
function setField(fields: Record<string, string>, name: string, value: string): void {
  Object.defineProperty(fields, name, { value, enumerable: true, configurable: true, writable: true });
}

/** `true` for a yes, nothing for a no; other words, such as the partner's name, stay. */
function paidOf(text: string): string {
  if (NO.test(text)) return "";
  return YES.test(text) ? "true" : text;
}

function speakerIn(text: string | undefined, report: ReportValue): Speaker | undefined {
  if (text === undefined) return undefined;
  const speaker = SPEAKERS.get(text.toLowerCase());
  if (speaker === undefined) {
    const message = `nobody is known who speaks as “${text}”, so this was left out; write brand, employee or partner`;
    report("speaker", { code: "unknown-speaker", message, level: "note" });
  }
  return speaker;
}

function dateIn(
  text: string | undefined,
  time: string | undefined,
  report: ReportValue,
  order: DayOrder | undefined,
): string | undefined {
  if (text === undefined) return undefined;
  const date = readDate(text, order);
  if (date === undefined) {
    const message = `“${text}” can't be read as a date, so this was left out; write it as 2026-06-30, or with a time as 2026-06-30T09:00`;
    report("date", { code: "bad-date", message, level: "note" });
    return undefined;
  }
  if (time === undefined || date.includes("T")) return date;
  const clock = readTime(time);
  if (clock !== undefined) return `${date}T${clock}`;
  // “morning” and “to be decided” are no mistakes.
  if (/\d/u.test(time)) {
    const message = `“${time}” can't be read as a time, so the day alone was used; write it as 14:30`;
    report("time", { code: "bad-time", message, level: "note" });
  }
  return date;
}

function unknownPlatform(name: string): Pick<Problem, "code" | "message" | "level"> {
  const message = `no platform is called “${name}”, so nothing is known of its limits; “voicecheck --platform” takes x, linkedin, instagram, …, and a pack can add one under “platforms”`;
  return { code: "unknown-platform", message, level: "note" };
}

/** Without the facts that nothing is said of, so that they don't hide what is known of the file. */
function defined(facts: Facts): Facts {
  return Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined));
}
