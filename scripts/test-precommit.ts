/** Runs the pre-commit suite, or says what it needs and exits 2. */
import { spawnSync } from "node:child_process";

const found = spawnSync("pre-commit", ["--version"], { encoding: "utf8" });
if (found.error !== undefined || found.status !== 0) {
  console.error("test:precommit needs pre-commit: python3 -m pip install pre-commit");
  process.exitCode = 2;
} else {
  console.error(found.stdout.trim());
  const args = ["vitest", "run", "--config", "vitest.suites.config.ts", "precommit", "workflow"];
  process.exitCode = spawnSync("npx", args, { stdio: "inherit" }).status ?? 1;
}
