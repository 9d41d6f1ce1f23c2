import type { Entry, Pack, Rule } from "../types.ts";
import { type Digest, digestOf, type ExpressionFacts, NO_ENTRIES } from "./digest.ts";
import { entriesOf } from "./entries-of.ts";
import { DIGITS, readEntryOptions, type WrittenEntry, writeEntries, writeNumbers } from "./late-entries.ts";
import { attachOptions, readOptions, type Slice } from "./late-options.ts";
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
  /** Rows of `Column`: which rule's options stand there, and their digest. */
  readonly options: readonly number[];
  /** What else is in the digests, by the number of the rule. */
  readonly expressions: Readonly<Record<number, ExpressionFacts | undefined>>;
}

/** What stands behind the head, counted from there, and what it belongs to. */
type Late<K> = readonly [key: K, start: number, end: number];

/** Rules are numbered among those that are on. */
const Column = { rule: 0, start: 1, end: 2, entries: 3, patterns: 4, near: 5, post: 6 } as const;
const ROW = 7;

/** Rule types with entries that are looked at where one of them is found. */
const BY_ENTRY: ReadonlySet<string> = new Set(["terms", "patterns", "regex"]);

/** Shorter options are read in less time with all others than alone. */
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
  const options: number[] = [];
  const expressions: Record<number, ExpressionFacts | undefined> = {};
  const rules = pack.rules.filter(isOn).map((rule, index) => {
    const late = lateText(rule, ahead, json);
    if (late === undefined) return rule;
    const { entries, patterns, near, post } = late.digest;
    options.push(...put(index, late.text), entries, patterns, near, post);
    expressions[index] = ahead.expressionsOf(rule);
    return { ...rule, options: undefined };
  });
  const steps = pack.overrides.map((step) => ({ ...step, rules: {} }));
  const early: Pack = { ...pack, lists: {}, rules, overrides: steps };
  const head = json({ pack: early, off, lists, overrides, options, expressions } satisfies Head);
  return writeNumbers([head.length]) + head + behind;
}

/** The options of a rule that are read when they are looked at; nothing of one that is read at once. */
function lateText(
  rule: Rule,
  { wordsOf }: MadeAhead,
  json: (value: unknown) => string,
): { readonly text: string; readonly digest: Digest } | undefined {
  const entries = BY_ENTRY.has(rule.type) ? entriesOf(rule) : [];
  if (entries.length > 0) {
    const write = (entry: Entry): string => {
      const written: WrittenEntry = entry.use.length === 0 ? [entry] : [entry, wordsOf(entry)];
      return json(written);
    };
    return { text: writeEntries(entries, write), digest: digestOf(rule) };
  }
  const text = json(rule.options);
  return text.length > LONG ? { text, digest: NO_ENTRIES } : undefined;
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
  attachAllOptions(rules, head, { slice, from });
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

function attachAllOptions(
  rules: readonly Rule[],
  { options, expressions }: Head,
  { slice, from }: Behind,
): void {
  for (let at = 0; at < options.length; at += ROW) {
    const rule = options[at + Column.rule];
    const entries = options[at + Column.entries];
    const digest: Digest = {
      entries,
      patterns: options[at + Column.patterns],
      near: options[at + Column.near],
      post: options[at + Column.post],
      expressions: expressions[rule],
    };
    attachOptions(rules[rule], {
      slice,
      start: from + options[at + Column.start],
      end: from + options[at + Column.end],
      digest,
      read: entries > 0 ? readEntryOptions : readOptions,
      entries: [],
    });
  }
}
