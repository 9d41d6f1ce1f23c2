import { join } from "node:path";
import { Worker } from "node:worker_threads";
import type { BatchAnswer } from "./answer-batch.ts";
import type { StreamLine } from "./ndjson-stream.ts";
import type { Target } from "./targets.ts";

/** What a worker must know to answer lines as the main thread would. */
export interface WorkerTask {
  readonly argv: readonly string[];
  readonly target: Target;
}

/** Threads that answer lines of NDJSON. */
export interface Workers {
  /** Gives a batch to the next worker in turn. Rejects when the worker died. */
  readonly answer: (batch: readonly StreamLine[]) => Promise<BatchAnswer>;
  readonly end: () => Promise<void>;
}

/** From where this is built. */
const PROGRAM = join(import.meta.dirname, "../../bin/worker.js");

/** Starts workers. Each loads its own program and pack, which takes a tenth of a second. */
export function startWorkers(count: number, task: WorkerTask, program: string = PROGRAM): Workers {
  const team = Array.from({ length: count }, () => startWorker(program, task));
  let turn = 0;
  return {
    answer: (batch) => team[turn++ % team.length].answer(batch),
    end: async () => {
      await Promise.all(team.map(({ worker }) => worker.terminate()));
    },
  };
}

interface Waiting {
  readonly resolve: (answer: BatchAnswer) => void;
  readonly reject: (error: unknown) => void;
}

/** A worker answers its batches in the order in which it gets them. */
function startWorker(
  path: string,
  workerData: WorkerTask,
): { readonly worker: Worker; readonly answer: Workers["answer"] } {
  const worker = new Worker(path, { workerData });
  const waiting: Waiting[] = [];
  let death: unknown;
  const die = (error: unknown): void => {
    death ??= error;
    for (const { reject } of waiting.splice(0)) reject(death);
  };
  worker.on("message", (answer: BatchAnswer) => waiting.shift()?.resolve(answer));
  worker.on("error", die);
  worker.on("exit", () => die(new Error("a worker ended before its lines were answered")));
  const answer: Workers["answer"] = (batch) =>
    new Promise((resolve, reject) => {
      if (death !== undefined) return reject(death);
      waiting.push({ resolve, reject });
      worker.postMessage(batch);
    });
  return { worker, answer };
}
