import { spawnSync } from "node:child_process";
import { closeSync, constants, openSync, readFileSync, readSync } from "node:fs";
import { join } from "node:path";
import { Writable } from "node:stream";
import { describe, expect, it } from "vitest";
import { fileSink } from "../../src/cli/sinks.ts";
import { folderOf } from "./folder.ts";

/** A stream that keeps what it is given. */
function keeper() {
  const taken: Buffer[] = [];
  const stream = new Writable({
    write: (bytes, _, done) => {
      taken.push(bytes);
      done();
    },
  });
  return { taken, stream: Object.assign(stream, { isTTY: false, columns: 80, hasColors: () => true }) };
}

function noStream(): never {
  throw new Error("no stream is needed");
}

/** Both ends of a pipe that never waits. */
function pipe() {
  const path = join(folderOf({}), "pipe");
  spawnSync("mkfifo", [path]);
  const reader = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK);
  return { reader, writer: openSync(path, constants.O_WRONLY | constants.O_NONBLOCK) };
}

describe("fileSink", () => {
  it("writes to a file in order, without a stream, colors or a width", async () => {
    const file = join(folderOf({}), "out");
    const sink = fileSink(openSync(file, "w"), noStream);
    await Promise.all(["é", "", "🎉\n"].map(sink.write));
    expect(readFileSync(file, "utf8")).toBe("é🎉\n");
    expect([sink.isGone(), sink.hasColors(), sink.width]).toEqual([false, false, Number.POSITIVE_INFINITY]);
  });

  it("rejects where nothing can be written", async () => {
    const sink = fileSink(openSync(join(folderOf({ "in.txt": "a" }), "in.txt"), "r"), noStream);
    await expect(sink.write("a")).rejects.toMatchObject({ code: "EBADF" });
    expect(sink.isGone()).toBe(false);
  });

  it.skipIf(process.platform === "win32")("takes what is written after the reader left", async () => {
    const { reader, writer } = pipe();
    const sink = fileSink(writer, noStream);
    await sink.write("a");
    closeSync(reader);
    await sink.write("b");
    expect(sink.isGone()).toBe(true);
    await sink.write("c");
  });

  it.skipIf(process.platform === "win32")("leaves to the stream what a full pipe doesn't take", async () => {
    const { reader, writer } = pipe();
    const { taken, stream } = keeper();
    const sink = fileSink(writer, () => stream);
    const text = "ä🎉".repeat(100_000);
    await sink.write(text);
    await sink.write("end");
    const first = Buffer.alloc(1_000_000);
    const count = readSync(reader, first);
    expect(Buffer.concat([first.subarray(0, count), ...taken]).toString()).toBe(`${text}end`);
    expect([count > 0, taken.length, sink.isGone()]).toEqual([true, 2, false]);
  });
});
