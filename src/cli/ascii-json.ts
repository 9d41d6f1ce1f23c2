/** JSON in ASCII: a text of one byte a letter needs no decoding, and V8 parses it quicker. */
export function asciiJson(value: unknown): string {
  return asAscii(JSON.stringify(value));
}

/** JSON or JavaScript with `\\u` escapes for all that is not ASCII. */
export function asAscii(code: string): string {
  return code.replace(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`);
}
