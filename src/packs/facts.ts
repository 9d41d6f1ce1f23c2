import type { Doc } from "../text/doc.ts";
import type { FactName, FactTest, Pack, Post, When } from "../types.ts";
import { matchesGlob } from "./glob.ts";

/** What `when` is asked of: a post as it would stand on one platform. */
export interface PostFacts {
  readonly post: Post;
  readonly platform: string | undefined;
  readonly doc: Doc;
}

/** Whether the facts of a `when` hold, but for its `text`, which the pack's automaton looks for. */
export function holds(when: When | undefined, facts: PostFacts): boolean {
  if (when === undefined) return true;
  return (
    holdsFacts(when, facts) &&
    holdsFields(when, facts.post) &&
    holdsDate(when, facts.post) &&
    holdsSize(when, facts.doc)
  );
}

/** An override by its number among the steps of its pack; layers have no `when`. */
export interface Override {
  readonly index: number;
  readonly when: When;
}

/** The overrides of a pack, in order. */
export function overridesIn({ overrides }: Pack): readonly Override[] {
  return overrides.flatMap(({ when }, index) => (when === undefined ? [] : [{ index, when }]));
}

/** The numbers of the overrides that hold for a post. `holdsText` looks for the texts that one's `when` asks for. */
export function heldOverrides(
  overrides: readonly Override[],
  facts: PostFacts,
  holdsText: (step: number, doc: Doc) => boolean,
): readonly number[] {
  const held: number[] = [];
  for (const { index, when } of overrides) {
    if (!holds(when, facts)) continue;
    if (when.text.length === 0 || holdsText(index, facts.doc)) held.push(index);
  }
  return held;
}

function holdsFacts(when: When, facts: PostFacts): boolean {
  for (const { name, test } of testsOf(when)) if (!passes(test, factOf(name, facts))) return false;
  return when.files.length === 0 || when.files.some((glob) => matchesGlob(glob, facts.post.source));
}

const FACT_NAMES: readonly FactName[] = ["platform", "account", "speaker", "author", "kind", "lang"];

interface NamedTest {
  readonly name: FactName;
  readonly test: FactTest;
}

/** The tests of each `when`, which every post is put to; most have none. */
const tests = new WeakMap<When, readonly NamedTest[]>();

function testsOf(when: When): readonly NamedTest[] {
  const known = tests.get(when);
  if (known !== undefined) return known;
  const made = FACT_NAMES.flatMap((name): NamedTest[] => {
    const test = when.facts[name];
    return test === undefined ? [] : [{ name, test }];
  });
  tests.set(when, made);
  return made;
}

/** A post without the fact fails `x` and passes `not x`. */
function passes({ is, not }: FactTest, value: string | undefined): boolean {
  if (value === undefined) return is.length === 0;
  return (is.length === 0 || is.includes(value)) && !not.includes(value);
}

function factOf(name: FactName, { post, platform }: PostFacts): string | undefined {
  return name === "platform" ? platform : post[name];
}

function holdsFields({ has }: When, { fields }: Post): boolean {
  return has.every((name) => Object.hasOwn(fields, name) && fields[name] !== "");
}

function holdsDate({ date }: When, post: Post): boolean {
  if (date.length === 0) return true;
  if (post.date === undefined) return false;
  const day = post.date.slice(0, 10);
  return date.some(({ from, to }) => from <= day && day <= to);
}

function holdsSize({ min_words, max_words, min_sentences, max_sentences }: When, doc: Doc): boolean {
  return isWithin(min_words, max_words, doc.words) && isWithin(min_sentences, max_sentences, doc.sentences);
}

function isWithin(min: number | undefined, max: number | undefined, value: number): boolean {
  return (min === undefined || value >= min) && (max === undefined || value <= max);
}
