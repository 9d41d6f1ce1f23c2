/** A team's way from nothing to a pull request, with the real git, pre-commit and the action's entry. Needs a build and pre-commit. */
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { runAction } from "./action.ts";
import { git, releasedClone } from "./release.ts";
import { emptyFolder, keptFolder, mustRun, type Ran, root, run } from "./shell.ts";

const identity = ["-c", "user.name=Ana", "-c", "user.email=ana@example.org", "-c", "commit.gpgsign=false"];
const BASELINE = "known.ndjson";
const SHEET = "calendar/june.csv";
/** The post that is edited, as it was, and two ways to say it. */
const OLD = "Does anybody in Leeds still have a stone mill?";
const BAIT = "Does anybody in Leeds still have a stone mill? Tag a friend who has one!";
const STIFF = "Does anybody in Leeds still leverage a stone mill?";

let action: string;
let home: string;
let repository: string;

/** Sorts the rows of the sheet the other way round, with the post's words changed. */
function resort(words: string): void {
  const [head, ...rows] = readFileSync(join(root, "fixtures/posts/calendar.csv"), "utf8")
    .trimEnd()
    .split("\n");
  const text = [head, ...rows.toReversed()].join("\n").replace(OLD, words);
  writeFileSync(join(repository, SHEET), `${text}\n`);
}

function commit(message: string): Ran {
  git(repository, "add", "-A");
  const env = { PRE_COMMIT_HOME: join(home, "pre-commit") };
  return run("git", [...identity, "commit", "-m", message], { cwd: repository, env });
}

function voicecheck(...args: readonly string[]): Ran {
  return run(process.execPath, [join(action, "bin/voicecheck.js"), ...args], { cwd: repository });
}

beforeAll(() => {
  home = keptFolder();
  const source = releasedClone(join(home, "source"));
  action = join(home, "action");
  mustRun("git", ["clone", "--quiet", "--branch", "v0", `file://${source}`, action], { cwd: home });
  repository = join(home, "posts");
  mkdirSync(join(repository, "calendar"), { recursive: true });
  git(repository, "init", "--quiet", "-b", "main");
  copyFileSync(join(root, "fixtures/posts/calendar.csv"), join(repository, SHEET));
  const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  writeFileSync(
    join(repository, ".pre-commit-config.yaml"),
    `repos:\n  - repo: ${source}\n    rev: v${version}\n    hooks:\n      - id: voicecheck\n        args: [--staged]\n      - id: voicecheck-commit-msg\n`,
  );
});

describe("a team", () => {
  it("writes a pack, and down what is there already", () => {
    expect(voicecheck("init", "--yes")).toMatchObject({
      code: 0,
      stdout: expect.stringContaining("wrote voicecheck.yaml"),
    });
    expect(voicecheck(SHEET).code).toBe(1);
    expect(voicecheck(SHEET, "--baseline", BASELINE, "--update-baseline").code).toBe(0);
    expect(voicecheck(SHEET, "--baseline", BASELINE, "-f", "concise")).toMatchObject({ code: 0, stdout: "" });
    git(repository, "add", "-A");
    git(repository, "commit", "--quiet", "-m", "June");
  });

  it("commits through pre-commit, which tells of the edited post only", () => {
    const env = { PRE_COMMIT_HOME: join(home, "pre-commit") };
    mustRun("pre-commit", ["install", "-t", "pre-commit", "-t", "commit-msg"], { cwd: repository, env });
    git(repository, "checkout", "--quiet", "-b", "edit");
    resort(BAIT);
    const blocked = commit("Ask for a mill");
    expect(blocked.code).toBe(1);
    const said = blocked.stdout + blocked.stderr;
    expect(said).toContain("Tag a friend");
    expect(said.match(/^calendar\/june\.csv:\d+/gmu)).toEqual(["calendar/june.csv:6"]);
    resort(STIFF);
    const passed = commit("Ask for a mill");
    expect((passed.stdout + passed.stderr).match(/\.Passed$/gmu)).toHaveLength(2);
    expect(passed.code).toBe(0);
  });

  it("gets annotations of the edited post, and of nothing else", () => {
    const sha = git(repository, "rev-parse", "main");
    const event = { action: "opened", number: 7, pull_request: { number: 7, base: { ref: "main", sha } } };
    const row = readFileSync(join(repository, SHEET), "utf8").split("\n")[5];
    const col = row.indexOf("leverage") + 1;
    const given: readonly Readonly<Record<string, string>>[] = [
      {},
      { paths: "calendar", baseline: BASELINE },
    ];
    for (const inputs of given) {
      const { stdout, code, outputs } = runAction({ action, workspace: checkout(), event, inputs });
      expect(stdout).toBe(
        `::warning title=corporate/jargon/leverage,file=calendar/june.csv,line=6,endLine=6,col=${col},endColumn=${col + 8}::“leverage” is meeting-room talk. Say “use”.\n`,
      );
      expect(code).toBe(0);
      expect(outputs).toContain("posts=1\nflagged=1\n");
    }
  });

  it("is told what a shallow checkout lacks", () => {
    const sha = git(repository, "rev-parse", "main");
    const workspace = checkout("--depth", "1");
    const { stdout, code } = runAction({ action, workspace, event: { pull_request: { base: { sha } } } });
    expect(stdout).toMatch(/^::error title=voicecheck::.*fetch-depth: 0\)\n$/u);
    expect(code).toBe(2);
  });
});

/** The workspace as `actions/checkout` leaves it for a pull request: the merge of branch and base, on no branch. */
function checkout(...depth: readonly string[]): string {
  const merged = emptyFolder();
  git(merged, "clone", "--quiet", "--branch", "main", `file://${repository}`, ".");
  git(merged, "merge", "--quiet", "--no-ff", "-m", "Merge", "origin/edit");
  git(merged, "update-ref", "refs/pull/7/merge", "HEAD");
  const workspace = emptyFolder();
  git(workspace, "init", "--quiet");
  git(workspace, "fetch", "--quiet", ...depth, `file://${merged}`, "refs/pull/7/merge");
  git(workspace, "checkout", "--quiet", "--detach", "FETCH_HEAD");
  return workspace;
}
