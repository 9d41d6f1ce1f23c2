/**
 * Makes the ref that `uses: …/voicecheck@v0` names: `npm run release:ref`. GitHub installs nothing, so the commit holds what is built. It
 * stands beside the branch, as the tags of this version (v0.1.0) and of its line (v0, which moves). Nothing is pushed.
 */
import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** What a checkout lacks. */
const BUILT = ["dist", "THIRD-PARTY-NOTICES.txt"];

function git(args: readonly string[], env: Readonly<Record<string, string>> = {}): string {
  return execFileSync("git", args, { encoding: "utf8", env: { ...process.env, ...env } }).trim();
}

function versionOf(file: string): string {
  const { version } = JSON.parse(readFileSync(file, "utf8"));
  if (typeof version !== "string" || !/^\d+\.\d+\.\d+(?:-[\w.]+)?$/u.test(version))
    throw new Error(`${file} has no version like 1.2.3`);
  return version;
}

/** What keeps the release from being made. */
function obstacle(tag: string): string | undefined {
  if (git(["status", "--porcelain"]) !== "")
    return "there are changes that are not committed; commit or discard them";
  const missing = BUILT.find((path) => !existsSync(path));
  if (missing !== undefined) return `${missing} is not there; run npm run build`;
  if (git(["tag", "--list", tag]) !== "") return `the tag ${tag} is there; raise the version in package.json`;
  return undefined;
}

/** A commit of what HEAD holds and what is built; index and work tree stay as they are. */
function commitBuilt(message: string): string {
  const folder = mkdtempSync(join(tmpdir(), "voicecheck-release-"));
  try {
    const env = { GIT_INDEX_FILE: join(folder, "index") };
    git(["read-tree", "HEAD"], env);
    git(["add", "--force", "--", ...BUILT], env);
    return git(["commit-tree", git(["write-tree"], env), "-p", "HEAD", "-m", message]);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const version = versionOf("package.json");
const tag = `v${version}`;
const why = obstacle(tag);
if (why !== undefined) {
  console.error(`release:ref: ${why}`);
  process.exitCode = 2;
} else {
  const commit = commitBuilt(`chore(release): ${tag}, with what is built`);
  const line = version.includes("-") ? [] : [tag.replace(/\..*/u, "")];
  for (const name of [tag, ...line]) git(["tag", "--force", name, commit]);
  console.log(`${[tag, ...line].join(" and ")} are ${commit}`);
  console.log(`next: git push --force origin ${[tag, ...line].map((name) => `refs/tags/${name}`).join(" ")}`);
}
