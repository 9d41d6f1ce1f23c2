import type { Element } from "hast";
import { h } from "hastscript";
import { countedLevel } from "../../score.ts";
import type { Finding, Level, Span } from "../../types.ts";
import { messageOf } from "../counts.ts";
import { harmless } from "../harmless.ts";
import { lines } from "./elements.ts";

/** A flag with its number in the card's list, from 1, and the id of its entry there. */
export interface Shown {
  readonly finding: Finding;
  readonly number: number;
  readonly id: string;
}

/** A place, in UTF-16 units of the post's text, behind which something hides the rest. */
export interface Fold {
  readonly at: number;
  readonly sign: Element;
}

/** What is shown in a text beside its words. */
export interface Marking {
  readonly flags: readonly Shown[];
  readonly folds: readonly Fold[];
  /** Links, handles and tags, in order and apart from each other. */
  readonly entities: readonly Span[];
}

const RANK: Readonly<Record<Level, number>> = { error: 0, warning: 1, info: 2 };

/** A text with its flags underlined, each a link to what is said of it, and with a line where a platform hides the rest. */
export function markedText(text: string, { flags, folds, entities }: Marking): readonly (string | Element)[] {
  const inside = flags.filter(({ finding: { span } }) => span.end > span.start && !isWhole(text, span));
  const spans = [...inside.map(({ finding: { span } }) => span), ...entities];
  const ends = spans.flatMap(({ start, end }) => [start, end]);
  const cuts = new Set([0, text.length, ...ends, ...folds.map(({ at }) => at)]);
  const places = [...cuts].sort((one, other) => one - other);
  let next = 0;
  return places.slice(0, -1).flatMap((start, index) => {
    const piece = { start, end: places[index + 1] };
    while (next < entities.length && entities[next].end <= start) next++;
    const isEntity = next < entities.length && entities[next].start <= start;
    const signs = folds.filter(({ at }) => at === start).map(({ sign }) => sign);
    return [...signs, ...marked(text, piece, inside, isEntity)];
  });
}

/** A flag on all of a post says nothing about where. */
function isWhole(text: string, { start, end }: Span): boolean {
  return start === 0 && end >= text.length;
}

function marked(
  text: string,
  { start, end }: Span,
  flags: readonly Shown[],
  isEntity: boolean,
): readonly (string | Element)[] {
  const words = text.slice(start, end);
  const entity = isEntity ? ["entity"] : [];
  const worst = worstAt(flags, start);
  // A link of blanks would have no name.
  if (worst === undefined || words.trim() === "")
    return isEntity ? [h("span", { class: entity }, [...lines(words)])] : lines(words);
  const numbers = flags.filter(({ finding: { span } }) => span.end === end).map(({ number }) => number);
  const { finding, id } = worst;
  const about = {
    class: ["flag", countedLevel(finding), ...entity],
    href: `#${id}`,
    title: harmless(messageOf(finding)),
    ...(numbers.length > 0 && { dataN: numbers.join(" ") }),
  };
  return [h("a", about, [...lines(words)])];
}

/** Of two alike the one on fewer words says more of them. */
function worstAt(flags: readonly Shown[], at: number): Shown | undefined {
  let worst: Shown | undefined;
  for (const flag of flags) {
    const { span } = flag.finding;
    if (at < span.start || at >= span.end) continue;
    if (worst === undefined || weighsMore(flag.finding, worst.finding)) worst = flag;
  }
  return worst;
}

function weighsMore(one: Finding, other: Finding): boolean {
  const byLevel = RANK[countedLevel(one)] - RANK[countedLevel(other)];
  const length = ({ start, end }: Span): number => end - start;
  return byLevel < 0 || (byLevel === 0 && length(one.span) < length(other.span));
}
