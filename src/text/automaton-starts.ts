import { BLOCK, noteStart, type Scan } from "./automaton-memory.ts";
import { isInVain } from "./automaton-needs.ts";
import {
  againBit,
  againMask,
  bucketOf,
  GROUP,
  Group,
  Known,
  mayBeGlob,
  meetWord,
  ROW,
  type RootEdges,
  Row,
} from "./automaton-roots.ts";
import { goesOn } from "./automaton-threads.ts";
import { matchesGlob } from "./conditions.ts";
import { EDGE_ROW, Edge, hasEdge, MAY_END } from "./pattern-tables.ts";
import { TokenFlag, TokenKind } from "./tokens.ts";

/**
 * Notes of each token of a block the edges over which a thread begins at it. Nearly all that a word has lead nowhere in the text at hand,
 * which is told without a thread.
 */
export function noteStarts(scan: Scan, from: number, to: number): void {
  const { roots, words, classes, startEnds } = scan;
  const { kind, flags } = scan.doc.tokens;
  scan.startCount = 0;
  for (let index = from; index < to; index++) {
    if (kind[index] !== TokenKind.code && (flags[index] & TokenFlag.hyphenBefore) === 0) {
      const word = words[index];
      if (word >= 0) {
        if (roots.known[word] === Known.no) meetWord(roots, scan.tables, word, isGlobbed(scan, index));
        noteGroup(scan, word, index);
      }
      for (let rest = classes[index] & roots.classMask; rest !== 0; ) {
        const code = 31 - Math.clz32(rest);
        rest ^= 1 << code;
        noteGroup(scan, roots.firstClass + code, index);
      }
      if (word < 0 || roots.known[word] === Known.glob) noteGlobs(scan, index);
    }
    startEnds[index % BLOCK] = scan.startCount;
  }
}

/** Looks at the rows of a group, if some of them may hold. */
function noteGroup(scan: Scan, group: number, index: number): void {
  const { groups } = scan.roots;
  const at = group * GROUP;
  const nextWord = scan.words[index + 1];
  const nextWords = nextWord < 0 ? 0 : 1 << nextWord;
  const nextClasses = MAY_END | scan.classes[index + 1];
  const mayHold =
    (groups[at + Group.classes] & nextClasses) |
    (groups[at + Group.words] & nextWords) |
    (groups[at + Group.places] & scan.bits[index]);
  if (mayHold === 0) return;
  const { tables, roots } = scan;
  const { rows } = roots;
  const end = groups[at + Group.end];
  const missing = ~scan.bits[index];
  for (let row = groups[at]; row < end; row += ROW) {
    if ((rows[row + Row.places] & missing) !== 0) continue;
    const edge = rows[row + Row.edge];
    if ((rows[row] & nextClasses) !== 0) {
      if (isInVain(scan, tables.edges[edge + Edge.target])) continue;
    } else {
      if ((rows[row + Row.words] & nextWords) === 0) continue;
      const again = rows[row + Row.again];
      if (again !== 0 && (again & againBit(nextWord)) === 0) continue;
      if (!leadsOver(scan, row, nextWord)) continue;
    }
    noteStart(scan, edge);
  }
}

/** Whether the edge of a row leads on over a word that is in its mask. */
function leadsOver({ roots: { rows }, tables }: Scan, row: number, word: number): boolean {
  const state = tables.edges[rows[row + Row.edge] + Edge.target];
  const isOver = hasEdge(tables, state, word);
  if (!isOver && rows[row + Row.again] === 0) rows[row + Row.again] = againMask(tables, state);
  return isOver;
}

function noteGlobs(scan: Scan, index: number): void {
  const { roots, doc } = scan;
  const { foldedStart, kind } = doc.tokens;
  const first = doc.folded.text.charCodeAt(foldedStart[index]);
  const second = doc.folded.text.charCodeAt(foldedStart[index] + 1);
  if (mayBeGlob(roots, first, second)) noteGlobRows(scan, roots.globs[kind[index]][bucketOf(first)], index);
  noteGlobRows(scan, roots.floating[kind[index]], index);
}

function noteGlobRows(scan: Scan, { edge, target }: RootEdges, index: number): void {
  for (let row = 0; row < edge.length; row++) {
    const offset = edge[row] * EDGE_ROW;
    if (goesOn(scan, target[row], index + 1) && matchesGlob(scan, -scan.tables.edges[offset], index))
      noteStart(scan, offset);
  }
}

/** Whether a glob matches the token, whatever its kind. */
function isGlobbed(scan: Scan, index: number): boolean {
  const { roots, tables, doc } = scan;
  const bucket = bucketOf(doc.folded.text.charCodeAt(doc.tokens.foldedStart[index]));
  const isMatched = ({ edge }: RootEdges): boolean =>
    edge.some((row) => matchesGlob(scan, -tables.edges[row * EDGE_ROW], index));
  return roots.floating.some(isMatched) || roots.globs.some((kind) => isMatched(kind[bucket]));
}
