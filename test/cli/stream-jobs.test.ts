import { setTimeout as wait } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import type { BatchAnswer } from "../../src/cli/answer-batch.ts";
import { parseCommandLine } from "../../src/cli/command-line.ts";
import { Interrupted } from "../../src/cli/io.ts";
import type { StreamLine } from "../../src/cli/ndjson-stream.ts";
import type { Stream } from "../../src/cli/stream.ts";
import { streamByWorkers } from "../../src/cli/stream-jobs.ts";
import type { Workers } from "../../src/cli/workers.ts";
import { fakeIo } from "./fake-io.ts";

const target = {
  name: "-",
  path: "/a.ndjson",
  content: { kind: "stdin" },
  foundIn: new Set<string>(),
} as const;
const EMPTY = { hadPosts: false, failed: false, said: [], problems: [], spared: 0 };
const NOTE = { source: "-", code: "c", message: "m", level: "note" } as const;

async function* lines(count: number): AsyncGenerator<StreamLine, void, void> {
  for (let line = 1; line <= count; line++) yield { text: "", line, offset: 0 };
}

/** A stream with what it was told, in order. */
function streamOf(change: { signal?: AbortSignal; isGone?: () => boolean } = {}) {
  const told: string[] = [];
  const request = parseCommandLine(["-", "-f", "ndjson"]);
  if (request.command !== "check") throw new Error("no check");
  const { io } = fakeIo({ cwd: "/", ...(change.signal !== undefined && { signal: change.signal }) });
  const stream: Stream = {
    options: request.options,
    io: { ...io, stdout: { ...io.stdout, isGone: change.isGone ?? (() => false) } },
    write: async (text) => void told.push(text),
    say: ({ code }) => void told.push(`say ${code}`),
    onProblem: ({ code }) => void told.push(`problem ${code}`),
    onResult: () => {},
    onSpared: (count, { line }) => void told.push(`spared ${count} from ${line}`),
    onFailed: () => void told.push("failed"),
    jobs: 2,
    breathe: async () => {},
  };
  return { told, stream };
}

/** Workers in this thread; whether they were ended. */
function workersOf(answer: Workers["answer"]) {
  const state = { ended: false, asked: 0 };
  const workers: Workers = {
    answer: (batch) => {
      state.asked++;
      return answer(batch);
    },
    end: async () => {
      state.ended = true;
    },
  };
  return { state, start: () => workers };
}

describe("streamByWorkers", () => {
  it("writes answers in the order of the lines, whoever is first", async () => {
    const { told, stream } = streamOf();
    const { state, start } = workersOf(async ([{ line }]): Promise<BatchAnswer> => {
      // The later, the sooner.
      await wait(40 - Math.min(40, line / 64));
      return { ...EMPTY, lines: [String(line)], hadPosts: line > 1 };
    });
    expect(await streamByWorkers(target, lines(256 * 9), stream, start)).toBe(true);
    expect(told).toEqual(Array.from({ length: 9 }, (_, index) => `${index * 256 + 1}\n`));
    expect(state).toEqual({ ended: true, asked: 9 });
  });

  it("tells all that a worker found", async () => {
    const { told, stream } = streamOf();
    const { start } = workersOf(async () => ({
      ...{ lines: ["a", "b"], hadPosts: false, failed: true, said: [NOTE] },
      ...{ problems: [{ ...NOTE, code: "d" }], spared: 2, firstSpared: { source: "-", line: 7 } },
    }));
    expect(await streamByWorkers(target, lines(1), stream, start)).toBe(false);
    expect(told).toEqual(["say c", "problem d", "failed", "spared 2 from 7", "a\nb\n"]);
  });

  it("fails when a worker dies, and ends the others", async () => {
    const { told, stream } = streamOf();
    const { state, start } = workersOf(() => Promise.reject(new Error("out of memory")));
    await expect(streamByWorkers(target, lines(600), stream, start)).rejects.toThrow("out of memory");
    expect([told, state.ended]).toEqual([[], true]);
  });

  it("reads no more when nobody reads the answers", async () => {
    let written = 0;
    const { told, stream } = streamOf({ isGone: () => written > 0 });
    const { state, start } = workersOf(async () => {
      written++;
      return { ...EMPTY, lines: ["a"] };
    });
    await streamByWorkers(target, lines(256 * 9), stream, start);
    expect([told, state]).toEqual([["a\n"], { ended: true, asked: 1 }]);
  });

  it.each([0, 20])("is interrupted after %i ms though a worker never answers", async (pause) => {
    const controller = new AbortController();
    const { stream } = streamOf({ signal: controller.signal });
    const { state, start } = workersOf(() => new Promise(() => {}));
    if (pause === 0) controller.abort();
    else setTimeout(() => controller.abort(), pause);
    await expect(streamByWorkers(target, lines(1), stream, start)).rejects.toThrow(Interrupted);
    expect(state.ended).toBe(true);
  });
});
