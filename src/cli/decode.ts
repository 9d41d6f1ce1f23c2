import { isUtf8 } from "node:buffer";
import type { Problem, Source } from "../types.ts";
import { utf8Text } from "./pack-bytes.ts";
import { fromWindows1252 } from "./windows-1252.ts";

export type Encoding = "utf-8" | "utf-16le" | "utf-16be" | "windows-1252";

/** A file's text without its BOM; none where it can't be told. */
export interface Decoded {
  readonly text?: string;
  /** Windows-1252 also where only some lines are. */
  readonly encoding?: Encoding;
  readonly hadBom: boolean;
  /** Why there is no text, or what was guessed. */
  readonly problem?: Omit<Problem, "source">;
}

const BOMS: readonly { readonly encoding: Encoding; readonly bytes: readonly number[] }[] = [
  { encoding: "utf-8", bytes: [0xef, 0xbb, 0xbf] },
  { encoding: "utf-16le", bytes: [0xff, 0xfe] },
  { encoding: "utf-16be", bytes: [0xfe, 0xff] },
];

/** The text of a file's bytes, telling of what was guessed or could not be read; nothing in the latter case. */
export function decode(bytes: Uint8Array, report: Source["report"]): string | undefined {
  const { text, problem } = decodeBytes(bytes);
  if (problem !== undefined) report(problem);
  return text;
}

/** Reads bytes as UTF-8, as UTF-16 where a BOM says so, else the lines that are no UTF-8 as Windows-1252 where they are clean in it. */
export function decodeBytes(bytes: Uint8Array): Decoded {
  const bom = bomOf(bytes);
  if (bom === undefined) return decodeBare(bytes);
  const { encoding, length } = bom;
  const text = decodeAs(encoding, bytes.subarray(length));
  if (text === undefined) return { hadBom: true, problem: broken(encoding) };
  if (text.includes("\0")) return { hadBom: true, problem: withNul(lineOf(text, text.indexOf("\0"))) };
  return { text, encoding, hadBom: true };
}

/** The encoding that the first bytes name, and how many they are. */
export function bomOf(
  bytes: Uint8Array,
): { readonly encoding: Encoding; readonly length: number } | undefined {
  for (const { encoding, bytes: mark } of BOMS) {
    if (mark.every((byte, index) => bytes[index] === byte)) return { encoding, length: mark.length };
  }
  return undefined;
}

/** Bytes as text, or nothing where they are no text in this encoding. */
export function decodeAs(encoding: Encoding, bytes: Uint8Array): string | undefined {
  if (encoding === "windows-1252") return fromWindows1252(bytes);
  if (encoding === "utf-8") return isUtf8(bytes) ? utf8Text(bytes) : undefined;
  try {
    return new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) return undefined;
    throw error;
  }
}

/** What is said when a text is read as Windows-1252. */
export const guessedNote: Omit<Problem, "source"> = {
  code: "guessed-encoding",
  message:
    "this is no valid UTF-8, so it was read as Windows-1252; save it as UTF-8 to be sure of its letters",
  level: "note",
};

function decodeBare(bytes: Uint8Array): Decoded {
  const nul = bytes.indexOf(0);
  if (nul >= 0) return { hadBom: false, problem: withNul(lineOfByte(bytes, nul)) };
  const text = decodeAs("utf-8", bytes);
  if (text !== undefined) return { text, encoding: "utf-8", hadBom: false };
  return decodeMixed(bytes) ?? { hadBom: false, problem: undecodable };
}

/** Each line as UTF-8, else as Windows-1252: rows from elsewhere, pasted into a file, keep their encoding. Nothing where a line is neither. */
function decodeMixed(bytes: Uint8Array): Decoded | undefined {
  let text = "";
  let hasUtf8 = false;
  let firstGuessed: number | undefined;
  for (let start = 0, line = 1; start < bytes.length; line++) {
    const end = (bytes.indexOf(LF, start) + 1 || bytes.length + 1) - 1;
    const next = Math.min(end + 1, bytes.length);
    const row = bytes.subarray(start, next);
    const utf8 = decodeAs("utf-8", row);
    const words = utf8 ?? fromWindows1252(row);
    if (words === undefined) return undefined;
    if (utf8 === undefined) firstGuessed ??= line;
    else hasUtf8 ||= utf8.length < row.length;
    text += words;
    start = next;
  }
  const problem = hasUtf8 && firstGuessed !== undefined ? mixedNote(firstGuessed) : guessedNote;
  return { text, encoding: "windows-1252", hadBom: false, problem };
}

const LF = 0x0a;

function mixedNote(line: number): Omit<Problem, "source"> {
  const message =
    "from here on some lines are no valid UTF-8, so they were read as Windows-1252, the others as UTF-8; save all as UTF-8 to be sure of their letters";
  return { line, code: "mixed-encodings", message, level: "note" };
}

const undecodable: Omit<Problem, "source"> = {
  code: "undecodable",
  message:
    "this is neither UTF-8 nor Windows-1252 text; save it as UTF-8, or as UTF-16 with a byte order mark",
  level: "error",
};

function broken(encoding: Encoding): Omit<Problem, "source"> {
  const name = encoding.slice(0, "utf-16".length).toUpperCase();
  return {
    code: "undecodable",
    message: `its byte order mark says ${name}, but what follows is none; save it again as UTF-8`,
    level: "error",
  };
}

function withNul(line: number): Omit<Problem, "source"> {
  return {
    code: "nul-bytes",
    line,
    message: "there are NUL bytes, so this is no text, or UTF-16 without a byte order mark; save it as UTF-8",
    level: "error",
  };
}

function lineOf(text: string, offset: number): number {
  return text.slice(0, offset).split(/\r\n?|\n/u).length;
}

function lineOfByte(bytes: Uint8Array, end: number): number {
  let line = 1;
  for (let index = 0; index < end; index++) {
    if (bytes[index] === 0x0a || (bytes[index] === 0x0d && bytes[index + 1] !== 0x0a)) line++;
  }
  return line;
}
