import { mkdtempSync, readdirSync, readFileSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { createLoader } from "../../src/cli/code-cache.ts";

function program() {
  const folder = mkdtempSync(join(tmpdir(), "voicecheck-code-"));
  const file = join(folder, "main.cjs");
  writeFileSync(join(folder, "part.cjs"), "exports.twice = (number) => number * 2;");
  writeFileSync(
    file,
    'const { sep } = require("node:path"); exports.run = () => require("./part.cjs").twice(21) + sep;',
  );
  const cache = join(folder, "cache");
  return { folder, file, cache, main: join(cache, "main.cjs.code") };
}

/** Runs the program as a process would: load, run, keep. */
function runOnce({ file, cache }: ReturnType<typeof program>): unknown {
  const loader = createLoader(cache);
  const main = loader.load(file);
  if (typeof main !== "object" || main === null || !("run" in main) || typeof main.run !== "function")
    throw new Error("no program");
  const answer: unknown = main.run();
  loader.keep();
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

  it.each<[string, (bytes: Buffer) => Buffer]>([
    ["is damaged", (bytes) => bytes.fill(7, bytes.length - 40, bytes.length - 20)],
    ["is cut off", (bytes) => bytes.subarray(0, 50)],
    ["is empty", () => Buffer.alloc(0)],
    ["has another digest", (bytes) => bytes.fill(0, 0, 4)],
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
    writeFileSync(join(made.folder, "part.cjs"), "exports.twice = (number) => number * 3;");
    expect(runOnce(made)).toEqual(expect.stringMatching(/^63/u));
  });

  it("runs all the same where nothing can be kept", () => {
    const made = program();
    writeFileSync(made.cache, "a file where the folder should be");
    expect(runOnce(made)).toEqual(ANSWER);
  });
});
