import type { Post, Rule, Span } from "../types.ts";
import type { Per } from "./periods.ts";
import type { AlikeUnit, Part } from "./units.ts";

/** What is counted over many posts, as a pack has it: numbers, percentages and periods as texts. */
export interface WrittenOptions extends Omit<CalendarOptions, "max" | "min" | "per" | "alike"> {
  readonly max?: string;
  readonly min?: string;
  readonly per: string;
  readonly alike: string;
}

/** What is counted over many posts. */
export interface CalendarOptions {
  /** A countable of `limit`, patterns, `posts`, `repeats` or `flagged`. */
  readonly count: string | readonly string[];
  readonly max?: number;
  readonly min?: number;
  /** `max` and `min` are shares of the posts, from 0 to 1. */
  readonly of?: "posts";
  /** A share is silent below so many posts. */
  readonly from: number;
  readonly per: Per;
  readonly by?: "account" | "platform" | "author";
  /** How much of a repeat is the same, from 0 to 1. */
  readonly alike: number;
  readonly part: Part;
  /** Only what somebody else wrote counts as repeated. */
  readonly across?: "author";
  /** Of `flagged`: the groups and rules whose findings count; all when empty. */
  readonly rules: readonly string[];
  readonly except: readonly string[];
  readonly only?: readonly string[];
}

/** What a rule over many posts keeps of one post. */
export interface Sample {
  readonly rule: Rule;
  readonly post: Post;
  /** What was counted in it, in order. */
  readonly items: readonly Span[];
  /** Its parts that may be repeated. */
  readonly units: readonly AlikeUnit[];
}

/** What is found on a post. */
export interface CalendarHit {
  readonly rule: Rule;
  readonly post: Post;
  readonly span: Span;
  readonly data: Readonly<Record<string, string | number>>;
}

/** All of a post. */
export function wholeOf({ text }: Post): Span {
  return { start: 0, end: text.length };
}
