/** Runs the lefthook suite, or says what it needs and exits 2. */
import { spawnSync } from "node:child_process";

const found = spawnSync("npx", ["-y", "lefthook@2", "version"], { encoding: "utf8" });
if (found.error !== undefined || found.status !== 0) {
  console.error("test:lefthook needs lefthook@2 from the npm registry, which can't be had here");
  process.exitCode = 2;
} else {
  console.error(`lefthook ${found.stdout.trim()}`);
  const args = ["vitest", "run", "--config", "vitest.suites.config.ts", "lefthook"];
  process.exitCode = spawnSync("npx", args, { stdio: "inherit" }).status ?? 1;
}
