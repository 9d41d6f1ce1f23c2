import { readWhole } from "./read-whole.ts";

let spare: Buffer | undefined;

/** Numbers of any kind can be looked at where they stand at a multiple of this. */
const ALIGNMENT = 8;

/** Leaves memory that holds nothing any more to the files that are read next. */
export function leaveMemory(memory: Buffer | undefined): void {
  spare = memory;
}

/** Reads a whole file that is kept in memory, into what is left of the memory that was left. Throws what Node throws. */
export function readIntoSpare(file: string): Buffer {
  const { bytes } = readWhole(file, spare);
  if (bytes.buffer === spare?.buffer) spare = spare.subarray(Math.ceil(bytes.length / ALIGNMENT) * ALIGNMENT);
  return bytes;
}
