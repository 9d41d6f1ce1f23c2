import { chmodSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import * as v from "valibot";
import { describe, expect, it } from "vitest";
import { reportSchema } from "../../scripts/generate/report-schema.ts";
import { main } from "../../src/cli/main.ts";
import { VERSION } from "../../src/generated/version.ts";
import { fakeIo } from "./fake-io.ts";
import { folderOf } from "./folder.ts";
import { PACK, run } from "./run.ts";

const ERROR = "Act now and save.\n";
const WARNING = "We leverage bread.\n";
const INFO = "Kindly come in.\n";
const CLEAN = "We baked two hundred loaves before six.\n";

function project(files: Readonly<Record<string, string | Uint8Array>>): string {
  return folderOf({ "voicecheck.yaml": PACK, ...files });
}

describe("voicecheck PATH", () => {
  it("shows the flags of a post", async () => {
    const cwd = project({ "post.txt": "Hello!\nWe're leveraging our synergies 🍞.\nAct now\n" });
    const { stdout, stderr, code } = await run(["post.txt"], { cwd });
    expect(`\n${stdout}`).toBe(`
post.txt:1  score 60
  2  We're leveraging our synergies 🍞.
           ^^^^^^^^^^     ^^^^^^^^^
  warning  corporate/jargon/leverage  “leveraging” is meeting-room talk. Say “using”.  fix
  warning  corporate/jargon/synergy   “synergies” is meeting-room talk. Say “teamwork” or “shared plans”.
  3  Act now
     ^^^^^^^
  error    commercial/push/act-now    “Act now” pushes.

✖ 3 flags in 1 of 1 post (1 error, 2 warnings) · 1 fixable with --fix · 0 ms
`);
    expect(stderr).toBe("");
    expect(code).toBe(1);
  });

  it.each([
    ["an error", ERROR, [], 1],
    ["a warning", WARNING, [], 0],
    ["a warning, fail on warning", WARNING, ["--fail-on", "warning"], 1],
    ["an info, fail on warning", INFO, ["--fail-on", "warning"], 0],
    ["an info, fail on info", INFO, ["--fail-on", "info"], 1],
    ["an error, never fail", ERROR, ["--fail-on", "never"], 0],
    ["a warning, none allowed", WARNING, ["--max-warnings", "0"], 1],
    ["a warning, one allowed", WARNING, ["--max-warnings", "1"], 0],
    ["an error, quiet", ERROR, ["--quiet"], 1],
    ["a warning, quiet and none allowed", WARNING, ["--quiet", "--max-warnings", "0"], 1],
    ["a clean post", CLEAN, ["--fail-on", "info"], 0],
    ["an error, another rule only", ERROR, ["--only", "corporate"], 0],
    ["an error, skipped", ERROR, ["--skip", "commercial/push/act-now"], 0],
    ["a perhaps, not shown", "Perhaps.\n", ["--fail-on", "info"], 0],
    ["a perhaps, shown", "Perhaps.\n", ["--all", "--fail-on", "info"], 1],
  ])("exits by what it found: %s", async (_what, text, flags, expected) => {
    const { code } = await run(["post.txt", ...flags], { cwd: project({ "post.txt": text }) });
    expect(code).toBe(expected);
  });

  it.each([
    ["", 0],
    ["allow: {we leverage: {until: 2026-06-30}}\n", 1],
  ])("asks for the day only where something ends on one: %j", async (allow, times) => {
    const cwd = folderOf({
      "voicecheck.yaml": PACK + allow,
      "a.txt": "We leverage this.\nWe leverage that.",
    });
    const { io } = fakeIo({ cwd });
    let asked = 0;
    const today = (): string => {
      asked++;
      return "2026-06-01";
    };
    await main(["a.txt"], { ...io, today });
    expect(asked).toBe(times);
  });

  it("fails on the level that the pack names", async () => {
    const cwd = folderOf({ "voicecheck.yaml": `${PACK}fail_on: warning\n`, "post.txt": WARNING });
    expect((await run(["post.txt"], { cwd })).code).toBe(1);
    expect((await run(["post.txt", "--fail-on", "error"], { cwd })).code).toBe(0);
  });

  it("keeps one finding per flag whatever is quiet", async () => {
    const cwd = project({ "post.txt": ERROR + WARNING });
    const { stdout } = await run(["post.txt", "--quiet"], { cwd });
    expect(stdout).toContain("act-now");
    expect(stdout).not.toContain("leverage");
    const json = JSON.parse((await run(["post.txt", "--quiet", "-f", "json"], { cwd })).stdout);
    expect(json.summary).toMatchObject({ errors: 1, warnings: 1 });
  });

  it("writes several reports in one run", async () => {
    const cwd = project({ "post.txt": WARNING });
    const { stdout } = await run(
      ["post.txt", "-f", "concise", "-f", "json=out.json", "-f", "github=gh.txt"],
      { cwd },
    );
    expect(stdout).toBe(
      "post.txt:1:4: warning corporate/jargon/leverage: “leverage” is meeting-room talk. Say “use”.\n",
    );
    v.parse(reportSchema, JSON.parse(readFileSync(join(cwd, "out.json"), "utf8")));
    expect(readFileSync(join(cwd, "gh.txt"), "utf8")).toMatch(
      /^::warning title=corporate\/jargon\/leverage,file=post\.txt,/u,
    );
  });

  it("exits 2 when a report can't be written", async () => {
    const { code, stderr } = await run(["post.txt", "-f", "json=no/out.json"], {
      cwd: project({ "post.txt": CLEAN }),
    });
    expect(stderr).toContain("no/out.json can't be written: there is no folder");
    expect(code).toBe(2);
  });

  it("colours when asked to", async () => {
    const cwd = project({ "post.txt": WARNING });
    expect((await run(["post.txt", "--color"], { cwd })).stdout).toContain("\u001b[33m^^^^^^^^\u001b[39m");
    expect((await run(["post.txt"], { cwd })).stdout).not.toContain("\u001b");
  });
});

describe("what a post is known to be", () => {
  const pack = `voicecheck: 1
name: acme
files: {"x/**": {platform: x}, "*.md": {speaker: employee}}
rules:
  a/on-x: {terms: [bread], when: {platform: x}}
  a/employee: {terms: [bread], when: {speaker: employee}}
  a/reply: {terms: [bread], when: {kind: reply}}
  a/ana: {terms: [bread], when: {author: "@ana"}}
  a/jobs: {terms: [bread], when: {account: "@jobs"}}
`;

  async function rulesFor(argv: readonly string[]): Promise<readonly string[]> {
    const cwd = folderOf({
      "voicecheck.yaml": pack,
      "a.txt": "Bread",
      "x/b.txt": "Bread",
      "x/c.md": "Bread",
    });
    const { stdout } = await run([...argv, "-f", "json"], { cwd });
    const report = JSON.parse(stdout);
    return report.posts.flatMap((post: { findings: { rule: string }[] }) =>
      post.findings.map(({ rule }) => rule),
    );
  }

  it.each([
    [["a.txt"], []],
    [["x/b.txt"], ["a/on-x"]],
    [["x/c.md"], ["a/employee", "a/on-x"]],
    [["a.txt", "--platform", "x"], ["a/on-x"]],
    [["a.txt", "--platform", "Twitter"], ["a/on-x"]],
    [["x/b.txt", "--platform", "linkedin"], []],
    [["a.txt", "--speaker", "employee"], ["a/employee"]],
    [["a.txt", "--kind", "reply"], ["a/reply"]],
    [["a.txt", "--author", "@ana"], ["a/ana"]],
    [["a.txt", "--account", "@jobs"], ["a/jobs"]],
  ])("%j", async (argv, expected) => {
    expect((await rulesFor(argv)).toSorted()).toEqual(expected);
  });

  it("refuses a platform that nobody knows", async () => {
    const { code, stderr } = await run(["a.txt", "--platform", "linkdin"], {
      cwd: project({ "a.txt": CLEAN }),
    });
    expect(stderr).toBe("voicecheck: no platform is called “linkdin”; did you mean “linkedin”?\n");
    expect(code).toBe(2);
  });
});

describe("which pack", () => {
  it("takes the nearest voicecheck.yaml of each file", async () => {
    const cwd = project({
      "a.txt": "Act now, dough\n",
      "b/voicecheck.yml": "voicecheck: 1\nname: b\nrules: {b/dough: {terms: [dough]}}\n",
      "b/c/post.txt": "Act now, dough\n",
    });
    const { stdout } = await run(["a.txt", "b", "-f", "concise"], { cwd });
    const lines = stdout.trimEnd().split("\n");
    expect(lines).toHaveLength(2);
    expect(lines[0]).toMatch(/^a\.txt:1:1: error commercial\/push\/act-now:/u);
    expect(lines[1]).toMatch(/^b\/c\/post\.txt:1:10: warning b\/dough\/dough:/u);
  });

  it("takes the one that is named", async () => {
    const cwd = project({
      "own.yaml": "voicecheck: 1\nname: o\nrules: {o/dough: {terms: [dough]}}\n",
      "a.txt": "Act now, dough\n",
    });
    const { stdout } = await run(["a.txt", "--config", "own.yaml", "-f", "concise"], { cwd });
    expect(stdout).toMatch(/^a\.txt:1:10: warning o\/dough\/dough:.*\n$/u);
  });

  it("says so when the named one is not there", async () => {
    const { code, stderr } = await run(["a.txt", "--config", "no.yaml"], {
      cwd: project({ "a.txt": CLEAN }),
    });
    expect(stderr).toContain("there is no pack no.yaml");
    expect(code).toBe(2);
  });

  it("shows every mistake of a pack and exits 2", async () => {
    const broken =
      "voicecheck: 1\nname: x\nrulez: {}\nrules:\n  Jargon: {terms: [a]}\n  a/b: {termz: [a]}\n  a/c: {level: fatal, terms: [a]}\n  a/d: off\n";
    const cwd = folderOf({ "voicecheck.yaml": broken, "a.txt": CLEAN });
    const { code, stdout, stderr } = await run(["a.txt"], { cwd });
    expect(code).toBe(2);
    expect(stdout).toBe("");
    for (const place of [
      "voicecheck.yaml:3:",
      "voicecheck.yaml:5:",
      "voicecheck.yaml:6:",
      "voicecheck.yaml:7:",
    ]) {
      expect(stderr).toContain(place);
    }
    expect(stderr).toContain("^");
  });
});

describe("standard input and --text", () => {
  it("reads what is piped in, under the name that it is given", async () => {
    const cwd = project({});
    expect((await run(["-f", "concise"], { cwd, stdin: ["Act n", "ow\n"] })).stdout).toMatch(
      /^-:1:1: error/u,
    );
    expect((await run(["-", "-f", "concise"], { cwd, stdin: ["Act now"] })).stdout).toMatch(/^-:1:1: error/u);
    const named = await run(["--stdin-filename", "x/post.md", "-f", "concise"], {
      cwd,
      stdin: ["Act now `act now`"],
    });
    expect(named.stdout).toMatch(/^x\/post\.md:1:1: error.*\n$/u);
  });

  it("keeps a character whole that is cut by two chunks", async () => {
    const bytes = new TextEncoder().encode("é act now");
    const { stdout } = await run(["-f", "concise"], {
      cwd: project({}),
      stdin: [bytes.slice(0, 1), bytes.slice(1)],
    });
    expect(stdout).toMatch(/^-:1:3: error/u);
  });

  it("picks the pack by the name", async () => {
    const cwd = folderOf({
      "in/voicecheck.yaml": PACK,
      "voicecheck.yaml": "voicecheck: 1\nname: none\nrules: {}\n",
    });
    expect((await run(["--stdin-filename", "in/post.txt"], { cwd, stdin: ["Act now"] })).code).toBe(1);
    expect((await run([], { cwd, stdin: ["Act now"] })).code).toBe(0);
  });

  it("checks a text", async () => {
    const cwd = project({});
    const { stdout, code } = await run(["--text", "Act now", "-f", "concise"], { cwd });
    expect(stdout).toMatch(/^text:1:1: error/u);
    expect(code).toBe(1);
    expect((await run(["--text", ""], { cwd })).code).toBe(0);
  });

  it("reads NDJSON when NDJSON is to come out, and keeps the ids", async () => {
    const lines = ['{"id":7,"text":"Act now"}', "", '{"id":"b","text":"Bread"}', "{oops", '{"note":1}'];
    const { stdout, stderr, code } = await run(["-f", "ndjson"], {
      cwd: project({}),
      stdin: [`${lines.join("\n")}\n`],
    });
    const out = stdout
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect(out.map(({ id }) => id)).toEqual([7, "b", null, expect.anything()]);
    expect(out[0].findings).toHaveLength(1);
    expect(out[2]).toMatchObject({ line: 4, source: "-", error: { column: expect.any(Number) } });
    expect(out[3].findings).toEqual([]);
    expect(stderr).not.toBe("");
    expect(code).toBe(0);
  });

  it("lets findings of a stream fail the run when asked", async () => {
    const world = { cwd: project({}), stdin: ['{"text":"Act now"}\n'] };
    expect((await run(["-f", "ndjson"], world)).code).toBe(0);
    expect((await run(["-f", "ndjson", "--fail-on", "error"], world)).code).toBe(1);
  });

  it("shows help and exits 2 when there is nothing to check", async () => {
    const { stdout, stderr, code } = await run([], { cwd: project({}) });
    expect(stdout).toBe("");
    expect(stderr).toMatch(/^Usage: voicecheck/u);
    expect(code).toBe(2);
  });
});

describe("help", () => {
  it("shows help and the version on stdout", async () => {
    const help = await run(["--help"], { cwd: "/" });
    expect(help).toMatchObject({ code: 0, stderr: "" });
    expect(help.stdout).toMatchSnapshot();
    expect(await run(["--version"], { cwd: "/" })).toEqual({ code: 0, stderr: "", stdout: `${VERSION}\n` });
  });

  it("knows the word help", async () => {
    expect((await run(["help"], { cwd: "/" })).stdout).toMatch(/^Usage: voicecheck /u);
    expect((await run(["help", "explain"], { cwd: "/" })).stdout).toMatch(/^Usage: voicecheck explain /u);
  });

  it("says what is wrong with a flag", async () => {
    const { code, stderr } = await run(["--fail-onn", "error"], { cwd: "/" });
    expect(stderr).toMatch(/^voicecheck: unknown option '--fail-onn'\n\(Did you mean --fail-on\?\)\n$/u);
    expect(code).toBe(2);
  });

  it.each([["--only"], ["--skip"]])("says what is wrong with a name after %s", async (flag) => {
    const { code, stderr } = await run(["a.txt", flag, "corporate/jargn"], {
      cwd: project({ "a.txt": CLEAN }),
    });
    expect(stderr).toContain("did you mean “corporate/jargon”?");
    expect(code).toBe(2);
  });
});

interface Shown {
  readonly id: string;
  readonly findings: readonly { readonly place: { readonly line: number } }[];
}

describe("bad input", () => {
  it("a missing path is an error, and the others are checked", async () => {
    const { code, stdout, stderr } = await run(["no.txt", "a.txt"], { cwd: project({ "a.txt": ERROR }) });
    expect(stderr).toMatch(/^no\.txt: error: there is no such file or folder/u);
    expect(stdout).toContain("act-now");
    expect(code).toBe(2);
  });

  it("asks whether a path that is not there was meant to be a command", async () => {
    const { code, stderr } = await run(["explian", "corporate/jargon"], { cwd: project({}) });
    expect(stderr).toContain(
      "explian: error: there is no such file or folder; did you mean the command “explain”?",
    );
    expect(code).toBe(2);
  });

  it("a folder without posts is an error", async () => {
    const cwd = project({ "empty/": "", "only/.hidden.txt": ERROR, "blank/a.txt": "" });
    for (const folder of ["empty", "only", "blank"]) {
      const { code, stderr } = await run([folder], { cwd });
      expect(stderr).toContain(`${folder}: error: no posts in this folder`);
      expect(code).toBe(2);
    }
  });

  it("an unreadable file is an error, and the others are checked", async () => {
    const cwd = project({ "a.txt": ERROR, "locked.txt": ERROR });
    chmodSync(join(cwd, "locked.txt"), 0o000);
    symlinkSync("loop.txt", join(cwd, "loop.txt"));
    // Who may read everything can still not read this one.
    const locked = process.getuid?.() === 0 ? "/proc/self/mem" : join(cwd, "locked.txt");
    symlinkSync(locked, join(cwd, "link.txt"));
    const { code, stdout, stderr } = await run(["a.txt", "link.txt", "loop.txt"], { cwd });
    expect(stderr).toMatch(/^loop\.txt: error: this path is a link that leads in a circle$/mu);
    expect(stderr).toMatch(/^link\.txt: error: this file /mu);
    expect(stdout).toContain("act-now");
    expect(code).toBe(2);
  });

  it.each<[string, Uint8Array | string, number, string]>([
    ["invalid UTF-8", new Uint8Array([0x41, 0x63, 0x74, 0x20, 0x81, 0xff]), 2, "error"],
    ["Windows-1252", new Uint8Array([0x63, 0x61, 0x66, 0xe9]), 0, "note"],
    ["UTF-16 with a BOM", new Uint8Array([0xff, 0xfe, ...Buffer.from("Act now", "utf16le")]), 1, ""],
    ["NUL bytes", "Act\0now", 2, "error"],
    ["an empty file", "", 0, ""],
    ["only a BOM", "\ufeff", 0, ""],
    ["a line of a megabyte", "bread and soup ".repeat(70_000), 0, ""],
  ])("%s: the right code, and the other file is checked", async (_what, content, expected, said) => {
    const cwd = project({ "odd.txt": content, "other.txt": WARNING });
    const { code, stdout, stderr } = await run(["odd.txt", "other.txt"], { cwd });
    expect(code).toBe(expected);
    expect(stdout).toContain("leverage");
    if (said === "") expect(stderr).toBe("");
    else expect(stderr).toMatch(new RegExp(`^odd\\.txt(:\\d+)?(:\\d+)?: ${said}: `, "u"));
  });

  it("reads each file once", async () => {
    const cwd = project({ "a.txt": ERROR, "b/c.txt": CLEAN });
    const { stdout } = await run(["a.txt", "./a.txt", ".", "b", "b/c.txt", "-f", "json"], { cwd });
    const { posts } = JSON.parse(stdout);
    expect(posts.map(({ source }: { source: string }) => source)).toEqual(["a.txt", "b/c.txt"]);
  });

  it("reads calendars in all formats, each post at its place", async () => {
    const cwd = project({
      "a.csv": `id,text\n7,"Fine, ${ERROR}"`,
      "b.yaml": `- text: >\n    ${ERROR}\n`,
      "c.json": JSON.stringify([{ id: 8, text: ERROR }]),
      "d.yml": "a: b",
      "pack.yaml": "voicecheck: 1\n",
      "waived.yaml": `- text: ${ERROR}\n  voicecheck: commercial -- ours\n`,
    });
    const { stdout, stderr, code } = await run([".", "-f", "json"], { cwd });
    const { posts } = JSON.parse(stdout);
    expect(posts.map(({ id, findings }: Shown) => [id, findings.length, findings[0]?.place.line])).toEqual([
      ["7", 1, 2],
      ["b.yaml", 1, 2],
      ["8", 1, 1],
      ["waived.yaml", 0, undefined],
    ]);
    expect(stderr).toBe(
      "d.yml:1: note: there is no text under a name that is known, so nothing of this was checked; call it “text”\n",
    );
    expect(code).toBe(1);
  });

  it("takes the column that the user names, or the pack", async () => {
    const sheet = "Text,Wort,Netz\nBread,Act now,Insta\n";
    const cwd = project({ "a.csv": sheet });
    const flags = ["a.csv", "-f", "json", "--column", "text=wort", "--column", "platform=Netz"];
    const [post] = JSON.parse((await run(flags, { cwd })).stdout).posts;
    expect([post.findings.length, post.platforms]).toEqual([1, ["instagram"]]);
    const missing = await run(["a.csv", "--column", "text=Copy"], { cwd });
    expect(missing.stderr).toBe("a.csv:1: error: no column is called “Copy”; there are: Text, Wort, Netz\n");
    expect(missing.code).toBe(2);
    for (const [flag, said] of [
      ["text", "Write a role"],
      ["txt=Wort", "Known roles: text, platforms"],
    ]) {
      const wrong = await run(["a.csv", "--column", flag], { cwd });
      expect([wrong.code, wrong.stderr]).toEqual([2, expect.stringContaining(said)]);
    }
    const packed = project({ "a.csv": sheet });
    writeFileSync(
      join(packed, "voicecheck.yaml"),
      `${readFileSync(join(packed, "voicecheck.yaml"), "utf8")}files: {"*.csv": {columns: {text: Wort}}}\n`,
    );
    expect(
      JSON.parse((await run(["a.csv", "-f", "json"], { cwd: packed })).stdout).posts[0].findings,
    ).toHaveLength(1);
  });

  it("judges posts of several files together", async () => {
    const said = "After four years of work our new oven is finally here.";
    const pack = "voicecheck: 1\nextends: [voicecheck:calendar]\n";
    const cwd = folderOf({
      "voicecheck.yaml": pack,
      "ana.md": `---\nauthor: Ana\n---\n${said}\n`,
      "team.csv": `author,text,voicecheck\nSam,"Hi! ${said}",\nIda,${said},calendar -- she is the author of it\n`,
    });
    const { stdout, code } = await run([".", "-f", "json", "--fail-on", "warning"], { cwd });
    const { posts } = JSON.parse(stdout);
    expect(
      posts.map(({ findings }: { findings: readonly { message: string }[] }) =>
        findings.map(({ message }) => message),
      ),
    ).toEqual([[], ["Ana's post ana.md says this, too; let each say it in their own words."], []]);
    expect(posts.map(({ axes }: { axes: unknown }) => axes)).toEqual([
      { calendar: 100 },
      { calendar: 80 },
      { calendar: 100 },
    ]);
    expect(code).toBe(1);
    const stream = await run(["team.csv", "-f", "ndjson"], { cwd });
    expect(stream.stderr).toContain("team.csv: note: rules over many posts (calendar) don't run in a stream");
  });

  it("adds the scorecard to the summary of a step in GitHub Actions", async () => {
    const cwd = project({ "a.txt": ERROR, "summary.md": "before\n" });
    const env = { GITHUB_STEP_SUMMARY: join(cwd, "summary.md") };
    await run(["a.txt", "-f", "concise"], { cwd, env });
    expect(readFileSync(env.GITHUB_STEP_SUMMARY, "utf8")).toBe("before\n");
    await run(["a.txt", "-f", "github"], { cwd, env });
    expect(readFileSync(env.GITHUB_STEP_SUMMARY, "utf8")).toMatch(
      /^before\n### voicecheck: 1 flag in 1 of 1 post/u,
    );
  });

  it("puts no more into that summary than GitHub shows", async () => {
    const cwd = project({ "a.txt": ERROR, "summary.md": "" });
    const env = { GITHUB_STEP_SUMMARY: join(cwd, "summary.md") };
    for (const [room, added] of [
      [250, /^### voicecheck: 1 flag in 1 of 1 post \(1 error\)\n\nThe scorecard is too long.*\n$/u],
      [100, /^$/u],
    ] as const) {
      const before = "x".repeat(1024 * 1024 - room);
      writeFileSync(env.GITHUB_STEP_SUMMARY, before);
      await run(["a.txt", "-f", "github"], { cwd, env });
      expect(readFileSync(env.GITHUB_STEP_SUMMARY, "utf8").slice(before.length)).toMatch(added);
    }
    rmSync(env.GITHUB_STEP_SUMMARY);
    await run(["a.txt", "-f", "github"], { cwd, env });
    expect(readFileSync(env.GITHUB_STEP_SUMMARY, "utf8")).toContain("| post | score |");
  });

  it.each(["sarif", "gitlab", "junit", "checkstyle", "rdjsonl", "markdown", "html", "csv"])(
    "reports as %s, with places in the file's own units",
    async (name) => {
      const cwd = project({ "a.csv": `id,text\n7,"🥐 ü: ${ERROR.trim()}"\n` });
      const { stdout, code } = await run(["a.csv", "-f", name, "-f", `${name}=out`], { cwd }).catch(() => ({
        stdout: "",
        code: -1,
      }));
      expect([code, stdout]).toEqual([1, readFileSync(join(cwd, "out"), "utf8")]);
      if (name === "rdjsonl")
        expect(JSON.parse(stdout).location.range.start).toEqual({ line: 2, column: 13 });
      else expect(stdout).toContain("act-now");
    },
  );

  it("notes a platform that nobody knows", async () => {
    const cwd = project({ "a.csv": "text,platform\nBread,Orkut\n" });
    const { stderr, code } = await run(["a.csv"], { cwd });
    expect(stderr).toMatch(/^a\.csv:2:7: note: no platform is called “orkut”/u);
    expect(code).toBe(0);
  });

  it("prints hostile names and texts harmlessly", async () => {
    const cwd = project({ "\u001b[2J::error::.txt": "Act now \u001b[31m\u202e" });
    const { stdout, stderr } = await run([".", "no\u001b[2J.txt"], { cwd });
    expect(stdout + stderr).not.toMatch(/[\u001b\u202e]/u);
    expect(stdout).toContain("␛[2J");
  });

  it("ends with 130 and prints nothing when it is interrupted", async () => {
    const controller = new AbortController();
    controller.abort();
    const cwd = project({ "a.txt": ERROR });
    const { code, stdout } = await run(["a.txt", "-f", "json=out.json"], {
      cwd,
      signal: controller.signal,
      ticking: true,
    });
    expect(code).toBe(130);
    expect(stdout).toBe("");
  });

  it("ends with 130 when it is interrupted while it waits for its input", async () => {
    const controller = new AbortController();
    const { io, written } = fakeIo({ cwd: project({}), signal: controller.signal });
    async function* closed(): AsyncIterable<Uint8Array> {
      yield new TextEncoder().encode("Act ");
      controller.abort();
      throw Object.assign(new Error("Premature close"), { code: "ERR_STREAM_PREMATURE_CLOSE" });
    }
    expect(await main(["-"], { ...io, stdin: { isPiped: () => true, chunks: closed } })).toBe(130);
    expect(written).toEqual({ stdout: "", stderr: "" });
  });

  it("tells what a stream had been found to hold when it is interrupted", async () => {
    const controller = new AbortController();
    const { io, written } = fakeIo({ cwd: project({}), signal: controller.signal });
    async function* interrupted(): AsyncIterable<Uint8Array> {
      yield new TextEncoder().encode('{"id":"a","text":"Act now"}\n{"id":"b",\n');
      controller.abort();
    }
    const stdin = { isPiped: () => true, chunks: interrupted };
    expect(await main(["-", "-f", "ndjson"], { ...io, stdin })).toBe(130);
    expect(written.stdout).toMatch(/^\{"id":"a".*act-now.*\n.*bad-json.*\n$/u);
    expect(written.stderr).toContain("no JSON");
  });
});
