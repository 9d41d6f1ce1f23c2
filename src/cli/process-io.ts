import { fstatSync } from "node:fs";
import type { Writable } from "node:stream";
import type { Io, Sink } from "./io.ts";

/** What a stream says when its reader went away. */
const GONE: ReadonlySet<string> = new Set(["EPIPE", "ERR_STREAM_DESTROYED", "ECONNRESET"]);
const DAY_LENGTH = "2026-01-31".length;

/** What ends a run in good order, and its exit code. */
const SIGNALS = { SIGINT: 130, SIGTERM: 143 } as const;

/** The world of this process. Fires the signal at the first Ctrl-C or SIGTERM; a second one ends the process as usual. */
export function processIo(): Io {
  const controller = new AbortController();
  for (const name of ["SIGINT", "SIGTERM"] as const) {
    process.once(name, () => {
      process.exitCode = SIGNALS[name];
      controller.abort(SIGNALS[name]);
      if (process.stdin.readableFlowing !== null) process.stdin.destroy();
    });
  }
  return {
    env: process.env,
    cwd: process.cwd(),
    stdin: { isPiped: isStdinPiped, chunks: () => process.stdin },
    isInteractive: () => process.stdin.isTTY === true && process.stdout.isTTY === true,
    stdout: sinkOf(process.stdout),
    stderr: sinkOf(process.stderr),
    // `performance` would be loaded for it.
    clock: () => Number(process.hrtime.bigint() / 1000n) / 1000,
    today: () => localDay(new Date()),
    signal: controller.signal,
  };
}

/** The day where the user is: in UTC a deadline would end hours early or late. */
function localDay(now: Date): string {
  const local = new Date(now.getTime() - now.getTimezoneOffset() * 60_000);
  return local.toISOString().slice(0, DAY_LENGTH);
}

/** A terminal and `/dev/null` are character devices: nothing is piped in there. */
function isStdinPiped(): boolean {
  try {
    const stat = fstatSync(0);
    return stat.isFIFO() || stat.isFile() || stat.isSocket();
  } catch {
    return false;
  }
}

/** A stream of this process as a sink; from the moment its reader goes away it takes everything and writes nothing. */
export function sinkOf(stream: Writable & Pick<NodeJS.WriteStream, "isTTY" | "hasColors" | "columns">): Sink {
  let gone = false;
  // Every failed write also fires this event, and an unheard one would end the process.
  stream.on("error", (error: NodeJS.ErrnoException) => {
    if (GONE.has(error.code ?? "")) gone = true;
  });
  const write = (text: string): Promise<void> =>
    new Promise((resolve, reject) => {
      if (gone || text === "") return resolve();
      stream.write(text, (error: NodeJS.ErrnoException | null | undefined) => {
        if (!error) return resolve();
        if (!GONE.has(error.code ?? "")) return reject(error);
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
