import { once } from "node:events";
import { join } from "node:path";
import { MessageChannel } from "node:worker_threads";
import { describe, expect, it } from "vitest";
import { work } from "../../src/cli/worker.ts";
import { startWorkers } from "../../src/cli/workers.ts";
import { folderOf } from "./folder.ts";
import { PACK } from "./run.ts";

const cwd = folderOf({
  "voicecheck.yaml": PACK,
  "echo.cjs": `const { parentPort, threadId, workerData } = require("node:worker_threads");
parentPort.on("message", ([line]) => {
  if (line.text === "throw") throw new Error("broken");
  if (line.text === "leave") process.exit(0);
  parentPort.postMessage({ lines: [line.text], hadPosts: true, failed: false, said: [{ source: workerData.target.name, message: String(threadId) }], problems: [], spared: 0 });
});`,
});

function taskOf(...argv: string[]) {
  const content = { kind: "stdin" } as const;
  const target = { name: "-", path: join(cwd, "a.ndjson"), content, foundIn: new Set<string>() };
  return { argv: [...argv, "--config", join(cwd, "voicecheck.yaml")], target };
}

function batchOf(text: string) {
  return [{ text, line: 1, offset: 0 }];
}

describe("startWorkers", () => {
  it("gives batches to each worker in turn, and each answers its own", async () => {
    const workers = startWorkers(2, taskOf(), join(cwd, "echo.cjs"));
    const answers = await Promise.all(["a", "b", "c", "d"].map((text) => workers.answer(batchOf(text))));
    await workers.end();
    expect(answers.flatMap(({ lines }) => lines)).toEqual(["a", "b", "c", "d"]);
    const threads = answers.map(({ said: [{ message }] }) => message);
    expect([threads[0], threads[1]]).toEqual([threads[2], threads[3]]);
    expect(threads[0]).not.toBe(threads[1]);
    expect(answers[0].said[0].source).toBe("-");
  });

  it.each([
    ["throw", "broken"],
    ["leave", "a worker ended before its lines were answered"],
  ])("rejects all that waits, and what comes later, when a worker dies (%s)", async (text, message) => {
    const workers = startWorkers(1, taskOf(), join(cwd, "echo.cjs"));
    const answers = [text, "a"].map((each) => workers.answer(batchOf(each)));
    const settled = await Promise.allSettled(answers);
    expect(settled).toMatchObject([{ reason: { message } }, { reason: { message } }]);
    await expect(workers.answer(batchOf("b"))).rejects.toThrow(message);
    await workers.end();
  });
});

describe("work", () => {
  it.each([
    [["--fail-on", "error"], true],
    [[], false],
  ])("answers lines by the pack of the command line: %j", async (argv, failed) => {
    const { port1, port2 } = new MessageChannel();
    await work(taskOf("-", "-f", "ndjson", ...argv), port2);
    const answer = once(port1, "message");
    port1.postMessage(
      ['{"text":"Act now"}', '{"text":"Brot","lang":"de"}', '{"text":"Pain","lang":"fr"}', "[1"].map(
        (text, index) => ({ text, line: index + 1 }),
      ),
    );
    const [got] = await answer;
    port1.close();
    expect(got).toMatchObject({
      ...{ failed, hadPosts: true, spared: 2, firstSpared: { source: "-", line: 2 }, problems: [] },
      said: [{ source: "-", line: 4, code: "bad-json" }],
    });
    expect(got.lines.map((line: string) => JSON.parse(line).findings?.[0]?.rule)).toEqual([
      "commercial/push",
      undefined,
      undefined,
      undefined,
    ]);
  });

  it.each<[string[], null | undefined]>([
    [["doctor"], undefined],
    [["-"], null],
  ])("refuses what is no check in a thread: %j", async (argv, port) => {
    await expect(work(taskOf(...argv), port)).rejects.toThrow("a worker checks posts and nothing else");
  });
});
