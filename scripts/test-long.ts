/** Runs every test with new random cases, many times as many as `npm test`: `npx tsx scripts/test-long.ts [times] [seed]`. */
import { spawnSync } from "node:child_process";

const times = process.argv[2] ?? "20";
const seed = process.argv[3] ?? String(Math.floor(Math.random() * 2 ** 31));
console.log(`${times} times as many cases as npm test, seed ${seed}`);
const vitest = ["node_modules/vitest/vitest.mjs", "run", "--testTimeout", "7200000"];
const env = { ...process.env, VOICECHECK_RUNS: times, VOICECHECK_SEED: seed };
process.exitCode = spawnSync(process.execPath, vitest, { stdio: "inherit", env }).status ?? 1;
