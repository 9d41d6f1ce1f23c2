import { type Automaton, createAutomaton } from "./automaton.ts";
import { FOUND_ROW, FoundColumn } from "./automaton-memory.ts";
import type { Doc } from "./doc.ts";
import { compileTables } from "./pattern-compile.ts";
import { createTagFinder, type TagFinder, type TagFinding } from "./pattern-hashtags.ts";
import { resolve } from "./pattern-resolve.ts";
import type { Added, HashtagMatch, Match, PatternSetOptions } from "./pattern-set.ts";

/** Patterns of one group that were added one behind the other. */
interface Block {
  readonly group: number;
  /** The number of the first, in the set and in its group. */
  readonly start: number;
  readonly first: number;
  readonly read: () => readonly Added[];
  /** Where patterns were added one by one. */
  readonly list?: Added[];
}

/** What a set holds, and what was found in the latest doc. */
export interface SetState {
  readonly options: PatternSetOptions;
  readonly blocks: Block[];
  count: number;
  /** Of each pattern of the set, from when it is sealed: its group, and what its number in it is more than its number in the set. */
  groupOf: Int32Array;
  shiftOf: Int32Array;
  groups: number;
  automaton: Automaton | undefined;
  tags: TagFinder | undefined;
  /** The latest doc, and what was found in it by group; the lists of groups not yet asked for are still to be resolved. */
  doc: Doc | undefined;
  found: (Match[] | undefined)[];
  isResolved: boolean[];
  taggedDoc: Doc | undefined;
  tagged: Map<number, HashtagMatch[]>;
}

export const NOTHING: never[] = [];

/** The automaton of all patterns; from then on nothing can be added. */
export function seal(set: SetState): Automaton {
  if (set.automaton !== undefined) return set.automaton;
  const { options, blocks, count } = set;
  const ready = options.tables?.flagged.length === count ? options.tables : undefined;
  const tables =
    ready ??
    compileTables(
      blocks.flatMap(({ read }) => read()),
      options,
    );
  set.groupOf = new Int32Array(count);
  set.shiftOf = new Int32Array(count);
  blocks.forEach(({ group, start, first }, index) => {
    const end = blocks[index + 1]?.start ?? count;
    set.groupOf.fill(group, start, end);
    set.shiftOf.fill(first - start, start, end);
  });
  set.automaton = createAutomaton(tables);
  return set.automaton;
}

/** What was found of a group, before it is known what stands. */
export function foundIn(set: SetState, doc: Doc, group: number): Match[] {
  if (set.doc !== doc) scanDoc(set, doc);
  return set.found[group] ?? NOTHING;
}

/** The matches of a group. */
export function matchesOf(set: SetState, doc: Doc, group: number): readonly Match[] {
  const found = foundIn(set, doc, group);
  if (found.length === 0 || set.isResolved[group]) return found;
  const resolved = resolve(found);
  set.found[group] = resolved;
  set.isResolved[group] = true;
  return resolved;
}

/** Sorts what is found by group. Most of it belongs to groups that are asked for only where others found something. */
function scanDoc(set: SetState, doc: Doc): void {
  const { rows, count } = seal(set).scan(doc);
  for (let group = 0; group < set.groups; group++) {
    set.found[group] = undefined;
    set.isResolved[group] = false;
  }
  set.doc = doc;
  for (let row = 0; row < count * FOUND_ROW; row += FOUND_ROW) {
    const pattern = rows[row];
    const match = {
      pattern: pattern + set.shiftOf[pattern],
      start: rows[row + FoundColumn.start],
      end: rows[row + FoundColumn.end],
      flagStart: rows[row + FoundColumn.flagStart],
      flagEnd: rows[row + FoundColumn.flagEnd],
    };
    const list = set.found[set.groupOf[pattern]];
    if (list === undefined) set.found[set.groupOf[pattern]] = [match];
    else list.push(match);
  }
}

/** The matches of a group inside hashtags. */
export function tagMatchesOf(set: SetState, doc: Doc, group: number): readonly HashtagMatch[] {
  if (set.taggedDoc !== doc) {
    set.tags ??= createTagFinder(seal(set));
    const found: readonly TagFinding[] = set.tags(doc);
    if (found.length > 0 || set.tagged.size > 0) set.tagged = new Map();
    for (const { pattern, token } of found) {
      addTo(set.tagged, set.groupOf[pattern], { pattern: pattern + set.shiftOf[pattern], token });
    }
    set.taggedDoc = doc;
  }
  return set.tagged.get(group) ?? NOTHING;
}

function addTo<T>(lists: Map<number, T[]>, group: number, item: T): void {
  const list = lists.get(group);
  if (list === undefined) lists.set(group, [item]);
  else list.push(item);
}
