/** The packed tarball with the network and other programs denied, and packs that would like to run code. Needs a build. */
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { commands, outcomeOf, workspace } from "./commands.ts";
import { installPacked } from "./installed.ts";
import { majorOf, nodes } from "./nodes.ts";
import { git } from "./release.ts";
import { emptyFolder, keptFolder, type Ran, run } from "./shell.ts";

/** The newest that is there: since Node 25 its permissions know the network, too. */
const node = nodes().reduce((newest, each) => (majorOf(each) > majorOf(newest) ? each : newest));
const preload = ["--require", join(import.meta.dirname, "deny.cjs")];
const permission = [
  majorOf(node) < 22 ? "--experimental-permission" : "--permission",
  ...["--allow-fs-read=*", "--allow-fs-write=*", "--allow-worker", "--no-warnings"],
];
/** A network of its own, with nothing in it; not every system lets a user have one. */
const unshare = run("unshare", ["--map-root-user", "--net", "true"], { cwd: "/" }).code === 0;
const apart = unshare ? ["unshare", "--map-root-user", "--net"] : [];
const [program, ...flags] = [...apart, node.path, ...permission, ...preload];

let bin: string;

beforeAll(() => {
  const home = keptFolder();
  installPacked(home);
  bin = join(home, "node_modules/voicecheck/bin/voicecheck.js");
});

describe("each way to deny", () => {
  const runs = (before: readonly string[], code: string): Ran => {
    const [file, ...args] = [...before, "--eval", code];
    return run(file, args, { cwd: emptyFolder() });
  };

  it.each([
    "fetch('http://localhost')",
    "require('node:net').connect(9)",
    "require('node:dns').lookup('localhost', () => {})",
    "try { require('node:child_process').execFileSync('true') } catch {}",
    "import('node:http').then(({ get }) => get('http://localhost'))",
    "new (require('node:worker_threads').Worker)(`fetch('http://localhost')`, { eval: true })",
  ])("ends a program that tries: %s", (code) => {
    expect(runs([node.path, ...preload], code)).toMatchObject({
      code: null,
      stderr: expect.stringContaining("denied: "),
    });
  });

  it("keeps other programs from being started", () => {
    const code =
      "try { require('node:child_process').execFileSync('true') } catch ({ code }) { console.log(code) }";
    expect(runs([node.path, ...permission], code).stdout).toBe("ERR_ACCESS_DENIED\n");
  });

  it("leaves no network where the system lets it", () => {
    if (!unshare) console.error("no network namespace here (unshare), so this run denies by Node alone");
    const code = "console.log(Object.values(require('node:os').networkInterfaces()).flat().length)";
    expect(runs([...apart, node.path], code).stdout === "0\n").toBe(unshare);
  });
});

describe(`voicecheck with network and other programs denied, on Node ${node.version}`, () => {
  let free: string;
  let denied: string;

  beforeAll(() => {
    free = workspace(keptFolder());
    denied = workspace(keptFolder());
  });

  it.each(commands)("gives what it gives without, for $args", (command) => {
    const expected = outcomeOf(command, [node.path, bin], free);
    expect(expected.code).not.toBeNull();
    expect(outcomeOf(command, [program, ...flags, bin], denied)).toEqual(expected);
  });

  it("is stopped where it asks git, the one program that it starts", () => {
    const folder = workspace(emptyFolder());
    git(folder, "init", "--quiet");
    const { stderr } = run(node.path, [...preload, bin, "--staged"], { cwd: folder });
    expect(stderr).toContain("denied: node:child_process.execFileSync");
  });
});

const TRAP = (file: string): string => `require("node:fs").writeFileSync(${JSON.stringify(file)}, "ran");\n`;
const EVIL = "voicecheck: 1\nname: evil\nrules: {evil/word: {level: error, terms: [loaf]}}\n";

/** A workspace whose pack extends a package that holds code wherever a loader could look for it. */
function trapped(): { readonly folder: string; readonly ran: string } {
  const folder = emptyFolder();
  const ran = join(folder, "ran");
  const evil = join(folder, "node_modules/@evil/pack");
  mkdirSync(evil, { recursive: true });
  mkdirSync(join(folder, "posts"));
  const entry = {
    main: "index.js",
    bin: "index.js",
    exports: { ".": "./index.js", "./pack.yaml": "./index.js" },
  };
  const scripts = { prepare: "node index.js", install: "node index.js" };
  const manifest = JSON.stringify({ name: "@evil/pack", version: "1.0.0", ...entry, scripts });
  const files: Readonly<Record<string, string>> = {
    [join(evil, "package.json")]: manifest,
    [join(evil, "pack.yaml")]: EVIL,
    [join(folder, "package.json")]: manifest,
    [join(folder, "voicecheck.yaml")]: 'voicecheck: 1\nextends: ["@evil/pack"]\n',
    [join(folder, "posts/a.txt")]: "A loaf\n",
  };
  for (const [path, text] of Object.entries(files)) writeFileSync(path, text);
  for (const home of [evil, folder])
    for (const name of [
      "index.js",
      "pack.js",
      "pack.cjs",
      "voicecheck.js",
      "voicecheck.yaml.js",
      "voicecheck.config.js",
      ".pnp.cjs",
    ])
      writeFileSync(join(home, name), TRAP(ran));
  return { folder, ran };
}

describe("a pack from elsewhere", () => {
  it.each([
    [["posts"], 1],
    [["posts", "--fix"], 1],
    [["pack", "test", "node_modules/@evil/pack/pack.yaml"], 1],
    [["--print-config", "posts/a.txt"], 0],
    [["explain", "evil/word"], 0],
    [["doctor", "posts/a.txt"], 0],
  ])("runs nothing that stands beside it, for %j", (args, code) => {
    const { folder, ran } = trapped();
    const told = run(node.path, [bin, ...args], {
      cwd: folder,
      env: { XDG_CACHE_HOME: join(folder, "cache") },
    });
    expect({ code: told.code, ran: existsSync(ran) }).toEqual({ code, ran: false });
    expect(told.stdout).toMatch(/evil|loaf/u);
  });

  it.each([
    "rules: !!js/function 'function () { return {} }'",
    "rules: {evil/x: {regex: !!js/regexp /(a+)+$/}}",
    "rules: {evil/x: {retext: {plugin: ./index.js}}}",
    "rules: {evil/x: {retext: {plugin: '@evil/pack'}}}",
    "extends: [./index.js]",
  ])("is refused where it asks for more: %s", (line) => {
    const { folder, ran } = trapped();
    writeFileSync(join(folder, "voicecheck.yaml"), `voicecheck: 1\n${line}\n`);
    const { code, stderr } = run(node.path, [bin, "posts"], { cwd: folder });
    expect({ code, ran: existsSync(ran) }).toEqual({ code: 2, ran: false });
    expect(stderr).toMatch(/^(?:voicecheck\.yaml:2|index\.js:1):\d+: /u);
  });
});
