import type { Document } from "yaml";
import { type Lazy, lazy } from "../lazy.ts";
import type { LineIndex } from "../text/lines.ts";
import type { Problem, Source, Waiver } from "../types.ts";
import { type About, nothingKnown, readAbout, textOf } from "./about.ts";
import type { Line } from "./file.ts";
import { type FrontPosts, frontPosts } from "./front-matter-posts.ts";
import { checkMost } from "./most.ts";
import { type Role, rolesOf } from "./roles.ts";
import { readWaiver, readWaivers } from "./waiver.ts";
import { rangeOf, type Yaml } from "./yaml-nodes.ts";
import { placeOf, waiverComments } from "./yaml-waivers.ts";

/** What a file says of all its posts before the first. */
export interface FrontMatter {
  readonly about: About;
  readonly id?: string;
  readonly waivers: readonly Waiver[];
  /** How many lines of the file it takes, with both of its fences. */
  readonly lines: number;
  /** None of its keys is known, so perhaps it was meant as a post. */
  readonly isUnknown?: true;
  /** The posts that it holds itself, so that the body is none. */
  readonly posts?: FrontPosts;
}

/** The parser of front matter, loaded with the first file that has one. */
const yaml: Lazy<Yaml> = lazy(() => import("yaml"));

const FENCE = /^---[ \t]*$/u;
const PLAIN_KEY = /^[\w-]+$/u;
/** How broken front matter is told from a post between two lines of `---`: it begins with a key. */
const FIRST_KEY = /^(?:\s*(?:#.*)?\r?\n?)*["']?[\w-]+["']?[ \t]*:(?:\s|$)/u;
/** A file whose front matter is read. */
interface Context {
  readonly source: Source;
  readonly lines: () => LineIndex;
  /** Its YAML, and where that begins in the file. */
  readonly content: string;
  readonly offset: number;
}

/** Reads the front matter at the very start of a file, if there is one. Throws `NotLoaded` before anything else when YAML isn't there yet. */
export function readFrontMatter(
  source: Source,
  cut: readonly Line[],
  lines: () => LineIndex,
): FrontMatter | undefined {
  const { text } = source;
  const isFence = ({ start, end }: Line): boolean =>
    end - start < LONGEST_FENCE && text.startsWith("---", start) && FENCE.test(text.slice(start, end));
  if (cut.length === 0 || !isFence(cut[0])) return undefined;
  const close = cut.findIndex((line, index) => index > 0 && isFence(line));
  if (close < 0) return undefined;
  const offset = cut[0].next;
  const context = { source, lines, content: text.slice(offset, cut[close].start), offset };
  return readContent(context, close + 1);
}

/** Blanks may follow the dashes, but nobody writes as many. */
const LONGEST_FENCE = 100;

function readContent(context: Context, lineCount: number): FrontMatter | undefined {
  const { content } = context;
  checkMost("characters of YAML", content.length);
  const document = yaml
    .get()
    .parseDocument(content, { schema: "failsafe", prettyErrors: false, logLevel: "silent" });
  const [fault] = document.errors;
  if (fault !== undefined) {
    if (!FIRST_KEY.test(content)) return undefined;
    report(context, fault.pos[0], {
      code: "front-matter",
      message: brokenMessage(fault.message),
      level: "error",
    });
    return { about: nothingKnown, waivers: commentWaivers(context), lines: lineCount };
  }
  if (document.contents === null)
    return { about: nothingKnown, waivers: commentWaivers(context), lines: lineCount };
  const values = valuesOf(document, context);
  if (values === undefined) return undefined;
  const front = readValues(values, context, lineCount);
  const { source, lines, offset } = context;
  const posts = frontPosts({ yaml: yaml.get(), document, text: source.text, offset, lines });
  return front === undefined || posts === undefined ? front : { ...front, posts };
}

interface Value {
  readonly value: unknown;
  /** Offset of the key in the YAML. */
  readonly keyOffset: number;
  /** Where the value stands in the YAML. */
  readonly start: number;
  readonly end: number;
}

type Values = ReadonlyMap<string, Value>;

/** The entries of the map that a document is; nothing when it is none. */
function valuesOf(document: Document.Parsed, context: Context): Values | undefined {
  const { isMap, isScalar, isNode } = yaml.get();
  if (!isMap(document.contents)) return undefined;
  const plain = plainValues(document, context);
  const values = new Map<string, Value>();
  for (const { key, value } of document.contents.items) {
    if (!isScalar(key)) continue;
    const name = String(key.value);
    const [keyOffset] = rangeOf(key);
    const [start, end] = isNode(value) ? rangeOf(value) : [keyOffset, keyOffset];
    values.set(name, { value: plain.get(name), keyOffset, start, end });
  }
  return values;
}

/** The values as plain data; an alias that leads nowhere, or too many of them, is a problem. */
function plainValues(document: Document.Parsed, context: Context): ReadonlyMap<unknown, unknown> {
  try {
    const map: unknown = document.toJS({ mapAsMap: true });
    return map instanceof Map ? map : new Map();
  } catch (error) {
    const reason = String(error).replace(/^\w+: /u, "");
    report(context, 0, { code: "front-matter", message: brokenMessage(reason), level: "error" });
    return new Map();
  }
}

function readValues(values: Values, context: Context, lineCount: number): FrontMatter | undefined {
  const names = [...values.keys()];
  const roles = rolesOf(names);
  if (roles.size === 0 && !names.every((name) => PLAIN_KEY.test(name))) return undefined;
  const entryOf = (role: Role): Value | undefined => {
    const [name] = roles.get(role) ?? [];
    return name === undefined ? undefined : values.get(name);
  };
  const about = readAbout(
    (role) => {
      const value = entryOf(role)?.value;
      // Texts for each platform say themselves where they go.
      return role === "platforms" && value instanceof Map ? undefined : value;
    },
    (role, problem) => report(context, entryOf(role)?.start ?? 0, problem),
    { knowsPlatform: context.source.knowsPlatform },
  );
  const id = textOf(entryOf("id")?.value);
  return {
    about,
    ...(id !== "" && { id }),
    waivers: [...commentWaivers(context), ...keyWaivers(entryOf("waivers"), context)],
    lines: lineCount,
    ...(roles.size === 0 && { isUnknown: true }),
  };
}

/** Ignore comments of the YAML. */
function commentWaivers(context: Context): readonly Waiver[] {
  const { source, content, lines, offset } = context;
  return waiverComments(yaml.get(), content, { lines, offset }).flatMap(
    ({ words, text, place }) => readWaiver({ words, text, place }, source.report) ?? [],
  );
}

function keyWaivers(entry: Value | undefined, context: Context): readonly Waiver[] {
  if (entry === undefined) return [];
  const { start, end, value } = entry;
  const words = Array.isArray(value) ? value.join(";") : String(value);
  return readWaivers(
    { words, text: context.content.slice(start, end), place: placeOf(context, start, end) },
    context.source.report,
  );
}

function report(
  { source, lines, offset }: Context,
  at: number,
  problem: Pick<Problem, "code" | "message" | "level">,
): void {
  source.report({ ...lines().positionOf(offset + at), ...problem });
}

function brokenMessage(reason: string): string {
  const what = reason.split("\n")[0].replace(/ at line \d+, column \d+:?$/u, "");
  return `this front matter is no YAML (${what}), so nothing of it was used; put quotes around texts that hold “: ” or begin with @ * & ! % [ {`;
}
