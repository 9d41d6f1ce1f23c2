/** The hooks of integrations/lefthook as people use them: the real lefthook, commits blocked and let through. Needs a build. */
import { copyFileSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { installPacked } from "./installed.ts";
import { git } from "./release.ts";
import { emptyFolder, mustRun, type Ran, root, run } from "./shell.ts";

const identity = ["-c", "user.name=Ana", "-c", "user.email=ana@example.org", "-c", "commit.gpgsign=false"];

it("checks the posts that a commit changes, then its message", () => {
  const repository = emptyFolder();
  installPacked(repository);
  git(repository, "init", "--quiet", "-b", "main");
  mkdirSync(join(repository, "posts/late june"), { recursive: true });
  const sheet = join(repository, "posts/late june/old posts.csv");
  copyFileSync(join(root, "integrations/lefthook/lefthook.yml"), join(repository, "lefthook.yml"));
  writeFileSync(join(repository, ".gitignore"), "node_modules\n*.tgz\npackage*.json\n");
  writeFileSync(sheet, "id,text\n1,Tag a friend who loves rye!\n2,The oven is warm.\n");
  git(repository, "add", "-A");
  git(repository, "commit", "--quiet", "-m", "june");
  mustRun("npx", ["-y", "lefthook@2", "install"], { cwd: repository });
  const commit = (post: string, message: string): Ran => {
    writeFileSync(sheet, `id,text\n2,${post}\n1,Tag a friend who loves rye!\n`);
    git(repository, "add", "-A");
    return run("git", [...identity, "commit", "-m", message], { cwd: repository });
  };

  const post = commit("Tag a friend who is early.", "Later hours");
  expect(post.stdout + post.stderr).toContain("old posts.csv:2");
  expect(post.stdout + post.stderr).not.toContain("old posts.csv:3");
  expect(post.code).not.toBe(0);

  const message = commit("The oven is warm until six.", "Tag a friend who is early!");
  expect(message.stdout + message.stderr).toContain("COMMIT_EDITMSG:1");
  expect(message.code).not.toBe(0);

  const passed = commit("The oven is warm until six.", "Later hours");
  expect(passed.stdout + passed.stderr).toContain("voicecheck");
  expect(passed.code).toBe(0);
  expect(git(repository, "log", "--format=%s").split("\n")).toEqual(["Later hours", "june"]);
});
