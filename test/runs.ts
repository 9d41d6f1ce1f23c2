import fc from "fast-check";

/**
 * `npm test` draws the same cases every time, so that what fails in one place fails in all; `npm run test:long` draws new ones, and
 * many times as many; `npm run mutants`, which runs a test again and again, a tenth.
 */
const SEED = 20_261_101;
const FAST_CHECK_RUNS = 100;

const { VOICECHECK_SEED: seed = SEED, VOICECHECK_RUNS: factor = 1 } = process.env;

/** How often a property is to run when it runs `count` times in `npm test`. */
export function runs(count: number): number {
  return Math.ceil(count * Number(factor));
}

/** How long a text that must not cost too much is to be where it is `count` in `npm test`: never longer, and shorter for `npm run mutants`. */
export function atMost(count: number): number {
  return Math.ceil(count * Math.min(1, Number(factor)));
}

fc.configureGlobal({
  seed: Number(seed),
  numRuns: runs(FAST_CHECK_RUNS),
  // What fails there is a mutant: nobody asks for its smallest case.
  endOnFailure: Number(factor) < 1,
});
