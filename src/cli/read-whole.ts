import { closeSync, fstatSync, openSync, readSync } from "node:fs";

/** The bytes of a file, and what tells it from an older or newer one. */
export interface Whole {
  readonly bytes: Buffer;
  readonly size: number;
  /** Milliseconds. */
  readonly time: number;
}

/**
 * Reads a whole file, into memory that nobody needs any more where it has room: the system gives new memory out page by page, which
 * takes twice as long as the reading itself. Throws what Node throws.
 */
export function readWhole(file: string, spare?: Buffer): Whole {
  const descriptor = openSync(file, "r");
  try {
    const { size, mtimeMs } = fstatSync(descriptor);
    const room = spare !== undefined && spare.length >= size ? spare : Buffer.allocUnsafeSlow(size);
    let end = 0;
    let read = -1;
    while (read !== 0 && end < size) {
      read = readSync(descriptor, room, end, size - end, null);
      end += read;
    }
    return { bytes: room.subarray(0, end), size, time: mtimeMs };
  } finally {
    closeSync(descriptor);
  }
}
