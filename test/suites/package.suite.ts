/** The package as npm would publish it: packed, installed offline into an empty folder, run, imported. Needs a build. */
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { checkPackage, createPackageFromTarballData } from "@arethetypeswrong/core";
import { rolldown } from "rolldown";
import { beforeAll, describe, expect, it } from "vitest";
import { apiBundle, cliBundle, launcherBundle } from "../../scripts/build/bundles.ts";
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
    const chunk = /^(dist\/(?:cli|api|packs|types)\/)(?:.*\/)?[^/]+?(\.d\.ts|\.\w+)$/u;
    const files = new Set(packed.files.map(({ path }) => path.replace(chunk, "$1*$2")));
    const rules = readdirSync(join(root, "rules")).map((name) => `rules/${name}`);
    const integrations = [
      "github/README.md",
      "github/problem-matcher.json",
      "gitlab/voicecheck.gitlab-ci.yml",
    ];
    const spark = ["README.md", "requirements.txt", "voicecheck_job.py"].map((name) => `spark/${name}`);
    expect([...files].sort()).toEqual(
      [
        ...["CHANGELOG.md", "LICENSE", "README.md", "SECURITY.md", "THIRD-PARTY-NOTICES.txt", "package.json"],
        ...["bin/action.js", "bin/package.json", "bin/voicecheck.js", "bin/worker.js"],
        ...["dist/index.js", "dist/launch.cjs", "dist/retext-plugin.js"],
        ...[
          "dist/api/*.js",
          "dist/cli/*.cjs",
          "dist/packs/*.pack",
          "dist/packs/*.tables",
          "dist/types/*.d.ts",
        ],
        ...[...integrations, "lefthook/lefthook.yml", ...spark].map((name) => `integrations/${name}`),
        ...["schema/pack.v1.json", "schema/report.v1.json", ...rules],
      ].sort(),
    );
    expect(statSync(join(home, packed.filename)).size).toBeLessThan(LARGEST);
  });

  it("has no runtime dependencies", () => {
    const lock = JSON.parse(readFileSync(join(home, "package-lock.json"), "utf8"));
    expect(Object.keys(lock.packages)).toEqual(["", "node_modules/voicecheck"]);
  });

  it("runs nothing when it is installed", () => {
    const { scripts } = JSON.parse(readFileSync(join(home, "node_modules/voicecheck/package.json"), "utf8"));
    expect(Object.keys(scripts).filter((name) => /install$/u.test(name))).toEqual([]);
  });
});

describe("the notices", () => {
  const notices = (): string =>
    readFileSync(join(home, "node_modules/voicecheck/THIRD-PARTY-NOTICES.txt"), "utf8");

  it.each([
    ["the command line", cliBundle],
    ["the API", apiBundle],
    ["the launcher", launcherBundle],
  ])("name every package that is bundled into %s", async (_, bundle) => {
    const { input, output } = bundle();
    const build = await rolldown({ platform: "node", cwd: root, ...input });
    const chunks = (await build.generate(output)).output;
    await build.close();
    const modules = chunks.flatMap((chunk) => (chunk.type === "chunk" ? chunk.moduleIds : []));
    const marker = "/node_modules/";
    const folders = modules.flatMap((id) => {
      const at = id.lastIndexOf(marker) + marker.length;
      if (at < marker.length) return [];
      const [scope, name] = id.slice(at).split("/");
      return [id.slice(0, at) + (scope.startsWith("@") ? `${scope}/${name}` : scope)];
    });
    expect(modules.length).toBeGreaterThan(0);
    expect(folders.length > 0).toBe(bundle !== launcherBundle);
    for (const folder of new Set(folders)) {
      const { name, version } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
      expect(notices()).toContain(`\n${name} ${version} (`);
    }
  });

  it("name the packages whose data is generated into ours", () => {
    for (const name of ["dale-chall", "spache", "tlds", "parse-latin", "parse-english", "retext-profanities"])
      expect(notices()).toContain(`\n${name} `);
  });

  it("hold licences that let everybody use it, each with its text", () => {
    const heads = [...notices().matchAll(/(?<=^|-{80}\n\n)\S+ \d+\.\d+\.\d+ \((.+)\)\n\n(.+)/gmu)];
    expect(heads.length).toBeGreaterThan(100);
    for (const [, licence] of heads)
      expect(["MIT", "ISC", "BSD-2-Clause", "BSD-3-Clause", "Apache-2.0"]).toContain(licence);
    const without = heads.filter(([, , text]) => text.startsWith("Its package holds no text"));
    expect(without.map(([head]) => head.split(" ")[0])).toEqual(["normalize-strings"]);
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

  it("reads no other part of itself for a plain check", () => {
    const kept = join(home, "node_modules/.cache/voicecheck");
    rmSync(kept, { recursive: true, force: true });
    writeFileSync(
      join(home, "bait.txt"),
      "Tag a friend who loves bread! We’re thrilled: it leverages the oven.\n",
    );
    expect(command("bait.txt").stdout).toContain("corporate/");
    expect(readdirSync(kept)).toEqual(["core.cjs.code"]);
  });

  it("keeps results with --cache, and reports the same", () => {
    const argv = ["post.txt", "-f", "json", "--cache"];
    const [first, second, without] = [argv, argv, argv.slice(0, -1)].map((each) => command(...each).stdout);
    expect([first, second]).toEqual([without, without]);
    const kept = readdirSync(join(home, "node_modules/.cache/voicecheck"));
    expect(kept.filter((name) => /^results-[\da-f]+\.txt$/u.test(name))).toHaveLength(1);
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

  it("is loaded by CommonJS, too", () => {
    const file = join(home, "user.cjs");
    writeFileSync(
      file,
      'console.log(typeof require("voicecheck").prepare, typeof require("voicecheck/retext").voicecheck);',
    );
    expect(mustRun(process.execPath, [file], { cwd: home }).stdout).toBe("function function\n");
  });

  it("has types that every way of resolving finds, but those that know no ES modules", async () => {
    const analysis = await checkPackage(
      createPackageFromTarballData(readFileSync(join(home, packed.filename))),
    );
    if (!analysis.types) throw new Error("the package has no types");
    const kinds = analysis.problems.map((problem) =>
      "resolutionKind" in problem ? `${problem.kind} ${problem.resolutionKind}` : problem.kind,
    );
    expect([...new Set(kinds)].sort()).toEqual(["CJSResolvesToESM node16-cjs", "NoResolution node10"]);
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
