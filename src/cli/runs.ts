import type { Inspected } from "../lint.ts";
import { type LintRun, prepareRun } from "../lint-run.ts";
import type { PostResult, Problem } from "../types.ts";
import { fails } from "./exit-code.ts";
import type { PackLint } from "./lints.ts";
import type { Options } from "./options.ts";

/** The results of all posts, in order; those of one pack are judged together. */
export interface Runs {
  readonly add: (packLint: PackLint, inspected: Inspected) => void;
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
export function createRuns({ only, skip, all }: Options, today: string): Runs {
  const runs = new Map<PackLint, LintRun>();
  const order: PackLint[] = [];
  const add: Runs["add"] = (packLint, inspected) => {
    const run = runs.get(packLint) ?? prepareRun(packLint.pack, { only, skip, all, today });
    runs.set(packLint, run);
    run.add(inspected);
    order.push(packLint);
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
    const spared = spare(inOrder);
    return { results: spared, failed: spared.some((result, index) => fails(result, order[index].failOn)) };
  };
  return { add, end };
}
