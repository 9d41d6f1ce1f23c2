/** The hook as people use it: the real pre-commit, this repository cloned as the hook's source, a commit blocked and one let through. */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { emptyFolder, mustRun, type Ran, root, run } from "./shell.ts";

const identity = ["-c", "user.name=Ana", "-c", "user.email=ana@example.org", "-c", "commit.gpgsign=false"];

function git(cwd: string, ...args: string[]): Ran {
  return mustRun("git", [...identity, ...args], { cwd });
}

/** A bare clone of this repository's last commit, as the hook's source. */
function hookSource(folder: string): { readonly url: string; readonly rev: string } {
  const url = join(folder, "voicecheck.git");
  mustRun("git", ["clone", "--quiet", "--bare", root, url], { cwd: folder });
  return { url, rev: mustRun("git", ["rev-parse", "HEAD"], { cwd: url }).stdout.trim() };
}

it("blocks the commit of a post or a message with an error and lets good ones pass", () => {
  const folder = emptyFolder();
  const { url, rev } = hookSource(folder);
  const repo = join(folder, "posts");
  mkdirSync(repo);
  git(repo, "init", "--quiet");
  writeFileSync(
    join(repo, ".pre-commit-config.yaml"),
    `repos:\n  - repo: ${url}\n    rev: ${rev}\n    hooks:\n      - id: voicecheck\n      - id: voicecheck-commit-msg\n`,
  );
  git(repo, "add", ".pre-commit-config.yaml");
  const env = { PRE_COMMIT_HOME: join(folder, "cache") };
  mustRun("pre-commit", ["install", "-t", "pre-commit", "-t", "commit-msg"], { cwd: repo, env });

  writeFileSync(
    join(repo, "post.txt"),
    "New bread is here. Like and share to win a free loaf! Tag a friend who loves rye.\n",
  );
  git(repo, "add", "post.txt");
  const blocked = run("git", [...identity, "commit", "-m", "post"], { cwd: repo, env });
  expect(blocked.code).toBe(1);
  expect(blocked.stdout + blocked.stderr).toContain("post.txt:1");

  writeFileSync(join(repo, "post.txt"), "We baked rye at four this morning. Come by while it's warm.\n");
  git(repo, "add", "post.txt");
  const message = run("git", [...identity, "commit", "-m", "Rye\n\nTag a friend who loves rye."], {
    ...{ cwd: repo, env },
  });
  expect(message.code).toBe(1);
  expect(message.stdout + message.stderr).toContain("COMMIT_EDITMSG:1");

  const passed = run("git", [...identity, "commit", "-m", "post"], { cwd: repo, env });
  expect((passed.stdout + passed.stderr).match(/\.Passed$/gmu)).toHaveLength(2);
  expect(passed.code).toBe(0);
});
