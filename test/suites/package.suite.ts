/** The package as npm would publish it: packed, installed offline into an empty folder, run, imported. Needs a build. */
import { mkdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { beforeAll, describe, expect, it } from "vitest";
import { installPacked, type Packed } from "./installed.ts";
import { emptyFolder, keptFolder, mustRun, root, run } from "./shell.ts";

const LARGEST = 2_500_000;

let home: string;
let packed: Packed;

beforeAll(() => {
  home = keptFolder();
  packed = installPacked(home);
});

/** Runs a module of the user's in the folder where the package is installed. */
function runModule(code: string): string {
  const file = join(home, "user.mjs");
  writeFileSync(file, code);
  return mustRun(process.execPath, [file], { cwd: home }).stdout;
}

describe("the tarball", () => {
  it("holds what is needed, and nothing else", () => {
    const folders = new Set(packed.files.map(({ path }) => path.replace(/\/.*/u, "")));
    expect([...folders].sort()).toEqual(
      [
        "CHANGELOG.md",
        "LICENSE",
        "README.md",
        "THIRD-PARTY-NOTICES.txt",
        "bin",
        "dist",
        "integrations",
        "package.json",
        "rules",
        "schema",
      ].sort(),
    );
    expect(statSync(join(home, packed.filename)).size).toBeLessThan(LARGEST);
  });

  it("has no runtime dependencies", () => {
    const lock = JSON.parse(readFileSync(join(home, "package-lock.json"), "utf8"));
    expect(Object.keys(lock.packages)).toEqual(["", "node_modules/voicecheck"]);
  });

  it("names the licences of what is bundled", () => {
    const notices = readFileSync(join(home, "node_modules/voicecheck/THIRD-PARTY-NOTICES.txt"), "utf8");
    for (const name of [
      "commander",
      "chalk",
      "yaml",
      "vfile",
      "retext-profanities",
      "retext-readability",
      "valibot",
    ]) {
      expect(notices).toMatch(new RegExp(`^${name} \\d`, "mu"));
    }
  });
});

describe("the command", () => {
  const command = (...args: string[]): ReturnType<typeof run> =>
    run(join(home, "node_modules/.bin/voicecheck"), args, { cwd: home });

  it("checks a post", () => {
    writeFileSync(join(home, "post.txt"), "We leverage synergies.\n");
    const { code, stdout } = command("post.txt");
    expect(stdout).toContain("corporate/");
    expect(code).toBe(0);
  });

  it("exits 1 at an error and 2 where a path is missing", () => {
    writeFileSync(join(home, "bait.txt"), "Tag a friend who loves bread!\n");
    expect(command("bait.txt").code).toBe(1);
    expect(command("gone.txt").code).toBe(2);
  });

  it("runs every command that loads a part of its own", () => {
    expect(command("rules").code).toBe(0);
    expect(command("explain", "corporate").code).toBe(0);
    expect(command("--print-config", "post.txt").stdout).toContain("voicecheck:");
    expect(command("--version").stdout.trim()).toMatch(/^\d+\.\d+\.\d+$/u);
    for (const format of ["pretty", "concise", "summary", "json", "ndjson", "github"]) {
      expect(command("-f", format, "post.txt").stdout).not.toBe("");
    }
    writeFileSync(join(home, "post.md"), "# Fresh\n\nWe `leverage` it. What bullshit, we leverage it.\n");
    expect(command("-f", "json", "post.md").stdout).toContain("profanity");
  });

  it("compiles a pack of the user's that extends a built-in one", () => {
    const folder = emptyFolder();
    mkdirSync(join(folder, "posts"));
    writeFileSync(
      join(folder, "voicecheck.yaml"),
      "voicecheck: 1\nextends: [voicecheck:social]\nrules:\n  acme/loaf: {level: error, terms: {bread stick (n): baguette}}\n",
    );
    writeFileSync(join(folder, "posts/a.txt"), "Two bread sticks left.\n");
    const bin = join(home, "node_modules/.bin/voicecheck");
    for (const time of ["first", "cached"]) {
      const { code, stdout, stderr } = run(bin, ["posts"], {
        cwd: folder,
        env: { XDG_CACHE_HOME: join(folder, "cache") },
      });
      expect({ time, code, stderr }).toEqual({ time, code: 1, stderr: "" });
      expect(stdout).toContain("Say “baguettes”");
    }
  });
});

describe("the API", () => {
  it("checks a post with a loaded pack", () => {
    const shown = runModule(`
      import { loadPack, prepare } from "voicecheck";
      const lint = prepare(await loadPack("voicecheck:social"));
      const { findings, score } = lint({ id: "a", text: "We're leveraging it. What bullshit." });
      console.log(JSON.stringify({ rules: [...new Set(findings.map(({ rule }) => rule.split("/")[0]))], score }));
    `);
    expect(JSON.parse(shown).rules).toEqual(["corporate", "profanity"]);
  });

  it("reads a pack from text", () => {
    const shown = runModule(`
      import { parsePack, prepare } from "voicecheck";
      const lint = prepare(parsePack("voicecheck: 1\\nrules: {a/b: {terms: {x: y}}}"));
      console.log(lint({ id: 1, text: "x" }).findings[0].suggestions[0]);
    `);
    expect(shown.trim()).toBe("y");
  });

  it("gives mistakes of a pack their places", () => {
    const shown = runModule(`
      import { PackError, parsePack } from "voicecheck";
      try { parsePack("voicecheck: 1\\nruls: {}"); } catch (error) { console.log(error instanceof PackError, error.mistakes[0].line); }
    `);
    expect(shown.trim()).toBe("true 2");
  });

  it("is a plugin for unified pipelines", () => {
    const unified = pathToFileURL(join(root, "node_modules/unified/index.js")).href;
    const shown = runModule(`
      import { unified } from ${JSON.stringify(unified)};
      import { loadPack } from "voicecheck";
      import { voicecheck } from "voicecheck/retext";
      const pack = await loadPack("voicecheck:social");
      const file = await unified().use(voicecheck, { pack }).process("We're leveraging it.\\n");
      const [{ ruleId, source, line, column, expected }] = file.messages;
      console.log(JSON.stringify({ ruleId, source, line, column, expected, text: String(file) }));
    `);
    expect(JSON.parse(shown)).toMatchObject({
      source: "voicecheck",
      line: 1,
      column: 7,
      expected: ["using"],
      text: "We're leveraging it.\n",
    });
  });

  it("exports the packs and the schema", () => {
    const shown = runModule(`
      import { createRequire } from "node:module";
      const require = createRequire(import.meta.url);
      console.log(require.resolve("voicecheck/packs/social.yaml"), require("voicecheck/schema/pack.v1.json").$schema);
    `);
    expect(shown).toContain("draft-07");
  });

  it("has types that a strict project accepts", () => {
    const folder = join(home, "typed");
    mkdirSync(folder);
    writeFileSync(
      join(folder, "index.mts"),
      'import { loadPack, prepare, type Finding } from "voicecheck";\nconst lint = prepare(await loadPack("x"));\nexport const all: readonly Finding[] = lint({ id: 1, text: "x" }).findings;\n',
    );
    const options = ["--noEmit", "--strict", "--module", "nodenext", "--target", "es2023", "--types", ""];
    const tsc = join(root, "node_modules/typescript/bin/tsc");
    mustRun(process.execPath, [tsc, ...options, join(folder, "index.mts")], { cwd: folder });
  });
});

describe("--jobs", () => {
  it("gives the same bytes with any number of threads", () => {
    const lines = Array.from({ length: 3000 }, (_, index) =>
      index % 97 === 0
        ? "{bad"
        : JSON.stringify({ id: index, text: index % 3 === 0 ? "We leverage it" : "Rye at nine" }),
    );
    const input = `${lines.join("\n")}\n`;
    const [one, three] = ["1", "3"].map((jobs) =>
      run("npx", ["voicecheck", "-f", "ndjson", "--jobs", jobs, "--fail-on", "warning"], {
        cwd: home,
        input,
      }),
    );
    expect(one.stdout.trim().split("\n")).toHaveLength(3000);
    expect(three).toEqual(one);
    expect(one.code).toBe(1);
  });
});
