import { main } from "./main.ts";
import { processIo } from "./process-io.ts";
import { leaveMemory } from "./spare-memory.ts";

export { main } from "./main.ts";

/** Runs a thread of `--jobs`. What goes wrong ends the thread, and the main thread hears of it. */
export async function work(): Promise<void> {
  const { workerData } = process.getBuiltinModule("node:worker_threads");
  await (await import("./worker.ts")).work(workerData);
}

/** Runs voicecheck as a GitHub Action: inputs from the environment, exit code out. */
export async function act(): Promise<void> {
  const action = await import("./action.ts");
  process.exitCode = await action.act(processIo());
}

/**
 * Runs voicecheck as this process: arguments in, exit code out. What loaded it may leave memory that it needs no more. All that was
 * written is taken by now, so the process ends here: else V8 would collect the garbage that it planned to, and tear down its heap.
 */
export async function run(memory?: Buffer): Promise<void> {
  leaveMemory(memory);
  process.exit(await main(process.argv.slice(2), processIo()));
}
