import { platformData } from "../generated/platforms.ts";
import type { Count, CountUnit, Entity, Pack, Platform, Post } from "../types.ts";
import type { Doc } from "./doc.ts";
import { measure, utf8Length } from "./measure.ts";
import { scan } from "./scan.ts";

/** What is known of a platform; nothing of one that neither rules/platforms.yaml nor the pack knows. */
export type PlatformLookup = (name: string) => Platform | undefined;

/** How long a text of a post is, and where on a platform it is over a limit. */
export interface Length {
  readonly count: number;
  /** The UTF-16 offset of the first sign of the post's text that doesn't fit. */
  readonly cut: number;
}

const UNITS: ReadonlyMap<string, CountUnit> = new Map([
  ["weighted", "weighted"],
  ["graphemes", "graphemes"],
  ["mastodon", "mastodon"],
  ["threads", "threads"],
  ["utf16", "utf16"],
]);
/** A platform that a pack adds counts so where it says nothing else. */
const DEFAULT: Platform = { name: "", unit: "utf16", limit: Number.POSITIVE_INFINITY };

/** The platforms that posts under a pack may go to. */
export function platformsOf({ platforms }: Pick<Pack, "platforms">): PlatformLookup {
  const changed = new Map(
    Object.entries(platforms).map(([name, patch]): [string, Platform] => [
      name,
      patched(Object.hasOwn(platformData, name) ? platformData[name] : { ...DEFAULT, name }, patch),
    ]),
  );
  return (name) => changed.get(name) ?? (Object.hasOwn(platformData, name) ? platformData[name] : undefined);
}

/** A pack's values are texts as written. */
function patched(platform: Platform, patch: Readonly<Record<string, unknown>>): Platform {
  const numbers = Object.entries(patch).flatMap(([key, value]): [string, number | string | boolean][] => {
    const text = String(value);
    if (key === "unit") return UNITS.has(text) ? [[key, text]] : [];
    if (key === "clickable") return [[key, text === "true"]];
    if (key === "name" || key === "markup") return [[key, text]];
    return [[key, Number(text)]];
  });
  return { ...platform, ...Object.fromEntries(numbers) };
}

/** How long a post is on each of its platforms that is known, with the hashtags that stand beside its text. Throws `NotLoaded`. */
export function countsOf(
  post: Post,
  entities: readonly Entity[],
  lookup: PlatformLookup,
): Readonly<Record<string, Count>> | undefined {
  let counts: Record<string, Count> | undefined;
  for (const name of post.platforms) {
    const platform = lookup(name);
    const limit = platform === undefined ? undefined : limitFor(post, platform);
    if (platform === undefined || limit === undefined) continue;
    const { count } = lengthOf(post, entities, platform.unit, limit);
    counts ??= {};
    const whole = withTags(post);
    counts[name] = {
      count,
      limit,
      ...(platform.bytes !== undefined && { bytes: utf8Length(whole), bytesLimit: platform.bytes }),
      ...(hides(platform, count, post) && { fold: foldOf({ post, entities }, platform) }),
    };
  }
  return counts;
}

/** A first comment isn't folded as a post is, and one that folds in its tags alone hides nothing of its text. */
function hides(platform: Platform, count: number, { role }: Post): boolean {
  return role === "post" && platform.fold !== undefined && count > platform.fold;
}

/** How long a post may be on a platform; a first comment only where the platform is known to limit it. */
export function limitFor({ role }: Pick<Post, "role">, { limit, comment }: Platform): number | undefined {
  const most = role === "comment" ? comment : limit;
  return most === undefined || !Number.isFinite(most) ? undefined : most;
}

let lastPost: Post | undefined;
let lastLengths: Map<string, Length> = new Map();

/** How long a post is in a platform's unit, with the hashtags that stand beside its text. Throws `NotLoaded`. */
export function lengthOf(post: Post, entities: readonly Entity[], unit: CountUnit, limit: number): Length {
  // Rules and the report ask the same of a post.
  if (post !== lastPost) {
    lastPost = post;
    lastLengths = new Map();
  }
  const key = `${unit} ${limit}`;
  const known = lastLengths.get(key);
  if (known !== undefined) return known;
  const whole = withTags(post);
  const all = whole === post.text ? entities : scan(whole, post.hidden).entities;
  const found = measure({ text: whole, entities: all }, unit, limit);
  lastLengths.set(key, found);
  return found;
}

/** The UTF-16 offset in a post's text from which a platform hides it behind “more”; its end where nothing is hidden, or not known. */
export function foldOf(
  { post, entities }: Pick<Doc, "post" | "entities">,
  platform: Platform | undefined,
): number {
  if (platform?.fold === undefined) return post.text.length;
  return Math.min(post.text.length, lengthOf(post, entities, platform.unit, platform.fold).cut);
}

/** A post's text as it goes out: hashtags of their own column stand below it. */
export function withTags({ text, fields, role }: Post): string {
  const tags = role === "comment" ? "" : (fields.hashtags ?? "").trim();
  return tags === "" ? text : `${text}\n\n${tags}`;
}
