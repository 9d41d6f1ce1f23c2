import type { Entry, Rule } from "../types.ts";
import type { Digest } from "./digest.ts";

/** Gives a part of a pack's text. */
export type Slice = (start: number, end: number) => string;

/** Where the options of a rule stand in a pack's text, and its examples behind them. */
export interface LateParts {
  readonly slice: Slice;
  readonly start: number;
  readonly end: number;
  /** The same as `end` where there are no examples. */
  readonly examplesEnd: number;
  /** What is known of the options ahead. */
  readonly digest: Digest;
  /** Reads the options. */
  readonly read: (late: LateParts) => unknown;
  /** What was read: entries one by one, all options, and the examples. */
  readonly entries: Entry[];
  options?: unknown;
  examples?: unknown;
}

const known = new WeakMap<Rule, LateParts>();

/** Each is one for all rules: V8 makes a hash table, of a kilobyte, of each object with an accessor of its own. */
const OPTIONS = accessor((late) => {
  late.options ??= late.read(late);
  return late.options;
});
const EXAMPLES = accessor((late) => {
  late.examples ??= JSON.parse(late.slice(late.end, late.examplesEnd));
  return late.examples;
});

function accessor(read: (late: LateParts) => unknown): PropertyDescriptor {
  const get = function (this: Rule): unknown {
    const late = known.get(this);
    return late && read(late);
  };
  return { get, enumerable: true, configurable: true };
}

/** Gives a rule the parts that stand in a text, which are its last; they are read when they are first looked at. */
export function attachParts(rule: Rule, late: LateParts): void {
  known.set(rule, late);
  if (late.examplesEnd > late.end) Object.defineProperty(rule, "examples", EXAMPLES);
  Object.defineProperty(rule, "options", OPTIONS);
}

/** Where parts of a rule stand; nothing where they stand in no text. */
export function latePartsOf(rule: Rule): LateParts | undefined {
  return known.get(rule);
}

/** Reads options that stand in a text as JSON. */
export function readOptions({ slice, start, end }: LateParts): unknown {
  return JSON.parse(slice(start, end));
}
