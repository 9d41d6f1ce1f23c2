/** Runs the faults suite on a build, or says what it needs and exits 2: it mounts small file systems, which takes Linux and root. */
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

if (canMount()) {
  const args = ["vitest", "run", "--config", "vitest.suites.config.ts", "faults"];
  process.exitCode = spawnSync("npx", args, { stdio: "inherit" }).status ?? 1;
} else {
  console.error("test:faults needs Linux and the right to mount a tmpfs (root)");
  process.exitCode = 2;
}

function canMount(): boolean {
  const folder = mkdtempSync(join(tmpdir(), "voicecheck-"));
  const mounted = spawnSync("mount", ["-t", "tmpfs", "-o", "size=64k", "tmpfs", folder]).status === 0;
  if (mounted) spawnSync("umount", [folder]);
  rmSync(folder, { recursive: true, force: true });
  return mounted;
}
