/** Real faults: full and read-only file systems, files that go or change under the program's hands, damaged caches, signals, dead threads, a check that throws. */
import { type ChildProcessWithoutNullStreams, spawn } from "node:child_process";
import { once } from "node:events";
import {
  cpSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { beforeEach, describe, expect, it, onTestFinished } from "vitest";
import { PACK } from "../cli/run.ts";
import { emptyFolder, mustRun, type Ran, root, run } from "./shell.ts";

const BIN = join(root, "bin", "voicecheck.js");
const POST = "We leverage it. Act now\n";

let folder: string;

beforeEach(() => {
  folder = emptyFolder();
  writeFileSync(join(folder, "voicecheck.yaml"), PACK);
  writeFileSync(join(folder, "a.txt"), POST);
});

function voicecheck(...argv: readonly string[]): Ran {
  return run(process.execPath, [BIN, ...argv], {
    cwd: folder,
    env: { XDG_CACHE_HOME: join(folder, ".cache") },
  });
}

/** What stands in a folder, hidden files too. */
function namesIn(path: string): readonly string[] {
  return readdirSync(path).sort();
}

/** A file system of 64 kB, gone after the test. */
function smallDisk(): string {
  const path = join(folder, "disk");
  mkdirSync(path);
  mustRun("mount", ["-t", "tmpfs", "-o", "size=64k", "tmpfs", path], { cwd: folder });
  onTestFinished(() => void mustRun("umount", ["--lazy", path], { cwd: root }));
  return path;
}

/** Takes all but the last few kB of a disk. */
function fill(disk: string, kilobytes: number): void {
  writeFileSync(join(disk, "taken"), "x".repeat(kilobytes * 1024));
}

describe("a disk that is full", () => {
  it("leaves no half of a report", () => {
    const disk = smallDisk();
    fill(disk, 60);
    writeFileSync(join(folder, "many.txt"), POST.repeat(400));
    const { code, stderr } = voicecheck("-f", "json=disk/report.json", "many.txt");
    expect([code, stderr]).toEqual([2, expect.stringContaining("no space is left on the device")]);
    expect(namesIn(disk)).toEqual(["taken"]);
  });

  it("leaves the file that was to be mended, mends the others, and exits 2", () => {
    const disk = smallDisk();
    const long = `We leverage it.\n${"Rye bread for all. ".repeat(1000)}`;
    writeFileSync(join(disk, "long.txt"), long);
    fill(disk, 40);
    const { code, stderr, stdout } = voicecheck("--fix", "disk/long.txt", "a.txt");
    expect([code, stderr]).toEqual([2, expect.stringContaining("no space is left on the device")]);
    expect(readFileSync(join(disk, "long.txt"), "utf8")).toBe(long);
    expect(namesIn(disk)).toEqual(["long.txt", "taken"]);
    expect(readFileSync(join(folder, "a.txt"), "utf8")).toBe("We use it. Act now\n");
    expect(stdout).toContain("corporate/jargon/leverage");
  });

  it("is no matter to a cache", () => {
    const disk = smallDisk();
    fill(disk, 63);
    const env = { XDG_CACHE_HOME: disk };
    const { code, stdout } = run(process.execPath, [BIN, "-f", "concise", "a.txt"], { cwd: folder, env });
    expect([code, stdout]).toEqual([1, expect.stringContaining("act-now")]);
    const files = readdirSync(disk, { recursive: true, withFileTypes: true }).filter((each) => each.isFile());
    expect(files.map(({ name }) => name)).toEqual(["taken"]);
  });

  it("makes a run exit 2 whose report goes there", () => {
    const full = run("sh", ["-c", `"${process.execPath}" "${BIN}" -f json a.txt >/dev/full`], {
      cwd: folder,
    });
    expect([full.code, full.stderr]).toEqual([2, expect.stringContaining("the output can't be written")]);
  });
});

describe("a disk that is read-only", () => {
  it("is read, never written, and what could not be done is said", () => {
    const disk = smallDisk();
    writeFileSync(join(disk, "post.txt"), POST);
    mustRun("mount", ["-o", "remount,ro", disk], { cwd: folder });
    expect(voicecheck("-f", "concise", "disk").code).toBe(1);
    for (const argv of [
      ["--fix", "disk/post.txt"],
      ["-f", "json=disk/report.json", "a.txt"],
    ]) {
      const { code, stderr } = voicecheck(...argv);
      expect([code, stderr]).toEqual([2, expect.stringContaining("the file system is read-only")]);
    }
    expect(namesIn(disk)).toEqual(["post.txt"]);
    expect(readFileSync(join(disk, "post.txt"), "utf8")).toBe(POST);
  });

  it("is no matter to a cache", () => {
    const disk = smallDisk();
    mustRun("mount", ["-o", "remount,ro", disk], { cwd: folder });
    const env = { XDG_CACHE_HOME: disk };
    expect(run(process.execPath, [BIN, "a.txt"], { cwd: folder, env }).code).toBe(1);
  });

  it("may be only a folder that others own", () => {
    const inside = join(folder, "theirs");
    mkdirSync(inside, { mode: 0o555 });
    const env = { XDG_CACHE_HOME: join(folder, "none") };
    mustRun("chmod", ["a+rx", folder], { cwd: folder });
    const argv = [
      "--reuid",
      "65534",
      "--clear-groups",
      process.execPath,
      BIN,
      "-f",
      "json=theirs/r.json",
      "a.txt",
    ];
    const { code, stderr } = run("setpriv", argv, { cwd: folder, env });
    expect([code, stderr]).toEqual([2, expect.stringContaining("you have no permission")]);
    expect(namesIn(inside)).toEqual([]);
  });
});

/** A run that waits for its standard input, which it reads before the files behind it. */
async function waiting(...argv: readonly string[]): Promise<ChildProcessWithoutNullStreams> {
  const child = spawn(process.execPath, [BIN, "-f", "concise", "-", ...argv], { cwd: folder });
  await new Promise((resolve) => setTimeout(resolve, 1500));
  return child;
}

async function endOf(child: ChildProcessWithoutNullStreams): Promise<Ran> {
  let [stdout, stderr] = ["", ""];
  child.stdout.on("data", (chunk: Buffer) => {
    stdout += chunk.toString();
  });
  child.stderr.on("data", (chunk: Buffer) => {
    stderr += chunk.toString();
  });
  const [code] = await once(child, "close");
  return { code, stdout, stderr };
}

describe("a file that was there", () => {
  it.each<[string, () => void, string]>([
    ["and is gone", () => rmSync(join(folder, "b.txt")), "b.txt: error: this file does not exist"],
    [
      "and is a folder",
      () => {
        rmSync(join(folder, "b.txt"));
        mkdirSync(join(folder, "b.txt"));
      },
      "b.txt: error: this file is a folder, not a file",
    ],
  ])("%s when it is read: is said, and the others are checked", async (_, change, said) => {
    writeFileSync(join(folder, "b.txt"), POST);
    const child = await waiting("b.txt", "a.txt");
    change();
    child.stdin.end("Rye");
    const { code, stdout, stderr } = await endOf(child);
    expect([code, stderr]).toEqual([2, expect.stringContaining(said)]);
    expect(stdout).toContain("a.txt:1:17: error commercial/push/act-now");
  });

  it("and has other words when it is read: is checked as it is then", async () => {
    writeFileSync(join(folder, "b.txt"), POST);
    const child = await waiting("b.txt");
    writeFileSync(join(folder, "b.txt"), "Rye, then act now");
    child.stdin.end("Rye");
    expect((await endOf(child)).stdout).toContain("b.txt:1:11: error");
  });

  it("and is changed while it is mended: keeps the change", async () => {
    const long = `We leverage it${", and bread besides".repeat(8)}.\n\n`.repeat(1200);
    writeFileSync(join(folder, "long.txt"), long);
    // The diff is more than the pipe and its reader hold, so the program waits between reading and writing.
    const child = spawn(process.execPath, [BIN, "--fix", "--diff", "long.txt"], { cwd: folder });
    await once(child.stdout, "readable");
    writeFileSync(join(folder, "long.txt"), "Somebody wrote this meanwhile.\n");
    const { code, stderr } = await endOf(child);
    expect(readFileSync(join(folder, "long.txt"), "utf8")).toBe("Somebody wrote this meanwhile.\n");
    expect([code, stderr]).toEqual([2, expect.stringContaining("was changed while it was mended")]);
  });
});

describe("caches", () => {
  const cache = (): string => join(folder, "node_modules", ".cache", "voicecheck");

  beforeEach(() => mkdirSync(join(folder, "node_modules")));

  it.each<[string, (path: string) => void]>([
    ["cut in half", (path) => truncateSync(path, statSync(path).size >>> 1)],
    ["empty", (path) => truncateSync(path, 0)],
    ["full of noise", (path) => writeFileSync(path, Buffer.alloc(statSync(path).size, 0xa5))],
    [
      "a folder",
      (path) => {
        rmSync(path);
        mkdirSync(path);
      },
    ],
    [
      "of another version",
      (path) => {
        const text = readFileSync(path, "latin1");
        writeFileSync(
          path,
          text.replace(/"tool":"[^"]*"/u, '"tool":"0.0.1"').replaceAll("leverage", "LEVERAGE"),
          "latin1",
        );
      },
    ],
  ])("may be %s", (_, damage) => {
    const sound = voicecheck("-f", "concise", "a.txt");
    const names = namesIn(cache());
    expect(names.length).toBeGreaterThan(1);
    for (const name of names) damage(join(cache(), name));
    for (let time = 0; time < 2; time++) expect(voicecheck("-f", "concise", "a.txt")).toEqual(sound);
  });

  it("serve many runs at once, from the first on", async () => {
    const one = voicecheck("-f", "concise", "--no-config", "a.txt");
    const expected = voicecheck("-f", "concise", "a.txt").stdout;
    rmSync(cache(), { recursive: true });
    const argv = [BIN, "-f", "concise", "a.txt"];
    const all = Array.from({ length: 6 }, () => endOf(spawn(process.execPath, argv, { cwd: folder })));
    for (const { code, stdout } of await Promise.all(all)) expect([code, stdout]).toEqual([1, expected]);
    expect(namesIn(cache()).filter((name) => name.endsWith(".tmp"))).toEqual([]);
    expect(one.code).toBeLessThan(2);
  });
});

describe("signals", () => {
  it.each<[NodeJS.Signals, number]>([
    ["SIGINT", 130],
    ["SIGTERM", 143],
  ])("%s ends a run with its code, and nothing is half written", async (signal, expected) => {
    const child = await waiting("a.txt", "-f", "json=report.json");
    child.kill(signal);
    const { code, stdout } = await endOf(child);
    expect([code, stdout]).toEqual([expected, ""]);
    expect(namesIn(folder)).toEqual(["a.txt", "voicecheck.yaml"]);
  });

  it.each<NodeJS.Signals>(["SIGINT", "SIGTERM"])(
    "%s leaves each file of --fix as it was, or mended",
    async (signal) => {
      const posts = join(folder, "posts");
      mkdirSync(posts);
      for (let n = 0; n < 400; n++) writeFileSync(join(posts, `${n}.txt`), POST);
      const child = spawn(process.execPath, [BIN, "--fix", "posts"], { cwd: folder });
      const ended = endOf(child);
      for (;;) {
        await new Promise((resolve) => setTimeout(resolve, 20));
        if (readFileSync(join(posts, "100.txt"), "utf8") !== POST || child.exitCode !== null) break;
      }
      child.kill(signal);
      expect([130, 143, 1]).toContain((await ended).code);
      expect(namesIn(posts)).toHaveLength(400);
      for (const name of namesIn(posts))
        expect([POST, "We use it. Act now\n"]).toContain(readFileSync(join(posts, name), "utf8"));
    },
  );

  it("a reader that goes away is no trouble", () => {
    writeFileSync(join(folder, "many.ndjson"), '{"text":"Act now"}\n'.repeat(8000));
    for (const format of ["ndjson", "json", "concise"]) {
      const script = `"${process.execPath}" "${BIN}" -f ${format} many.ndjson | head -n 1 >/dev/null; exit \${PIPESTATUS[0]}`;
      const { code, stderr } = run("bash", ["-c", script], { cwd: folder });
      expect([format, code, stderr]).toEqual([format, format === "ndjson" ? 0 : 1, ""]);
    }
  });
});

describe("--jobs", () => {
  it("says so when a thread dies, keeps what was answered, and exits 2", () => {
    const copy = join(folder, "copy");
    for (const part of ["bin", "dist", "rules", "package.json"])
      cpSync(join(root, part), join(copy, part), { recursive: true });
    const worker = join(copy, "bin", "worker.js");
    const dying =
      'const { parentPort } = require("node:worker_threads");\nlet batches = 0;\nparentPort.on("message", () => { if (++batches === 2) process.exit(9); });\n';
    writeFileSync(worker, dying + readFileSync(worker, "utf8"));
    const lines = Array.from(
      { length: 20_000 },
      (_, n) => `{"id":${n},"text":"Act now"}
`,
    );
    writeFileSync(join(folder, "posts.ndjson"), lines.join(""));
    const argv = [join(copy, "bin", "voicecheck.js"), "-f", "ndjson", "--jobs", "2", "posts.ndjson"];
    const { code, stdout, stderr } = run(process.execPath, argv, { cwd: folder });
    expect([code, stderr]).toEqual([
      2,
      expect.stringContaining("a worker ended before its lines were answered"),
    ]);
    const ids = stdout
      .trimEnd()
      .split("\n")
      .filter((line) => line !== "")
      .map((line) => JSON.parse(line).id);
    expect(ids).toEqual(ids.map((_, index) => index));
    expect(ids.length).toBeLessThan(20_000);
  });
});

describe("a check that fails on a post", () => {
  /** Every check of a text needs this of the engine. */
  const FAULT = `const plain = String.prototype.toLowerCase;
String.prototype.toLowerCase = function () {
  if (plain.call(this) === "unlucky") throw new TypeError("no such luck");
  return plain.call(this);
};
`;
  const SHEET = "text\nAct now\nUnlucky\nAct now\n";
  const LINES = '{"id":1,"text":"Act now"}\n{"id":2,"text":"Unlucky"}\n{"id":3,"text":"Act now"}\n';

  it.each([
    ["json", "posts.csv", SHEET],
    ["concise", "posts.csv", SHEET],
    ["ndjson", "posts.csv", SHEET],
    ["ndjson", "posts.ndjson", LINES],
    ["ndjson", "posts.ndjson", LINES, "--jobs=2"],
    ["sarif", "posts.ndjson", LINES],
  ])("loses no other, is said, and exits 2: %s of %s", (format, name, content, ...more) => {
    writeFileSync(join(folder, "fault.cjs"), FAULT);
    writeFileSync(join(folder, name), content);
    const argv = ["--require", join(folder, "fault.cjs"), BIN, "-f", format, name, ...more];
    const { code, stdout, stderr } = run(process.execPath, argv, { cwd: folder });
    expect(stdout.match(/commercial\/act-now|"act-now"|act-now/gu)?.length).toBeGreaterThanOrEqual(2);
    expect(stderr).toMatch(
      /^posts\.\w+:[23]: error: this post could not be checked \(TypeError: no such luck at .*\), which is a mistake in voicecheck .*, not in your post;/mu,
    );
    if (format === "ndjson") expect(stdout).toMatch(/"line":[23],"error":\{"code":"failed-check",/u);
    expect(code).toBe(2);
  });
});
