import { gatesUnder } from "./packs/gates.ts";
import { costOf } from "./score.ts";
import type { Finding, Gate, Pack, Post, PostResult } from "./types.ts";

/** Longer words would drown the message, so their rule is named instead. */
const LONGEST_WORDS = 40;
const MOST_NAMED = 3;
/** The reason for any gate. */
export const GATE_WHY = "Single flags may be small; a gate asks how much they are in sum.";

/** The gates that hold for a post, by the overrides that hold on each of its platforms. */
export function gatesFor(
  pack: Pack,
  sets: readonly (readonly number[])[],
  platforms: readonly string[],
): readonly Gate[] {
  const byKey = new Map<string, { axis: string; least: number; platforms: string[] }>();
  for (const [index, held] of sets.entries()) {
    for (const [axis, least] of Object.entries(gatesUnder(pack, held))) {
      const key = `${axis} ${least}`;
      const gate = byKey.get(key) ?? { axis, least, platforms: [] };
      gate.platforms.push(platforms[index]);
      byKey.set(key, gate);
    }
  }
  return Array.from(byKey.values(), (gate) =>
    gate.platforms.length === sets.length ? { axis: gate.axis, least: gate.least } : gate,
  );
}

/** What is said where an axis is lower than its gate: a finding on the whole post, that names what weighs most. */
export function gateFinding(
  { axis, least, platforms, reached }: Gate & { readonly reached: number },
  { post, words }: Pick<PostResult, "words"> & { readonly post: Post },
  behind: readonly Finding[],
): Finding {
  const span = { start: 0, end: post.text.length };
  const { exact, ...place } = post.locate(span);
  return {
    rule: `gate/${axis}`,
    level: "error",
    confidence: "sure",
    message: `${axis} scores ${reached} of 100, and this pack asks for at least ${least}. ${heaviest(behind, words, least)}`,
    why: GATE_WHY,
    text: post.text,
    span,
    place,
    exact,
    suggestions: [],
    fixable: false,
    ...(platforms !== undefined && { platforms }),
  };
}

/** The fewest findings without which the gate would open, at most three: `“Shop now” (−30) weighs most; start there.` */
function heaviest(behind: readonly Finding[], words: number, least: number): string {
  const costs = behind.map((finding) => ({ finding, points: costOf(finding, words).points }));
  const sum = costs.reduce((all, { points }) => all + points, 0);
  let left = sum;
  const named: string[] = [];
  for (const { finding, points } of costs.sort((one, other) => other.points - one.points)) {
    if (named.length === MOST_NAMED || 100 - left >= least) break;
    named.push(`${wordsOf(finding)} (−${Math.max(1, Math.round(points))})`);
    left -= points;
  }
  const last = named.pop();
  return named.length === 0
    ? `${last} weighs most; start there.`
    : `${named.join(", ")} and ${last} weigh most; start there.`;
}

function wordsOf({ text, rule, entry }: Finding): string {
  const isShort = text !== "" && text.length <= LONGEST_WORDS && !text.includes("\n");
  if (isShort) return `“${text}”`;
  return entry === undefined ? rule : `${rule}/${entry}`;
}
