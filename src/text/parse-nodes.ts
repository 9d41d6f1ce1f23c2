import type { Leaves } from "./parse-leaves.ts";
import { Unit } from "./parse-units.ts";

/**
 * What sentences are made of, side by side: words (of one or more leaves), and other leaves alone. Sentences and
 * paragraphs are no objects but bits of the nodes, so that joining two is clearing a bit. The passes change it in place.
 */
export interface Nodes {
  readonly leaves: Leaves;
  count: number;
  /** The kinds of `Unit`. */
  readonly kind: Uint8Array;
  /** The first leaf of each node; entry `count` is the number of leaves. */
  readonly first: Int32Array;
  /** The node is the last of its sentence. */
  readonly ends: Uint8Array;
  /** White space that stands between sentences. */
  readonly outside: Uint8Array;
}

/** One step from leaves to sentences: one way through the nodes, from left to right. */
export type Pass = (nodes: Nodes) => void;

/** Every leaf a node of its own. */
export function nodesOf(leaves: Leaves): Nodes {
  const { count } = leaves;
  const first = new Int32Array(count + 1);
  for (let index = 0; index <= count; index++) first[index] = index;
  const ends = new Uint8Array(count + 1);
  return {
    leaves,
    count,
    kind: leaves.kind.slice(0, count + 1),
    first,
    ends,
    outside: new Uint8Array(count + 1),
  };
}

/** Moves a node to an earlier index; only ever called with `to` at or before `from`. */
export function moveNode(nodes: Nodes, from: number, to: number): void {
  nodes.kind[to] = nodes.kind[from];
  nodes.first[to] = nodes.first[from];
  nodes.ends[to] = nodes.ends[from];
}

/** Cuts the nodes off after the first `count`, which then reach to the end of the text. */
export function truncateNodes(nodes: Nodes, count: number): void {
  nodes.first[count] = nodes.leaves.count;
  nodes.count = count;
}

/** UTF-16 offset where the node starts; for index `count`, the end of the text. */
export function startOf(nodes: Nodes, index: number): number {
  return nodes.leaves.start[nodes.first[index]];
}

/** Whether the node is a mark or a symbol. */
export function isMark(nodes: Nodes, index: number): boolean {
  const kind = nodes.kind[index];
  return kind === Unit.punctuation || kind === Unit.symbol;
}

/** The UTF-16 unit of a mark or symbol that is only one, else -1. */
export function markAt(nodes: Nodes, index: number): number {
  if (!isMark(nodes, index)) return -1;
  const start = startOf(nodes, index);
  return startOf(nodes, index + 1) - start === 1 ? nodes.leaves.text.charCodeAt(start) : -1;
}

/** The first UTF-16 unit of a node. */
export function unitAt(nodes: Nodes, index: number): number {
  return nodes.leaves.text.charCodeAt(startOf(nodes, index));
}
