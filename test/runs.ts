import fc from "fast-check";

/**
 * `npm test` draws the same cases every time, so that what fails in one place fails in all; `npm run test:long` draws new ones, and
 * many times as many.
 */
const SEED = 20_261_101;
const FAST_CHECK_RUNS = 100;

const { VOICECHECK_SEED: seed = SEED, VOICECHECK_RUNS: factor = 1 } = process.env;

/** How often a property is to run when it runs `count` times in `npm test`. */
export function runs(count: number): number {
  return count * Number(factor);
}

fc.configureGlobal({ seed: Number(seed), numRuns: runs(FAST_CHECK_RUNS) });
