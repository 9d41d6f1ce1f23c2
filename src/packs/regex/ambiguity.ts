import { type CharSet, charSetOf, meet, sampleCharacters } from "./alphabet.ts";
import type { Positions } from "./positions.ts";

/** What makes a backtracking engine slow: two ways through the same text inside a repetition, or two repetitions side by side. */
export type Ambiguity = "nested" | "beside" | "intricate";

/** Beyond this many visited states the question is given up, and the answer is no. */
const MOST_VISITED = 300_000;

/**
 * Tells whether the number of ways through some text grows with its length, by the criteria EDA and IDA of Weber and Seidl, “On the
 * degree of ambiguity of finite automata” (1991): exponential when a state comes back to itself in two ways on the same text;
 * polynomial when two states p ≠ q have a text that leads p to p, p to q and q to q.
 */
export function ambiguityOf(positions: Positions, flags: string): Ambiguity | undefined {
  const samples = sampleCharacters(positions.elements);
  const sets = positions.elements.map((element) => charSetOf(element, samples, flags));
  const cyclic = cyclicStates(positions.follow);
  const budget = { left: MOST_VISITED };
  for (const state of cyclic) {
    if (returnsTwice(state, positions, sets, budget)) return "nested";
  }
  for (const one of cyclic) {
    for (const other of cyclic) {
      if (one !== other && meetsBeside(one, other, positions, sets, budget)) return "beside";
    }
  }
  return budget.left <= 0 ? "intricate" : undefined;
}

function cyclicStates(follow: Positions["follow"]): number[] {
  return follow.map((_, state) => state).filter((state) => reachable(follow, state).has(state));
}

function reachable(follow: Positions["follow"], from: number): Set<number> {
  const found = new Set(follow[from]);
  for (const state of found) for (const next of follow[state]) found.add(next);
  return found;
}

interface Budget {
  left: number;
}

/** Whether the state comes back to itself in two different ways on one text. */
function returnsTwice(
  state: number,
  { follow }: Positions,
  sets: readonly CharSet[],
  budget: Budget,
): boolean {
  const size = follow.length;
  const seen = new Set<number>();
  const queue: [one: number, other: number, apart: boolean][] = [[state, state, false]];
  for (const [one, other, apart] of queue) {
    if (budget.left-- <= 0) return false;
    for (const [i, nextOne] of follow[one].entries()) {
      for (const [j, nextOther] of follow[other].entries()) {
        if (!meet(sets[nextOne], sets[nextOther])) continue;
        const nowApart = apart || nextOne !== nextOther || i !== j;
        if (nowApart && nextOne === state && nextOther === state) return true;
        const key = (nextOne * size + nextOther) * 2 + (nowApart ? 1 : 0);
        if (seen.has(key)) continue;
        seen.add(key);
        queue.push([nextOne, nextOther, nowApart]);
      }
    }
  }
  return false;
}

/** Whether some text leads `p` back to itself, `p` to `q`, and `q` back to itself. */
function meetsBeside(
  p: number,
  q: number,
  { follow }: Positions,
  sets: readonly CharSet[],
  budget: Budget,
): boolean {
  if (!reachable(follow, p).has(q)) return false;
  const size = follow.length;
  const seen = new Set<number>();
  const queue: [number, number, number][] = [[p, p, q]];
  for (const [x, y, z] of queue) {
    for (const nextX of follow[x]) {
      for (const nextY of follow[y]) {
        if (!meet(sets[nextX], sets[nextY])) continue;
        for (const nextZ of follow[z]) {
          if (!meet(sets[nextX], sets[nextY], sets[nextZ])) continue;
          if (nextX === p && nextY === q && nextZ === q) return true;
          const key = (nextX * size + nextY) * size + nextZ;
          if (seen.has(key)) continue;
          if (budget.left-- <= 0) return false;
          seen.add(key);
          queue.push([nextX, nextY, nextZ]);
        }
      }
    }
  }
  return false;
}
