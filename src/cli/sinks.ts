import { writeSync } from "node:fs";
import type { Writable } from "node:stream";
import type { Sink } from "./io.ts";

/** What a stream or a descriptor says when its reader went away. */
const GONE: ReadonlySet<string> = new Set(["EPIPE", "ERR_STREAM_DESTROYED", "ECONNRESET"]);

interface ByteSink extends Sink {
  readonly write: (text: string | Uint8Array) => Promise<void>;
}

/** A stream as a sink; from the moment its reader goes away it takes everything and writes nothing. */
export function streamSink(
  stream: Writable & Pick<NodeJS.WriteStream, "isTTY" | "hasColors" | "columns">,
): ByteSink {
  let gone = false;
  // Every failed write also fires this event, and an unheard one would end the process.
  stream.on("error", (error: NodeJS.ErrnoException) => {
    if (isGoneError(error)) gone = true;
  });
  const write: ByteSink["write"] = (text) =>
    new Promise((resolve, reject) => {
      if (gone || text === "") return resolve();
      stream.write(text, (error: NodeJS.ErrnoException | null | undefined) => {
        if (!error) return resolve();
        if (!isGoneError(error)) return reject(error);
        gone = true;
        resolve();
      });
    });
  return {
    write,
    isGone: () => gone,
    hasColors: () => stream.isTTY === true && stream.hasColors(),
    width: stream.isTTY === true ? stream.columns : Number.POSITIVE_INFINITY,
  };
}

/**
 * A file, a pipe or `/dev/null` as a sink like that of a stream. It is written to directly, since Node's streams take milliseconds to
 * load; a pipe that is full and doesn't wait is left to `stream`.
 */
export function fileSink(descriptor: number, stream: () => Parameters<typeof streamSink>[0]): Sink {
  let gone = false;
  let fallback: ByteSink | undefined;
  const write = async (text: string): Promise<void> => {
    if (fallback !== undefined) return fallback.write(text);
    if (gone || text === "") return;
    let left = Buffer.from(text);
    try {
      while (left.length > 0) left = left.subarray(writeSync(descriptor, left));
    } catch (error) {
      if (isGoneError(error)) gone = true;
      else if (codeOf(error) !== "EAGAIN") throw error;
      else {
        fallback = streamSink(stream());
        await fallback.write(left);
      }
    }
  };
  return {
    write,
    isGone: () => fallback?.isGone() ?? gone,
    hasColors: () => false,
    width: Number.POSITIVE_INFINITY,
  };
}

function isGoneError(error: unknown): boolean {
  return GONE.has(codeOf(error));
}

function codeOf(error: unknown): string {
  return error instanceof Error && "code" in error ? String(error.code) : "";
}
