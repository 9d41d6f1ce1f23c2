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

/** Orders the class edges of an automaton's roots. Every cold start waits for it, so it makes nothing that stays empty. */
export function rootsOf(tables: AutomatonTables): Roots {
  const byClass = rowsByClass(tables);
  const nothing = columns(tables, []);
  const noKinds = new Array<RootEdges>(KINDS).fill(nothing);
  const globs = noKinds.map(() => new Array<RootEdges>(BUCKETS).fill(nothing));
  const floats = new Map<string, RootEdges[]>();
  for (const { glob, edges } of edgesByGlob(tables)) {
    const bucket = bucketOf(glob.charCodeAt(0));
    const kinds = globKinds(glob);
    // Kinds that one glob may match have the same edges in a bucket: words and numbers.
    const before = isFloating(glob) ? nothing : globs[kinds[0]][bucket];
    const own = columns(tables, [...before.edge, ...edges]);
    const byKind = [...noKinds];
    for (const kind of kinds) {
      if (isFloating(glob)) byKind[kind] = own;
      else globs[kind][bucket] = own;
    }
    if (isFloating(glob)) floats.set(glob, byKind);
  }
  return {
    classMask: byClass.reduce((mask, { start, end }, code) => (start < end ? mask | (1 << code) : mask), 0),
    byClass,
    globs,
    floating: [...floats].map(([glob, byKind]) => ({
      holds: glob.split(STAR).find((part) => part !== "") ?? "",
      byKind,
    })),
  };
}

/** Edges stand in the order of their labels, so those of a class are neighbours. */
function rowsByClass({ edges, rootWords }: AutomatonTables): readonly Span[] {
  const rows: { start: number; end: number }[] = [];
  let row = rootWords[0];
  for (let code = 0; code < TokenClass.firstGlob; code++) {
    const end = row;
    while (row > 0 && edges[(row - 1) * EDGE_ROW] >= -code) row--;
    rows.push({ start: row, end });
  }
  return rows;
}

function isFloating(glob: string): boolean {
  return glob.startsWith(STAR);
}

const WORDS: readonly number[] = [TokenKind.word, TokenKind.number];

const KINDS = Math.max(...Object.values(TokenKind)) + 1;

/** The globs of the roots' edges, each with its edges, in the order in which they come first. */
function edgesByGlob(tables: AutomatonTables): Iterable<{ glob: string; edges: number[] }> {
  const found = new Map<string, { glob: string; edges: number[] }>();
  for (let edge = 0; edge < tables.rootWords[0]; edge++) {
    const glob = globOf(tables, edge);
    if (glob === undefined) continue;
    const known = found.get(glob);
    if (known === undefined) found.set(glob, { glob, edges: [edge] });
    else known.edges.push(edge);
  }
  return found.values();
}

function globKinds(glob: string): readonly number[] {
  if (glob.startsWith("#")) return [TokenKind.hashtag];
  return glob.startsWith("@") ? [TokenKind.mention] : WORDS;
}

function globOf({ edges, globs, texts }: AutomatonTables, edge: number): string | undefined {
  const code = -edges[edge * EDGE_ROW];
  return code < TokenClass.firstGlob ? undefined : texts[globs[code - TokenClass.firstGlob]];
}

function secondUnit(glob: string | undefined): number {
  if (glob === undefined || glob.slice(0, 2).includes(STAR)) return 0;
  return glob.length < 2 ? 0 : glob.charCodeAt(1);
}

function columns(tables: AutomatonTables, list: readonly number[]): RootEdges {
  const [edge, target, second] = [0, 1, 2].map(() => new Int32Array(list.length));
  list.forEach((each, index) => {
    edge[index] = each;
    target[index] = tables.edges[each * EDGE_ROW + Edge.target];
    second[index] = secondUnit(globOf(tables, each));
  });
  return { edge, target, second };
}
