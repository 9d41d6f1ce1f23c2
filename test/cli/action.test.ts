import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { act } from "../../src/cli/action.ts";
import { fakeIo } from "./fake-io.ts";
import { folderOf } from "./folder.ts";
import { PACK, type Ran } from "./run.ts";

const root = join(import.meta.dirname, "../..");
const IDENTITY = ["-c", "user.name=Ana", "-c", "user.email=ana@example.com", "-c", "commit.gpgsign=false"];
const SHEET = "id,text\n1,Act now\n2,We leverage it\n3,Fine\n";

/** The action as the runner starts it, in a workspace. */
async function runAction(
  workspace: string,
  inputs: Readonly<Record<string, string>>,
  event?: unknown,
): Promise<Ran> {
  const [eventFile, output, summary] = ["event.json", "output", "summary.md"].map((name) =>
    join(folderOf({}), name),
  );
  writeFileSync(
    eventFile,
    typeof event === "string" ? event : JSON.stringify(event ?? { ref: "refs/heads/main" }),
  );
  const variables = Object.entries(inputs).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value]);
  const env = {
    ...Object.fromEntries(variables),
    GITHUB_WORKSPACE: workspace,
    GITHUB_EVENT_PATH: eventFile,
    GITHUB_OUTPUT: output,
    GITHUB_STEP_SUMMARY: summary,
  };
  const { io, written } = fakeIo({ cwd: folderOf({}), env });
  return { code: await act(io), ...written };
}

function git(cwd: string, ...args: readonly string[]): string {
  return execFileSync("git", [...IDENTITY, ...args], { cwd, encoding: "utf8", stdio: "pipe" }).trim();
}

/** A repository with a branch that edits a row and sorts the sheet anew, as the action sees it. */
function pullRequest(): { readonly cwd: string; readonly event: unknown; readonly base: string } {
  const cwd = folderOf({ "voicecheck.yaml": PACK, "posts/june.csv": SHEET, "old.txt": "Act now\n" });
  git(cwd, "init", "-q", "-b", "main");
  git(cwd, "add", "-A");
  git(cwd, "commit", "-qm", "first");
  const base = git(cwd, "rev-parse", "HEAD");
  git(cwd, "checkout", "-qb", "edit");
  writeFileSync(join(cwd, "posts/june.csv"), "id,text\n3,Fine\n2,We leverage ovens\n1,Act now\n");
  git(cwd, "commit", "-qam", "edit");
  return {
    cwd,
    base,
    event: { action: "opened", pull_request: { number: 7, base: { sha: base, ref: "main" } } },
  };
}

const EDITED =
  "::warning title=corporate/jargon/leverage,file=posts/june.csv,line=3,endLine=3,col=6,endColumn=14::“leverage” is meeting-room talk. Say “use”.\n";

describe("the action where the event is not there", () => {
  it("says so as an annotation, with what to give", async () => {
    const env = {
      GITHUB_WORKSPACE: folderOf({ "voicecheck.yaml": PACK }),
      GITHUB_EVENT_PATH: "/gone/event.json",
    };
    const { io, written } = fakeIo({ cwd: "/", env });
    expect(await act(io)).toBe(2);
    expect(written.stdout).toMatch(
      /^::error title=voicecheck::the file of the event .*\/gone\/event\.json, does not exist, .*since: a commit, or all/u,
    );
  });

  it("annotates nothing where it was interrupted", async () => {
    const controller = new AbortController();
    controller.abort(143);
    const env = { GITHUB_EVENT_PATH: "/gone/event.json" };
    const { io, written } = fakeIo({ cwd: "/", env, signal: controller.signal });
    expect([await act(io), written]).toEqual([143, { stdout: "", stderr: "" }]);
  });
});

describe("the action in a pull request", () => {
  it("annotates the posts that it changes, and nothing else", async () => {
    const { cwd, base, event } = pullRequest();
    const told = `since ${base.slice(0, 7)}: 1 post edited, 0 new, 2 as before\n`;
    const given: readonly Readonly<Record<string, string>>[] = [
      {},
      { paths: "posts, old.txt" },
      { paths: "posts/june.csv\n  old.txt\n" },
    ];
    for (const inputs of given) {
      const ran = await runAction(cwd, inputs, event);
      expect([ran.stdout, ran.stderr, ran.code]).toEqual([EDITED, told, 0]);
    }
    expect((await runAction(cwd, { paths: "old.txt" }, event)).stdout).toBe("");
  });

  it("annotates them in a merge queue, too, and since a commit that is named", async () => {
    const { cwd, base } = pullRequest();
    expect((await runAction(cwd, {}, { merge_group: { base_sha: base } })).stdout).toBe(EDITED);
    expect((await runAction(cwd, { since: "main" }, "{ no JSON")).stdout).toBe(EDITED);
  });

  it("reports every post where that is asked for, and for other events", async () => {
    const { cwd, event } = pullRequest();
    const all = await runAction(cwd, { since: "all" }, event);
    expect(all.stdout.match(/file=[^,]+,line=\d/gu)).toEqual([
      "file=old.txt,line=1",
      "file=posts/june.csv,line=4",
      "file=posts/june.csv,line=3",
    ]);
    expect(all.code).toBe(1);
    expect(await runAction(cwd, {})).toEqual(all);
  });

  it("says what to do in a shallow checkout", async () => {
    const { cwd, event } = pullRequest();
    const shallow = folderOf({});
    git(cwd, "clone", "-q", "--depth", "1", `file://${cwd}`, shallow);
    const { code, stdout, stderr } = await runAction(shallow, {}, event);
    expect(stdout).toMatch(
      /^::error title=voicecheck::[^\n]*this clone is shallow[^\n]*fetch-depth: 0\)\n$/u,
    );
    expect(stderr).toContain("fetch-depth: 0");
    expect(code).toBe(2);
  });

  it("says what to do without a checkout", async () => {
    const { event } = pullRequest();
    const ran = await runAction(folderOf({ "a.txt": "Act now\n" }), {}, event);
    expect(ran.stdout).toContain("put actions/checkout with fetch-depth: 0 before this step");
    expect(ran.code).toBe(2);
  });

  it.each([
    ["{ no JSON", "is no JSON"],
    ["", "is no JSON"],
  ])("can't tell from a damaged event: %j", async (event, why) => {
    const ran = await runAction(pullRequest().cwd, {}, event);
    expect(ran.stdout).toContain(why);
    expect(ran.stdout).toContain("give since: a commit, or all");
    expect(ran.code).toBe(2);
  });

  it.each([[null], [[]], [{ pull_request: null }], [{ pull_request: { base: { sha: 7 } } }]])(
    "takes an event without a base for another one: %j",
    async (event) => {
      const { cwd } = pullRequest();
      expect((await runAction(cwd, { paths: "old.txt" }, event)).code).toBe(1);
    },
  );
});

describe("the inputs of the action", () => {
  const cwd = folderOf({
    "posts/a.txt": "Act now\n",
    "strict.yaml": PACK.replace("level: info", "level: error"),
    "broken.yaml": "voicecheck: 1\nruls: {}\n",
    "voicecheck.yaml": PACK,
    "b.txt": "Kindly come in\n",
    init: "Act now\n",
  });

  it.each([
    [{ paths: "posts" }, 1, "error title=commercial"],
    [{ paths: "posts", "fail-on": "never" }, 0, "error title=commercial"],
    [{ paths: "b.txt" }, 0, "notice title=human"],
    [{ paths: "b.txt", config: "strict.yaml" }, 1, "error title=human"],
    [{ paths: "b.txt", "fail-on": "info" }, 1, "notice title=human"],
    [{ paths: "init" }, 1, "error title=commercial"],
    [{ paths: "gone" }, 2, "error title=missing-path,file=./gone"],
    [{ paths: "b.txt", "fail-on": "allways" }, 2, "error title=voicecheck"],
    [{ paths: "b.txt", config: "gone.yaml" }, 2, "error title=voicecheck"],
    [{ paths: "b.txt", since: "--output=x" }, 2, "error title=voicecheck"],
  ])("%j ends with %d", async (inputs, expected, annotation) => {
    const ran = await runAction(cwd, inputs);
    expect(ran.code).toBe(expected);
    expect(ran.stdout.slice(0, annotation.length + 2)).toBe(`::${annotation}`);
  });

  it("writes reports for code scanning and for people", async () => {
    await runAction(cwd, { paths: "posts", sarif: "out.sarif", html: "out.html" });
    expect(JSON.parse(readFileSync(join(cwd, "out.sarif"), "utf8")).runs[0].results).toHaveLength(1);
    expect(readFileSync(join(cwd, "out.html"), "utf8")).toMatch(/^<!doctype html>/iu);
  });

  it("leaves out what a baseline knows", async () => {
    const { main } = await import("../../src/cli/main.ts");
    const { io } = fakeIo({ cwd });
    await main(["posts", "--baseline", "known.ndjson", "--update-baseline"], io);
    const ran = await runAction(cwd, { paths: "posts", baseline: "known.ndjson" });
    expect([ran.stdout, ran.code]).toEqual(["", 0]);
  });

  it("annotates the mistakes of a pack where they stand", async () => {
    const ran = await runAction(cwd, { paths: "b.txt", config: "broken.yaml" });
    expect(ran.stdout).toMatch(/^::error title=unknown-key,file=broken\.yaml,line=2,col=1::[^\n]+\n$/u);
  });

  it("are those that action.yml lists", () => {
    const { inputs, runs } = parse(readFileSync(join(root, "action.yml"), "utf8"));
    expect(Object.keys(inputs)).toEqual(["paths", "config", "fail-on", "since", "baseline", "sarif", "html"]);
    expect(runs).toEqual({ using: "node24", main: "bin/action.js" });
  });
});

describe("what the runner takes", () => {
  it("gets a scorecard and the numbers that action.yml lists as outputs", async () => {
    const cwd = folderOf({
      "voicecheck.yaml": PACK,
      "a.txt": "Act now, we leverage it\n",
      "b.txt": "Fine\n",
    });
    const files = { GITHUB_OUTPUT: join(cwd, ".output"), GITHUB_STEP_SUMMARY: join(cwd, ".summary") };
    const { io } = fakeIo({ cwd: "/", env: { GITHUB_WORKSPACE: cwd, ...files } });
    expect(await act(io)).toBe(1);
    const { outputs } = parse(readFileSync(join(root, "action.yml"), "utf8"));
    const written = readFileSync(files.GITHUB_OUTPUT, "utf8");
    expect(written).toBe("posts=2\nflagged=1\nerrors=1\nwarnings=1\ninfos=0\nfixable=1\n");
    expect(written.match(/^\w+/gmu)).toEqual(Object.keys(outputs));
    expect(readFileSync(files.GITHUB_STEP_SUMMARY, "utf8")).toMatch(
      /^### voicecheck: 2 flags in 1 of 2 posts/u,
    );
  });

  it("is an error where it can't be written", async () => {
    const cwd = folderOf({ "voicecheck.yaml": PACK, "a.txt": "Fine\n" });
    const { io, written } = fakeIo({ cwd, env: { GITHUB_OUTPUT: cwd } });
    expect(await act(io)).toBe(2);
    expect(written.stdout).toMatch(/::error title=voicecheck::what GitHub's runner takes can't be written/u);
  });
});
