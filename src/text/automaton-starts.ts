import { BLOCK, noteStart, type Scan } from "./automaton-memory.ts";
import { againBit, bucketOf, FLOATING, globGroup, globKindOf, mayBeGlob } from "./automaton-roots.ts";
import { goesOn } from "./automaton-threads.ts";
import { WordBit } from "./classes.ts";
import { matchesGlob } from "./conditions.ts";
import { EDGE_ROW, Edge, FIRST_WORD, GROUP, Group, hasEdge, MAY_END, ROW, Row } from "./pattern-tables.ts";
import { TokenFlag, TokenKind } from "./tokens.ts";

/**
 * Notes of each token of a block the edges over which a thread begins at it. Nearly all that a word has lead nowhere in the text at hand,
 * which is told without a thread.
 */
export function noteStarts(scan: Scan, from: number, to: number): void {
  const { words, classes, startEnds, rootClasses } = scan;
  const { bits } = scan.tables;
  const { kind, flags } = scan.doc.tokens;
  scan.startCount = 0;
  for (let index = from; index < to; index++) {
    if (kind[index] !== TokenKind.code && (flags[index] & TokenFlag.hyphenBefore) === 0) {
      const word = words[index];
      if (word >= 0) noteGroup(scan, FIRST_WORD + word, index);
      for (let rest = classes[index] & rootClasses; rest !== 0; ) {
        const code = 31 - Math.clz32(rest);
        rest ^= 1 << code;
        noteGroup(scan, FIRST_WORD - code, index);
      }
      if (word < 0 || (bits[word] & WordBit.globbed) !== 0) noteGlobs(scan, index);
    }
    startEnds[index % BLOCK] = scan.startCount;
  }
}

/** Looks at the rows of a group, if some of them may hold. */
function noteGroup(scan: Scan, group: number, index: number): void {
  const { groups, starts, rows } = scan.tables.roots;
  const at = group * GROUP;
  const nextWord = scan.words[index + 1];
  const nextWords = nextWord < 0 ? 0 : 1 << nextWord;
  const nextClasses = MAY_END | scan.classes[index + 1];
  const mayHold =
    (groups[at] & nextClasses) |
    (groups[at + Group.words] & nextWords) |
    (groups[at + Group.places] & scan.bits[index]);
  if (mayHold === 0) return;
  const end = starts[group + 1];
  const missing = ~scan.bits[index];
  const againNext = againBit(nextWord);
  for (let edge = starts[group]; edge < end; edge++) {
    const row = edge * ROW;
    if ((rows[row + Row.places] & missing) !== 0) continue;
    if ((rows[row] & nextClasses) !== 0) {
      if (isInVain(scan, rows[row + Row.needed])) continue;
    } else {
      if ((rows[row + Row.words] & nextWords) === 0 || (rows[row + Row.again] & againNext) === 0) continue;
      if (!hasEdge(scan.tables, scan.tables.edges[edge * EDGE_ROW + Edge.target], nextWord)) continue;
    }
    noteStart(scan, edge * EDGE_ROW);
  }
}

/** Whether of the words that a thread waits for the doc holds none. */
function isInVain({ tables, seen, round }: Scan, start: number): boolean {
  if (start < 0) return false;
  const { needed } = tables.roots;
  for (let at = start; needed[at] >= 0; at++) if (seen[needed[at]] === round) return false;
  return true;
}

function noteGlobs(scan: Scan, index: number): void {
  const { doc, tables } = scan;
  const { foldedStart, kind } = doc.tokens;
  const globKind = globKindOf(kind[index]);
  if (globKind < 0) return;
  const first = doc.folded.text.charCodeAt(foldedStart[index]);
  const second = doc.folded.text.charCodeAt(foldedStart[index] + 1);
  if (mayBeGlob(tables.roots, first, second))
    noteGlobGroup(scan, globGroup(globKind, bucketOf(first)), index);
  noteGlobGroup(scan, globGroup(globKind, FLOATING), index);
}

function noteGlobGroup(scan: Scan, group: number, index: number): void {
  const { edges, roots } = scan.tables;
  const end = roots.globStarts[group + 1];
  for (let at = roots.globStarts[group]; at < end; at++) {
    const edge = roots.globs[at];
    if (goesOn(scan, edges[edge + Edge.target], index + 1) && matchesGlob(scan, -edges[edge], index))
      noteStart(scan, edge);
  }
}
