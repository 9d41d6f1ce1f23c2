import { costOf, countedLevel, countedWords, groupOf } from "../score.ts";
import type { PaintName, PostResult, Style } from "../types.ts";
import { displayWidth, padded } from "./cells.ts";
import { counted, fullName } from "./counts.ts";
import { harmless } from "./harmless.ts";

/** A bar's full length in cells, and the shortest that still says something. */
const BAR = 20;
const SHORTEST_BAR = 5;
const SCORE_WIDTH = 3;
const GOOD = 80;
const FAIR = 50;
const INDENT = "  ";
const LONGEST_WORDS = 40;

/** A bar for each axis of a post, the lowest first: `  corporate   60 ████████████░░░░░░░░`. */
export function barLines({ axes }: PostResult, style: Style): readonly string[] {
  const sorted = Object.entries(axes).sort(([, one], [, other]) => one - other);
  const nameWidth = Math.max(0, ...sorted.map(([axis]) => displayWidth(harmless(axis))));
  const room = style.width - INDENT.length - nameWidth - SCORE_WIDTH - 3;
  const cells = Math.max(SHORTEST_BAR, Math.min(BAR, room));
  return sorted.map(([axis, score]) => {
    // Only a clean axis has a full bar, and only one at 0 an empty one.
    const full = score === 0 ? 0 : Math.max(1, Math.floor((score * cells) / 100));
    const bar = style.paint(colourOf(score), "█".repeat(full)) + style.paint("dim", "░".repeat(cells - full));
    return `${INDENT}${padded(harmless(axis), nameWidth)}  ${String(score).padStart(SCORE_WIDTH)} ${bar}`;
  });
}

/** The sum behind each axis that lost points, and what each finding takes. */
export function sumLines({ axes, findings, words }: PostResult, style: Style): readonly string[] {
  const base = countedWords(words);
  const lines: string[] = [];
  for (const [axis, score] of Object.entries(axes)) {
    const own = findings.filter(({ rule }) => groupOf(rule) === axis);
    if (own.length === 0) continue;
    const costs = own.map((finding) => ({ finding, ...costOf(finding, words) }));
    const sum = costs.reduce((all, { points }) => all + points, 0);
    const floor = sum > 100 ? ", which ends at 0" : "";
    const basis = base === words ? counted(words, "word") : `${counted(words, "word")}, counted as ${base}`;
    lines.push(`${INDENT}${harmless(axis)} ${score} = 100 − ${shown(sum)}${floor} (${basis})`);
    for (const { finding, weight, confidence, points } of costs) {
      const how = `${weight} ${countedLevel(finding)} × ${confidence} ${finding.confidence} × 10 × 25/${base}`;
      const what = `${fullName(finding)} ${wordsOf(finding.text)}`;
      lines.push(
        `${INDENT}${INDENT}${shown(points).padStart(5)} = ${style.paint("dim", how)}  ${harmless(what)}`,
      );
    }
  }
  return lines;
}

function colourOf(score: number): PaintName {
  if (score >= GOOD) return "good";
  return score >= FAIR ? "warning" : "error";
}

/** One decimal, and none where it would be 0. */
function shown(points: number): string {
  return String(Math.round(points * 10) / 10);
}

function wordsOf(text: string): string {
  const line = text.replace(/\s+/gu, " ");
  return `“${line.length <= LONGEST_WORDS ? line : `${[...line].slice(0, LONGEST_WORDS - 2).join("")} …`}”`;
}
