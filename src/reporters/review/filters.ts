import type { Element } from "hast";
import { h } from "hastscript";
import { countedLevel, groupOf } from "../../score.ts";
import type { PostResult } from "../../types.ts";
import { counted } from "../counts.ts";
import { harmless } from "../harmless.ts";
import { shownPlatform } from "./platform.ts";
import { type Repeat, repeatsOf } from "./repeats.ts";

/** Something that posts can be chosen by: its words, and the numbers of the posts that have it. */
interface Choice {
  readonly words: string;
  readonly posts: ReadonlySet<number>;
}

/** One way to choose among the posts. */
interface Filter {
  readonly name: string;
  readonly choices: readonly Choice[];
  /** What matches in the page's form when the choice of this number is made. */
  readonly chosen: (index: number) => string;
  /** As part of the form. */
  readonly shown: Element;
}

/** More values than these are no help in choosing, and make a page slow. */
const MOST_VALUES = 200;
const NOBODY = "nobody named";
const NOWHERE = "no platform named";
const CLEAN = "nothing flagged";

/** The filters that posts offer: those with something to choose. */
export function filtersFor(results: readonly PostResult[]): readonly Filter[] {
  const persons = choicesOf(results, ({ post }) => [post.author ?? post.account ?? NOBODY]);
  const platforms = choicesOf(results, ({ post }) =>
    post.platforms.length === 0 ? [NOWHERE] : post.platforms.map(shownPlatform),
  );
  const axes = choicesOf(results, (result) =>
    Object.keys(result.axes).filter((axis) => result.axes[axis] < 100),
  );
  const rules = choicesOf(results, ({ findings }) => findings.map(({ rule }) => rule));
  const filters = [
    ...(persons.length > 1 ? [selectFilter("person", "Person", "everybody", persons)] : []),
    ...(platforms.length > 1 ? [selectFilter("platform", "Platform", "all platforms", platforms)] : []),
    selectFilter("level", "Level", "all levels", choicesOf(results, levelsOf)),
    selectFilter("axis", "Axis", "all axes", axes),
    selectFilter("rule", "Rule", "all rules", rules),
    repeatFilter(repeatsOf(results)),
  ];
  return filters.filter(({ choices }) => choices.length > 0);
}

function levelsOf({ findings }: PostResult): readonly string[] {
  const levels = findings.filter(({ rule }) => groupOf(rule) !== "gate").map(countedLevel);
  return levels.length === 0 ? [CLEAN] : levels;
}

/** What posts can be chosen by, most posts first. */
function choicesOf(
  results: readonly PostResult[],
  valuesOf: (result: PostResult) => readonly string[],
): readonly Choice[] {
  const values = new Map<string, Set<number>>();
  for (const [number, result] of results.entries()) {
    for (const value of valuesOf(result)) {
      const posts = values.get(value) ?? new Set();
      values.set(value, posts.add(number));
    }
  }
  return Array.from(values, ([words, posts]) => ({ words, posts }))
    .sort((one, other) => other.posts.size - one.posts.size)
    .slice(0, MOST_VALUES);
}

function selectFilter(name: string, label: string, all: string, choices: readonly Choice[]): Filter {
  const id = `by-${name}`;
  const options = choices.map(({ words, posts }, index) =>
    h("option", { value: String(index) }, `${harmless(words)} (${counted(posts.size, "post")})`),
  );
  const select = h("select", { id, autocomplete: "off" }, [h("option", { value: "" }, all), ...options]);
  return {
    name,
    choices,
    chosen: (index) => `#${id} option[value="${index}"]:checked`,
    shown: h("label", [h("span", label), select]),
  };
}

function repeatFilter(repeats: readonly Repeat[]): Filter {
  const radio = (id: string, checked: boolean, words: readonly (string | Element)[]): Element =>
    h("label", [
      h("input", { type: "radio", name: "again", id, value: id, checked, autocomplete: "off" }),
      h("span", [...words]),
    ]);
  return {
    name: "again",
    choices: repeats,
    chosen: (index) => `#again-${index}:checked`,
    shown: h("fieldset", [
      h("legend", "Comes again"),
      radio("again-any", true, ["any post"]),
      ...repeats.map(({ posts, does, words }, index) =>
        radio(`again-${index}`, false, [
          `${counted(posts.size, "post")} ${does} `,
          h("em", { dir: "auto" }, harmless(words)),
        ]),
      ),
    ]),
  };
}

/** The form: a choice for each filter, the values with most posts first. */
export function filterForm(filters: readonly Filter[]): Element {
  return h("form", { class: "filters", id: "filters", ariaLabel: "Show only" }, [
    ...filters.map(({ shown }) => shown),
    h("button", { type: "reset" }, "Show all"),
  ]);
}

/** The classes by which a post is chosen. No foreign text is part of a class. */
export function classesOf(filters: readonly Filter[], post: number): readonly string[] {
  return filters.flatMap(({ name, choices }) =>
    choices.flatMap(({ posts }, index) => (posts.has(post) ? [`${name}-${index}`] : [])),
  );
}

/** The rules of style that hide the posts that weren't chosen: the page needs no script. */
export function filterStyle(filters: readonly Filter[]): string {
  return filters
    .flatMap(({ name, choices, chosen }) =>
      choices.map((_, index) => `body:has(${chosen(index)}) article:not(.${name}-${index}){display:none}`),
    )
    .join("");
}
