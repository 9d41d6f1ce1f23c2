/** What a post, a name of a file, a link or somebody else's pack could smuggle in. */
import { readFileSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { folderOf } from "./folder.ts";
import { PACK, run } from "./run.ts";

describe("links that lead out", () => {
  const outside = folderOf({ "secret.txt": "Act now, secretly" });

  it.each([[[]], [["--fix"]], [["--diff"]]])("are neither read nor mended in a folder: %j", async (flags) => {
    const cwd = folderOf({ "voicecheck.yaml": PACK, "posts/a.txt": "Rye", "other/b.txt": "We leverage it" });
    symlinkSync(join(outside, "secret.txt"), join(cwd, "posts/link.txt"));
    symlinkSync(outside, join(cwd, "posts/folder"));
    symlinkSync("../other/b.txt", join(cwd, "posts/beside.txt"));
    const { stdout, stderr, code } = await run(["posts", "-f", "concise", ...flags], { cwd });
    expect(stdout + stderr).not.toContain("secretly");
    expect(stderr).toContain("posts: note: the link link.txt leads out of the folder, so it was not checked");
    expect(stderr).toContain("the link beside.txt leads out");
    expect(readFileSync(join(outside, "secret.txt"), "utf8")).toBe("Act now, secretly");
    expect(code).toBe(0);
  });

  it("of a repository only where they leave it", async () => {
    const cwd = folderOf({ ".git/": "", "voicecheck.yaml": PACK, "posts/": "", "other/b.txt": "Act now" });
    symlinkSync("../other/b.txt", join(cwd, "posts/beside.txt"));
    expect((await run(["posts", "-f", "concise"], { cwd })).stdout).toContain("posts/beside.txt:1:1");
  });

  it("are followed where somebody names them", async () => {
    const cwd = folderOf({ "voicecheck.yaml": PACK });
    symlinkSync(join(outside, "secret.txt"), join(cwd, "link.txt"));
    expect((await run(["link.txt", "-f", "concise"], { cwd })).stdout).toContain("link.txt:1:1");
  });
});

describe("what a pack extends", () => {
  const BASE = "voicecheck: 1\nname: base\nrules: {a/b: {terms: [bread]}}\n";
  const SECRET = "password: hunter2\n";

  /** What a run says with these files; the secret stands beside the project. */
  async function saidOf(files: Readonly<Record<string, string>>): Promise<{ code: number; all: string }> {
    const folder = folderOf({ "secret.yaml": SECRET, "project/.git/": "", ...files });
    symlinkSync("../secret.yaml", join(folder, "project/link.yaml"));
    const { stdout, stderr, code } = await run(["--text", "bread"], { cwd: join(folder, "project") });
    return { code, all: stdout + stderr };
  }

  function extending(spec: string): string {
    return `voicecheck: 1\nname: own\nextends: [${JSON.stringify(spec)}]\n`;
  }

  it.each([
    "../secret.yaml",
    "./../project/../secret.yaml",
    "./link.yaml",
    "/etc/passwd",
    "acme/../../../secret.yaml",
  ])("stands in its repository: %s", async (spec) => {
    const { code, all } = await saidOf({ "project/voicecheck.yaml": extending(spec) });
    expect([code, all]).toEqual([2, expect.stringContaining("leads out of")]);
    expect(all).not.toMatch(/hunter2|root:/u);
  });

  it.each([
    "../../secret.yaml",
    "../../../secret.yaml",
    "../other/pack.yaml",
    "../../link.yaml",
    "/etc/passwd",
  ])("stands in its package: %s", async (spec) => {
    const { code, all } = await saidOf({
      "project/voicecheck.yaml": extending("@acme/voice"),
      "project/node_modules/@acme/voice/pack.yaml": extending(spec),
      "project/node_modules/@acme/other/pack.yaml": BASE,
    });
    expect(code).toBe(2);
    expect(all).toMatch(/leads out of|does not exist/u);
    expect(all).not.toMatch(/hunter2|root:/u);
  });

  it("may be a part of its package, another package, or in a folder beside it", async () => {
    const { code, all } = await saidOf({
      "project/voicecheck.yaml": 'voicecheck: 1\nname: own\nextends: ["@acme/voice", ./packs/more.yaml]\n',
      "project/packs/more.yaml": extending("../base.yaml"),
      "project/base.yaml": BASE,
      "project/node_modules/@acme/voice/pack.yaml":
        "voicecheck: 1\nname: v\nextends: [./parts/a.yaml, other]\n",
      "project/node_modules/@acme/voice/parts/a.yaml": extending("../b.yaml"),
      "project/node_modules/@acme/voice/b.yaml": BASE,
      "project/node_modules/other/pack.yaml": BASE,
    });
    expect([code, all]).toEqual([0, expect.stringContaining("a/b/bread")]);
  });

  it.each([
    "(a+)+$",
    "(a|aa)+$",
    "(.*a){20}",
    "([a-zA-Z0-9_.+-]+)*@x",
    "^(([a-z])+.)+[A-Z]([a-z])+$",
    String.raw`(\w+\s?)*$`,
    String.raw`(a)\1`,
  ])("holds no expression that hangs, wherever it comes from: %s", async (source) => {
    const evil = `voicecheck: 1\nname: evil\nrules: {a/b: {regex: {x: '${source}'}}}\n`;
    const { code, all } = await saidOf({
      "project/voicecheck.yaml": extending("evil"),
      "project/node_modules/evil/pack.yaml": evil,
    });
    expect(code).toBe(2);
    expect(all).toMatch(/^node_modules\/evil\/pack\.yaml:3:\d+: .*(?:repetition|linear)/mu);
  });
});

describe("keys of every object's prototype", () => {
  const KEYS = ["__proto__", "constructor", "toString", "hasOwnProperty"];

  it.each(KEYS)("are keys as any other in posts: %s", async (key) => {
    const cwd = folderOf({
      "voicecheck.yaml": PACK,
      "a.json": `{"${key}":{"polluted":1,"text":"Rye"},"posts":[{"text":"Act now","${key}":{"polluted":1},"platform":"${key}"}]}`,
      "b.ndjson": `{"text":"Act now","${key}":{"polluted":1},"author":"${key}","kind":"${key}"}\n`,
      "c.yaml": `- text: Act now\n  ${key}: {polluted: 1}\n  <<: {${key}: {polluted: 1}}\n`,
      "d.csv": `text,${key},platform,date\nAct now,polluted,${key},${key}\n`,
      "e.md": `---\n${key}: {polluted: 1}\nplatform: ${key}\nsocial: {${key}: Act now}\n---\nRye\n`,
      "f.txt": `---\n${key}: polluted\nauthor: ${key}\n---\nAct now\n`,
    });
    const { stdout, code } = await run(["-f", "json", "."], { cwd });
    const { posts } = JSON.parse(stdout);
    expect(posts.flatMap((post: { findings: unknown[] }) => post.findings)).toHaveLength(6);
    expect(Object.prototype).not.toHaveProperty("polluted");
    expect(code).toBe(1);
  });

  it.each(KEYS)("are refused, or keys as any other, in a pack: %s", async (key) => {
    const places = [
      `${key}: {polluted: 1}`,
      `rules: {${key}: {terms: [bread]}}`,
      `rules: {a/${key}: {terms: [bread]}}`,
      `rules: {a/b: {terms: {${key}: ~}}}`,
      `rules: {a/b: {${key}: {polluted: 1}}}`,
      `lists: {${key}: [bread]}\nrules: {a/b: {patterns: {x: <${key}>}}}`,
      `platforms: {${key}: {limit: 3}}`,
      `gates: {${key}: 90}`,
      `files: {"${key}": {platform: ${key}}}`,
      `allow: {${key}: why}`,
      `extends: [${key}]`,
      `rules: {a/b: {retext: {plugin: ${key}}}}`,
    ];
    for (const place of places) {
      const cwd = folderOf({
        "voicecheck.yaml": `voicecheck: 1\nname: own\n${place}\n`,
        "a.txt": `Rye ${key} bread`,
      });
      const { stderr, code } = await run(["a.txt", "--platform", "x"], { cwd });
      expect([0, 1, 2]).toContain(code);
      expect(stderr).not.toContain("This is a mistake in voicecheck");
      expect(Object.prototype).not.toHaveProperty("polluted");
    }
  });

  it.each(KEYS)("are no names of anything on the command line: %s", async (key) => {
    const cwd = folderOf({ "voicecheck.yaml": PACK, "a.txt": "Rye" });
    for (const argv of [
      ["--only", key],
      ["--platform", key],
      ["--column", `${key}=x`],
      ["-f", key],
      ["explain", key],
    ]) {
      const { stderr, code } = await run([...argv, ...(argv[0] === "explain" ? [] : ["a.txt"])], { cwd });
      expect([argv, code]).toEqual([argv, 2]);
      expect(stderr).not.toContain("This is a mistake in voicecheck");
    }
  });
});

describe("names of files", () => {
  const ESC = "\u001b[31m";

  it.each([
    `${ESC}red.txt`,
    "a\n::error::b.txt",
    "::error file=x::y.txt",
    "##[command]z.txt",
    "\u202etxt.gpj.txt",
    "<img src=x>.txt",
    "=1+1.txt",
    "`$(id)`.txt",
  ])("act on nothing, in no format and in no complaint: %j", async (name) => {
    const cwd = folderOf({
      "voicecheck.yaml": PACK,
      [name]: "Act now\n---\nWe leverage it",
      [`${name}.json`]: "[",
    });
    for (const format of ["pretty", "concise", "summary", "github", "markdown", "csv"]) {
      const { stdout, stderr } = await run(["-f", format, name, `${name}.json`, `${name}.gone`], { cwd });
      for (const line of `${stdout}\n${stderr}`.split("\n")) {
        expect(line).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202e]/u);
        if (format !== "github" || !/^::(?:error|warning) title=/u.test(line))
          expect(line).not.toMatch(/^\s*::|##\[/u);
      }
    }
    for (const flags of [["--fix-dry-run"], ["--explain-score"]])
      expect((await run([name, ...flags], { cwd })).stdout).not.toContain("\u001b");
  });
});
