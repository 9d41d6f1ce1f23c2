import type { Nfa, Skip } from "./pattern-machine.ts";

/** A step over one token, with all that must hold and happen right before the token. */
export interface FlatStep {
  readonly label: number;
  readonly condition: number;
  readonly place: number;
  readonly flag?: "open" | "close";
  readonly to: number;
}

/** The pattern may end here. */
export interface FlatEnd {
  readonly place: number;
  readonly flag?: "open" | "close";
}

/** A pattern as a machine without skips; it starts in state 0. */
export interface FlatNfa {
  readonly steps: readonly (readonly FlatStep[])[];
  readonly ends: readonly (readonly FlatEnd[])[];
  /** How many steps lead to a state. */
  readonly arrivals: Int32Array;
}

/** More steps than this are refused when a pack loads. */
const MOST_STEPS = 200_000;

/** Takes the skips out of a machine; throws a `RangeError` when that makes more than `MOST_STEPS`. */
export function flatten(nfa: Nfa): FlatNfa {
  const count = nfa.steps.length;
  const steps: FlatStep[][] = Array.from({ length: count }, () => []);
  const ends: FlatEnd[][] = Array.from({ length: count }, () => []);
  const arrivals = new Int32Array(count);
  const waiting = [0];
  const seen = new Set(waiting);
  let total = 0;
  for (let from = waiting.pop(); from !== undefined; from = waiting.pop()) {
    for (const reached of closure(nfa, from)) collect(nfa, reached, steps[from], ends[from]);
    total += steps[from].length;
    if (total > MOST_STEPS) throw new RangeError("the pattern grows too big");
    for (const { to } of steps[from]) {
      arrivals[to]++;
      if (seen.has(to)) continue;
      seen.add(to);
      waiting.push(to);
    }
  }
  return { steps, ends, arrivals };
}

/** A state that skips lead to, and what must hold and happens on the way. */
interface Reached extends FlatEnd {
  readonly state: number;
}

function closure(nfa: Nfa, from: number): readonly Reached[] {
  const reached: Reached[] = [{ state: from, place: 0 }];
  if (nfa.skips[from].length === 0) return reached;
  const seen = new Set<string>();
  for (let index = 0; index < reached.length; index++) {
    for (const skip of nfa.skips[reached[index].state]) {
      const next = follow(reached[index], skip);
      if (next === undefined) continue;
      const key = `${next.state} ${next.place} ${next.flag}`;
      if (seen.has(key)) continue;
      seen.add(key);
      reached.push(next);
    }
  }
  return reached;
}

/** Flagged words that hold no token are no way through. */
function follow(at: Reached, skip: Skip): Reached | undefined {
  if (at.flag === "open" && skip.flag === "close") return undefined;
  return { state: skip.to, place: at.place | skip.place, flag: skip.flag ?? at.flag };
}

function collect(nfa: Nfa, reached: Reached, steps: FlatStep[], ends: FlatEnd[]): void {
  const { state, place, flag } = reached;
  if (state === nfa.final) ends.push({ place, flag });
  for (const { label, condition, to } of nfa.steps[state]) {
    steps.push({ label, condition, place, flag, to: merged(nfa, to) });
  }
}

/** A state that only hands on is the state it hands on to. */
function merged(nfa: Nfa, start: number): number {
  let state = start;
  while (state !== nfa.final && nfa.steps[state].length === 0 && nfa.skips[state].length === 1) {
    const [{ place, flag, apart, to }] = nfa.skips[state];
    if (place !== 0 || flag !== undefined || apart === true) break;
    state = to;
  }
  return state;
}
