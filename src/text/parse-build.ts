import type {
  Symbol as NlcstSymbol,
  Paragraph,
  Punctuation,
  Root,
  RootContent,
  Sentence,
  SentenceContent,
  Text,
  WhiteSpace,
  Word,
  WordContent,
} from "nlcst";
import type { Point, Position } from "unist";
import type { Leaves } from "./parse-leaves.ts";
import { type Nodes, startOf } from "./parse-nodes.ts";
import { Unit } from "./parse-units.ts";

/** Where the leaves start, and the end of the text; shared by all nodes that meet there. */
type Points = readonly Point[];

const TAB = 9;
const LF = 10;
const CR = 13;
const SPACE = 32;

/** Builds the nlcst tree of nodes whose passes are done; each offset has one point object that its nodes share. */
export function buildRoot(nodes: Nodes): Root {
  const { count, outside } = nodes;
  const points = pointsOf(nodes.leaves);
  const children: RootContent[] = [];
  let index = 0;
  while (index < count) {
    if (outside[index] === 1) {
      children.push(whiteSpaceOf(nodes, index++, points));
      continue;
    }
    const end = endOfParagraph(nodes, index);
    children.push(paragraphOf(nodes, index, end, points));
    index = end;
  }
  if (count === 0) return { type: "RootNode", children };
  return { type: "RootNode", children, position: positionOf(nodes, 0, count, points) };
}

function pointsOf({ count, line, column, start }: Leaves): Points {
  const points: Point[] = [];
  for (let leaf = 0; leaf <= count; leaf++) {
    points.push({ line: line[leaf], column: column[leaf], offset: start[leaf] });
  }
  return points;
}

/** The position of the nodes from `from` up to `to`. */
function positionOf({ first }: Nodes, from: number, to: number, points: Points): Position {
  return { start: points[first[from]], end: points[first[to]] };
}

/** A paragraph ends before white space between sentences that breaks the line or ends the text. */
function endOfParagraph(nodes: Nodes, from: number): number {
  const { count, outside } = nodes;
  for (let index = from; index < count; index++) {
    if (outside[index] === 1 && (index === count - 1 || isLineBreak(nodes, index))) return index;
  }
  return count;
}

/** Whether white space is spaces, tabs and at least one LF or CR. */
function isLineBreak(nodes: Nodes, index: number): boolean {
  const { text } = nodes.leaves;
  const end = startOf(nodes, index + 1);
  let breaks = false;
  for (let offset = startOf(nodes, index); offset < end; offset++) {
    const code = text.charCodeAt(offset);
    if (code === LF || code === CR) breaks = true;
    else if (code !== SPACE && code !== TAB) return false;
  }
  return breaks;
}

function paragraphOf(nodes: Nodes, from: number, to: number, points: Points): Paragraph {
  const children: Paragraph["children"] = [];
  let index = from;
  while (index < to) {
    if (nodes.outside[index] === 1) {
      children.push(whiteSpaceOf(nodes, index++, points));
      continue;
    }
    const end = endOfSentence(nodes, index, to);
    children.push(sentenceOf(nodes, index, end, points));
    index = end;
  }
  return { type: "ParagraphNode", children, position: positionOf(nodes, from, to, points) };
}

function endOfSentence({ ends, outside }: Nodes, from: number, to: number): number {
  for (let index = from; index < to; index++) {
    if (outside[index] === 1) return index;
    if (ends[index] === 1) return index + 1;
  }
  return to;
}

function sentenceOf(nodes: Nodes, from: number, to: number, points: Points): Sentence {
  const children: SentenceContent[] = [];
  for (let index = from; index < to; index++) children.push(contentOf(nodes, index, points));
  return { type: "SentenceNode", children, position: positionOf(nodes, from, to, points) };
}

function contentOf(nodes: Nodes, index: number, points: Points): SentenceContent {
  switch (nodes.kind[index]) {
    case Unit.word:
      return wordOf(nodes, index, points);
    case Unit.whiteSpace:
      return whiteSpaceOf(nodes, index, points);
    default:
      return markOf(nodes.leaves, nodes.first[index], points);
  }
}

function whiteSpaceOf(nodes: Nodes, index: number, points: Points): WhiteSpace {
  const value = nodes.leaves.text.slice(startOf(nodes, index), startOf(nodes, index + 1));
  return { type: "WhiteSpaceNode", value, position: positionOf(nodes, index, index + 1, points) };
}

function wordOf(nodes: Nodes, index: number, points: Points): Word {
  const { kind } = nodes.leaves;
  const children: WordContent[] = [];
  const end = nodes.first[index + 1];
  for (let leaf = nodes.first[index]; leaf < end; leaf++) {
    children.push(
      kind[leaf] === Unit.word ? lettersOf(nodes.leaves, leaf, points) : markOf(nodes.leaves, leaf, points),
    );
  }
  return { type: "WordNode", children, position: positionOf(nodes, index, index + 1, points) };
}

function lettersOf({ start, text }: Leaves, leaf: number, points: Points): Text {
  const position: Position = { start: points[leaf], end: points[leaf + 1] };
  return { type: "TextNode", value: text.slice(start[leaf], start[leaf + 1]), position };
}

function markOf({ kind, start, text }: Leaves, leaf: number, points: Points): Punctuation | NlcstSymbol {
  const value = text.slice(start[leaf], start[leaf + 1]);
  const position: Position = { start: points[leaf], end: points[leaf + 1] };
  return { type: kind[leaf] === Unit.punctuation ? "PunctuationNode" : "SymbolNode", value, position };
}
