import type { Entry } from "./types.ts";

/** One way to let through what a rule or an entry flags. */
export interface WayToAllow {
  readonly where: "in one post" | "everywhere" | "as a phrase";
  /** What to paste. */
  readonly line: string;
  /** It stands in the pack; else in the post. */
  readonly inPack: boolean;
}

/** The exact lines to paste that allow what goes by a name; `entry` is there where the name is an entry's. */
export function waysToAllow(name: string, entry?: Entry): readonly WayToAllow[] {
  const ways: WayToAllow[] = [
    { where: "in one post", line: `<!-- voicecheck-ignore ${name} -- why -->`, inPack: false },
    { where: "everywhere", line: `rules: {${name}: off}`, inPack: true },
  ];
  if (entry === undefined || entry.match.length === 0) return ways;
  return [...ways, { where: "as a phrase", line: `allow: {"a phrase with it": why}`, inPack: true }];
}

/** What an entry offers to say instead, in words, best first; empty where it offers nothing. */
export function offerOf({ use }: Entry): string {
  const words = use.filter(({ kind }) => kind !== "delete").map(({ text }) => `“${text}”`);
  if (words.length === use.length) return words.join(", ");
  return words.length === 0 ? "nothing, leave it out" : `${words.join(", ")}, or leave it out`;
}
