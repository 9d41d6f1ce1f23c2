import { type Nodes, type Pass, startOf } from "./parse-nodes.ts";
import { Unit } from "./parse-units.ts";

/** The passes that take white space out of sentences, in order. */
export const whiteSpacePasses: readonly Pass[] = [
  freeInitialWhiteSpace,
  freeFinalWhiteSpace,
  breakAtEmptyLines,
];

const LF = 0x0a;
const CR = 0x0d;

/** White space at the start of a sentence stands before it. */
function freeInitialWhiteSpace({ count, kind, ends, outside }: Nodes): void {
  for (let index = 0; index < count; index++) {
    const isFirst = index === 0 || ends[index - 1] === 1;
    if (isFirst && kind[index] === Unit.whiteSpace) outside[index] = 1;
  }
}

/** White space at the end of a sentence stands after it. */
function freeFinalWhiteSpace({ count, kind, ends, outside }: Nodes): void {
  for (let index = 0; index < count; index++) {
    if (ends[index] === 1 && kind[index] === Unit.whiteSpace) outside[index] = 1;
  }
}

/** White space with an empty line parts sentences. */
function breakAtEmptyLines(nodes: Nodes): void {
  const { count, kind, outside } = nodes;
  for (let index = 0; index < count; index++) {
    if (kind[index] === Unit.whiteSpace && countLineBreaks(nodes, index) > 1) outside[index] = 1;
  }
}

/** How many of LF, CRLF and CR a node holds. */
function countLineBreaks(nodes: Nodes, index: number): number {
  const { text } = nodes.leaves;
  const end = startOf(nodes, index + 1);
  let count = 0;
  for (let offset = startOf(nodes, index); offset < end; offset++) {
    const code = text.charCodeAt(offset);
    if (code === LF || (code === CR && text.charCodeAt(offset + 1) !== LF)) count++;
  }
  return count;
}
