import { beginningOf, bucketOf, FLOATING, GLOB_GROUPS, globGroup, globKindOf } from "./automaton-roots.ts";
import { TokenClass } from "./classes.ts";
import { isLikeGlob, STAR } from "./pattern-glob.ts";
import { EDGE_ROW, type GraphTables, type RootTables } from "./pattern-tables.ts";
import { TokenKind } from "./tokens.ts";
import { narrowest } from "./whole-numbers.ts";

/** Orders the first edges of the roots, so many, which have globs. */
export function globTables(
  tables: GraphTables,
  count: number,
): Pick<RootTables, "globs" | "globStarts" | "beginnings"> {
  const byGlob = edgesByGlob(tables, count);
  const groups: number[][] = Array.from({ length: GLOB_GROUPS }, () => []);
  for (const [glob, edges] of byGlob) groups[groupOf(glob)].push(...edges);
  const starts = [0];
  for (const [index, { length }] of groups.entries()) starts.push(starts[index] + length);
  return {
    globs: narrowest(groups.flat()),
    globStarts: narrowest(starts),
    beginnings: narrowest(beginningsOf([...byGlob.keys()].filter((glob) => !isFloating(glob)))),
  };
}

/** The edges (the offsets of their rows) of each glob, the globs in the order in which they come first. */
function edgesByGlob({ edges, globs, texts }: GraphTables, count: number): ReadonlyMap<string, number[]> {
  const byGlob = new Map<string, number[]>();
  for (let edge = 0; edge < count * EDGE_ROW; edge += EDGE_ROW) {
    const glob = texts[globs[-edges[edge] - TokenClass.firstGlob]];
    const known = byGlob.get(glob);
    if (known === undefined) byGlob.set(glob, [edge]);
    else known.push(edge);
  }
  return byGlob;
}

function groupOf(glob: string): number {
  return globGroup(globKindOf(kindOf(glob)), isFloating(glob) ? FLOATING : bucketOf(glob.charCodeAt(0)));
}

function kindOf(glob: string): number {
  if (glob.startsWith("#")) return TokenKind.hashtag;
  return glob.startsWith("@") ? TokenKind.mention : TokenKind.word;
}

function isFloating(glob: string): boolean {
  return glob.startsWith(STAR);
}

function beginningsOf(globs: readonly string[]): Int32Array {
  const beginnings = new Int32Array(32);
  for (const glob of globs) {
    const first = beginningOf(glob.charCodeAt(0));
    beginnings[first] |= glob.length < 2 || glob[1] === STAR ? -1 : 1 << glob.charCodeAt(1);
  }
  return beginnings;
}

/** Of each word of the vocabulary: whether one of the globs of these edges is like it, whatever its kind. */
export function globbedWords(tables: GraphTables, count: number): readonly boolean[] {
  const globs = [...edgesByGlob(tables, count).keys()];
  const floating = globs.filter(isFloating);
  const byFirst = new Map<number, string[]>();
  for (const glob of globs) {
    const first = glob.charCodeAt(0);
    if (!isFloating(glob)) byFirst.set(first, [...(byFirst.get(first) ?? []), glob]);
  }
  const { units, ends } = tables.vocabulary;
  return Array.from(ends, (end, word) => {
    const text = String.fromCharCode(...units.subarray(word === 0 ? 0 : ends[word - 1], end));
    const tried = [...floating, ...(byFirst.get(text.charCodeAt(0)) ?? [])];
    return tried.some((glob) => isLikeGlob(glob, text, 0, text.length));
  });
}
