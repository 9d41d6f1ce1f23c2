import type { Io, Sink } from "../../src/cli/io.ts";

/** What a run wrote. */
export interface Written {
  stdout: string;
  stderr: string;
}

/** Changes to the usual world of a test: no terminal, nothing piped in, no environment. */
export interface World {
  readonly cwd: string;
  readonly env?: Io["env"];
  /** What is piped in, in chunks. */
  readonly stdin?: readonly (string | Uint8Array)[];
  readonly colors?: boolean;
  readonly width?: number;
  readonly signal?: AbortSignal;
  /** ISO date. */
  readonly today?: string;
  /** The clock goes on by a second with each look; else it stands still. */
  readonly ticking?: boolean;
}

/** A world in memory, and what is written to it. */
export function fakeIo(world: World): { readonly io: Io; readonly written: Written } {
  const written: Written = { stdout: "", stderr: "" };
  const sink = (name: keyof Written): Sink => ({
    write: async (text) => {
      written[name] += text;
    },
    isGone: () => false,
    hasColors: () => world.colors === true,
    width: world.width ?? Number.POSITIVE_INFINITY,
  });
  async function* chunks(): AsyncIterable<Uint8Array> {
    for (const chunk of world.stdin ?? [])
      yield typeof chunk === "string" ? new TextEncoder().encode(chunk) : chunk;
  }
  let now = 0;
  const io: Io = {
    env: { HOME: world.cwd, ...world.env },
    cwd: world.cwd,
    stdin: { isPiped: () => world.stdin !== undefined, chunks },
    isInteractive: () => false,
    stdout: sink("stdout"),
    stderr: sink("stderr"),
    clock: () => {
      if (world.ticking === true) now += 1000;
      return now;
    },
    today: () => world.today ?? "2026-06-01",
    signal: world.signal ?? new AbortController().signal,
  };
  return { io, written };
}
