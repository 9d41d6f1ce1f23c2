import type { Within } from "../types.ts";
import { wordsByBit } from "./class-names.ts";
import { TokenClass, type WordClasses } from "./classes.ts";
import { finishTables, ROOTS } from "./pattern-finish.ts";
import type { FlatEnd, FlatNfa, FlatStep } from "./pattern-flatten.ts";
import type { Condition, Interner } from "./pattern-machine.ts";
import { type Numbered, numbered, type Rows, rows } from "./pattern-rows.ts";
import { type AutomatonTables, ContextForm, EDGE_ROW, END_ROW, HERE, KEEP } from "./pattern-tables.ts";
import { buildVocabulary, type VocabularyBuilder } from "./vocabulary.ts";

/** Makes one automaton of many patterns. */
export interface AutomatonBuilder {
  readonly intern: Interner;
  /** Adds a pattern; patterns are numbered in this order. */
  readonly add: (nfa: FlatNfa, within: Within, flagged: boolean) => void;
  readonly finish: () => AutomatonTables;
}

const SCOPES: Readonly<Record<Within, number>> = { sentence: 0, paragraph: 1, post: 2 };

/** Columns of `Builder.edges` and `Builder.ends`: those of the tables, and the state. */
export const BUILT_EDGE: number = EDGE_ROW + 1;
export const BUILT_END: number = END_ROW + 1;

/** What is built so far. */
export interface Builder {
  readonly vocabulary: VocabularyBuilder;
  readonly bits: number[];
  readonly texts: Numbered;
  readonly globs: Numbered;
  readonly conditions: Rows;
  readonly extras: Rows;
  readonly owners: number[];
  readonly scopes: number[];
  /** Rows of `BUILT_EDGE`. */
  readonly edges: number[];
  /** Rows of `BUILT_END`. */
  readonly ends: number[];
  readonly flagged: number[];
  /** From state, word and extra to the shared state behind it. */
  readonly shared: Map<string, number>;
}

/** Starts an automaton that knows the word classes. */
export function buildAutomaton(words: WordClasses): AutomatonBuilder {
  const builder: Builder = {
    vocabulary: buildVocabulary(),
    bits: [],
    texts: numbered(),
    globs: numbered(),
    conditions: rows([ContextForm.none, 0, -1, -1]),
    extras: rows([0, 0, KEEP, KEEP]),
    owners: [],
    scopes: [],
    edges: [],
    ends: [],
    flagged: [],
    shared: new Map(),
  };
  for (const [bit, list] of wordsByBit(words)) {
    for (const word of list) {
      const number = builder.vocabulary.add(word);
      builder.bits[number] = (builder.bits[number] ?? 0) | bit;
    }
  }
  for (let scope = 0; scope < ROOTS; scope++) newState(builder, scope, -1);
  return {
    intern: internerOf(builder),
    add: (nfa, within, flagged) => {
      builder.flagged.push(flagged ? 1 : 0);
      graft(builder, nfa, SCOPES[within]);
    },
    finish: () => finishTables(builder),
  };
}

function internerOf(builder: Builder): Interner {
  return {
    word: builder.vocabulary.add,
    condition: (condition) => builder.conditions.add(conditionRow(builder, condition)),
    glob: (glob) => TokenClass.firstGlob + builder.globs.add(glob),
  };
}

function conditionRow(builder: Builder, { form, back, written, hyphen }: Condition): readonly number[] {
  if (form === undefined && written === undefined && hyphen === undefined)
    return [ContextForm.none, 0, -1, -1];
  const text = written === undefined ? -1 : builder.texts.add(written);
  return [ContextForm[form ?? "none"], back, text, hyphen === undefined ? -1 : Number(hyphen)];
}

function newState(builder: Builder, scope: number, owner: number): number {
  builder.owners.push(owner);
  builder.scopes.push(scope);
  return builder.owners.length - 1;
}

/** A stretch of a pattern's machine that is still to be copied behind `state` of the automaton. */
interface Graft {
  readonly from: number;
  readonly state: number;
  /** Patterns may share the state, and what follows it. */
  readonly shared: boolean;
  /** Tokens from the match's start; -1 where the state belongs to the pattern alone. */
  readonly depth: number;
  readonly open: number;
  readonly close: number;
}

const AT_START = { depth: 0, open: KEEP, close: KEEP } as const;
const UNKNOWN = { depth: -1, open: KEEP, close: KEEP } as const;

/** Copies a pattern's machine; its beginning shares the states of other patterns as far as it runs in one line. */
function graft(builder: Builder, nfa: FlatNfa, scope: number): void {
  const owner = builder.flagged.length - 1;
  const own = new Map<number, number>();
  const todo: Graft[] = [{ from: 0, state: scope, shared: true, ...AT_START }];
  const ownState = (from: number): number => {
    const known = own.get(from);
    if (known !== undefined) return known;
    const state = newState(builder, scope, owner);
    own.set(from, state);
    todo.push({ from, state, shared: false, ...UNKNOWN });
    return state;
  };
  for (let at = todo.pop(); at !== undefined; at = todo.pop()) {
    for (const end of nfa.ends[at.from]) addEnd(builder, owner, at, end);
    for (const step of nfa.steps[at.from]) {
      const behind = at.shared ? sharedBehind(builder, nfa, at, step) : undefined;
      if (behind !== undefined) todo.push(behind);
      else
        addEdge(builder, at.state, step.label, {
          target: ownState(step.to),
          extra: extraOf(builder, at, step),
        });
    }
  }
}

/**
 * The state behind a step that patterns can share: only one step leads to it, so that its one thread began at a known distance. Where
 * threads that began at several places meet, the pattern must own the state: only it knows which of them stands.
 */
function sharedBehind(builder: Builder, nfa: FlatNfa, at: Graft, step: FlatStep): Graft | undefined {
  if (nfa.arrivals[step.to] !== 1) return undefined;
  const extra = builder.extras.add([step.place, step.condition, KEEP, KEEP]);
  const key = `${at.state} ${step.label} ${extra}`;
  let state = builder.shared.get(key);
  if (state === undefined) {
    state = newState(builder, builder.scopes[at.state], -1);
    builder.shared.set(key, state);
    addEdge(builder, at.state, step.label, { target: state, extra });
  }
  return { from: step.to, state, shared: true, ...flagsBehind(at, step), depth: at.depth + 1 };
}

/** Where the match's length is known, flagged words are counted from its start. */
function flagsBehind(
  { depth, open, close }: Graft,
  { flag }: FlatStep | FlatEnd,
): { open: number; close: number } {
  const here = depth >= 0 ? depth : HERE;
  return { open: flag === "open" ? here : open, close: flag === "close" ? here : close };
}

function extraOf(builder: Builder, at: Graft, step: FlatStep | FlatEnd): number {
  const { open, close } = flagsBehind(at, step);
  const condition = "condition" in step ? step.condition : 0;
  return builder.extras.add([step.place, condition, open, close]);
}

function addEnd(builder: Builder, pattern: number, at: Graft, end: FlatEnd): void {
  const extra = extraOf(builder, at, end);
  builder.ends.push(pattern, extra, at.state);
}

function addEdge(
  builder: Builder,
  state: number,
  label: number,
  { target, extra }: { readonly target: number; readonly extra: number },
): void {
  builder.edges.push(label, target, extra, state);
}
