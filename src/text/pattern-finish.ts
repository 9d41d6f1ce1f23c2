import { TokenClass } from "./classes.ts";
import type { Builder } from "./pattern-build.ts";
import { type AutomatonTables, EDGE_ROW, Edge, slotOf } from "./pattern-tables.ts";
import { TokenKind } from "./tokens.ts";

/** States 0, 1 and 2 are roots: of patterns within a sentence, a paragraph, the post. */
export const ROOTS = 3;
/** Words have smaller numbers than this, so that a state and a word make one exact number. */
export const MOST_WORDS: number = 2 ** 26;

/** The arrays of all that was built. */
export function finishTables(builder: Builder, key: string): AutomatonTables {
  const vocabulary = builder.vocabulary.finish();
  const words = vocabulary.ends.length;
  const rootWords = new Int32Array(words).fill(-1);
  for (let word = 0; word < words; word++) rootWords[word] = builder.first.get(word) ?? -1;
  const globs = builder.globs.all().map((glob) => builder.texts.add(glob));
  return {
    key,
    vocabulary,
    bits: Int32Array.from({ length: words }, (_, word) => builder.bits[word] ?? 0),
    conditions: builder.conditions.finish(),
    texts: builder.texts.all(),
    globs: Int32Array.from(globs),
    extras: builder.extras.finish(),
    owners: Int32Array.from(builder.owners),
    scopes: Int32Array.from(builder.scopes),
    classEdges: Int32Array.from(builder.classEdges),
    firstEnds: Int32Array.from(builder.firstEnds),
    edges: Int32Array.from(builder.edges),
    slots: slotsOf(builder.first),
    rootWords,
    ...rootClasses(builder),
    ends: Int32Array.from(builder.ends),
    flagged: Int32Array.from(builder.flagged),
  };
}

function slotsOf(first: ReadonlyMap<number, number>): Int32Array {
  let size = 16;
  while (size < first.size * 2) size *= 2;
  const slots = new Int32Array(size);
  for (const [key, edge] of first) {
    const state = Math.floor(key / MOST_WORDS);
    if (state < ROOTS) continue;
    const word = key % MOST_WORDS;
    let slot = slotOf(state, word, size - 1);
    while (slots[slot] !== 0) slot = (slot + 1) & (size - 1);
    slots[slot] = edge + 1;
  }
  return slots;
}

const KINDS: Readonly<Record<number, readonly number[]>> = {
  [TokenClass.word]: [TokenKind.word, TokenKind.number],
  [TokenClass.punct]: [TokenKind.punctuation],
  [TokenClass.link]: [TokenKind.link],
  [TokenClass.mention]: [TokenKind.mention],
  [TokenClass.hashtag]: [TokenKind.hashtag],
  [TokenClass.cashtag]: [TokenKind.cashtag],
  [TokenClass.emoji]: [TokenKind.emoji],
  [TokenClass.placeholder]: [TokenKind.placeholder],
  [TokenClass.number]: [TokenKind.word, TokenKind.number],
  [TokenClass.cap]: [TokenKind.word],
  [TokenClass.caps]: [TokenKind.word],
  [TokenClass.verbIng]: [TokenKind.word],
};

/** Class edges out of the roots, by the kinds of token that they can take. */
function rootClasses(builder: Builder): Pick<AutomatonTables, "rootKinds" | "rootClassRows"> {
  const all = Object.values(TokenKind);
  const rootKinds = new Int32Array(Math.max(...all) + 1).fill(-1);
  const rowsOut: number[] = [];
  for (let root = 0; root < ROOTS; root++) {
    for (let edge = builder.classEdges[root]; edge >= 0; edge = builder.edges[edge * EDGE_ROW + Edge.next]) {
      const code = -builder.edges[edge * EDGE_ROW];
      for (const kind of KINDS[code] ?? (code < TokenClass.firstGlob ? all : globKinds(builder, code))) {
        rowsOut.push(edge, rootKinds[kind]);
        rootKinds[kind] = rowsOut.length / 2 - 1;
      }
    }
  }
  return { rootKinds, rootClassRows: Int32Array.from(rowsOut) };
}

function globKinds(builder: Builder, code: number): readonly number[] {
  const glob = builder.globs.all()[code - TokenClass.firstGlob];
  if (glob.startsWith("#")) return [TokenKind.hashtag];
  return glob.startsWith("@") ? [TokenKind.mention] : [TokenKind.word, TokenKind.number];
}
