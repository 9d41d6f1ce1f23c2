import { TokenClass } from "./classes.ts";
import { maskOf } from "./conditions.ts";
import { type AutomatonTables, EDGE_ROW, Edge } from "./pattern-tables.ts";
import { TokenKind } from "./tokens.ts";

/** Edges out of the roots, as columns. */
export interface RootEdges {
  readonly edge: Int32Array;
  /** The class of each, as a mask. */
  readonly mask: Int32Array;
  /** The state that each leads to. */
  readonly target: Int32Array;
  /** The second unit of each glob, by which nearly all are told apart; 0 where it may be any. */
  readonly second: Int32Array;
}

/** The edges with a token class out of the roots, so ordered that few of them are looked at for a token. */
export interface Roots {
  /** Of each token kind: edges whose class is no glob. */
  readonly classes: readonly RootEdges[];
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
  const nothing = columns(tables, []);
  const floats = new Set(
    chains
      .flat()
      .flatMap((edge) => globOf(tables, edge) ?? [])
      .filter(isFloating),
  );
  return {
    classes: chains.map((edges) =>
      columns(
        tables,
        edges.filter((edge) => globOf(tables, edge) === undefined),
      ),
    ),
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

function isFloating(glob: string): boolean {
  return glob.startsWith(STAR);
}

const WORDS: readonly number[] = [TokenKind.word, TokenKind.number];

/** The kinds of token that a class can be; those of others are all. */
const KINDS: Readonly<Record<number, readonly number[]>> = {
  [TokenClass.word]: WORDS,
  [TokenClass.punct]: [TokenKind.punctuation],
  [TokenClass.link]: [TokenKind.link],
  [TokenClass.mention]: [TokenKind.mention],
  [TokenClass.hashtag]: [TokenKind.hashtag],
  [TokenClass.cashtag]: [TokenKind.cashtag],
  [TokenClass.emoji]: [TokenKind.emoji],
  [TokenClass.placeholder]: [TokenKind.placeholder],
  [TokenClass.number]: WORDS,
  [TokenClass.cap]: [TokenKind.word],
  [TokenClass.caps]: [TokenKind.word],
  [TokenClass.verbIng]: [TokenKind.word],
};

/** Of each token kind: the roots' edges with a class that it can have. */
function edgesByKind(tables: AutomatonTables): readonly (readonly number[])[] {
  const all = Object.values(TokenKind);
  const byKind = Array.from({ length: Math.max(...all) + 1 }, (): number[] => []);
  for (let edge = 0; edge < tables.rootWords[0]; edge++) {
    const glob = globOf(tables, edge);
    const kinds = glob === undefined ? (KINDS[-tables.edges[edge * EDGE_ROW]] ?? all) : globKinds(glob);
    for (const kind of kinds) byKind[kind].push(edge);
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
    mask: Int32Array.from(list, (edge) => maskOf(-edges[edge * EDGE_ROW])),
    target: Int32Array.from(list, (edge) => edges[edge * EDGE_ROW + Edge.target]),
    second: Int32Array.from(list, (edge) => secondUnit(globOf(tables, edge))),
  };
}
