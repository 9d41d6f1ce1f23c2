import { once } from "node:events";
import type { BatchAnswer } from "./answer-batch.ts";
import { Interrupted } from "./io.ts";
import { inBatches } from "./line-batches.ts";
import type { StreamLine } from "./ndjson-stream.ts";
import type { Stream } from "./stream.ts";
import type { Target } from "./targets.ts";
import { startWorkers, type Workers } from "./workers.ts";

/** So many batches wait for each worker: enough that none is idle, few enough that memory stays flat. */
const AHEAD = 3;

/** Checks the lines of a target with several threads; the answers are written in the order of the lines, byte for byte as one thread would. */
export async function streamByWorkers(
  { name, path }: Target,
  lines: AsyncIterable<StreamLine>,
  stream: Stream,
  start: typeof startWorkers = startWorkers,
): Promise<boolean> {
  const { io, jobs, options } = stream;
  // The lines are read here, so the workers need the target's name and place alone.
  const content = { kind: "stdin" } as const;
  const task = { argv: options.argv ?? [], target: { name, path, content, foundIn: new Set<string>() } };
  const workers = start(jobs, task);
  try {
    return await Promise.race([answerAll(workers, lines, stream), interruption(io.signal)]);
  } finally {
    await workers.end();
  }
}

async function answerAll(
  workers: Workers,
  lines: AsyncIterable<StreamLine>,
  stream: Stream,
): Promise<boolean> {
  const { io, jobs } = stream;
  const open: Promise<BatchAnswer>[] = [];
  let hadPosts = false;
  const takeFirst = async (): Promise<void> => {
    const answer = await open.shift();
    if (answer === undefined) return;
    hadPosts ||= answer.hadPosts;
    await tell(answer, stream);
  };
  for await (const batch of inBatches(lines)) {
    if (io.signal.aborted || io.stdout.isGone()) break;
    const answer = workers.answer(batch);
    // It is awaited in its turn; until then its failure is nobody's.
    answer.catch(() => {});
    open.push(answer);
    while (open.length > jobs * AHEAD) await takeFirst();
  }
  while (open.length > 0) await takeFirst();
  if (io.signal.aborted) throw new Interrupted();
  return hadPosts;
}

async function tell(answer: BatchAnswer, stream: Stream): Promise<void> {
  answer.said.forEach(stream.say);
  answer.problems.forEach(stream.onProblem);
  if (answer.failed) stream.onFailed();
  if (answer.firstSpared !== undefined) stream.onSpared(answer.spared, answer.firstSpared);
  await stream.write(`${answer.lines.join("\n")}\n`);
}

async function interruption(signal: AbortSignal): Promise<never> {
  if (!signal.aborted) await once(signal, "abort");
  throw new Interrupted();
}
