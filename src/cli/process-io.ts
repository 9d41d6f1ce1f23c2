import { fstatSync, statSync } from "node:fs";
import type { Io, Sink } from "./io.ts";
import { fileSink, streamSink } from "./sinks.ts";

const DAY_LENGTH = "2026-01-31".length;

/** What ends a run in good order, and its exit code. */
const SIGNALS = { SIGINT: 130, SIGTERM: 143 } as const;

/** The world of this process. Fires the signal at the first Ctrl-C or SIGTERM; a second one ends the process as usual. */
export function processIo(): Io {
  const interruption = createInterruption();
  for (const name of ["SIGINT", "SIGTERM"] as const) {
    process.once(name, () => {
      process.exitCode = SIGNALS[name];
      interruption.fire(SIGNALS[name]);
      if (process.stdin.readableFlowing !== null) process.stdin.destroy();
    });
  }
  return {
    env: process.env,
    cwd: process.cwd(),
    stdin: { isPiped: isStdinPiped, chunks: () => process.stdin },
    isInteractive: () => process.stdin.isTTY === true && process.stdout.isTTY === true,
    stdout: sinkOf(1, () => process.stdout),
    stderr: sinkOf(2, () => process.stderr),
    // `performance` would be loaded for it.
    clock: () => Number(process.hrtime.bigint() / 1000n) / 1000,
    today: () => localDay(new Date()),
    get signal() {
      return interruption.signal();
    },
  };
}

interface Interruption {
  readonly fire: (reason: number) => void;
  readonly signal: () => AbortSignal;
}

/** A signal that is made when somebody looks at it: what Node has for it must be loaded first. */
function createInterruption(): Interruption {
  let controller: AbortController | undefined;
  const made = (): AbortController => {
    controller ??= new AbortController();
    return controller;
  };
  return { fire: (reason) => made().abort(reason), signal: () => made().signal };
}

function sinkOf(descriptor: number, stream: () => NodeJS.WriteStream): Sink {
  return isStreamNeeded(descriptor) ? streamSink(stream()) : fileSink(descriptor, stream);
}

/** Whether what stands at a descriptor may be a terminal, or is written to in the background as pipes on Windows are. */
function isStreamNeeded(descriptor: number): boolean {
  if (process.platform === "win32") return true;
  try {
    const stat = fstatSync(descriptor);
    return stat.isCharacterDevice() && stat.rdev !== statSync("/dev/null").rdev;
  } catch {
    return true;
  }
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
