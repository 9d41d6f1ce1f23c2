import { mkdtempSync, readdirSync, readFileSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { createLoader, moduleFunction } from "../../src/cli/code-cache.ts";

function program() {
  const folder = mkdtempSync(join(tmpdir(), "voicecheck-code-"));
  const file = join(folder, "main.cjs");
  writeFileSync(join(folder, "part.cjs"), moduleFunction("exports.twice = (number) => number * 2;"));
  writeFileSync(
    file,
    moduleFunction(
      'const { sep } = require("node:path"); exports.run = () => require("./part.cjs").twice(21) + sep; exports.other = () => { const seldom = [1, 2]; return seldom.map((each) => each + sep); };',
    ),
  );
  const cache = join(folder, "cache");
  return { folder, file, cache, main: join(cache, "main.cjs.code") };
}

/** Runs the program as a process would: load, run, keep. */
function runOnce(
  { file, cache }: ReturnType<typeof program>,
  kind = "0",
  name = "run",
  version = "1.0.0",
): unknown {
  const loader = createLoader(cache, version);
  const main = loader.load(file);
  const run: unknown = typeof main === "object" && main !== null ? Reflect.get(main, name) : undefined;
  if (typeof run !== "function") throw new Error("no program");
  const answer: unknown = run();
  loader.keep(kind);
  return answer;
}

const ANSWER = expect.stringMatching(/^42[/\\]$/u);

describe("createLoader", () => {
  it("keeps what it compiled, and takes it from there the next time", () => {
    const made = program();
    expect(runOnce(made)).toEqual(ANSWER);
    expect(readdirSync(made.cache).sort()).toEqual(["main.cjs.code", "part.cjs.code"]);
    utimesSync(made.main, 1, 1);
    expect(runOnce(made)).toEqual(ANSWER);
    // Not written again.
    expect(statSync(made.main).mtimeMs).toBe(1000);
  });

  it("adds what a run of another kind compiled, once", () => {
    const made = program();
    runOnce(made);
    const first = readFileSync(made.main).length;
    runOnce(made, "--other 0", "other");
    const second = readFileSync(made.main).length;
    expect(second).toBeGreaterThan(first);
    utimesSync(made.main, 1, 1);
    expect(runOnce(made)).toEqual(ANSWER);
    runOnce(made, "--other 0", "other");
    expect(statSync(made.main).mtimeMs).toBe(1000);
  });

  it("adds what a run that needed other files compiled, once", () => {
    const made = program();
    runOnce(made);
    const first = readFileSync(made.main).length;
    runOnce(made, "0", "other");
    expect(readFileSync(made.main).length).toBeGreaterThan(first);
    utimesSync(made.main, 1, 1);
    for (const name of ["run", "other"]) runOnce(made, "0", name);
    expect(statSync(made.main).mtimeMs).toBe(1000);
  });

  it("ends to add where there are more kinds than are told apart", () => {
    const made = program();
    for (let kind = 0; kind < 60; kind++) runOnce(made, `--kind-${kind} 0`);
    utimesSync(made.main, 1, 1);
    expect(runOnce(made, "--yet-another 0")).toEqual(ANSWER);
    expect(statSync(made.main).mtimeMs).toBe(1000);
  });

  it.each<[string, (bytes: Buffer) => Buffer]>([
    ["is damaged", (bytes) => bytes.fill(7, bytes.length - 40, bytes.length - 20)],
    ["is cut off", (bytes) => bytes.subarray(0, 50)],
    ["is empty", () => Buffer.alloc(0)],
    ["has another stamp", (bytes) => bytes.fill(0, 0, 4).fill(0, bytes.length / 2, bytes.length / 2 + 4)],
  ])("compiles again where the cache %s", (_, damage) => {
    const made = program();
    runOnce(made);
    const whole = readFileSync(made.main);
    writeFileSync(made.main, damage(Buffer.from(whole)));
    expect(runOnce(made)).toEqual(ANSWER);
    expect(readFileSync(made.main).length).toBeGreaterThan(50);
  });

  it("compiles again when a file has changed", () => {
    const made = program();
    runOnce(made);
    writeFileSync(join(made.folder, "part.cjs"), moduleFunction("exports.twice = (number) => number * 3;"));
    expect(runOnce(made)).toEqual(expect.stringMatching(/^63/u));
  });

  it("compiles another version again, though its files are as long and as old", () => {
    const made = program();
    const part = join(made.folder, "part.cjs");
    utimesSync(part, 1, 1);
    runOnce(made);
    writeFileSync(part, moduleFunction("exports.twice = (number) => number * 3;"));
    utimesSync(part, 1, 1);
    expect(runOnce(made, "0", "run", "1.0.1")).toEqual(expect.stringMatching(/^63/u));
  });

  it("keeps code for a version with a long name, too", () => {
    const made = program();
    const version = `1.0.0-${"nightly".repeat(20)}`;
    runOnce(made, "0", "run", version);
    utimesSync(made.main, 1, 1);
    expect(runOnce(made, "0", "run", version)).toEqual(ANSWER);
    expect(statSync(made.main).mtimeMs).toBe(1000);
  });

  it("leaves its memory, once, and needs nothing that stood in it", () => {
    const made = program();
    runOnce(made);
    const loader = createLoader(made.cache, "1.0.0");
    const main = loader.load(made.file);
    loader.leave()?.fill(7);
    expect(loader.leave()).toBeUndefined();
    const run: unknown = typeof main === "object" && main !== null ? Reflect.get(main, "run") : undefined;
    if (typeof run !== "function") throw new Error("no program");
    // Loads its part only now.
    expect(run()).toEqual(ANSWER);
  });

  it("lets a file export what only others ask for when it asks for the first of them", () => {
    const made = program();
    const part = 'exports.told = require("./main.cjs").flour;';
    writeFileSync(join(made.folder, "part.cjs"), moduleFunction(part));
    const main =
      'exports.run = () => require("./part.cjs").told; let times = 0; module.late = () => { exports.flour = ++times; };';
    writeFileSync(made.file, moduleFunction(main));
    const loaded = createLoader(made.cache, "1.0.0").load(made.file);
    expect(loaded).toEqual({ run: expect.any(Function) });
    const run: unknown =
      typeof loaded === "object" && loaded !== null ? Reflect.get(loaded, "run") : undefined;
    if (typeof run !== "function") throw new Error("no program");
    expect([run(), run()]).toEqual([1, 1]);
    expect(loaded).toEqual({ run, flour: 1 });
  });

  it("hands on what a file throws, and nothing of how a file ends", () => {
    const made = program();
    writeFileSync(made.file, moduleFunction('exports.part = 1; throw new Error("no flour");'));
    expect(() => createLoader(made.cache, "1.0.0").load(made.file)).toThrow("no flour");
    writeFileSync(made.file, moduleFunction("exports.part = 2; // no more"));
    expect(createLoader(made.cache, "1.0.0").load(made.file)).toEqual({ part: 2 });
  });

  it("keeps nothing where there is no folder", () => {
    const { file, folder } = program();
    const loader = createLoader(undefined, "1.0.0");
    loader.load(file);
    loader.keep("0");
    expect(readdirSync(folder).sort()).toEqual(["main.cjs", "part.cjs"]);
  });

  it("runs all the same where nothing can be kept", () => {
    const made = program();
    writeFileSync(made.cache, "a file where the folder should be");
    expect(runOnce(made)).toEqual(ANSWER);
  });
});
