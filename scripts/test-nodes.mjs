// Runs every command on the newer Node lines, fetched from the npm registry, and compares it with what this Node gives; needs a build.
// With --whole all tests run on the newest of them instead. Says which lines can't be had, and exits 2 where none can.
import { spawnSync } from "node:child_process";

const LINES = ["22", "24", "26"];

/** The Node of a line; nothing where the registry doesn't have it. */
function fetchNode(line) {
  const script = "console.log(process.version + '=' + process.execPath)";
  const { status, stdout } = spawnSync("npx", ["-y", "-p", `node@${line}`, "node", "-e", script], {
    encoding: "utf8",
  });
  return status === 0 && stdout.startsWith(`v${line}.`) ? stdout.trim() : undefined;
}

function vitest(node, args, env = {}) {
  const { status } = spawnSync(node, ["node_modules/vitest/vitest.mjs", "run", ...args], {
    stdio: "inherit",
    env: { ...process.env, ...env },
  });
  if (status !== 0) process.exitCode = 1;
}

const found = LINES.flatMap((line) => {
  const node = fetchNode(line);
  if (node === undefined) console.error(`test:nodes: node@${line} can't be had from the npm registry here`);
  return node ?? [];
});
console.error([`this Node ${process.version}`, ...found.map((node) => node.replace(/=.*/u, ""))].join(", "));
if (found.length === 0) process.exitCode = 2;
else if (process.argv.includes("--whole")) vitest(found.at(-1).replace(/^[^=]*=/u, ""), []);
else {
  const suites = ["--config", "vitest.suites.config.ts", "smoke", "denied"];
  vitest(process.execPath, suites, { VOICECHECK_NODES: found.join("\n") });
}
