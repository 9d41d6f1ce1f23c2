import type { Span } from "../types.ts";
import { Place, TokenClass } from "./classes.ts";
import { ASKED_ROW, Asked, type AutomatonTables, EDGE_ROW, Edge, EXTRA_ROW } from "./pattern-tables.ts";
import { TokenKind } from "./tokens.ts";

/** Edges with globs out of the roots, as columns. */
export interface RootEdges {
  readonly edge: Int32Array;
  /** The state that each leads to. */
  readonly target: Int32Array;
}

/**
 * Columns of `Roots.rows`: what the state asks for that an edge leads to, as in `asked`; bits of `Place` that must hold before the token;
 * the edge (the offset of its row); a second mask of the words, by other bits of their numbers, 0 until the first one has misled.
 */
export const ROW = 5;
export const Row = { classes: 0, words: 1, places: 2, edge: 3, again: 4 } as const;

/** Columns of `Roots.groups`: the group's rows; all that those without a place ask for; the places of the others. */
export const GROUP = 5;
export const Group = { start: 0, end: 1, classes: 2, words: 3, places: 4 } as const;

/** The edges out of the roots, so ordered that few of them are looked at for a token. */
export interface Roots {
  /** Of each edge without a glob what must be known before a thread begins, side by side. */
  readonly rows: Int32Array;
  /** The rows of each word, written when it is first met; behind those of all words the rows of each class. */
  readonly groups: Int32Array;
  readonly firstClass: number;
  /** The classes that have rows, as a mask. */
  readonly classMask: number;
  /** Of each word whether it was met, and whether globs may match it. */
  readonly known: Uint8Array;
  /** Of each token kind, by the first unit of the token (`bucketOf`): edges whose glob may match. */
  readonly globs: readonly (readonly RootEdges[])[];
  /** By the first two units of a token: whether such a glob begins so. */
  readonly beginnings: Uint8Array;
  /** Of each token kind: edges whose glob begins with `*`. */
  readonly floating: readonly RootEdges[];
}

/** Values of `Roots.known`. */
export const Known = { no: 0, plain: 1, glob: 2 } as const;

const STAR = "*";
const BUCKETS = 64;

/** Which edges with globs are tried for a token that begins with a folded UTF-16 unit. */
export function bucketOf(unit: number): number {
  return unit & (BUCKETS - 1);
}

/** Whether a glob may match a token that begins with these folded units. */
export function mayBeGlob({ beginnings }: Roots, first: number, second: number): boolean {
  return beginnings[((first & 31) << 5) | (second & 31)] === 1;
}

/** Of each pair of first units: whether a glob begins with them. */
function beginningsOf(globs: Iterable<string>): Uint8Array {
  const beginnings = new Uint8Array(32 * 32);
  for (const glob of globs) {
    const first = (glob.charCodeAt(0) & 31) << 5;
    if (glob.length < 2 || glob[1] === STAR) beginnings.fill(1, first, first + 32);
    else beginnings[first | (glob.charCodeAt(1) & 31)] = 1;
  }
  return beginnings;
}

/** Orders the class edges of an automaton's roots. Every cold start waits for it, so it makes nothing that stays empty. */
export function rootsOf(tables: AutomatonTables): Roots {
  const nothing = columns(tables, []);
  const globs = Array.from({ length: KINDS }, () => new Array<RootEdges>(BUCKETS).fill(nothing));
  const floating = new Array<RootEdges>(KINDS).fill(nothing);
  const byGlob = edgesByGlob(tables);
  for (const { kinds, bucket, edges } of edgesByPlace(byGlob)) {
    const own = columns(tables, edges);
    for (const kind of kinds) {
      if (bucket === FLOATING) floating[kind] = own;
      else globs[kind][bucket] = own;
    }
  }
  const words = tables.vocabulary.ends.length;
  const roots = {
    rows: new Int32Array(tables.rootWords[words] * ROW),
    groups: new Int32Array((words + TokenClass.firstGlob) * GROUP),
    firstClass: words,
    known: new Uint8Array(words),
    globs,
    beginnings: beginningsOf(byGlob.map(({ glob }) => glob).filter((glob) => !isFloating(glob))),
    floating,
  };
  let classMask = 0;
  rowsByClass(tables).forEach((span, code) => {
    writeGroup(roots, tables, words + code, span);
    if (span.start < span.end) classMask |= 1 << code;
  });
  return { ...roots, classMask };
}

/** Writes the rows of a word that is met for the first time. */
export function meetWord(roots: Roots, tables: AutomatonTables, word: number, isGlob: boolean): void {
  writeGroup(roots, tables, word, { start: tables.rootWords[word], end: tables.rootWords[word + 1] });
  roots.known[word] = isGlob ? Known.glob : Known.plain;
}

function writeGroup(
  { rows, groups }: Pick<Roots, "rows" | "groups">,
  { edges, extras, asked }: AutomatonTables,
  group: number,
  { start, end }: Span,
): void {
  const sums = group * GROUP;
  groups[sums] = start * ROW;
  groups[sums + Group.end] = end * ROW;
  for (let row = start; row < end; row++) {
    const edge = row * EDGE_ROW;
    const state = edges[edge + Edge.target] * ASKED_ROW;
    // A thread begins at no later part of a hyphenated word.
    const places = extras[edges[edge + Edge.extra] * EXTRA_ROW] & ~Place.wordEnd;
    const at = row * ROW;
    rows[at] = asked[state];
    rows[at + Row.words] = asked[state + Asked.words];
    rows[at + Row.places] = places;
    rows[at + Row.edge] = edge;
    groups[sums + Group.places] |= places;
    if (places !== 0) continue;
    groups[sums + Group.classes] |= asked[state];
    groups[sums + Group.words] |= asked[state + Asked.words];
  }
}

/** The bit of a word in a row's second mask. Words of a list have numbers that differ in their last bits, so that few are set. */
export function againBit(word: number): number {
  return 1 << (word >>> 5);
}

/** The second mask of the words that lead out of a state. */
export function againMask({ edges, edgeStarts }: AutomatonTables, state: number): number {
  let mask = 0;
  for (let edge = edgeStarts[state]; edge < edgeStarts[state + 1]; edge++) {
    const label = edges[edge * EDGE_ROW];
    if (label >= 0) mask |= againBit(label);
  }
  return mask;
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
function edgesByGlob(tables: AutomatonTables): readonly GlobEdges[] {
  const found = new Map<string, { glob: string; edges: number[] }>();
  for (let edge = 0; edge < tables.rootWords[0]; edge++) {
    const glob = globOf(tables, edge);
    if (glob === undefined) continue;
    const known = found.get(glob);
    if (known === undefined) found.set(glob, { glob, edges: [edge] });
    else known.edges.push(edge);
  }
  return [...found.values()];
}

interface GlobEdges {
  readonly glob: string;
  readonly edges: readonly number[];
}

/** Edges that are tried for the same tokens. */
interface PlacedEdges {
  readonly kinds: readonly number[];
  /** `FLOATING` where the globs begin with `*`. */
  readonly bucket: number;
  readonly edges: number[];
}

const FLOATING = BUCKETS;

function edgesByPlace(byGlob: readonly GlobEdges[]): Iterable<PlacedEdges> {
  const found = new Map<number, PlacedEdges>();
  for (const { glob, edges } of byGlob) {
    const kinds = globKinds(glob);
    const bucket = isFloating(glob) ? FLOATING : bucketOf(glob.charCodeAt(0));
    const key = kinds[0] * (FLOATING + 1) + bucket;
    const place = found.get(key) ?? { kinds, bucket, edges: [] };
    found.set(key, place);
    for (const edge of edges) place.edges.push(edge);
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

function columns(tables: AutomatonTables, list: readonly number[]): RootEdges {
  const edge = new Int32Array(list.length);
  const target = new Int32Array(list.length);
  list.forEach((each, index) => {
    edge[index] = each;
    target[index] = tables.edges[each * EDGE_ROW + Edge.target];
  });
  return { edge, target };
}
