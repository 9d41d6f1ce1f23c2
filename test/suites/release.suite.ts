/** A release as GitHub and pre-commit take it: a tag that holds what is built, checked out, run where nothing is installed. Needs a build. */
import { cpSync, existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { runAction } from "./action.ts";
import { git, releasedClone, releaseRef } from "./release.ts";
import { emptyFolder, keptFolder, mustRun, root } from "./shell.ts";

const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));

let source: string;
let action: string;

beforeAll(() => {
  const home = keptFolder();
  source = releasedClone(join(home, "source"));
  action = join(home, "action");
  mustRun("git", ["clone", "--quiet", "--depth", "1", "--branch", "v0", `file://${source}`, action], {
    cwd: home,
  });
});

describe("release:ref", () => {
  it("tags a commit of what is built beside the branch, and touches nothing else", () => {
    expect(git(source, "status", "--porcelain")).toBe("");
    expect(git(source, "rev-parse", "v0^{commit}")).toBe(git(source, "rev-parse", `v${version}^{commit}`));
    expect(git(source, "rev-parse", "v0^")).toBe(git(source, "rev-parse", "HEAD"));
    const added = git(source, "diff", "--name-status", "HEAD", "v0").split("\n");
    expect(added).toContain("A\tdist/launch.cjs");
    expect(added.filter((line) => !/^A\t(?:dist\/|THIRD-PARTY-NOTICES\.txt$)/u.test(line))).toEqual([]);
  });

  it("moves the tag of the line, and never one of a version", () => {
    const again = releaseRef(source);
    expect(again).toMatchObject({
      code: 2,
      stderr: `release:ref: the tag v${version} is there; raise the version in package.json\n`,
    });
    const folder = emptyFolder();
    mustRun("git", ["clone", "--quiet", source, folder], { cwd: folder });
    for (const name of ["dist", "THIRD-PARTY-NOTICES.txt"])
      cpSync(join(root, name), join(folder, name), { recursive: true });
    const old = git(folder, "rev-parse", "v0");
    mustRun("npm", ["version", "--no-git-tag-version", "0.99.0"], { cwd: folder });
    expect(releaseRef(folder)).toMatchObject({ code: 2, stderr: expect.stringContaining("not committed") });
    git(folder, "commit", "--quiet", "-am", "0.99.0");
    expect(releaseRef(folder).code).toBe(0);
    expect(git(folder, "rev-parse", "v0")).toBe(git(folder, "rev-parse", "v0.99.0"));
    expect(git(folder, "rev-parse", "v0")).not.toBe(old);
    expect(git(folder, "rev-parse", `v${version}`)).toBe(old);
  });

  it("makes no release of nothing", () => {
    const folder = emptyFolder();
    mustRun("git", ["clone", "--quiet", "--no-tags", source, folder], { cwd: folder });
    expect(releaseRef(folder)).toMatchObject({
      code: 2,
      stderr: expect.stringContaining("run npm run build"),
    });
  });

  it("is not built again where it is installed", () => {
    mustRun(process.execPath, ["scripts/prepare.mjs"], { cwd: action });
    expect(existsSync(join(action, "node_modules"))).toBe(false);
  });
});

/** A repository with a branch that edits a post, and the event of its pull request. */
function pullRequest(): { readonly workspace: string; readonly event: unknown } {
  const workspace = emptyFolder();
  const calendar = join(workspace, "june.csv");
  git(workspace, "init", "--quiet", "-b", "main");
  writeFileSync(calendar, "id,text\n1,Tag a friend who loves rye!\n2,The oven is warm at four.\n");
  git(workspace, "add", "-A");
  git(workspace, "commit", "--quiet", "-m", "june");
  const sha = git(workspace, "rev-parse", "HEAD");
  git(workspace, "checkout", "--quiet", "-b", "edit");
  writeFileSync(calendar, "id,text\n2,We leverage the oven at four.\n1,Tag a friend who loves rye!\n");
  git(workspace, "commit", "--quiet", "-am", "edit");
  return { workspace, event: { action: "synchronize", pull_request: { base: { sha, ref: "main" } } } };
}

describe("the action, checked out at a release", () => {
  it("annotates the edited post, and writes what the runner and later steps take", () => {
    const sarif = join(emptyFolder(), "voicecheck.sarif");
    const inputs = { "fail-on": "warning", sarif };
    const { summary, ...ran } = runAction({ action, ...pullRequest(), inputs });
    expect(ran).toEqual({
      code: 1,
      stdout:
        "::warning title=corporate/jargon/leverage,file=june.csv,line=2,endLine=2,col=6,endColumn=14::“leverage” is meeting-room talk. Say “use”.\n",
      stderr: expect.stringContaining("no voicecheck.yaml here"),
      outputs: "posts=1\nflagged=1\nerrors=0\nwarnings=1\ninfos=0\nfixable=1\n",
    });
    expect(summary).toContain("### voicecheck: 1 flag in 1 of 1 post");
    expect(JSON.parse(readFileSync(sarif, "utf8")).runs[0].results).toHaveLength(1);
  });

  it("judges a branch by the pack of its base, as SECURITY.md says", () => {
    const { workspace } = pullRequest();
    const pack = (level: string): string =>
      `voicecheck: 1\nextends: [voicecheck:social]\nrules: {corporate/jargon: ${level}}\n`;
    git(workspace, "checkout", "--quiet", "main");
    writeFileSync(join(workspace, "voicecheck.yaml"), pack("error"));
    git(workspace, "add", "-A");
    git(workspace, "commit", "--quiet", "-m", "pack");
    const sha = git(workspace, "rev-parse", "HEAD");
    git(workspace, "checkout", "--quiet", "-b", "lax");
    git(workspace, "merge", "--quiet", "-m", "merge", "edit");
    writeFileSync(join(workspace, "voicecheck.yaml"), pack("off"));
    git(workspace, "commit", "--quiet", "-am", "no rules");
    const since = { pull_request: { base: { sha } } };
    expect(runAction({ action, workspace, event: since })).toMatchObject({ code: 0, stdout: "" });
    git(workspace, "checkout", sha, "--", "voicecheck.yaml");
    const judged = runAction({ action, workspace, event: since, inputs: { config: "voicecheck.yaml" } });
    expect(judged).toMatchObject({
      code: 1,
      stdout: expect.stringMatching(/^::error title=corporate\/jargon/u),
    });
  });

  it("says what to name where nothing is built", () => {
    const folder = emptyFolder();
    mustRun("git", ["clone", "--quiet", "--depth", "1", "--no-tags", `file://${source}`, folder], {
      cwd: folder,
    });
    const { code, stdout } = runAction({ action: folder, ...pullRequest() });
    expect(stdout).toMatch(/^::error title=voicecheck::[^\n]*is not built; name a release[^\n]*\n$/u);
    expect(code).toBe(2);
  });
});
