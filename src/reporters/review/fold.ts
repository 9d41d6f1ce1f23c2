import { h } from "hastscript";
import type { PostResult } from "../../types.ts";
import { harmless } from "../harmless.ts";
import type { Fold } from "./marks.ts";
import { shownPlatform } from "./platform.ts";

/** A platform's fold is known about so exactly, in UTF-16 units; within them it is shown between words. */
const LONGEST_STEP = 24;

/** Where the platforms of a post hide the rest behind “more”, in order. */
export function foldsOf({ post: { text }, counts = {} }: PostResult): readonly Fold[] {
  const platforms = new Map<number, string[]>();
  for (const [platform, { fold }] of Object.entries(counts)) {
    if (fold === undefined) continue;
    const at = betweenWords(text, fold);
    platforms.set(at, [...(platforms.get(at) ?? []), shownPlatform(platform)]);
  }
  return [...platforms]
    .sort(([one], [other]) => one - other)
    .map(([at, names]) => ({
      at,
      sign: h("span", { class: "fold" }, `behind “more” on ${harmless(names.join(", "))}`),
    }));
}

function betweenWords(text: string, at: number): number {
  for (let place = at; place > Math.max(0, at - LONGEST_STEP); place--)
    if (/\s/u.test(text[place - 1])) return place;
  const isInPair = /^[\udc00-\udfff]/.test(text.slice(at)) && /[\ud800-\udbff]$/.test(text.slice(0, at));
  return isInPair ? at - 1 : at;
}
