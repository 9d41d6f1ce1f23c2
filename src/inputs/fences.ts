import type { Line } from "./file.ts";

const FENCE = /^ {0,3}(`{3,}|~{3,})(.*)$/u;

interface Fence {
  readonly mark: string;
  readonly length: number;
  /** Nothing but the marks stands on its line, so it may end a block of code. */
  readonly isBare: boolean;
}

/** For each line 1 where it belongs to a fenced block of code, with its fences. A fence that is never closed opens nothing. */
export function fencedLines(text: string, lines: readonly Line[]): Uint8Array {
  const fenced = new Uint8Array(lines.length);
  if (!text.includes("```") && !text.includes("~~~")) return fenced;
  const fences = lines.map((line) => fenceOn(text, line));
  /** For each mark the shortest fence that was found to be open to the end: longer ones are so, too. */
  const open = new Map<string, number>();
  let index = 0;
  while (index < lines.length) {
    const fence = fences[index];
    if (fence === undefined || fence.length >= (open.get(fence.mark) ?? Number.POSITIVE_INFINITY)) {
      index++;
      continue;
    }
    const close = closeOf(fences, index, fence);
    if (close < 0) open.set(fence.mark, fence.length);
    else fenced.fill(1, index, close + 1);
    index = Math.max(index, close) + 1;
  }
  return fenced;
}

function closeOf(fences: readonly (Fence | undefined)[], from: number, { mark, length }: Fence): number {
  for (let index = from + 1; index < fences.length; index++) {
    const fence = fences[index];
    if (fence?.isBare === true && fence.mark === mark && fence.length >= length) return index;
  }
  return -1;
}

function fenceOn(text: string, { start, end }: Line): Fence | undefined {
  let first = start;
  while (first < end && text.charCodeAt(first) === 0x20) first++;
  const unit = text.charCodeAt(first);
  if (unit !== 0x60 && unit !== 0x7e) return undefined;
  const found = FENCE.exec(text.slice(start, end));
  if (found === null) return undefined;
  const [, marks, rest] = found;
  const mark = marks[0];
  // A line like ```code``` is code within a line, and no fence.
  if (mark === "`" && rest.includes("`")) return undefined;
  return { mark, length: marks.length, isBare: rest.trim() === "" };
}
