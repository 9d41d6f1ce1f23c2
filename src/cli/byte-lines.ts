/** A line of bytes. */
export interface ByteLine {
  /** Without its line break; missing where the line is too long to be kept. */
  readonly bytes: Uint8Array | undefined;
  /** In UTF-16 units, for a line that was not kept; else 0. */
  readonly length: number;
  /** 2 for CRLF, 1 for LF and CR, 0 at the end of the stream. */
  readonly breakLength: 0 | 1 | 2;
}

const LF = 0x0a;
const CR = 0x0d;
/** The first byte of a character of UTF-8 that takes two units in UTF-16. */
const FIRST_OF_PAIR = 0xf0;

/** Cuts a stream at LF, CRLF and CR. Keeps at most one line, and of that no more than `longest` bytes. */
export async function* byteLines(
  chunks: AsyncIterable<Uint8Array>,
  longest: number,
): AsyncGenerator<ByteLine, void, void> {
  const line = openLine(longest);
  let endedInCr = false;
  for await (const chunk of chunks) {
    if (chunk.length === 0) continue;
    let from = 0;
    if (endedInCr) {
      const isCrlf = chunk[0] === LF;
      yield line.take(isCrlf ? 2 : 1);
      from = isCrlf ? 1 : 0;
      endedInCr = false;
    }
    const nextBreak = breaksIn(chunk);
    for (let end = nextBreak(from); end >= 0; end = nextBreak(from)) {
      line.add(chunk.subarray(from, end));
      from = end + 1;
      if (chunk[end] === CR && from === chunk.length) {
        // Whether this is CR or CRLF, the next chunk tells.
        endedInCr = true;
        break;
      }
      const isCrlf = chunk[end] === CR && chunk[from] === LF;
      if (isCrlf) from++;
      yield line.take(isCrlf ? 2 : 1);
    }
    if (!endedInCr) line.add(chunk.subarray(from));
  }
  if (endedInCr) yield line.take(1);
  else if (line.isBegun()) yield line.take(0);
}

/** Finds the next LF or CR from an offset on; each byte is looked at once. */
function breaksIn(chunk: Uint8Array): (from: number) => number {
  let lf = -2;
  let cr = -2;
  return (from) => {
    if (lf !== -1 && lf < from) lf = chunk.indexOf(LF, from);
    if (cr !== -1 && cr < from) cr = chunk.indexOf(CR, from);
    if (lf < 0 || cr < 0) return Math.max(lf, cr);
    return Math.min(lf, cr);
  };
}

interface OpenLine {
  readonly add: (bytes: Uint8Array) => void;
  /** Ends the line, and begins the next. */
  readonly take: (breakLength: ByteLine["breakLength"]) => ByteLine;
  readonly isBegun: () => boolean;
}

function openLine(longest: number): OpenLine {
  let pieces: Uint8Array[] = [];
  let size = 0;
  /** Units of what was dropped, once the line is too long. */
  let dropped = 0;
  const add = (bytes: Uint8Array): void => {
    if (bytes.length === 0) return;
    size += bytes.length;
    pieces.push(bytes);
    if (size <= longest) return;
    for (const piece of pieces) dropped += utf16Length(piece);
    pieces = [];
  };
  const take: OpenLine["take"] = (breakLength) => {
    const line =
      size > longest ? { bytes: undefined, length: dropped } : { bytes: joined(pieces, size), length: 0 };
    pieces = [];
    size = 0;
    dropped = 0;
    return { ...line, breakLength };
  };
  return { add, take, isBegun: () => size > 0 };
}

function joined(pieces: readonly Uint8Array[], size: number): Uint8Array {
  if (pieces.length === 1) return pieces[0];
  const whole = new Uint8Array(size);
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}

/** How many UTF-16 units a piece of UTF-8 stands for. */
function utf16Length(bytes: Uint8Array): number {
  let length = 0;
  for (const byte of bytes) {
    if ((byte & 0xc0) !== 0x80) length += byte >= FIRST_OF_PAIR ? 2 : 1;
  }
  return length;
}
