import type { NdjsonLine } from "../inputs/ndjson-line.ts";
import type { Problem } from "../types.ts";
import { byteLines } from "./byte-lines.ts";
import { bomOf, decodeAs, guessedNote } from "./decode.ts";

/** A line of a stream that is not blank: its text, or why there is none. */
export type StreamLine = (
  | NdjsonLine
  | { readonly line: number; readonly problem: Omit<Problem, "source"> }
) & {
  /** Something to be known of this line. */
  readonly note?: Omit<Problem, "source">;
};

/** More bytes than any line of posts has; a longer one is a problem and is never kept in memory. */
const LONGEST_LINE: number = 16 * 1024 * 1024;

/**
 * The lines of a stream that are not blank, in order, each as soon as it is there. Memory is bounded by the longest line; the next bytes
 * are asked for when the last line was taken. Rejects when the stream fails, and for UTF-16 that is none.
 */
export async function* ndjsonLines(
  chunks: AsyncIterable<Uint8Array>,
  longest: number = LONGEST_LINE,
): AsyncGenerator<StreamLine, void, void> {
  let line = 0;
  let offset = 0;
  let isGuessed = false;
  for await (const { bytes, length, breakLength } of byteLines(utf8Of(chunks), longest)) {
    line++;
    if (bytes === undefined) {
      yield { line, problem: tooLong(line, longest) };
      offset += length + breakLength;
      continue;
    }
    const utf8 = decodeAs("utf-8", bytes);
    const text = utf8 ?? decodeAs("windows-1252", bytes);
    if (text === undefined) yield { line, problem: undecodable(line) };
    else if (text.trim() !== "") {
      const isFirstGuess = utf8 === undefined && !isGuessed;
      isGuessed ||= utf8 === undefined;
      yield { text, line, offset, ...(isFirstGuess && { note: { line, ...guessedNote } }) };
    }
    offset += (text?.length ?? bytes.length) + breakLength;
  }
}

/** The stream without its BOM, and in UTF-8 if that says UTF-16. */
async function* utf8Of(chunks: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array> {
  const source = chunks[Symbol.asyncIterator]();
  const head = await headOf(source);
  const bom = bomOf(head);
  const rest = { [Symbol.asyncIterator]: () => source };
  const bare = head.subarray(bom?.length ?? 0);
  if (bom === undefined || bom.encoding === "utf-8") {
    yield bare;
    yield* rest;
    return;
  }
  const decoder = new TextDecoder(bom.encoding, { fatal: true, ignoreBOM: true });
  const encoder = new TextEncoder();
  yield encoder.encode(decoder.decode(bare, { stream: true }));
  for await (const chunk of rest) yield encoder.encode(decoder.decode(chunk, { stream: true }));
  yield encoder.encode(decoder.decode());
}

/** The first bytes of a stream, enough of them to tell a BOM; fewer where the stream is shorter. */
async function headOf(source: AsyncIterator<Uint8Array>): Promise<Uint8Array> {
  let head: Uint8Array = new Uint8Array(0);
  while (head.length < LONGEST_BOM && !(head[0] < LOWEST_OF_BOMS)) {
    const next = await source.next();
    if (next.done === true) break;
    head = joined(head, next.value);
  }
  return head;
}

const LONGEST_BOM = 3;
const LOWEST_OF_BOMS = 0xef;

function joined(one: Uint8Array, other: Uint8Array): Uint8Array {
  if (one.length === 0) return other;
  const both = new Uint8Array(one.length + other.length);
  both.set(one);
  both.set(other, one.length);
  return both;
}

function tooLong(line: number, longest: number): Omit<Problem, "source"> {
  const size = `${Math.floor(longest / 1024 / 1024)} MB`;
  return {
    line,
    column: 1,
    code: "line-too-long",
    message: `this line is longer than ${size}, so it was left out; is there a line break after each post?`,
    level: "error",
  };
}

function undecodable(line: number): Omit<Problem, "source"> {
  return {
    line,
    column: 1,
    code: "undecodable",
    message:
      "this line is neither UTF-8 nor Windows-1252 text, so it was left out; write the stream as UTF-8",
    level: "error",
  };
}
