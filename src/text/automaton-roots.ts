import type { Span } from "../types.ts";
import { TokenClass } from "./classes.ts";
import { type AutomatonTables, EDGE_ROW, Edge } from "./pattern-tables.ts";
import { TokenKind } from "./tokens.ts";

/** Edges with globs out of the roots, as columns. */
export interface RootEdges {
  readonly edge: Int32Array;
  /** The state that each leads to. */
  readonly target: Int32Array;
  /** The second unit of each glob, by which nearly all are told apart; 0 where it may be any. */
  readonly second: Int32Array;
}

/** The edges with a token class out of the roots, so ordered that few of them are looked at for a token. */
export interface Roots {
  /** The classes of the edges that have no glob, as a mask, and of each class its rows in `edges`. */
  readonly classMask: number;
  readonly byClass: readonly Span[];
  /** Of each token kind, by the first unit of the token (`bucketOf`): edges whose glob may match. */
  readonly globs: readonly (readonly RootEdges[])[];
  /** Globs that begin with `*`: what stands behind it in a text that one matches, and their edges by token kind. */
  readonly floating: readonly { readonly holds: string; readonly byKind: readonly RootEdges[] }[];
}

const STAR = "*";
const BUCKETS = 64;

/** Which edges with globs are tried for a token that begins with a folded UTF-16 unit. */
export function bucketOf(unit: number): number {
  return unit & (BUCKETS - 1);
}

/** Orders the class edges of an automaton's roots. */
export function rootsOf(tables: AutomatonTables): Roots {
  const chains = edgesByKind(tables);
  const byClass = rowsByClass(tables);
  const nothing = columns(tables, []);
  const floats = new Set(
    chains
      .flat()
      .flatMap((edge) => globOf(tables, edge) ?? [])
      .filter(isFloating),
  );
  return {
    classMask: byClass.reduce((mask, { start, end }, code) => (start < end ? mask | (1 << code) : mask), 0),
    byClass,
    globs: chains.map((edges) =>
      bucketsOf(tables, edges).map((bucket) => (bucket.length === 0 ? nothing : columns(tables, bucket))),
    ),
    floating: Array.from(floats, (glob) => ({
      holds: glob.split(STAR).find((part) => part !== "") ?? "",
      byKind: chains.map((edges) =>
        columns(
          tables,
          edges.filter((edge) => globOf(tables, edge) === glob),
        ),
      ),
    })),
  };
}

/** Edges stand in the order of their labels, so those of a class are neighbours. */
function rowsByClass(tables: AutomatonTables): readonly Span[] {
  const end = tables.rootWords[0];
  const firstFrom = (label: number): number => {
    let row = 0;
    while (row < end && tables.edges[row * EDGE_ROW] < label) row++;
    return row;
  };
  return Array.from({ length: TokenClass.firstGlob }, (_, code) => ({
    start: firstFrom(-code),
    end: firstFrom(1 - code),
  }));
}

function isFloating(glob: string): boolean {
  return glob.startsWith(STAR);
}

const WORDS: readonly number[] = [TokenKind.word, TokenKind.number];

/** Of each token kind: the roots' edges whose glob may match it. */
function edgesByKind(tables: AutomatonTables): readonly (readonly number[])[] {
  const byKind = Array.from({ length: Math.max(...Object.values(TokenKind)) + 1 }, (): number[] => []);
  for (let edge = 0; edge < tables.rootWords[0]; edge++) {
    const glob = globOf(tables, edge);
    if (glob !== undefined) for (const kind of globKinds(glob)) byKind[kind].push(edge);
  }
  return byKind;
}

function globKinds(glob: string): readonly number[] {
  if (glob.startsWith("#")) return [TokenKind.hashtag];
  return glob.startsWith("@") ? [TokenKind.mention] : WORDS;
}

function globOf({ edges, globs, texts }: AutomatonTables, edge: number): string | undefined {
  const code = -edges[edge * EDGE_ROW];
  return code < TokenClass.firstGlob ? undefined : texts[globs[code - TokenClass.firstGlob]];
}

function bucketsOf(tables: AutomatonTables, edges: readonly number[]): readonly (readonly number[])[] {
  const buckets = Array.from({ length: BUCKETS }, (): number[] => []);
  for (const edge of edges) {
    const glob = globOf(tables, edge);
    if (glob !== undefined && !isFloating(glob)) buckets[bucketOf(glob.charCodeAt(0))].push(edge);
  }
  return buckets;
}

function secondUnit(glob: string | undefined): number {
  if (glob === undefined || glob.slice(0, 2).includes(STAR)) return 0;
  return glob.length < 2 ? 0 : glob.charCodeAt(1);
}

function columns(tables: AutomatonTables, list: readonly number[]): RootEdges {
  const { edges } = tables;
  return {
    edge: Int32Array.from(list),
    target: Int32Array.from(list, (edge) => edges[edge * EDGE_ROW + Edge.target]),
    second: Int32Array.from(list, (edge) => secondUnit(globOf(tables, edge))),
  };
}
