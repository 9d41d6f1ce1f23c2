// Runs the tests on the newest Node lines, fetched from the npm registry; says so and exits 2 where they can't be had.
import { spawnSync } from "node:child_process";

const LINES = ["24"];
const vitest = ["node_modules/vitest/vitest.mjs", "run"];

for (const line of LINES) {
  const npx = ["-y", "-p", `node@${line}`, "node"];
  const version = spawnSync("npx", [...npx, "--version"], { encoding: "utf8" });
  if (version.status !== 0) {
    console.error(`test:nodes needs node@${line} from the npm registry, which can't be had here`);
    process.exitCode = 2;
    break;
  }
  console.error(`node ${version.stdout.trim()}`);
  const { status } = spawnSync("npx", [...npx, ...vitest], { stdio: "inherit" });
  if (status !== 0) process.exitCode = 1;
}
