import type { FormName, Mark, Pack, Within } from "../types.ts";
import type { Inflect, WordClasses } from "./classes.ts";
import type { Doc } from "./doc.ts";
import { foundIn, matchesOf, NOTHING, type SetState, seal, tagMatchesOf } from "./pattern-found.ts";
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
export interface HashtagMatch {
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

const NO_NUMBERS = new Int32Array(0);

/** Adds patterns that are all read in the same way and gives the first one's number. */
export function addSources(group: PatternGroup, sources: readonly string[], options: PatternOptions): number {
  return group.addAll(sources.length, () => sources.map((source) => ({ source, options })));
}

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
  return { group: () => new Group(set), tables: () => seal(set).tables };
}

/** A class, since a pack has dozens of groups, and every start would make six functions for each. */
class Group implements PatternGroup {
  private readonly set: SetState;
  private readonly number: number;
  private count = 0;

  constructor(set: SetState) {
    this.set = set;
    this.number = set.groups++;
  }

  add(source: string, options: PatternOptions): number {
    const last = this.set.blocks.at(-1);
    if (last?.list !== undefined && last.group === this.number) {
      const number = this.reserve(1);
      last.list.push({ source, options });
      return number;
    }
    const list = [{ source, options }];
    return this.addBlock(1, () => list, list);
  }

  addAll(count: number, read: () => readonly Added[]): number {
    return this.addBlock(count, read);
  }

  matches(doc: Doc): readonly Match[] {
    return this.count === 0 ? NOTHING : matchesOf(this.set, doc, this.number);
  }

  found(doc: Doc): readonly Match[] {
    return this.count === 0 ? NOTHING : foundIn(this.set, doc, this.number);
  }

  hashtagMatches(doc: Doc): readonly HashtagMatch[] {
    return this.count === 0 ? NOTHING : tagMatchesOf(this.set, doc, this.number);
  }

  private addBlock(count: number, read: () => readonly Added[], list?: Added[]): number {
    const start = this.set.count;
    const first = this.reserve(count);
    this.set.blocks.push({ group: this.number, start, first, read, list });
    return first;
  }

  private reserve(count: number): number {
    if (this.set.automaton !== undefined)
      throw new Error("the pattern set is sealed: patterns come before the first doc");
    const first = this.count;
    this.count += count;
    this.set.count += count;
    return first;
  }
}
