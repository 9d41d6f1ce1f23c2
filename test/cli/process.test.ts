import { type ChildProcessWithoutNullStreams, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { folderOf } from "./folder.ts";
import { PACK } from "./run.ts";

const PROGRAM = ["--import", import.meta.resolve("tsx"), join(import.meta.dirname, "start.ts")];
const POST = '{"text":"Act now"}\n';

const cwd = folderOf({
  "voicecheck.yaml": PACK,
  "post.txt": "Act now\n",
  "posts.ndjson": POST.repeat(5000),
});

function start(...argv: readonly string[]): ChildProcessWithoutNullStreams {
  return spawn(process.execPath, [...PROGRAM, ...argv], { cwd });
}

/** Exit code and signal, with what was said on stderr. */
async function endOf(child: ChildProcessWithoutNullStreams): Promise<readonly unknown[]> {
  let stderr = "";
  child.stderr.on("data", (chunk: Buffer) => {
    stderr += chunk.toString();
  });
  const [code, signal] = await once(child, "close");
  return [code, signal, stderr];
}

describe("voicecheck as a process", () => {
  it("takes its arguments and gives its exit code", () => {
    const { status, stdout } = spawnSync(process.execPath, [...PROGRAM, "post.txt", "-f", "concise"], {
      cwd,
      encoding: "utf8",
    });
    expect(stdout).toBe("post.txt:1:1: error commercial/push/act-now: “Act now” pushes.\n");
    expect(status).toBe(1);
  });

  it("shows help when nothing is named and nothing piped in", () => {
    const stdio: ["ignore", "pipe", "pipe"] = ["ignore", "pipe", "pipe"];
    const { status, stdout, stderr } = spawnSync(process.execPath, PROGRAM, { cwd, stdio, encoding: "utf8" });
    expect([status, stdout]).toEqual([2, ""]);
    expect(stderr).toMatch(/^Usage: voicecheck/u);
  });

  it("reads what is piped in", () => {
    const { status, stdout } = spawnSync(process.execPath, [...PROGRAM, "-f", "ndjson"], {
      cwd,
      input: POST,
      encoding: "utf8",
    });
    expect(JSON.parse(stdout)).toMatchObject({ id: "-#1", findings: [{ entry: "act-now" }] });
    expect(status).toBe(0);
  });

  it.each([
    [["-f", "ndjson", "--fail-on", "error"], 1],
    [["-f", "ndjson"], 0],
    [["-f", "concise"], 1],
  ])(
    "says nothing when its reader goes away, and gives the code that the findings give: %j",
    async (flags, expected) => {
      const child = start("posts.ndjson", ...flags);
      child.stdout.once("data", () => child.stdout.destroy());
      expect(await endOf(child)).toEqual([expected, null, ""]);
    },
  );

  it("ends with 130 when it is interrupted, with nothing half written", async () => {
    const child = start("-", "-f", "ndjson", "-f", "json=report.json");
    child.stdin.write(POST);
    await once(child.stdout, "data");
    child.kill("SIGINT");
    expect(await endOf(child)).toEqual([130, null, ""]);
    expect(existsSync(join(cwd, "report.json"))).toBe(false);
    expect(readdirSync(cwd).filter((name) => name.includes("tmp"))).toEqual([]);
  });
});

describe("bin/voicecheck.js", () => {
  it("says what to do when nothing is built", () => {
    const bin = fileURLToPath(new URL("../../bin/", import.meta.url));
    const files = Object.fromEntries(
      ["voicecheck.js", "package.json"].map((name) => [`bin/${name}`, readFileSync(join(bin, name))]),
    );
    const folder = folderOf(files);
    const { status, stderr } = spawnSync(process.execPath, [join(folder, "bin/voicecheck.js")], {
      encoding: "utf8",
    });
    expect(stderr).toContain("npm run build");
    expect(status).toBe(2);
  });
});
