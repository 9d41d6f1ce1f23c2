/** A release as GitHub and pre-commit take it: a tag that holds what is built, checked out, run where nothing is installed. Needs a build. */
import { appendFileSync, cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { git, releasedClone, releaseRef } from "./release.ts";
import { emptyFolder, keptFolder, mustRun, type Ran, root, run } from "./shell.ts";

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
    expect(added).toContain("A\tdist/cli.cjs");
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

/** A repository with a branch that edits a post and adds another, and the event of its pull request. */
function pullRequest(): { readonly repository: string; readonly event: string } {
  const repository = emptyFolder();
  const calendar = join(repository, "june.csv");
  git(repository, "init", "--quiet", "-b", "main");
  writeFileSync(calendar, "id,text\n1,Tag a friend who loves rye!\n2,The oven is warm at four.\n");
  git(repository, "add", "-A");
  git(repository, "commit", "--quiet", "-m", "june");
  const sha = git(repository, "rev-parse", "HEAD");
  git(repository, "checkout", "--quiet", "-b", "edit");
  writeFileSync(calendar, "id,text\n2,We leverage the oven at four.\n1,Tag a friend who loves rye!\n");
  git(repository, "commit", "--quiet", "-am", "edit");
  const event = join(emptyFolder(), "event.json");
  writeFileSync(
    event,
    JSON.stringify({ action: "synchronize", pull_request: { base: { sha, ref: "main" } } }),
  );
  return { repository, event };
}

/** Starts the action's main file as the runner does: its folder has no node_modules, inputs are in the environment. */
function runAction(
  folder: string,
  { repository, event }: ReturnType<typeof pullRequest>,
): Ran & { readonly files: string } {
  const files = emptyFolder();
  for (const name of ["output", "summary"]) appendFileSync(join(files, name), "");
  mkdirSync(join(files, "temp"));
  const env = {
    ...{ CI: "true", GITHUB_ACTIONS: "true", GITHUB_EVENT_NAME: "pull_request", GITHUB_EVENT_PATH: event },
    ...{
      GITHUB_WORKSPACE: repository,
      GITHUB_OUTPUT: join(files, "output"),
      GITHUB_STEP_SUMMARY: join(files, "summary"),
    },
    ...{ RUNNER_TEMP: join(files, "temp"), XDG_CACHE_HOME: join(files, "cache") },
    ...{ INPUT_PATHS: "", INPUT_CONFIG: "", "INPUT_FAIL-ON": "warning", INPUT_SINCE: "", INPUT_BASELINE: "" },
    ...{ INPUT_SARIF: join(files, "voicecheck.sarif"), INPUT_HTML: "" },
  };
  return { ...run(process.execPath, [join(folder, "bin/action.js")], { cwd: repository, env }), files };
}

describe("the action, checked out at a release", () => {
  it("annotates the edited post, and writes what the runner and later steps take", () => {
    const { files, ...ran } = runAction(action, pullRequest());
    expect(ran).toEqual({
      code: 1,
      stdout:
        "::warning title=corporate/jargon/leverage,file=june.csv,line=2,endLine=2,col=6,endColumn=14::“leverage” is meeting-room talk. Say “use”.\n",
      stderr: "no voicecheck.yaml here, so the built-in pack voicecheck:social is used\n",
    });
    expect(readFileSync(join(files, "output"), "utf8")).toBe(
      "posts=1\nflagged=1\nerrors=0\nwarnings=1\ninfos=0\nfixable=1\n",
    );
    expect(readFileSync(join(files, "summary"), "utf8")).toContain("### voicecheck: 1 flag in 1 of 1 post");
    expect(JSON.parse(readFileSync(join(files, "voicecheck.sarif"), "utf8")).runs[0].results).toHaveLength(1);
  });

  it("says what to name where nothing is built", () => {
    const folder = emptyFolder();
    mustRun("git", ["clone", "--quiet", "--depth", "1", "--no-tags", `file://${source}`, folder], {
      cwd: folder,
    });
    rmSync(join(folder, "dist"), { recursive: true, force: true });
    const { code, stdout } = runAction(folder, pullRequest());
    expect(stdout).toMatch(/^::error title=voicecheck::[^\n]*is not built; name a release[^\n]*\n$/u);
    expect(code).toBe(2);
  });
});
