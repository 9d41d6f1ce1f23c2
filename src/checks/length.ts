import { check, optional, picklist, pipe, strictObject, union } from "valibot";
import { amount, amountFor } from "../packs/amount.ts";
import type { Doc } from "../text/doc.ts";
import { measure, utf8Length } from "../text/measure.ts";
import { lengthOf, limitFor, type PlatformLookup, withTags } from "../text/platforms.ts";
import { scan } from "../text/scan.ts";
import { segmenter } from "../text/signs.ts";
import type { Amount, CountUnit, Hit, Platform, Rule, Span } from "../types.ts";
import { type Check, NO_HITS } from "./check.ts";
import { together } from "./together.ts";

/** How long a part of a post may be. */
export interface LengthOptions {
  readonly of: "post" | "first-line" | "title" | "alt";
  /** `platform`: what the platform takes; `fold`: what it shows before “more”. */
  readonly max?: "platform" | "fold" | Amount;
  readonly min?: Amount;
}

const BOUND = "say how long it may be: {max: platform}, {max: fold}, {max: 200} or {min: 20}";

/** Flags what a platform would cut, counted as that platform counts. */
export const length: Check<LengthOptions> = {
  type: "length",
  summary: "how long a post, its first line, title or alt text may be, as each platform counts",
  message: "This is <count> long, and <platform> takes <max>: what is marked would be cut.",
  wholePost: true,
  schema: () =>
    pipe(
      strictObject({
        of: optional(picklist(["post", "first-line", "title", "alt"]), "post"),
        max: optional(union([picklist(["platform", "fold"]), amount()])),
        min: optional(amount()),
      }),
      check(({ max, min }) => max !== undefined || min !== undefined, BOUND),
    ),
  compile: (rules, { platforms: lookup }) =>
    together(rules.map((rule) => ({ rule, run: (doc, name) => hitsOf(rule, doc, { name, lookup }) }))),
  modules: () => [segmenter],
};

interface Goal {
  readonly name: string | undefined;
  readonly lookup: PlatformLookup;
}

function hitsOf(rule: Rule<LengthOptions>, doc: Doc, { name, lookup }: Goal): readonly Hit[] {
  const platform = name === undefined ? undefined : lookup(name);
  const { of, max, min } = rule.options;
  const most = max === "platform" || max === "fold" ? boundOf(max, of, doc, platform) : amountFor(max, name);
  const least = amountFor(min, name);
  if (most === undefined && least === undefined) return NO_HITS;
  const part = partOf(doc, of, platform?.unit ?? "graphemes", most ?? Number.POSITIVE_INFINITY);
  if (part === undefined) return NO_HITS;
  const { count, cut } = part;
  const label = platform?.name ?? name ?? "";
  if (most !== undefined && count > most)
    return [{ rule, span: cut, data: { count, max: most, platform: label } }];
  if (least !== undefined && count < least)
    return [{ rule, span: wholeOf(doc), data: { count, min: least, platform: label } }];
  const bytes = max === "platform" && of === "post" ? platform?.bytes : undefined;
  if (bytes === undefined) return NO_HITS;
  const length = utf8Length(withTags(doc.post));
  return length <= bytes
    ? NO_HITS
    : [{ rule, span: wholeOf(doc), data: { count: length, max: bytes, platform: label } }];
}

/** What a platform takes of a part, or shows of it; nothing where that is not known. */
function boundOf(
  max: "platform" | "fold",
  of: LengthOptions["of"],
  { post }: Doc,
  platform: Platform | undefined,
): number | undefined {
  if (platform === undefined) return undefined;
  if (max === "fold") return platform.fold;
  if (of === "title") return platform.title;
  if (of === "alt") return platform.alt;
  return limitFor(post, platform);
}

interface Part {
  readonly count: number;
  /** What doesn't fit. */
  readonly cut: Span;
}

/** How long a part is; nothing where the post has none. A field has no place, so the whole post stands for it. */
function partOf(doc: Doc, of: LengthOptions["of"], unit: CountUnit, most: number): Part | undefined {
  const { post, entities, text } = doc;
  if (of === "post") {
    const { count, cut } = lengthOf(post, entities, unit, most);
    return { count, cut: cut < text.length ? { start: cut, end: text.length } : wholeOf(doc) };
  }
  if (of === "first-line") {
    const line = text.split("\n", 1)[0];
    const { count, cut } = measure(
      { text: line, entities: entities.filter(({ end }) => end <= line.length) },
      unit,
      most,
    );
    return { count, cut: { start: cut, end: line.length } };
  }
  const field = (post.fields[of] ?? "").trim();
  if (field === "") return undefined;
  return {
    count: measure({ text: field, entities: scan(field, []).entities }, unit, most).count,
    cut: wholeOf(doc),
  };
}

function wholeOf({ text }: Doc): Span {
  return { start: 0, end: text.length };
}
