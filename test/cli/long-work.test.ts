import { appendFileSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { main } from "../../src/cli/main.ts";
import { fakeIo } from "./fake-io.ts";
import { folderOf } from "./folder.ts";
import { PACK, run } from "./run.ts";

const CLEAN = "\r\u001b[K";

describe("progress", () => {
  const cwd = folderOf({ "voicecheck.yaml": PACK, "a.txt": "Rye\n---\nBread", "b.txt": "Rolls" });

  it("is shown on a terminal after a second, and wiped away", async () => {
    const { stderr } = await run(["a.txt", "b.txt"], { cwd, width: 80, ticking: true });
    expect(stderr).toBe(
      `${CLEAN}1 post checked, file 1 of 2 …${CLEAN}2 posts checked, file 1 of 2 …${CLEAN}3 posts checked, file 2 of 2 …${CLEAN}`,
    );
  });

  it.each([
    ["in a pipe", { ticking: true }],
    ["in CI", { ticking: true, width: 80, env: { CI: "true" } }],
    ["in the first second", { width: 80 }],
  ])("is not shown %s", async (_, world) => {
    expect((await run(["a.txt", "b.txt"], { cwd, ...world })).stderr).toBe("");
  });
});

describe("--timing", () => {
  it("tells what each rule takes alone, the slowest first", async () => {
    const cwd = folderOf({ "voicecheck.yaml": PACK, "a.txt": "We leverage it" });
    const { stderr, code } = await run(["a.txt", "--timing"], { cwd });
    expect(stderr).toMatch(/^timing: 1 post, each rule alone, beside \d+\.\d ms for reading their words\n/u);
    for (const rule of ["corporate/jargon", "commercial/push", "human/stiff", "human/doubt"])
      expect(stderr).toMatch(new RegExp(`^  ${rule} +\\d+\\.\\d ms$`, "mu"));
    expect(code).toBe(0);
  });

  it("tells nothing where there is no post", async () => {
    const cwd = folderOf({ "a.txt": "" });
    expect((await run(["a.txt", "--timing", "--no-config"], { cwd })).stderr).toBe("");
  });
});

describe("--watch", () => {
  it("checks again when a post or the pack is written, until it is interrupted", async () => {
    const cwd = folderOf({ "voicecheck.yaml": PACK, "posts/a.txt": "Rye" });
    const controller = new AbortController();
    const { io, written } = fakeIo({ cwd, signal: controller.signal });
    const ended = main(["--watch", "posts"], io);
    const seen = (words: string): Promise<void> =>
      expect.poll(() => written.stdout, { timeout: 10_000, interval: 20 }).toContain(words);
    const runs = (): number => written.stderr.split("watching for changes").length - 1;
    await seen("nothing to flag");
    await expect.poll(runs).toBe(1);
    writeFileSync(join(cwd, "posts/a.txt"), "We leverage it");
    await seen("corporate/jargon/leverage");
    writeFileSync(join(cwd, "posts/b.txt"), "Act now");
    await seen("commercial/push/act-now");
    appendFileSync(join(cwd, "voicecheck.yaml"), "gates: {corporate: 101}\n");
    await expect.poll(() => written.stderr, { timeout: 10_000 }).toContain("voicecheck.yaml:");
    controller.abort();
    expect(await ended).toBe(130);
  });

  it("sees what a pack extends, a broken pack, a pack and a folder that come and go, and not its own reports", async () => {
    const cwd = folderOf({ "posts/a.txt": "Rye" });
    const controller = new AbortController();
    const { io, written } = fakeIo({ cwd, signal: controller.signal });
    const argv = [
      "--watch",
      "posts",
      "--config",
      "own.yaml",
      "-f",
      "concise",
      "-f",
      "json=posts/report.json",
    ];
    const own = "voicecheck: 1\nname: own\nextends: [./base.yaml]\n";
    const base = (word: string): string =>
      `voicecheck: 1\nname: base\nrules: {a/b: {terms: {${word}: bread}}}\n`;
    const ended = main(argv, io);
    const runs = (): number => written.stderr.split("watching for changes").length - 1;
    let count = 0;
    /** Makes a change, and waits for the run after it; gives what that run told. */
    const told = async (change: () => void): Promise<string> => {
      const [out, err] = [written.stdout.length, written.stderr.length];
      change();
      count++;
      await expect.poll(runs, { timeout: 20_000, interval: 20 }).toBe(count);
      return written.stdout.slice(out) + written.stderr.slice(err);
    };
    const write = (file: string, text: string) => () => writeFileSync(join(cwd, file), text);
    expect(await told(() => undefined)).toContain("there is no pack own.yaml");
    expect(await told(write("own.yaml", own))).toContain("“./base.yaml” does not exist");
    expect(await told(write("base.yaml", base("rye")))).toContain("a/b/rye");
    expect(await told(write("base.yaml", base("rolls")))).not.toContain("a/b");
    expect(await told(write("own.yaml", "x: ["))).toContain("own.yaml:");
    expect(await told(write("own.yaml", own))).not.toContain("own.yaml:");
    expect(await told(() => rmSync(join(cwd, "posts"), { recursive: true }))).toContain(
      "no such file or folder",
    );
    const back = (): void => {
      mkdirSync(join(cwd, "posts"));
      writeFileSync(join(cwd, "posts/b.txt"), "Rolls");
    };
    expect(await told(back)).toContain("posts/b.txt:1:1: warning a/b/rolls");
    expect(await told(() => rmSync(join(cwd, "posts/b.txt")))).toContain("no posts in this folder");
    controller.abort();
    expect(await ended).toBe(130);
    expect(runs()).toBe(count);
  }, 240_000);

  it.each([
    [["--watch"], "name files or folders: voicecheck --watch posts/"],
    [["--watch", "gone"], "there is no such file or folder"],
    [["--watch", "--fix", "a.txt"], "--fix would write what --watch waits for"],
    [["--watch", "--text", "Rye"], "--text never changes"],
    [["--watch", "-f", "ndjson", "a.txt"], "is read once"],
  ])("refuses %j", async (argv, message) => {
    const { stderr, code } = await run(argv, { cwd: folderOf({ "a.txt": "Rye" }) });
    expect([code, stderr]).toEqual([2, expect.stringContaining(message)]);
  });
});
