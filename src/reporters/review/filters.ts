import type { Element } from "hast";
import { h } from "hastscript";
import { countedLevel, groupOf } from "../../score.ts";
import type { PostResult } from "../../types.ts";
import { counted } from "../counts.ts";
import { harmless } from "../harmless.ts";
import { openersOf } from "./openers.ts";

/** One way to choose among the posts: the values it knows, and which of them each post has. */
interface Filter {
  readonly name: string;
  readonly label: string;
  readonly all: string;
  /** From a value to the posts that have it, by their numbers. */
  readonly values: ReadonlyMap<string, ReadonlySet<number>>;
}

/** More values than these are no help in choosing, and make a page slow. */
const MOST_VALUES = 200;
const NOBODY = "nobody named";
const CLEAN = "nothing flagged";

/** The filters that posts offer: those with at least two ways to choose. */
export function filtersFor(results: readonly PostResult[]): readonly Filter[] {
  const filters = [
    filter("person", "Person", "everybody", results, ({ post }) => [post.author ?? post.account ?? NOBODY]),
    filter("platform", "Platform", "all platforms", results, ({ post }) => post.platforms),
    filter("level", "Level", "all levels", results, levelsOf),
    filter("axis", "Axis", "all axes", results, ({ axes }) =>
      Object.keys(axes).filter((axis) => axes[axis] < 100),
    ),
    filter("rule", "Rule", "all rules", results, ({ findings }) => findings.map(({ rule }) => rule)),
    { name: "opener", label: "Opens with", all: "any words", values: openersOf(results) },
  ];
  return filters.filter(
    ({ values, name }) => values.size > (name === "person" || name === "platform" ? 1 : 0),
  );
}

function levelsOf({ findings }: PostResult): readonly string[] {
  const levels = findings.filter(({ rule }) => groupOf(rule) !== "gate").map(countedLevel);
  return levels.length === 0 ? [CLEAN] : levels;
}

function filter(
  name: string,
  label: string,
  all: string,
  results: readonly PostResult[],
  valuesOf: (result: PostResult) => readonly string[],
): Filter {
  const values = new Map<string, Set<number>>();
  for (const [number, result] of results.entries()) {
    for (const value of valuesOf(result)) {
      const posts = values.get(value) ?? new Set();
      values.set(value, posts.add(number));
    }
  }
  const most = [...values].sort(([, one], [, other]) => other.size - one.size).slice(0, MOST_VALUES);
  return { name, label, all, values: new Map(most) };
}

/** The form: a choice for each filter, the values with most posts first. */
export function filterForm(filters: readonly Filter[]): Element {
  return h("form", { class: "filters", ariaLabel: "Show only" }, [
    ...filters.map(({ name, label, all, values }) =>
      h("label", [
        h("span", label),
        h("select", { id: `by-${name}`, autocomplete: "off" }, [
          h("option", { value: "" }, all),
          ...[...values].map(([value, posts], index) =>
            h("option", { value: String(index) }, `${harmless(value)} (${counted(posts.size, "post")})`),
          ),
        ]),
      ]),
    ),
    h("button", { type: "reset" }, "Show all"),
  ]);
}

/** The classes by which a post is chosen. No foreign text is part of a class. */
export function classesOf(filters: readonly Filter[], post: number): readonly string[] {
  return filters.flatMap(({ name, values }) =>
    [...values.values()].flatMap((posts, index) => (posts.has(post) ? [`${name}-${index}`] : [])),
  );
}

/** The rules of style that hide the posts that weren't chosen: the page needs no script. */
export function filterStyle(filters: readonly Filter[]): string {
  return filters
    .flatMap(({ name, values }) =>
      [...values.keys()].map(
        (_, index) =>
          `body:has(#by-${name} option[value="${index}"]:checked) article:not(.${name}-${index}){display:none}`,
      ),
    )
    .join("");
}
