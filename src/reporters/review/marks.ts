import type { Element } from "hast";
import { h } from "hastscript";
import { countedLevel } from "../../score.ts";
import type { Finding, Level } from "../../types.ts";
import { lines } from "./elements.ts";

/** A flag with the id of its entry in the card's list. */
export interface Shown {
  readonly finding: Finding;
  readonly id: string;
}

const RANK: Readonly<Record<Level, number>> = { error: 0, warning: 1, info: 2 };

/** A text with its flags underlined, each a link to what is said of it, and with `fold` where a platform hides the rest. */
export function markedText(
  text: string,
  flags: readonly Shown[],
  fold?: { readonly at: number; readonly sign: Element },
): readonly (string | Element)[] {
  const inside = flags.filter(({ finding: { span } }) => span.end > span.start && !isWhole(text, span));
  const ends = inside.flatMap(({ finding: { span } }) => [span.start, span.end]);
  const cuts = new Set([0, text.length, ...ends, ...(fold === undefined ? [] : [fold.at])]);
  const places = [...cuts].sort((one, other) => one - other);
  return places.slice(0, -1).flatMap((start, index) => {
    const words = text.slice(start, places[index + 1]);
    const shown = marked(words, worstAt(inside, start));
    return fold?.at === start ? [fold.sign, ...shown] : shown;
  });
}

interface Worst {
  readonly id: string;
  readonly level: Level;
}

/** A link of blanks would have no name. */
function marked(words: string, worst: Worst | undefined): readonly (string | Element)[] {
  if (worst === undefined || words.trim() === "") return lines(words);
  return [h("a", { class: ["flag", worst.level], href: `#${worst.id}` }, [...lines(words)])];
}

/** A flag on all of a post says nothing about where. */
function isWhole(text: string, { start, end }: Finding["span"]): boolean {
  return start === 0 && end >= text.length;
}

function worstAt(flags: readonly Shown[], at: number): Worst | undefined {
  let worst: Worst | undefined;
  for (const { finding, id } of flags) {
    if (at < finding.span.start || at >= finding.span.end) continue;
    const level = countedLevel(finding);
    if (worst === undefined || RANK[level] < RANK[worst.level]) worst = { id, level };
  }
  return worst;
}
