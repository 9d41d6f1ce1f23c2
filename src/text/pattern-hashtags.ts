import type { Entity } from "../types.ts";
import type { Automaton } from "./automaton.ts";
import { FOUND_ROW } from "./automaton-memory.ts";
import type { Doc } from "./doc.ts";
import { hashOf } from "./hash.ts";
import { docOf, foldText } from "./pattern-cut.ts";
import {
  type AutomatonTables,
  CONDITION_ROW,
  ConditionColumn,
  ContextForm,
  EDGE_ROW,
  Edge,
  END_ROW,
  End,
  EXTRA_ROW,
  Extra,
  FIRST_WORD,
  firstEdge,
} from "./pattern-tables.ts";
import { tagWords } from "./tag-words.ts";
import { TokenKind } from "./tokens.ts";
import { findText } from "./vocabulary.ts";

/** The patterns found in the words of one hashtag; `token` is the tag's index in the doc's tokens. */
export interface TagFinding {
  readonly pattern: number;
  readonly token: number;
}

/** Looks for patterns inside the hashtags of a doc. */
export type TagFinder = (doc: Doc) => readonly TagFinding[];

const MOST_TAGS = 10_000;
const LONGEST_TAG = 60;

/** A finder that remembers the tags it has seen. */
export function createTagFinder(automaton: Automaton): TagFinder {
  const known = new Map<string, readonly number[]>();
  const patternsOf = (tag: string): readonly number[] => {
    const ready = known.get(tag);
    if (ready !== undefined) return ready;
    const found = patternsIn(automaton, tag);
    if (known.size >= MOST_TAGS) known.clear();
    known.set(tag, found);
    return found;
  };
  return (doc) => {
    const { tokens, text, entities } = doc;
    if (!entities.some(isHashtag)) return NOTHING;
    const findings: TagFinding[] = [];
    for (let token = 0; token < tokens.count; token++) {
      if (tokens.kind[token] !== TokenKind.hashtag) continue;
      for (const pattern of patternsOf(text.slice(tokens.start[token] + 1, tokens.end[token]))) {
        findings.push({ pattern, token });
      }
    }
    return findings;
  };
}

const NOTHING: readonly TagFinding[] = [];

function isHashtag({ kind }: Entity): boolean {
  return kind === "hashtag";
}

/** Tags in one piece (`#thoughtleader`) match phrases written together as a whole; others word by word. */
function patternsIn(automaton: Automaton, tag: string): readonly number[] {
  const words = tagWords(tag);
  const patterns = new Set<number>();
  const { rows, count } = automaton.scan(docOf(words.join(" ")));
  for (let row = 0; row < count; row++) patterns.add(rows[row * FOUND_ROW]);
  if (words.length === 1 && tag.length <= LONGEST_TAG) joined(automaton.tables, foldText(tag), patterns);
  return [...patterns].sort((one, other) => one - other);
}

/** Phrases whose words, written together, are the whole tag: walks over its letters and the automaton's states at once. */
function joined(tables: AutomatonTables, tag: string, patterns: Set<number>): void {
  const statesAt: Set<number>[] = Array.from({ length: tag.length + 1 }, () => new Set());
  for (let at = 0; at < tag.length; at++) {
    if (at > 0 && statesAt[at].size === 0) continue;
    for (let end = at + 1; end <= tag.length; end++) {
      const piece = tag.slice(at, end);
      const word = findText(tables.vocabulary, piece, hashOf(piece));
      if (word < 0) continue;
      const { roots, edgeStarts } = tables;
      const group = FIRST_WORD + word;
      if (at === 0)
        follow(tables, { word, from: roots.starts[group], to: roots.starts[group + 1] }, statesAt[end]);
      for (const state of statesAt[at]) {
        const from = firstEdge(tables, state, word);
        follow(tables, { word, from, to: edgeStarts[state + 1] }, statesAt[end]);
      }
    }
  }
  for (const state of statesAt[tag.length]) addEnds(tables, state, patterns);
}

/** Rows of `edges` in which those of a word come first. */
interface EdgeRows {
  readonly word: number;
  readonly from: number;
  readonly to: number;
}

function follow(
  { edges, extras, conditions }: AutomatonTables,
  { word, from, to }: EdgeRows,
  states: Set<number>,
): void {
  for (let edge = from; edge < to && edges[edge * EDGE_ROW] === word; edge++) {
    const extra = edges[edge * EDGE_ROW + Edge.extra] * EXTRA_ROW;
    const condition = extras[extra + Extra.condition] * CONDITION_ROW;
    const isFree =
      extras[extra + Extra.place] === 0 &&
      conditions[condition + ConditionColumn.form] !== ContextForm.adjective &&
      conditions[condition + ConditionColumn.text] === -1;
    if (isFree) states.add(edges[edge * EDGE_ROW + Edge.target]);
  }
}

function addEnds({ endStarts, ends, extras }: AutomatonTables, state: number, patterns: Set<number>): void {
  for (let end = endStarts[state]; end < endStarts[state + 1]; end++) {
    const extra = ends[end * END_ROW + End.extra] * EXTRA_ROW;
    if (extras[extra + Extra.place] === 0) patterns.add(ends[end * END_ROW]);
  }
}
