import { readPackText } from "../packs/pack-text.ts";
import type { Pack } from "../types.ts";

/** Reads a pack's text in ASCII; a text as long as all of it would make the garbage collector run. */
export function readPackBytes(bytes: Buffer): Pack {
  return readPackText((start, end) => bytes.toString("latin1", start, end));
}
