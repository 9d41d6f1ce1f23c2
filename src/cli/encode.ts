import type { Encoding } from "./decode.ts";

const BOM = "\ufeff";

/** A text as bytes, as it was read; nothing for Windows-1252, which was only guessed. */
export function encode(text: string, encoding: Encoding, hasBom: boolean): Uint8Array | undefined {
  const whole = hasBom ? BOM + text : text;
  switch (encoding) {
    case "utf-8":
      return Buffer.from(whole, "utf8");
    case "utf-16le":
      return Buffer.from(whole, "utf16le");
    case "utf-16be":
      return Buffer.from(whole, "utf16le").swap16();
    default:
      return undefined;
  }
}
