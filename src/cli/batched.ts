import type { Sink } from "./io.ts";

/** A sink that gathers what is written until it is much, or until the program would wait for something else. */
export interface Batched {
  /** Resolves at once while there is room, else when what was gathered is taken. Rejects when it could not be written. */
  readonly write: (text: string) => Promise<void> | undefined;
  /** Resolves when everything is taken. */
  readonly end: () => Promise<void>;
}

/** This many UTF-16 units are written at once. */
const MUCH = 1 << 16;

/** Gathers small writes, for streams in which a system call for each line would cost more than checking it. */
export function batched(sink: Sink): Batched {
  let gathered: string[] = [];
  let size = 0;
  let isPlanned = false;
  let failure: unknown;
  let writing: Promise<void> = Promise.resolve();
  const flush = (): void => {
    isPlanned = false;
    if (size === 0) return;
    const text = gathered.join("");
    gathered = [];
    size = 0;
    writing = writing
      .then(() => sink.write(text))
      .catch((error: unknown) => {
        failure ??= error;
      });
  };
  const settled = async (): Promise<void> => {
    await writing;
    if (failure !== undefined) throw failure;
  };
  const write = (text: string): Promise<void> | undefined => {
    gathered.push(text);
    size += text.length;
    if (size >= MUCH) {
      flush();
      return settled();
    }
    if (!isPlanned) setImmediate(flush);
    isPlanned = true;
    return undefined;
  };
  const end = (): Promise<void> => {
    flush();
    return settled();
  };
  return { write, end };
}
