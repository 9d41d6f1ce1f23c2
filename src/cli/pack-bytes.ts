import { readPackText } from "../packs/pack-text.ts";
import { decodeTables } from "../text/pattern-codec.ts";
import type { AutomatonTables } from "../text/pattern-tables.ts";
import type { Pack } from "../types.ts";

/** Reads a pack's text in ASCII; a text as long as all of it would make the garbage collector run. */
export function readPackBytes(bytes: Buffer): Pack {
  return readPackText((start, end) => bytes.toString("latin1", start, end));
}

/** Reads a pack's tables, of which it is known that they are whole; nothing where another version wrote them. */
export function readTableBytes(bytes: Buffer): AutomatonTables | undefined {
  return decodeTables(bytes, true, utf8Text);
}

/** UTF-8 that is known to be sound as a text; a `TextDecoder` takes half a millisecond to make. */
export function utf8Text({ buffer, byteOffset, length }: Uint8Array): string {
  return Buffer.from(buffer, byteOffset, length).toString("utf8");
}
