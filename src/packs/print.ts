import { stringify } from "yaml";
import type { Amount, Entry, Example, FactTest, Pack, Rule, Unless, Use, When } from "../types.ts";
import { entriesOf } from "./entries-of.ts";
import { ENTRY_TYPES, NAMED_TYPES } from "./entry-state.ts";
import { isMap } from "./lists.ts";
import { standingPatches } from "./standing-patches.ts";
import type { Plain, PlainMap } from "./tree.ts";

type Printable =
  | Plain
  | undefined
  | { readonly [key: string]: Printable }
  | ReadonlyMap<string, Printable>
  | readonly Printable[];

/** A resolved pack as one YAML file that loads to the same pack. */
export function printPack(pack: Pack): string {
  const { name, summary, lang, voice, brand, lists, allow, files, platforms, rules, failOn, waivers, gates } =
    pack;
  const top = {
    voicecheck: "1",
    name,
    summary,
    lang,
    voice: unlessEmpty(voice),
    brand: unlessEmpty(Object.fromEntries(Object.entries(brand).filter(([, list]) => list.length > 0))),
    lists: unlessEmpty(lists),
    allow: unlessEmpty(
      Object.fromEntries(allow.map(({ key, match: _, mark: __, ...map }) => [key, unlessEmpty(map) ?? null])),
    ),
    files: unlessEmpty(Object.fromEntries(files.map(fileOf))),
    platforms: unlessEmpty(platforms),
    rules: Object.fromEntries(rules.map((rule) => [rule.id, ruleOf(rule)])),
    overrides: listUnlessEmpty(
      standingPatches(pack).map(({ when, rules: patch, gates: least }) => ({
        when: whenOf(when),
        rules: patchOf(patch),
        gates: least,
      })),
    ),
    waivers: unlessEmpty(waivers),
    gates,
    fail_on: failOn,
  };
  return printYaml(top);
}

/** Values of a pack as YAML, with numbers and truths as they are written. */
export function printYaml(value: object): string {
  return stringify(printable(value), { nullStr: "~", lineWidth: 0 });
}

/** The rules of an override, with entries in written order. */
function patchOf(rules: PlainMap): object {
  return Object.fromEntries(
    Object.entries(rules).map(([id, rule]) => [id, isMap(rule) ? withMaps(rule) : rule]),
  );
}

function withMaps(rule: PlainMap): object {
  return Object.fromEntries(
    Object.entries(rule).map(([key, value]) => [
      key,
      ENTRY_TYPES.has(key) && isPairs(value) ? new Map(value) : value,
    ]),
  );
}

function isPairs(value: Plain): value is readonly (readonly [Plain, Plain])[] {
  return Array.isArray(value) && value.length > 0 && value.every((each) => Array.isArray(each));
}

/** Numbers and truths as text, without what has no value. */
function printable(value: unknown): Printable {
  if (value === null || typeof value === "string") return value;
  if (Array.isArray(value)) return value.map(printable);
  if (value instanceof Map) return new Map([...value].map(([key, each]) => [String(key), printable(each)]));
  if (typeof value !== "object") return value === undefined ? undefined : String(value);
  const kept = Object.entries(value).filter(([, each]) => each !== undefined);
  return Object.fromEntries(kept.map(([key, each]) => [key, printable(each)]));
}

function unlessEmpty<T extends object>(map: T): T | undefined {
  return Object.keys(map).length === 0 ? undefined : map;
}

function listUnlessEmpty<T>(list: readonly T[]): readonly T[] | undefined {
  return list.length === 0 ? undefined : list;
}

function fileOf({ glob, facts, columns }: Pack["files"][number]): [string, object] {
  const { platforms, ...others } = facts;
  return [glob, { platform: platforms, ...others, columns }];
}

/** A resolved rule as a pack would write it. */
export function ruleOf(rule: Rule): Readonly<Record<string, unknown>> {
  const { type, level, off, confidence, message, why, url, when, unless, exact, within, examples } = rule;
  const entries = entriesOf(rule);
  return {
    level: off === true ? "off" : level,
    confidence,
    message,
    why,
    url,
    when: when === undefined ? undefined : whenOf(when),
    in: rule.in,
    unless: unlessOf(unless),
    ...(ENTRY_TYPES.has(type) && { exact, within }),
    [type]: ENTRY_TYPES.has(type)
      ? new Map(entries.map((entry) => [entry.key, entryOf(type, entry)]))
      : optionsOf(rule.options),
    examples: unlessEmpty({
      ...(examples.bad.length > 0 && { bad: examples.bad.map(exampleOf) }),
      ...(examples.good.length > 0 && { good: examples.good.map(exampleOf) }),
    }),
  };
}

function entryOf(type: string, entry: Entry): object {
  const { use, off, unless, level, confidence, message, why, url, exact, within, forms, match } = entry;
  return {
    match: NAMED_TYPES.has(type) ? match : undefined,
    use: listUnlessEmpty(use.map(useOf)),
    unless: unlessOf(unless),
    level: off === true ? "off" : level,
    confidence,
    message,
    why,
    url,
    exact,
    within,
    forms,
    bad: entry.bad?.map(exampleOf),
    good: entry.good?.map(exampleOf),
  };
}

function useOf({ text, kind }: Use): string {
  if (kind === "delete") return "(delete)";
  return kind === "fixed" ? `${text} (fixed)` : text;
}

function exampleOf(example: Example): string | Example | readonly unknown[] {
  if (example.posts !== undefined) return example.posts.map(exampleOf);
  return Object.keys(example).length === 1 ? example.text : example;
}

function unlessOf(unless: Unless | undefined): object | undefined {
  if (unless === undefined) return undefined;
  const { near, post } = unless;
  if (post.length === 0) return near;
  return near.length === 0 ? { post } : [...near, { post }];
}

function whenOf({ facts, has, date, text, files, ...sizes }: When): object {
  return {
    ...Object.fromEntries(Object.entries(facts).map(([name, test]) => [name, factOf(test)])),
    has: listUnlessEmpty(has),
    date: listUnlessEmpty(date.map(({ from, to }) => (from === to ? from : `${from} to ${to}`))),
    text: listUnlessEmpty(text),
    files: listUnlessEmpty(files),
    ...sizes,
  };
}

function factOf({ is, not }: FactTest): readonly string[] {
  return [...is, ...not.map((value) => `not ${value}`)];
}

/** Options as they are written: amounts as numbers or maps by platform. */
function optionsOf(options: unknown): object {
  if (typeof options !== "object" || options === null) return {};
  return Object.fromEntries(
    Object.entries(options).map(([key, value]) => [key, isAmount(value) ? amountOf(value) : value]),
  );
}

function isAmount(value: unknown): value is Amount {
  return typeof value === "object" && value !== null && "platforms" in value;
}

function amountOf({ platforms, percent, else: otherwise }: Amount): string | PlainMap {
  const written = (number: number): string => `${number}${percent === true ? "%" : ""}`;
  const named = Object.fromEntries(
    Object.entries(platforms).map(([platform, number]) => [platform, written(number)]),
  );
  if (otherwise === undefined) return named;
  return Object.keys(named).length === 0 ? written(otherwise) : { ...named, else: written(otherwise) };
}
