/** Where text goes: the terminal, a pipe, a test. */
export interface Sink {
  /** Resolves when the text is taken, or when nobody reads any more; rejects when it could not be written. */
  readonly write: (text: string) => Promise<void>;
  /** Whether the reader went away (a closed pipe). */
  readonly isGone: () => boolean;
  readonly hasColors: () => boolean;
  /** Width in cells; `Infinity` where there is no terminal. */
  readonly width: number;
}

/** The world, as `main` sees it. */
export interface Io {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly cwd: string;
  readonly stdin: {
    /** Whether something is piped in, or a file stands there. */
    readonly isPiped: () => boolean;
    readonly chunks: () => AsyncIterable<Uint8Array>;
  };
  /** Whether somebody sits in front of it who can be asked. */
  readonly isInteractive: () => boolean;
  readonly stdout: Sink;
  readonly stderr: Sink;
  /** Milliseconds, only good for differences. */
  readonly clock: () => number;
  /** ISO date. */
  readonly today: () => string;
  /** Fires when the run is interrupted (Ctrl-C, or the system ends it); its reason is the exit code. */
  readonly signal: AbortSignal;
}

/** The exit code of a run that a signal ended, as shells have it: 128 and its number; 130 (Ctrl-C) where the signal says none. */
export function interruptedCode({ reason }: AbortSignal): number {
  return typeof reason === "number" ? reason : 130;
}

/** The user interrupted the run. */
export class Interrupted extends Error {
  constructor() {
    super("interrupted");
    this.name = "Interrupted";
  }
}
