import { Writable } from "node:stream";
import { afterEach, describe, expect, it } from "vitest";
import { processIo } from "../../src/cli/process-io.ts";
import { streamSink } from "../../src/cli/sinks.ts";

const NO_TERMINAL = { isTTY: false, columns: 80, hasColors: () => true };

/** A stream that fails each write with this code, if any, and counts the writes. */
function streamOf(code?: string, terminal = NO_TERMINAL) {
  const taken: string[] = [];
  const stream = new Writable({
    autoDestroy: false,
    decodeStrings: false,
    write: (text, _, done) => {
      taken.push(String(text));
      done(code === undefined ? null : Object.assign(new Error("no"), { code }));
    },
  });
  return { taken, sink: streamSink(Object.assign(stream, terminal)) };
}

describe("streamSink", () => {
  it("writes in order, and nothing for no text", async () => {
    const { taken, sink } = streamOf();
    await Promise.all(["a", "", "b"].map(sink.write));
    expect([taken, sink.isGone()]).toEqual([["a", "b"], false]);
  });

  it.each(["EPIPE", "ERR_STREAM_DESTROYED", "ECONNRESET"])(
    "takes what is written after the reader left (%s), and writes no more",
    async (code) => {
      const { taken, sink } = streamOf(code);
      await sink.write("a");
      expect(sink.isGone()).toBe(true);
      await sink.write("b");
      expect(taken).toEqual(["a"]);
    },
  );

  it("rejects where writing fails for another reason", async () => {
    const { sink } = streamOf("ENOSPC");
    await expect(sink.write("a")).rejects.toMatchObject({ code: "ENOSPC" });
    expect(sink.isGone()).toBe(false);
  });

  it.each([
    [NO_TERMINAL, false, Number.POSITIVE_INFINITY],
    [{ ...NO_TERMINAL, isTTY: true }, true, 80],
    [{ ...NO_TERMINAL, isTTY: true, hasColors: () => false }, false, 80],
  ])("has colors and a width on a terminal only: %j", (terminal, hasColors, width) => {
    const { sink } = streamOf(undefined, terminal);
    expect([sink.hasColors(), sink.width]).toEqual([hasColors, width]);
  });
});

describe("processIo", () => {
  const names = ["SIGINT", "SIGTERM"] as const;
  const before = names.map((name) => process.listeners(name));
  const { exitCode } = process;

  /** The world, and its own listener of a signal. */
  function worldAnd(name: (typeof names)[number]) {
    const io = processIo();
    const added = process.listeners(name).at(-1);
    return { io, fire: () => added?.(name) };
  }

  afterEach(() => {
    process.exitCode = exitCode;
    names.forEach((name, index) => {
      for (const listener of process.listeners(name))
        if (!before[index].includes(listener)) process.removeListener(name, listener);
    });
  });

  it.each([
    ["SIGINT", 130],
    ["SIGTERM", 143],
  ] as const)("ends the run by %s with %i", (name, code) => {
    const { io, fire } = worldAnd(name);
    expect(io.signal.aborted).toBe(false);
    fire();
    expect([io.signal.reason, process.exitCode]).toEqual([code, code]);
  });

  it("has a clock that only goes forward, the folder, and the day where the user is", () => {
    const io = processIo();
    const first = io.clock();
    expect(io.clock()).toBeGreaterThanOrEqual(first);
    expect(io.cwd).toBe(process.cwd());
    // Sweden writes dates as ISO does.
    expect(io.today()).toBe(new Date().toLocaleDateString("sv-SE"));
    expect(io.isInteractive()).toBe(process.stdin.isTTY === true && process.stdout.isTTY === true);
    expect(io.stdin.isPiped()).toBeTypeOf("boolean");
    expect(io.stdin.chunks()).toBe(process.stdin);
  });
});
