import { lazyExpression } from "../text/expression.ts";
import type { Hidden, Span } from "../types.ts";
import { fencedLines } from "./fences.ts";
import { cutLines, type Line } from "./file.ts";

/** A text of Markdown, taken apart. */
export interface Apart {
  /** What is hidden in its plain stretches; in order. */
  readonly hidden: readonly Hidden[];
  /** The other stretches, which only a parser can read; in order, each independent of what stands around it. */
  readonly rest: readonly Span[];
}

/** Signs that may be markup inside a line. */
const SIGNS = /[*_~`[\]<&\\|\t]/;
const HEADING = /^(#{1,6}) +[^\s#](?:.*[^\s#])?$/;
const QUOTE = lazyExpression(String.raw`^> ?\p{L}`, "u");
const ITEM = /^ *(?:[-+]|\d{1,9}[.)]) {1,4}(\[[ xX]\] +)?(?=[^\s#>+-])/;
const MARKER = /^ *(?:[-+]|\d{1,9}[.)]) /;
/** Rules, underlines of headings, and items without a word. */
const BARE = /^\s*(?:=+|[-\s]+|\+|\d{1,9}[.)])\s*$/;
/** Text, perhaps indented, that begins no block of its own. */
const TEXT = /^ *[^\s#>]/;
/** What may be a link's definition, which holds for the whole text. */
const DEFINITION = /^ {0,3}\[[^\]\n]{1,1000}\]:/m;
/** HTML that goes on over empty lines. */
const LONG_HTML = /^ {0,3}<(?:script|pre|style|textarea|[!?])/im;

/**
 * Takes apart what is plain: paragraphs, items, headings and quotations without a sign of markup inside. Most posts hold little
 * else, and the parser takes a hundred times as long for it.
 */
export function plainApart(text: string): Apart {
  if (LONG_HTML.test(text) || DEFINITION.test(text))
    return { hidden: [], rest: [{ start: 0, end: text.length }] };
  const hidden: Hidden[] = [];
  const rest: Span[] = [];
  for (const { start, end, found } of blocksOf(text)) {
    const last = rest.at(-1);
    if (found !== undefined) for (const each of found) hidden.push(each);
    else if (last !== undefined && text.slice(last.end, start).trim() === "")
      rest[rest.length - 1] = { start: last.start, end };
    else rest.push({ start, end });
  }
  return { hidden, rest };
}

interface Block extends Span {
  /** What is hidden in it; nothing for one that isn't plain. */
  readonly found: readonly Hidden[] | undefined;
}

/** Lines between empty ones; what begins with a blank belongs to the block before, as in lists. */
function blocksOf(text: string): readonly Block[] {
  const lines = cutLines(text, 0);
  const fenced = fencedLines(text, lines);
  const blocks: Block[] = [];
  const open = openFence(text, lines, fenced);
  for (let first = 0; first < lines.length; first++) {
    if (isEmpty(text, lines[first])) continue;
    let last = first;
    while (last + 1 < lines.length && !isEmpty(text, lines[last + 1])) last++;
    const own = lines.slice(first, last + 1);
    const isFenced = last >= open || fenced.subarray(first, last + 1).includes(1);
    const block = { start: own[0].start, end: own[own.length - 1].end };
    const before = blocks.at(-1);
    if (text[block.start] === " " || text[block.start] === "\t") {
      const start = before?.start ?? 0;
      if (before !== undefined) blocks.pop();
      blocks.push({ start, end: block.end, found: undefined });
    } else blocks.push({ ...block, found: isFenced ? undefined : hiddenInPlain(text, own) });
    first = last;
  }
  return blocks;
}

const FENCE = /^\s*(?:`{3}|~{3})/;

/** The line of the first fence that is never closed: all behind it may be code. */
function openFence(text: string, lines: readonly Line[], fenced: Uint8Array): number {
  const index = lines.findIndex(
    ({ start, end }, at) => fenced[at] === 0 && FENCE.test(text.slice(start, end)),
  );
  return index < 0 ? lines.length : index;
}

function isEmpty(text: string, { start, end }: Line): boolean {
  return text.slice(start, end).trim() === "";
}

/** What is hidden in lines that are plain; nothing where one is not. */
function hiddenInPlain(text: string, lines: readonly Line[]): readonly Hidden[] | undefined {
  const hidden: Hidden[] = [];
  let isText = false;
  for (const { start, end } of lines) {
    const line = text.slice(start, end);
    const item = ITEM.exec(line);
    const box = item?.[1]?.trim();
    if (BARE.test(line) || SIGNS.test(box === undefined ? line : line.slice(item?.[0].length)))
      return undefined;
    // Behind a heading an indented line may be code.
    if (line.startsWith(" ") && !isText) return undefined;
    const heading = HEADING.exec(line);
    if (heading !== null) hidden.push({ start, end: start + heading[1].length, markup: true });
    else if (QUOTE().test(line)) hidden.push({ start, end: start + 1, markup: true });
    else if (item !== null) hidden.push(...boxIn(line, start, box));
    else if (MARKER.test(line) || !TEXT.test(line)) return undefined;
    isText = heading === null;
  }
  return hidden;
}

function boxIn(line: string, start: number, box: string | undefined): readonly Hidden[] {
  if (box === undefined) return [];
  const at = start + line.indexOf("[");
  return [{ start: at, end: at + box.length, markup: true }];
}
