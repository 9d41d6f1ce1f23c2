import { type MessagePort, parentPort } from "node:worker_threads";
import { answerBatch, type BatchAnswer } from "./answer-batch.ts";
import { knownOfFile, prepareLints } from "./lints.ts";
import { parseArguments } from "./options.ts";
import { processIo } from "./process-io.ts";
import type { WorkerTask } from "./workers.ts";

/** Answers batches of lines in a thread of its own, by the pack that the command line and the target's path name. */
export async function work(
  { argv, target }: WorkerTask,
  port: MessagePort | null = parentPort,
): Promise<void> {
  const request = await parseArguments(argv);
  if (request.command !== "check" || port === null) throw new Error("a worker checks posts and nothing else");
  const { options } = request;
  const silent = { write: async () => {}, isGone: () => false, hasColors: () => false, width: 0 };
  const lintFor = await prepareLints([target], options, { ...processIo(), stderr: silent });
  const packLint = lintFor(target);
  const answering = {
    source: { ...knownOfFile(packLint, target, options), name: target.name, report: () => {} },
    facts: options.facts,
    lint: packLint.lint,
    asked: options,
  };
  port.on("message", (batch) => {
    const answer: Promise<BatchAnswer> = answerBatch(batch, answering, options.failOn ?? "never");
    answer
      .then((done) => port.postMessage(done))
      .catch((error: unknown) => {
        // An error in this thread ends it, and the main thread hears of that.
        setImmediate(() => {
          throw error;
        });
      });
  });
}
