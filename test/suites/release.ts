import { cpSync } from "node:fs";
import { join } from "node:path";
import { mustRun, type Ran, root, run } from "./shell.ts";

const IDENTITY = {
  ...{ GIT_AUTHOR_NAME: "Ana", GIT_AUTHOR_EMAIL: "ana@example.org" },
  ...{ GIT_COMMITTER_NAME: "Ana", GIT_COMMITTER_EMAIL: "ana@example.org" },
};

/** What a git command that must succeed prints, without blanks at its ends. */
export function git(cwd: string, ...args: readonly string[]): string {
  return mustRun("git", ["-c", "commit.gpgsign=false", ...args], { cwd, env: IDENTITY }).stdout.trim();
}

/** Makes the release of a checkout. */
export function releaseRef(cwd: string): Ran {
  const args = ["--import", import.meta.resolve("tsx"), join(root, "scripts/release-ref.ts")];
  return run(process.execPath, args, { cwd, env: IDENTITY });
}

/** A clone of this repository's last commit with the release of what is built here. */
export function releasedClone(folder: string): string {
  mustRun("git", ["clone", "--quiet", "--no-tags", root, folder], { cwd: root });
  for (const name of ["dist", "THIRD-PARTY-NOTICES.txt"])
    cpSync(join(root, name), join(folder, name), { recursive: true });
  const made = releaseRef(folder);
  if (made.code !== 0) throw new Error(made.stderr);
  return folder;
}
