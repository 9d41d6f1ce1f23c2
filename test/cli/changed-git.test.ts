import { execFileSync } from "node:child_process";
import { chmodSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { folderOf } from "./folder.ts";
import { committed, repository, repositoryAt } from "./repository.ts";
import { run } from "./run.ts";

const LONG = `Act now\n---\n${"Fine words of ours. ".repeat(9)}\n`;

describe("--since", () => {
  it("compares with where the branch began, and follows renames", async () => {
    const { git, write, commit, reported, cwd } = committed({ "a.txt": LONG });
    git("checkout", "-qb", "mine");
    git("mv", "a.txt", "b.txt");
    write("c.txt", "We leverage it\n");
    commit();
    git("checkout", "-q", "main");
    write("d.txt", "Act now\n");
    write("a.txt", LONG.replace("Act now", "Do act now"));
    commit();
    git("checkout", "-q", "mine");
    expect(await reported("--since", "main")).toEqual(["c.txt leverage"]);
    rmSync(join(cwd, "c.txt"));
    expect(await reported("--since", "main")).toEqual([]);
    git("mv", "b.txt", "ü 🥐 -f.txt");
    expect(await reported("--since", "main")).toEqual([]);
    write("ü 🥐 -f.txt", `${LONG}---\nKindly come\n`);
    expect(await reported("--since", "main")).toEqual(["ü 🥐 -f.txt Kindly"]);
  });

  it("knows files with odd names", async () => {
    const { git, write, reported, refused } = committed({ "-f.txt": "Fine\n" });
    const names = ["-f.txt", "a b.txt", "a\nb.txt", "über/ß 🥐.md", 'quo"te\\.txt', ":(top)x.txt", "*.txt"];
    for (const name of names) write(name, "Act now\n");
    const shown = [...names].map((name) => `${name} Act now`).sort();
    expect([...(await reported("--since", "main"))].sort()).toEqual(shown);
    git("add", "-A");
    expect([...(await reported("--staged"))].sort()).toEqual(shown);
    expect(await reported("--staged", "--", "-f.txt", "*.txt")).toHaveLength(2);
    expect(await refused("--staged", "--", "?.txt")).toContain("no such file");
  });

  it("takes paths as seen from a folder below, and through links", async () => {
    const { cwd, write } = committed({ "posts/a.txt": "Fine\n", "b.txt": "Fine\n" });
    write("posts/a.txt", "Act now\n");
    write("b.txt", "Act now\n");
    symlinkSync(join(cwd, "posts"), join(cwd, "link"));
    symlinkSync("../b.txt", join(cwd, "posts/link.txt"));
    const below = repositoryAt(join(cwd, "posts"));
    expect(await below.reported("--since", "main")).toEqual(["../b.txt Act now", "a.txt Act now"]);
    expect(await below.reported("a.txt", "--since", "main")).toEqual(["a.txt Act now"]);
    expect(await below.reported(".", "--since", "main")).toEqual(["a.txt Act now"]);
    expect(await below.reported("..", "--since", "main")).toHaveLength(2);
    expect(await repositoryAt(cwd).reported("link", "--since", "main")).toEqual(["posts/a.txt Act now"]);
    expect(await repositoryAt(cwd).reported("link/link.txt", "--since", "main")).toEqual(["b.txt Act now"]);
    expect(await repositoryAt(join(cwd, "link")).reported("--since", "main")).toHaveLength(2);
  });

  it("says nothing of files that are gone", async () => {
    const { git, cwd, reported, refused } = committed({ "a.txt": "Act now\n", "b.txt": "Act now\n" });
    git("rm", "-q", "a.txt");
    rmSync(join(cwd, "b.txt"));
    expect(await reported("--since", "main")).toEqual([]);
    expect(await reported("a.txt", "b.txt", "--since", "main")).toEqual([]);
    expect(await reported("--staged")).toEqual([]);
    expect(await refused("c.txt", "--since", "main")).toContain("c.txt: error: there is no such file");
  });

  it("reads nothing of what holds no posts", async () => {
    const { git, write, reported } = committed({ "a.png": "Act now\n" });
    write("a.png", "Act now, all\n");
    write("b.mp4", "Act now\n");
    git("add", "-A");
    expect(await reported("--staged")).toEqual([]);
    expect(await reported("--since", "main")).toEqual([]);
  });

  it("takes a link for no file, and a file that was a link for a new one", async () => {
    const { git, write, reported, cwd } = committed({ "act now.txt": "Fine\n" });
    symlinkSync("act now.txt", join(cwd, "b.txt"));
    git("add", "-A");
    expect(await reported("--staged")).toEqual([]);
    git("commit", "-qm", "link");
    rmSync(join(cwd, "b.txt"));
    write("b.txt", "Act now\n");
    git("add", "-A");
    expect(await reported("--staged")).toEqual(["b.txt Act now"]);
  });

  it("tells of submodules, which have a history of their own", async () => {
    const inner = committed({ "x.txt": "Act now\n" });
    const outer = committed({ "a.txt": "Fine\n" });
    outer.git("-c", "protocol.file.allow=always", "submodule", "add", "-q", inner.cwd, "sub");
    const { stderr, code, stdout } = await run(["--staged"], { cwd: outer.cwd });
    expect([code, stdout]).toEqual([0, expect.stringContaining("No posts to check")]);
    expect(stderr).toContain("sub: note: this is a repository of its own (a submodule)");
    outer.commit();
    expect((await run(["--since", "main"], { cwd: outer.cwd })).stderr).not.toContain("submodule");
    expect(await outer.refused("sub/x.txt", "--since", "main")).toContain("run voicecheck in it");
    const within = repositoryAt(join(outer.cwd, "sub"));
    within.write("x.txt", "Act now, all\n");
    expect(await within.reported("--since", "HEAD")).toEqual(["x.txt Act now"]);
  });

  it("is an error where it can't be told", async () => {
    const { git, cwd, refused } = committed({ "a.txt": "Fine\n" });
    expect(await refused("--since", "nothing")).toContain("no commit, branch or tag called “nothing”");
    expect(await refused("--since", "--output=x")).toContain("no commit, branch or tag");
    expect(await refused("gone.txt", "--since", "main")).toContain("no such file");
    expect(await refused("/", "--since", "main")).toContain("not in the repository of the working folder");
    expect(await refused("--since", "main", "--staged")).toContain("give one of them");
    expect(await refused("--since", "main", "--fix")).toContain("mends whole files");
    expect(await refused("--staged", "--diff")).toContain("mends whole files");
    expect(await refused("--since", "main", "--text", "x")).toContain("leave out --text");
    expect(await refused("--since", "main", "-f", "ndjson")).toContain("write -f json");
    expect(await repositoryAt(folderOf({ "a.txt": "Act now" })).refused("--since", "main")).toContain(
      "in none",
    );
    expect(await repositoryAt(join(cwd, ".git")).refused("--staged")).toContain("must be run in a work tree");
    git("checkout", "-q", "--orphan", "other");
    git("commit", "-qm", "other");
    expect(await refused("--since", "main")).toContain("no commit in common");
  });

  it("says what to do before the first commit", async () => {
    expect(await repository({ "a.txt": "Fine\n" }).refused("--since", "main")).toContain(
      "--staged checks what",
    );
  });

  it("says that a clone is shallow where that hides the common commit", async () => {
    const { git, cwd, write, commit } = committed({ "a.txt": "Fine\n" });
    git("checkout", "-qb", "mine");
    write("b.txt", "Act now\n");
    commit();
    git("checkout", "-q", "main");
    write("c.txt", "Fine\n");
    commit();
    const shallow = folderOf({});
    const from = [
      "clone",
      "-q",
      "--depth",
      "1",
      "--no-single-branch",
      "-b",
      "mine",
      `file://${cwd}`,
      shallow,
    ];
    execFileSync("git", from, { stdio: "ignore" });
    const clone = repositoryAt(shallow);
    expect(await clone.refused("--since", "origin/main")).toContain(
      "git fetch --unshallow (with actions/checkout",
    );
    expect(await clone.refused("--since", "HEAD~1")).toContain("no commit, branch or tag");
    clone.git("fetch", "-q", "--unshallow");
    expect(await clone.reported("--since", "origin/main")).toEqual(["b.txt Act now"]);
  });

  it("says that there is no git", async () => {
    const { cwd } = committed({ "a.txt": "Fine\n" });
    const path = process.env.PATH;
    process.env.PATH = folderOf({});
    try {
      expect(await repositoryAt(cwd).refused("--staged")).toContain("need git, and there is none");
    } finally {
      process.env.PATH = path;
    }
  });

  it("gives git's own words for a repository that it doesn't open", async () => {
    const { cwd } = committed({ "a.txt": "Fine\n" });
    const fake = folderOf({
      git: "#!/bin/sh\necho \"fatal: detected dubious ownership in repository at '$PWD'\" >&2\nexit 128\n",
    });
    chmodSync(join(fake, "git"), 0o755);
    const path = process.env.PATH;
    process.env.PATH = fake;
    try {
      expect(await repositoryAt(cwd).refused("--staged")).toContain(
        "git gives no answer here: detected dubious",
      );
    } finally {
      process.env.PATH = path;
    }
  });
});

describe("--staged", () => {
  it("refuses a file whose conflict is not solved, and reads it in the work tree", async () => {
    const { git, write, commit, refused, reported } = committed({ "a.txt": "Fine\n" });
    git("checkout", "-qb", "mine");
    write("a.txt", "Act now\n");
    commit();
    git("checkout", "-q", "main");
    write("a.txt", "We leverage it\n");
    commit();
    expect(() => git("merge", "mine")).toThrow("merge");
    expect(await refused("--staged")).toContain("a.txt: error: two branches changed this file");
    expect(await reported("--since", "HEAD")).toEqual(["a.txt leverage", "a.txt Act now"]);
    expect(await reported("a.txt", "--since", "HEAD")).toHaveLength(2);
  });

  it("tells that a file it is given is not known to git", async () => {
    const { cwd, write } = committed({ "a.txt": "Fine\n" });
    write("b.txt", "Act now\n");
    const { code, stderr } = await run(["a.txt", "b.txt", "--staged"], { cwd });
    expect([code, stderr]).toEqual([
      0,
      expect.stringContaining("b.txt: note: git doesn't know this file yet"),
    ]);
  });

  it("sees what a commit takes, also of one that takes only some files", async () => {
    const made = committed({ "a.txt": "Fine\n", "b.txt": "Fine\n" });
    const program = join(process.cwd(), "test/cli/start.ts");
    const hook = `#!/bin/sh\nexec "${process.execPath}" --import tsx "${program}" --staged -f concise >seen.log 2>&1\n`;
    mkdirSync(join(made.cwd, ".git/hooks"), { recursive: true });
    writeFileSync(join(made.cwd, ".git/hooks/pre-commit"), hook, { mode: 0o755 });
    symlinkSync(join(process.cwd(), "node_modules"), join(made.cwd, "node_modules"));
    made.write("a.txt", "Act now\n");
    made.write("b.txt", "We leverage it\n");
    made.git("add", "a.txt");
    expect(() => made.git("commit", "-qm", "some", "b.txt")).not.toThrow();
    const { readFileSync } = await import("node:fs");
    const seen = readFileSync(join(made.cwd, "seen.log"), "utf8");
    expect(seen).toContain("b.txt:1:4");
    expect(seen).not.toContain("a.txt");
    expect(() => made.git("commit", "-qm", "some")).toThrow("commit");
  });

  it("works in a linked work tree and with settings that change what git prints", async () => {
    const { git, cwd } = committed({ "posts/a.txt": LONG });
    for (const setting of [
      "diff.relative=true",
      "core.quotePath=true",
      "diff.renames=false",
      "diff.noprefix=true",
    ])
      git("config", ...setting.split("="));
    const folder = join(folderOf({}), "linked");
    git("worktree", "add", "-q", folder);
    expect(cwd).not.toBe(folder);
    const linked = repositoryAt(folder);
    linked.git("mv", "posts/a.txt", "posts/b.txt");
    linked.write("posts/c.txt", "Act now\n");
    linked.git("add", "-A");
    expect(await linked.reported("--staged")).toEqual(["posts/c.txt Act now"]);
    expect(await repositoryAt(join(folder, "posts")).reported("--staged")).toEqual(["c.txt Act now"]);
  });
});
