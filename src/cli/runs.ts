import type { Inspected } from "../lint.ts";
import { type LintRun, prepareRun } from "../lint-run.ts";
import type { PostResult, Problem } from "../types.ts";
import { fails } from "./exit-code.ts";
import type { Io } from "./io.ts";
import { askedOf, type PackLint } from "./lints.ts";
import type { Options } from "./options.ts";

/** The results of all posts, in order; those of one pack are judged together. */
export interface Runs {
  /** A post that is not reported counts for rules over many posts all the same. */
  readonly add: (packLint: PackLint, inspected: Inspected, isReported: boolean) => void;
  /** `spare` may leave findings out, and keeps the order. */
  readonly end: (
    onProblem: (problem: Problem) => void,
    spare?: Spare,
  ) => {
    readonly results: readonly PostResult[];
    readonly failed: boolean;
  };
}

export type Spare = (results: readonly PostResult[]) => readonly PostResult[];

/** Results that are told one after the other. */
export function createRuns(options: Options, io: Pick<Io, "today">): Runs {
  const asked = askedOf(options, io);
  const runs = new Map<PackLint, LintRun>();
  const order: PackLint[] = [];
  const reported: boolean[] = [];
  const add: Runs["add"] = (packLint, inspected, isReported) => {
    const run = runs.get(packLint) ?? prepareRun(packLint.pack, asked);
    runs.set(packLint, run);
    run.add(inspected, !isReported);
    order.push(packLint);
    reported.push(isReported);
  };
  const end: Runs["end"] = (onProblem, spare = (all) => all) => {
    const results = new Map<PackLint, Iterator<PostResult>>();
    for (const [packLint, run] of runs) {
      const told = run.end();
      told.notes.forEach(onProblem);
      results.set(packLint, told.results[Symbol.iterator]());
    }
    const inOrder = order.flatMap((packLint) => {
      const next = results.get(packLint)?.next();
      return next === undefined || next.done === true ? [] : [next.value];
    });
    const packs = order.filter((_, index) => reported[index]);
    const spared = spare(inOrder.filter((_, index) => reported[index]));
    return { results: spared, failed: spared.some((result, index) => fails(result, packs[index].failOn)) };
  };
  return { add, end };
}
