import { main } from "./main.ts";
import { processIo } from "./process-io.ts";

export { main } from "./main.ts";

/** Runs voicecheck as this process: arguments in, exit code out. */
export async function run(): Promise<void> {
  process.exitCode = await main(process.argv.slice(2), processIo());
}
