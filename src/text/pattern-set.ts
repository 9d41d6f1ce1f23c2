import type { FormName, Mark, Pack, Within } from "../types.ts";
import { type Automaton, createAutomaton } from "./automaton.ts";
import { FOUND_ROW, FoundColumn } from "./automaton-memory.ts";
import type { Inflect, WordClasses } from "./classes.ts";
import type { Doc } from "./doc.ts";
import { compileTables } from "./pattern-compile.ts";
import { createTagFinder, type TagFinder, type TagFinding } from "./pattern-hashtags.ts";
import { resolve } from "./pattern-resolve.ts";
import type { AutomatonTables } from "./pattern-tables.ts";

/** One match of one pattern, in token indices, ends exclusive. */
export interface Match {
  /** The number that `PatternGroup.add` gave. */
  readonly pattern: number;
  readonly start: number;
  readonly end: number;
  /** What stands in `[[…]]`, else the whole match. */
  readonly flagStart: number;
  readonly flagEnd: number;
}

/** How a pattern is read and held. */
export interface PatternOptions {
  /** A term is literal; a pattern follows the grammar of PACK-FORMAT section 4. */
  readonly syntax: "term" | "pattern";
  readonly within: Within;
  readonly exact: boolean;
  /** The mark of a whole term. */
  readonly mark?: Mark;
  /** Forms given by hand, by name. */
  readonly forms?: Readonly<Partial<Record<FormName, string>>>;
}

/** The patterns of one consumer (a check, all `unless`, all `allow`), found together with everybody else's. */
export interface PatternGroup {
  /** Adds a pattern and gives its number within this group, from 0. Only before the set is sealed. */
  readonly add: (source: string, options: PatternOptions) => number;
  /** Adds so many patterns at once and gives the first one's number. They are read only where no tables are there already. */
  readonly addAll: (count: number, read: () => readonly Added[]) => number;
  /**
   * All matches of this group's patterns in the prose, in order of their start; per pattern leftmost, longest from there,
   * flagged words never overlapping. Memoised per doc. Throws a `PatternError` when a pattern of the set holds a mistake.
   */
  readonly matches: (doc: Doc) => readonly Match[];
  /** Of each match at least the pattern, in any order, and of some more than once: all that it takes to tell what is not there. */
  readonly found: (doc: Doc) => readonly Match[];
  /** Matches inside hashtags (`#SynergySquad` read as `synergy squad`), in order of the tags. */
  readonly hashtagMatches: (doc: Doc) => readonly HashtagMatch[];
}

/** A pattern found in the words of a hashtag. */
interface HashtagMatch {
  readonly pattern: number;
  /** Index of the hashtag's token in `doc.tokens`. */
  readonly token: number;
}

/** All phrases of a pack in one automaton. The first doc that is matched seals it: nothing can be added any more. */
export interface PatternSet {
  readonly group: () => PatternGroup;
  /** The automaton as plain arrays, to be kept in a file; seals the set. */
  readonly tables: () => AutomatonTables;
}

/** What patterns of a set refer to. */
export interface PatternSetOptions {
  readonly lists: Pack["lists"];
  readonly brand: Pick<Pack["brand"], "names" | "products" | "handles">;
  readonly inflect: Inflect;
  readonly words: WordClasses;
  /** Tables made before from the same patterns in the same order, which the caller vouches for. */
  readonly tables?: AutomatonTables;
}

/** A pattern as it was added. */
export interface Added {
  readonly source: string;
  readonly options: PatternOptions;
}

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

interface SetState {
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

const NOTHING: never[] = [];
const NO_NUMBERS = new Int32Array(0);

/** Starts an empty set. */
export function createPatternSet(options: PatternSetOptions): PatternSet {
  const set: SetState = {
    options,
    blocks: [],
    count: 0,
    groupOf: NO_NUMBERS,
    shiftOf: NO_NUMBERS,
    groups: 0,
    automaton: undefined,
    tags: undefined,
    doc: undefined,
    found: [],
    isResolved: [],
    taggedDoc: undefined,
    tagged: new Map(),
  };
  return { group: () => newGroup(set), tables: () => seal(set).tables };
}

function newGroup(set: SetState): PatternGroup {
  const group = set.groups++;
  let count = 0;
  const reserve = (amount: number): number => {
    if (set.automaton !== undefined)
      throw new Error("the pattern set is sealed: patterns come before the first doc");
    const first = count;
    count += amount;
    set.count += amount;
    return first;
  };
  const addAll: PatternGroup["addAll"] = (amount, read) => {
    const first = reserve(amount);
    set.blocks.push({ group, start: set.count - amount, first, read });
    return first;
  };
  const add: PatternGroup["add"] = (source, options) => {
    const number = reserve(1);
    const last = set.blocks.at(-1);
    if (last?.list !== undefined && last.group === group) last.list.push({ source, options });
    else {
      const list = [{ source, options }];
      set.blocks.push({ group, start: set.count - 1, first: number, read: () => list, list });
    }
    return number;
  };
  return {
    add,
    addAll,
    matches: (doc) => (count === 0 ? NOTHING : matchesOf(set, doc, group)),
    found: (doc) => (count === 0 ? NOTHING : foundIn(set, doc, group)),
    hashtagMatches: (doc) => (count === 0 ? NOTHING : tagMatchesOf(set, doc, group)),
  };
}

function seal(set: SetState): Automaton {
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

function foundIn(set: SetState, doc: Doc, group: number): Match[] {
  if (set.doc !== doc) scanDoc(set, doc);
  return set.found[group] ?? NOTHING;
}

function matchesOf(set: SetState, doc: Doc, group: number): readonly Match[] {
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

function tagMatchesOf(set: SetState, doc: Doc, group: number): readonly HashtagMatch[] {
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
