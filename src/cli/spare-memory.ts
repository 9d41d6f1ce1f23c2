let spare: Buffer | undefined;

/** Leaves memory that holds nothing any more to whoever reads a large file next. */
export function leaveMemory(memory: Buffer | undefined): void {
  spare = memory;
}

/** The memory that was left, to whoever asks first. */
export function takeMemory(): Buffer | undefined {
  const taken = spare;
  spare = undefined;
  return taken;
}
