import type { Post, Span } from "../types.ts";
import type { Part } from "./parts.ts";

/** A part of a thread: what stands between its number and the next. */
export interface ThreadPart extends Part {
  readonly thread?: Post["thread"];
  /** What the id is followed by: nothing for the first. */
  readonly suffix: string;
}

interface Numbered {
  readonly number: string;
  /** How many parts the number says there are; empty where it says nothing. */
  readonly of: string;
}

const BLANK_LINE = /\n[ \t]*(?:\n[ \t]*)+/gu;
const AT_START = /^(?:🧵\s*)?[([]?(\d{1,2}) ?\/ ?(\d{1,2})?[)\].:]?(?=\s|$)/u;
const AT_END = /(?:^|\s)[([]?(\d{1,2})\/(\d{1,2})?[)\]]?(?:\s*🧵)?$/u;
/** A number at the end stands among the last units of its block. */
const LONGEST_END = 20;

/**
 * Cuts a part whose blocks are numbered (`1/3` … `3/3`, in front or at the end, apart by blank lines) into the posts of a thread. Blocks
 * without a number belong to the one before, or to the one behind where numbers stand at the end. Other parts stay whole.
 */
export function threadParts(part: Part): readonly ThreadPart[] {
  if (!part.text.includes("/") || !part.text.includes("\n")) return [{ ...part, suffix: "" }];
  const blocks = blocksOf(part.text);
  const spans = spansOf(part.text, blocks, AT_START) ?? spansOf(part.text, blocks, AT_END);
  if (spans === undefined) return [{ ...part, suffix: "" }];
  const waivers = [...part.waivers];
  return spans.map(({ start, end }, index): ThreadPart => {
    const locate: Part["locate"] = (span) =>
      part.locate({ start: span.start + start, end: span.end + start });
    const place = locate({ start: 0, end: end - start });
    const isLast = index === spans.length - 1;
    const later = isLast ? -1 : waivers.findIndex((waiver) => waiver.place.offset >= place.endOffset);
    return {
      ...part,
      text: part.text.slice(start, end),
      locate,
      line: place.line,
      waivers: waivers.splice(0, later < 0 ? waivers.length : later),
      suffix: index === 0 ? "" : `/${index + 1}`,
      thread: {
        part: index + 1,
        of: spans.length,
        ...(index > 0 && { first: part.text.slice(spans[0].start, spans[0].end) }),
      },
    };
  });
}

function blocksOf(text: string): readonly Span[] {
  const blocks: Span[] = [];
  let start = 0;
  for (const { 0: gap, index } of text.matchAll(BLANK_LINE)) {
    blocks.push({ start, end: index });
    start = index + gap.length;
  }
  blocks.push({ start, end: text.length });
  return blocks;
}

/** The parts of a thread; nothing where the blocks are not numbered from 1 on, or not out of the same number. */
function spansOf(text: string, blocks: readonly Span[], pattern: RegExp): readonly Span[] | undefined {
  const isAtEnd = pattern === AT_END;
  const spans: Span[] = [];
  const numbers: Numbered[] = [];
  let start = 0;
  for (const [index, block] of blocks.entries()) {
    const found = numberIn(text, block, pattern);
    if (found === undefined) continue;
    if (isAtEnd) spans.push({ start, end: block.end });
    else if (numbers.length > 0) spans.push({ start, end: blocks[index - 1].end });
    start = isAtEnd ? (blocks[index + 1]?.start ?? block.end) : block.start;
    numbers.push(found);
  }
  if (!isThread(numbers) || (!isAtEnd && numberIn(text, blocks[0], pattern) === undefined)) return undefined;
  const end = text.length;
  return isAtEnd ? spans.with(-1, { start: spans[spans.length - 1].start, end }) : [...spans, { start, end }];
}

function numberIn(text: string, { start, end }: Span, pattern: RegExp): Numbered | undefined {
  const from = pattern === AT_END ? Math.max(start, end - LONGEST_END) : start;
  const found = pattern.exec(text.slice(from, pattern === AT_END ? end : Math.min(end, from + LONGEST_END)));
  return found === null ? undefined : { number: found[1], of: found[2] ?? "" };
}

function isThread(numbers: readonly Numbered[]): boolean {
  const [first] = numbers;
  return numbers.length > 1 && Number(first.number) === 1 && numbers.every(({ of }) => of === first.of);
}
