import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { decodeBytes } from "./decode.ts";

/** Reads lines of files again, each file once; nothing of what can't be read. */
export function fileLines(cwd: string): (source: string, line: number) => string | undefined {
  const known = new Map<string, readonly string[]>();
  return (source, line) => {
    const lines = known.get(source) ?? linesOf(resolve(cwd, source));
    known.set(source, lines);
    return lines[line - 1];
  };
}

function linesOf(path: string): readonly string[] {
  try {
    return (decodeBytes(readFileSync(path)).text ?? "").split(/\r\n|\n|\r/u);
  } catch {
    return [];
  }
}
