/** What 0x80 to 0x9F mean (encoding.spec.whatwg.org/index-windows-1252.txt); a blank where nothing is assigned. */
const HIGH = "€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ";
const FIRST_HIGH = 0x80;
/** Control characters that texts hold: tab, LF, vertical tab, form feed, CR. */
const FIRST_BLANK = 0x09;
const LAST_BLANK = 0x0d;
const DELETE = 0x7f;
/** As many units at once as can be arguments of one call. */
const CHUNK = 8192;

/** Bytes read as Windows-1252; nothing where they hold one that it doesn't know, or a control character. */
export function fromWindows1252(bytes: Uint8Array): string | undefined {
  const units = new Uint16Array(bytes.length);
  for (let index = 0; index < bytes.length; index++) {
    const unit = unitOf(bytes[index]);
    if (unit < 0) return undefined;
    units[index] = unit;
  }
  const parts: string[] = [];
  for (let from = 0; from < units.length; from += CHUNK) {
    parts.push(String.fromCharCode(...units.subarray(from, from + CHUNK)));
  }
  return parts.join("");
}

function unitOf(byte: number): number {
  if (byte < 0x20) return byte >= FIRST_BLANK && byte <= LAST_BLANK ? byte : -1;
  if (byte === DELETE) return -1;
  if (byte < FIRST_HIGH || byte >= FIRST_HIGH + HIGH.length) return byte;
  const letter = HIGH[byte - FIRST_HIGH];
  return letter === " " ? -1 : letter.charCodeAt(0);
}
