/** Runs the browser suite on a report page of the posts in a folder (default `../shared/data`), or says what it needs and exits 2. */
import { spawnSync } from "node:child_process";
import { resolve } from "node:path";

const NAMES = ["chromium", "chromium-browser", "google-chrome"];
const named = process.env.VOICECHECK_CHROMIUM;
const found = (named === undefined ? NAMES : [named]).find(
  (name) => spawnSync(name, ["--version"], { encoding: "utf8" }).status === 0,
);
const path = found && spawnSync("sh", ["-c", `command -v "${found}"`], { encoding: "utf8" }).stdout.trim();
if (path === undefined || path === "") {
  console.error("test:browser needs Chromium: apt-get install chromium, or its path in VOICECHECK_CHROMIUM");
  process.exitCode = 2;
} else {
  console.error(path);
  const data = resolve(process.argv[2] ?? "../shared/data");
  const env = { ...process.env, VOICECHECK_CHROMIUM: path, VOICECHECK_DATA: data };
  const args = ["vitest", "run", "--config", "vitest.suites.config.ts", "browser"];
  process.exitCode = spawnSync("npx", args, { stdio: "inherit", env }).status ?? 1;
}
