import type { Entry, Rule } from "../types.ts";
import type { Digest } from "./digest.ts";

/** Gives a part of a pack's text. */
export type Slice = (start: number, end: number) => string;

/** Where the options of a rule stand in a pack's text. */
export interface LateOptions {
  readonly slice: Slice;
  readonly start: number;
  readonly end: number;
  /** What is known of them ahead. */
  readonly digest: Digest;
  /** Reads what stands there. */
  readonly read: (late: LateOptions) => unknown;
  /** What was read: entries one by one, and all. */
  readonly entries: Entry[];
  options?: unknown;
}

const known = new WeakMap<Rule, LateOptions>();

/** One for all rules: V8 makes a hash table, of a kilobyte, of each object with an accessor of its own. */
const OPTIONS: PropertyDescriptor = {
  get(this: Rule): unknown {
    const late = known.get(this);
    if (late === undefined) return undefined;
    late.options ??= late.read(late);
    return late.options;
  },
  enumerable: true,
  configurable: true,
};

/** Gives a rule without options those that stand in a text; they are read when they are first looked at. */
export function attachOptions(rule: Rule, late: LateOptions): void {
  known.set(rule, late);
  Object.defineProperty(rule, "options", OPTIONS);
}

/** Where the options of a rule stand; nothing where they stand in no text. */
export function lateOptionsOf(rule: Rule): LateOptions | undefined {
  return known.get(rule);
}

/** Reads options that stand in a text as JSON. */
export function readOptions({ slice, start, end }: LateOptions): unknown {
  return JSON.parse(slice(start, end));
}
