// Builds after an install. Plain JavaScript, since it runs where nothing may be installed yet: `npm install -g git+file://…`
// (pre-commit does that) hands `global` on to the lifecycle scripts of the clone and leaves its development packages out.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const INHERITED = /^npm_config_(global|location|prefix|omit|production|include|dev|only|ignore_scripts)$/iu;

const env = Object.fromEntries(
  Object.entries(process.env).filter(([name]) => !INHERITED.test(name) && name !== "NODE_ENV"),
);

/** Runs a command in the project's folder; a failure ends the build with its code. */
function run(command, args) {
  const { status, error } = spawnSync(command, args, {
    cwd: root,
    env,
    stdio: ["ignore", 2, 2],
    shell: process.platform === "win32",
  });
  if (status === 0) return;
  console.error(
    `voicecheck: building failed at “${command} ${args.join(" ")}”${error ? `: ${error.message}` : ""}`,
  );
  process.exit(status ?? 1);
}

/** A release holds what was built and tested (scripts/release-ref.ts). */
function isRelease() {
  const { status, stdout } = spawnSync("git", ["ls-files", "dist/launch.cjs"], {
    cwd: root,
    encoding: "utf8",
  });
  return status === 0 && stdout !== "";
}

const builder = join(root, "node_modules", "tsx", "dist", "cli.mjs");
if (!isRelease()) {
  if (!existsSync(builder))
    run("npm", ["ci", "--ignore-scripts", "--include=dev", "--no-audit", "--no-fund"]);
  run(process.execPath, [builder, join("scripts", "build.ts")]);
}
