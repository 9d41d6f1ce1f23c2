import type { Element } from "hast";
import { h } from "hastscript";
import type { PostResult } from "../../types.ts";
import { harmless } from "../harmless.ts";
import { shownPlatform } from "./platform.ts";

/** A score in a word, which also names its colour. */
export type Grade = "good" | "fair" | "poor";

/** The least score of the better grades. */
export const LEAST: Readonly<Record<Exclude<Grade, "poor">, number>> = { good: 80, fair: 50 };

/** The grade of a score from 0 to 100. */
export function gradeOf(score: number): Grade {
  if (score >= LEAST.good) return "good";
  return score >= LEAST.fair ? "fair" : "poor";
}

/** How long a post is on each platform, and its score on each axis that is not full. */
export function barsOf(result: PostResult): readonly Element[] {
  return [...list("Length", countBars(result)), ...list("Scores below 100", axisBars(result))];
}

function list(label: string, bars: readonly Element[]): readonly Element[] {
  return bars.length === 0 ? [] : [h("ul", { class: "bars", ariaLabel: label }, [...bars])];
}

function countBars({ counts = {} }: PostResult): readonly Element[] {
  return Object.entries(counts).map(([platform, { count, limit }]) =>
    bar(`${shownPlatform(platform)} ${count}/${limit}`, {
      value: Math.min(count, limit),
      max: limit,
      kind: count > limit ? "poor" : "good",
    }),
  );
}

function axisBars({ axes }: PostResult): readonly Element[] {
  return Object.entries(axes)
    .filter(([, score]) => score < 100)
    .sort(([, one], [, other]) => one - other)
    .map(([axis, score]) => bar(`${axis} ${score}`, { value: score, max: 100, kind: gradeOf(score) }));
}

interface Bar {
  readonly value: number;
  readonly max: number;
  readonly kind: Grade;
}

function bar(label: string, { value, max, kind }: Bar): Element {
  const width = `${Math.round((100 * value) / Math.max(1, max))}%`;
  return h("li", [
    h("span", harmless(label)),
    h("span", { class: "bar", ariaHidden: "true" }, [h("span", { class: kind, style: `width:${width}` })]),
  ]);
}
