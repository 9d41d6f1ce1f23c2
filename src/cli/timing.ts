import { type Lint, prepare } from "../lint.ts";
import { padded } from "../reporters/cells.ts";
import { counted } from "../reporters/counts.ts";
import { harmless, harmlessLines } from "../reporters/harmless.ts";
import type { Pack, Post, PostResult } from "../types.ts";
import type { Io } from "./io.ts";

/** More posts than these make the numbers no truer. */
const MOST_POSTS = 200;
const MOST_RULES = 20;
const ROUNDS = 3;

interface Timed {
  readonly rule: string;
  /** Milliseconds beside what reading the words takes. */
  readonly took: number;
}

/**
 * `--timing`: what each rule takes alone. In a run all phrases are found in one pass, so that no rule has a time of its own there; here
 * each rule runs without the others, over some of the posts, and what a pack without rules takes is left out.
 */
export async function timingLines(results: readonly PostResult[], pack: Pack, io: Io): Promise<string> {
  const step = Math.max(1, Math.ceil(results.length / MOST_POSTS));
  const posts = results.filter((_, index) => index % step === 0).map(({ post }) => post);
  const words = await timeOf(prepare({ ...pack, rules: [], overrides: [] }), posts, io);
  const timed: Timed[] = [];
  for (const { id, off } of pack.rules) {
    if (off === true) continue;
    const took = await timeOf(prepare(pack, { only: [id], today: io.today() }), posts, io);
    timed.push({ rule: id, took: Math.max(0, took - words) });
  }
  timed.sort((one, other) => other.took - one.took);
  const width = Math.max(0, ...timed.map(({ rule }) => rule.length));
  return harmlessLines([
    `timing: ${counted(posts.length, "post")}, each rule alone, beside ${shown(words)} ms for reading their words`,
    ...timed
      .slice(0, MOST_RULES)
      .map(({ rule, took }) => `  ${padded(harmless(rule), width)}  ${shown(took).padStart(8)} ms`),
  ]);
}

/** The quickest of some rounds: the others waited for something. */
async function timeOf(lint: Lint, posts: readonly Post[], { clock }: Io): Promise<number> {
  await lint.load();
  let best = Number.POSITIVE_INFINITY;
  for (let round = 0; round < ROUNDS; round++) {
    const start = clock();
    for (const post of posts) lint(post);
    best = Math.min(best, clock() - start);
  }
  return best;
}

function shown(milliseconds: number): string {
  return milliseconds.toFixed(1);
}
