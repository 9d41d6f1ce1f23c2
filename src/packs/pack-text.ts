import type { Entry, Pack, Rule } from "../types.ts";
import { type Digest, digestOf, type ExpressionFacts, NO_ENTRIES } from "./digest.ts";
import { entriesOf } from "./entries-of.ts";
import { DIGITS, readEntryOptions, type WrittenEntry, writeEntries, writeNumbers } from "./late-entries.ts";
import { attachParts, readOptions, type Slice } from "./late-parts.ts";
import { readLate } from "./read-late.ts";
import { attachRulesOn, isOn } from "./rules-on.ts";
import type { WrittenWords } from "./written-words.ts";

/** What is read at once. All else stands behind it: rarely used, and together most of the text. */
interface Head {
  /** With the rules that are on. */
  readonly pack: Pack;
  /** The others, as JSON. */
  readonly off: Late<readonly number[]>;
  readonly lists: readonly Late<string>[];
  /** The rules of overrides, which are needed where one of them holds. */
  readonly overrides: readonly Late<number>[];
  /** Rows of `Column`: which rule's options, with their digest, and examples stand there. */
  readonly parts: readonly number[];
  /** What else is in the digests, by the number of the rule. */
  readonly expressions: Readonly<Record<number, ExpressionFacts | undefined>>;
}

/** What stands behind the head, counted from there, and what it belongs to. */
type Late<K> = readonly [key: K, start: number, end: number];

/** Rules are numbered among those that are on. */
const Column = {
  rule: 0,
  start: 1,
  end: 2,
  examplesEnd: 3,
  entries: 4,
  patterns: 5,
  near: 6,
  post: 7,
} as const;
const ROW = 8;

/** Rule types with entries that are looked at where one of them is found. */
const BY_ENTRY: ReadonlySet<string> = new Set(["terms", "patterns", "regex"]);

/** Shorter parts of a rule are read in less time with all others than alone. */
const LONG = 300;

/** What is made of a pack ahead. */
export interface MadeAhead {
  readonly expressionsOf: (rule: Rule) => ExpressionFacts | undefined;
  readonly wordsOf: (entry: Entry) => WrittenWords;
}

/** A pack as a text that `readPackText` reads in little time. `json` writes JSON, a unit of which takes as much room as any other. */
export function writePackText(pack: Pack, ahead: MadeAhead, json: (value: unknown) => string): string {
  let behind = "";
  const put = <K>(key: K, text: string): Late<K> => {
    const start = behind.length;
    behind += text;
    return [key, start, behind.length];
  };
  const numbersOff = pack.rules.flatMap((rule, index) => (isOn(rule) ? [] : [index]));
  const off = put(numbersOff, json(numbersOff.map((index) => pack.rules[index])));
  const lists = Object.entries(pack.lists).map(([name, list]) => put(name, json(list)));
  const overrides = pack.overrides.flatMap(({ rules }, index) =>
    Object.keys(rules).length === 0 ? [] : [put(index, json(rules))],
  );
  const parts: number[] = [];
  const expressions: Record<number, ExpressionFacts | undefined> = {};
  const rules = pack.rules.filter(isOn).map((rule, index) => {
    const late = partedRule(rule, ahead, json);
    if (late === undefined) return rule;
    const { entries, patterns, near, post } = late.digest;
    const [, start, end] = put(index, late.options);
    const [, , examplesEnd] = put(index, late.examples);
    parts.push(index, start, end, examplesEnd, entries, patterns, near, post);
    expressions[index] = ahead.expressionsOf(rule);
    return late.early;
  });
  const steps = pack.overrides.map((step) => ({ ...step, rules: {} }));
  const early = { ...pack, lists: {}, rules, overrides: steps };
  const head = json({ pack: early, off, lists, overrides, parts, expressions } satisfies Written<Head>);
  return writeNumbers([head.length]) + head + behind;
}

type Written<T> = Record<keyof T, unknown>;

/** A rule without what is read when it is looked at, and that. */
interface Parted {
  readonly early: Partial<Rule>;
  readonly options: string;
  readonly examples: string;
  readonly digest: Digest;
}

/** Nothing where a rule is read at once. */
function partedRule(
  rule: Rule,
  { wordsOf }: MadeAhead,
  json: (value: unknown) => string,
): Parted | undefined {
  const { options: _, examples, ...early } = rule;
  const late = examples.bad.length + examples.good.length > 0 ? json(examples) : "";
  const rest = { early: late === "" ? { ...early, examples } : early, examples: late };
  const entries = BY_ENTRY.has(rule.type) ? entriesOf(rule) : [];
  if (entries.length > 0) {
    const write = (entry: Entry): string => {
      const written: WrittenEntry = entry.use.length === 0 ? [entry] : [entry, wordsOf(entry)];
      return json(written);
    };
    return { ...rest, options: writeEntries(entries, write), digest: digestOf(rule) };
  }
  const options = json(rule.options);
  return options.length + late.length > LONG ? { ...rest, options, digest: NO_ENTRIES } : undefined;
}

/** Reads what `writePackText` wrote, of which `slice` gives parts. What is long and rarely needed is read when it is first looked at. */
export function readPackText(slice: Slice): Pack {
  const from = DIGITS + Number(slice(0, DIGITS));
  const head: Head = JSON.parse(slice(DIGITS, from));
  const { pack, off, lists, overrides } = head;
  const text = ([, start, end]: Late<unknown>): string => slice(from + start, from + end);
  for (const late of lists) readLate(pack.lists, late[0], () => JSON.parse(text(late)));
  for (const late of overrides) readLate(pack.overrides[late[0]], "rules", () => JSON.parse(text(late)));
  const { rules } = pack;
  attachAllParts(rules, head, { slice, from });
  attachRulesOn(pack, rules);
  if (off[0].length > 0) readLate(pack, "rules", () => merged(rules, off[0], JSON.parse(text(off))));
  return pack;
}

/** Rules in order, of which those that are off have these numbers. */
function merged(on: readonly Rule[], numbers: readonly number[], off: readonly Rule[]): readonly Rule[] {
  const all = [...on];
  for (const [index, number] of numbers.entries()) all.splice(number, 0, off[index]);
  return all;
}

/** A text, and where what stands behind its head begins. */
interface Behind {
  readonly slice: Slice;
  readonly from: number;
}

function attachAllParts(rules: readonly Rule[], { parts, expressions }: Head, { slice, from }: Behind): void {
  for (let at = 0; at < parts.length; at += ROW) {
    const rule = parts[at + Column.rule];
    const entries = parts[at + Column.entries];
    const digest: Digest = {
      entries,
      patterns: parts[at + Column.patterns],
      near: parts[at + Column.near],
      post: parts[at + Column.post],
      expressions: expressions[rule],
    };
    attachParts(rules[rule], {
      slice,
      start: from + parts[at + Column.start],
      end: from + parts[at + Column.end],
      examplesEnd: from + parts[at + Column.examplesEnd],
      digest,
      read: entries > 0 ? readEntryOptions : readOptions,
      entries: [],
    });
  }
}
