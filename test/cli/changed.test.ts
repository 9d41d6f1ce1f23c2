import { execFileSync } from "node:child_process";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { folderOf } from "./folder.ts";
import { PACK, run } from "./run.ts";

interface Repository {
  readonly cwd: string;
  readonly git: (...args: readonly string[]) => string;
  readonly write: (name: string, text: string) => void;
  /** What is reported, as `source text`. */
  readonly reported: (...flags: readonly string[]) => Promise<readonly string[]>;
}

const IDENTITY = ["-c", "user.name=Ana", "-c", "user.email=ana@example.com", "-c", "commit.gpgsign=false"];

function repository(files: Readonly<Record<string, string>> = {}): Repository {
  const cwd = folderOf({ "voicecheck.yaml": PACK, ...files });
  const git = (...args: readonly string[]): string =>
    execFileSync("git", [...IDENTITY, ...args], { cwd, encoding: "utf8" });
  const write = (name: string, text: string): void => {
    mkdirSync(dirname(join(cwd, name)), { recursive: true });
    writeFileSync(join(cwd, name), text);
  };
  const reported = async (...flags: readonly string[]): Promise<readonly string[]> => {
    const { stdout, stderr, code } = await run([...flags, "-f", "json"], { cwd });
    if (code === 2) throw new Error(stderr);
    const { posts } = JSON.parse(stdout);
    return posts.flatMap(({ source, findings }: { source: string; findings: readonly { text: string }[] }) =>
      findings.map(({ text }) => `${source} ${text}`),
    );
  };
  git("init", "-q", "-b", "main");
  return { cwd, git, write, reported };
}

function committed(files: Readonly<Record<string, string>>): Repository {
  const made = repository(files);
  made.git("add", "-A");
  made.git("commit", "-qm", "first");
  return made;
}

const SHEET = "id,text\n1,Act now\n2,We leverage it\n3,Fine\n";

describe("--since", () => {
  it("is quiet about rows that moved, columns that came and words that were wrapped anew", async () => {
    const { write, reported } = committed({
      "a.csv": SHEET,
      "b.md": "Act now and\ncome by, we leverage it\n",
    });
    write("a.csv", "note,id,text\nx,3,Fine\ny,2,We leverage it\n,1,Act now\n");
    write("b.md", "Act now and come\nby, we leverage it\n");
    expect(await reported("--since", "main")).toEqual([]);
  });

  it("checks what was edited or is new, and nothing else", async () => {
    const { write, reported } = committed({ "a.csv": SHEET, "old.txt": "Act now\n" });
    write("a.csv", `${SHEET.replace("We leverage it", "We leverage it all")}4,Act now\n`);
    write("posts/new.txt", "Act now\n");
    write(".hidden/x.txt", "Act now\n");
    write("package.json", '{"text": "Act now"}');
    expect(await reported("--since", "HEAD")).toEqual([
      "a.csv leverage",
      "a.csv Act now",
      "posts/new.txt Act now",
    ]);
    expect(await reported("posts", "--since", "HEAD")).toEqual(["posts/new.txt Act now"]);
    expect(await reported("old.txt", "--since", "HEAD")).toEqual([]);
  });

  it("compares with where the branch began, and follows renames", async () => {
    const { git, write, reported, cwd } = committed({
      "a.txt": `Act now\n---\n${"Fine words of ours. ".repeat(9)}\n`,
    });
    git("checkout", "-qb", "mine");
    git("mv", "a.txt", "b.txt");
    write("c.txt", "We leverage it\n");
    git("add", "-A");
    git("commit", "-qm", "mine");
    git("checkout", "-q", "main");
    write("d.txt", "Act now\n");
    git("add", "-A");
    git("commit", "-qm", "theirs");
    git("checkout", "-q", "mine");
    expect(await reported("--since", "main")).toEqual(["c.txt leverage"]);
    rmSync(join(cwd, "c.txt"));
    expect(await reported("--since", "main")).toEqual([]);
    git("mv", "b.txt", "ü 🥐 -f.txt");
    expect(await reported("--since", "main")).toEqual([]);
  });

  it("is an error where it can't be told", async () => {
    const { git, cwd } = committed({ "a.txt": "Fine\n" });
    const said = async (folder: string, ...flags: readonly string[]): Promise<string> => {
      const { code, stderr } = await run(flags, { cwd: folder });
      expect(code).toBe(2);
      return stderr;
    };
    expect(await said(cwd, "--since", "nothing")).toContain("no commit, branch or tag called “nothing”");
    expect(await said(cwd, "--since", "--output=x")).toContain("no commit, branch or tag");
    expect(await said(folderOf({ "a.txt": "Act now" }), "--since", "main")).toContain("in none");
    expect(await said(cwd, "gone.txt", "--since", "main")).toContain("no such file");
    expect(await said(cwd, "--since", "main", "--staged")).toContain("give one of them");
    expect(await said(cwd, "--since", "main", "--fix")).toContain("mends whole files");
    expect(await said(cwd, "--since", "main", "--text", "x")).toContain("leave out --text");
    git("checkout", "-q", "--orphan", "other");
    git("commit", "-qm", "other");
    expect(await said(cwd, "--since", "main")).toContain("no commit in common");
    const shallow = folderOf({});
    execFileSync("git", ["clone", "-q", "--depth", "1", `file://${cwd}`, shallow], { stdio: "ignore" });
    expect(await said(shallow, "--since", "HEAD~1")).toContain("no commit, branch or tag");
  });
});

describe("--staged", () => {
  it("reads the index and not the work tree", async () => {
    const { git, write, reported } = committed({ "a.txt": "Fine\n" });
    write("a.txt", "We leverage it\n");
    git("add", "a.txt");
    write("a.txt", "Act now\n");
    write("b.txt", "Act now\n");
    expect(await reported("--staged")).toEqual(["a.txt leverage"]);
  });

  it("checks all of a first commit, but packs", async () => {
    const { git, write, reported } = repository({ "a.csv": SHEET });
    write("legal.yaml", "voicecheck: 1\nrules: {a/b: {terms: [act now]}}\n");
    git("add", "-A");
    expect(await reported("--staged")).toEqual(["a.csv Act now", "a.csv leverage"]);
  });

  it("counts a second copy and a waiver that went as a change", async () => {
    const { git, write, reported } = committed({
      "a.csv": "text,voicecheck\nAct now,commercial\nWe leverage it,\n",
    });
    write("a.csv", "text,voicecheck\nAct now,\nWe leverage it,\nWe leverage it,\n");
    git("add", "-A");
    expect(await reported("--staged")).toEqual(["a.csv Act now", "a.csv leverage"]);
  });

  it("looks at unchanged posts for rules over many posts", async () => {
    const said = "After four years of work our new oven is finally here.";
    const { git, write, reported } = committed({
      "voicecheck.yaml": "voicecheck: 1\nextends: [voicecheck:calendar]\n",
      "a.csv": `author,text\nAna,${said}\n`,
    });
    write("a.csv", `author,text\nAna,${said}\nSam,${said}\n`);
    git("add", "-A");
    expect(await reported("--staged")).toEqual([`a.csv ${said}`]);
  });

  it("says nothing where nothing is staged", async () => {
    const { cwd } = committed({ "a.txt": "Act now\n" });
    expect(await run(["--staged"], { cwd })).toMatchObject({
      code: 0,
      stdout: expect.stringContaining("No posts to check"),
    });
  });
});
