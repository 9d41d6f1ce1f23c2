import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { folderOf } from "./folder.ts";
import { PACK, run } from "./run.ts";

const read = (cwd: string, file: string): string => readFileSync(join(cwd, file), "utf8");

describe("voicecheck init", () => {
  it("asks nothing with --yes, and takes the name from package.json", async () => {
    const cwd = folderOf({ "package.json": '{"name": "@oak/bread-shop"}' });
    const { stdout, code } = await run(["init", "--yes"], { cwd });
    expect([code, stdout.split("\n")[0]]).toEqual([0, "wrote voicecheck.yaml"]);
    expect(read(cwd, "voicecheck.yaml")).toContain("\nname: Bread shop\n");
    expect((await run(["--text", "We leverage it"], { cwd })).stdout).toContain("corporate/jargon/leverage");
  });

  it.each([
    ["of the folder where package.json has none", "{}", "Oak bread"],
    ["of the folder where it is no text", '{"name": 7}', "Oak bread"],
    ["of the folder where package.json is broken", "[", "Oak bread"],
    ["of the folder where package.json is a list", "[]", "Oak bread"],
    ["that stands for one that is made of signs", '{"name": "@oak/---"}', "Our company"],
  ])("takes the name %s", async (_which, content, name) => {
    const cwd = join(folderOf({ "oak-bread/package.json": content }), "oak-bread");
    expect((await run(["init", "--yes"], { cwd })).code).toBe(0);
    expect(read(cwd, "voicecheck.yaml")).toContain(`\nname: ${name}\n`);
  });

  it("overwrites nothing", async () => {
    for (const name of ["voicecheck.yaml", "voicecheck.yml"]) {
      const cwd = folderOf({ [name]: PACK });
      const { stderr, code } = await run(["init", "--yes"], { cwd });
      expect([code, stderr]).toEqual([
        ...[
          2,
          `voicecheck: ${name} is there already, and init overwrites nothing; edit it, or move it away\n`,
        ],
      ]);
      expect(read(cwd, name)).toBe(PACK);
    }
  });

  it("says what to do where nobody can be asked", async () => {
    const cwd = folderOf({});
    const { stderr, code } = await run(["init"], { cwd });
    expect([code, stderr]).toEqual([
      ...[
        2,
        "voicecheck: init asks questions, and there is no terminal to ask on; write voicecheck init --yes\n",
      ],
    ]);
    expect(existsSync(join(cwd, "voicecheck.yaml"))).toBe(false);
  });

  it("proposes limits that the posts mostly keep", async () => {
    const rows = Array.from(
      { length: 40 },
      (_, index) => `X,"Rye at six${index === 7 ? "!!!!!" : "!"} #rye 🍞"`,
    );
    const cwd = folderOf({ "june.csv": `Network,Copy\n${rows.join("\n")}\n` });
    expect((await run(["init", "--yes", "--from", "june.csv"], { cwd })).code).toBe(0);
    const pack = read(cwd, "voicecheck.yaml");
    expect(pack).toContain("What 95 of 100 of your 40 posts keep to");
    for (const limit of [
      "exclamations, max: 1",
      "emoji, max: 1",
      "words, max: 3,",
      "hashtags, max: { x: 1 }",
    ])
      expect(pack).toContain(`count: ${limit}`);
    expect(pack).toContain('"**": { platform: x }');
  });

  it("proposes nothing from a few posts, and stops where they can't be read", async () => {
    const cwd = folderOf({ "a.txt": "Rye at six" });
    const { stderr } = await run(["init", "--yes", "--from", "a.txt"], { cwd });
    expect(stderr).toBe("1 post shows no habit yet; with 20 or more, limits would be proposed\n");
    const two = folderOf({ "a.txt": "Rye at six\n---\nOats" });
    expect((await run(["init", "--yes", "--from", "a.txt"], { cwd: two })).stderr).toBe(
      "2 posts show no habit yet; with 20 or more, limits would be proposed\n",
    );
    const other = folderOf({});
    expect((await run(["init", "--yes", "--from", "gone.csv"], { cwd: other })).code).toBe(2);
    expect(existsSync(join(other, "voicecheck.yaml"))).toBe(false);
  });

  it("sets up what git and GitHub look for at the root of the repository", async () => {
    const root = folderOf({ ".git/": "", "marketing/": "" });
    const cwd = join(root, "marketing");
    const { stdout } = await run(["init", "--yes", "--with", "hook", "action"], { cwd });
    expect(stdout).toContain("wrote ../.pre-commit-config.yaml\nwrote ../.github/workflows/voicecheck.yml\n");
    expect(existsSync(join(root, ".github/workflows/voicecheck.yml"))).toBe(true);
    expect(existsSync(join(cwd, "voicecheck.yaml"))).toBe(true);
  });

  it("sets up what else is asked for, where it isn't there", async () => {
    const cwd = folderOf({ ".vscode/settings.json": "{}" });
    const { stdout } = await run(["init", "--yes", "--with", "hook", "action", "editor"], { cwd });
    expect(stdout).toContain("wrote .pre-commit-config.yaml\nwrote .github/workflows/voicecheck.yml\n");
    expect(stdout).toContain(".vscode/settings.json is there already; add to it:\n  {\n");
    expect(read(cwd, ".vscode/settings.json")).toBe("{}");
    expect(read(cwd, ".pre-commit-config.yaml")).toContain("entry: voicecheck --staged");
  });
});

describe("voicecheck doctor", () => {
  it("says which pack holds for a file, and where each level is said", async () => {
    const cwd = folderOf({
      "voicecheck.yaml": `${PACK}  corporate: error\nfiles: {"*.csv": {platform: x}}\noverrides:\n  - {when: {platform: x}, rules: {human: off}}\n  - {when: {platform: linkedin}, rules: {human: off}}\n`,
      "posts/june.csv": "id,text\n1,Bread\n2,Rye\n",
      ".gitignore": "june.csv\n",
    });
    const { stdout, code } = await run(["doctor", "posts/june.csv", "--no-color"], { cwd });
    expect(code).toBe(0);
    const lines = stdout.split("\n");
    expect(lines).toContain(
      "pack        voicecheck.yaml: the nearest voicecheck.yaml from posts/june.csv upwards",
    );
    expect(lines).toContain("file        posts/june.csv: csv, 2 posts");
    expect(lines).toContain("facts       platforms x (by “files” of the pack)");
    expect(lines).toContain("overrides   1 of 2 hold for some post of it");
    const last = PACK.split("\n").length;
    expect(lines).toContain(`error    corporate/jargon  voicecheck.yaml:${last}:14`);
    expect(lines).toContain("error    commercial/push   voicecheck.yaml:16:12");
    expect(lines).toContain("warning  human/doubt       voicecheck.yaml:28:3");
  });

  it("tells of the built-in pack, as data too", async () => {
    const cwd = folderOf({});
    const { stdout } = await run(["doctor", "-f", "json"], { cwd });
    expect(JSON.parse(stdout)).toMatchObject({
      ...{
        pack: "voicecheck:social",
        because: "there is no voicecheck.yaml for the working folder",
        failOn: "error",
      },
      rules: expect.arrayContaining([{ rule: "human/hook", level: "off", from: "voicecheck:social:33:15" }]),
    });
  });

  it("says what is wrong with the file, and exits with 2", async () => {
    const { stdout, code } = await run(["doctor", "gone.csv"], { cwd: folderOf({}) });
    expect([code, stdout]).toEqual([2, expect.stringContaining("there is no such file or folder")]);
  });
});

describe("voicecheck completion", () => {
  it("completes commands, flags and their values in bash", async () => {
    const cwd = folderOf({});
    const { stdout } = await run(["completion", "bash"], { cwd });
    writeFileSync(join(cwd, "c.bash"), stdout);
    const completed = (...words: string[]): readonly string[] => {
      const script = `source c.bash; COMP_WORDS=(voicecheck "$@"); COMP_CWORD=$#; _voicecheck; printf '%s\\n' "\${COMPREPLY[@]}"`;
      const ran = spawnSync("bash", ["--norc", "-c", script, "bash", ...words], { cwd, encoding: "utf8" });
      return ran.stdout.split("\n").filter((word) => word !== "");
    };
    expect(completed("do")).toEqual(["doctor"]);
    expect(completed("posts", "--explain")).toEqual(["--explain-score"]);
    expect(completed("--fail-on", "")).toEqual(["error", "warning", "info", "never"]);
    expect(completed("-f", "ht")).toEqual(["html"]);
    expect(completed("--platform", "link")).toEqual(["linkedin"]);
    expect(completed("completion", "")).toEqual(["bash", "zsh", "fish"]);
    expect(completed("pack", "d")).toEqual(["diff"]);
    expect(completed("init", "--with", "")).toEqual(["hook", "action", "editor"]);
    expect(completed("help", "wai")).toEqual(["waivers"]);
    expect(completed("posts", "")).toEqual([]);
  });

  it.each([
    ["zsh", "'*--since[only posts that changed since this branch left <ref>]:value:_files'"],
    [
      "zsh",
      "'*--fail-on[exit with 1 from this level on (default\\: what the pack says, else error)]:value:(error warning info never)'",
    ],
    [
      "zsh",
      "'*--staged[only posts that this commit would change, as they are in git’s index, by the pack on disk]'",
    ],
    ["zsh", "pack) compadd -- test diff; return;;"],
    // Loaded by the first completion, it has to complete at once.
    ["zsh", 'if [[ $funcstack[1] == _voicecheck ]]; then\n  _voicecheck "$@"\n'],
    [
      "fish",
      "-l fail-on -d 'exit with 1 from this level on (default: what the pack says, else error)' -x -a 'error warning info never'",
    ],
    ["fish", "-l since -d 'only posts that changed since this branch left <ref>' -r"],
    ["fish", "-n '__fish_seen_subcommand_from pack' -a 'test diff'"],
  ])("prints a script for %s with %s", async (shell, line) => {
    expect((await run(["completion", shell], { cwd: folderOf({}) })).stdout).toContain(line);
  });
});

describe("what was mistyped", () => {
  it.each([
    [["-f", "jsn", "a.txt"], "Did you mean “json”?"],
    [["--formt", "json"], "Did you mean --format?"],
    [["--platform", "linkdin", "a.txt"], "did you mean “linkedin”?"],
    [["--only", "corporate/jargn", "a.txt"], "did you mean “corporate/jargon”?"],
    [["doctr"], "did you mean the command “doctor”?"],
  ])("%j: %s", async (argv, hint) => {
    const { stderr, code } = await run(argv, { cwd: folderOf({ "a.txt": "Rye" }) });
    expect([code, stderr]).toEqual([2, expect.stringContaining(hint)]);
  });
});
