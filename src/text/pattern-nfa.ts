import type { FormName, Mark } from "../types.ts";
import { places, tokenClasses } from "./class-names.ts";
import { Place, TokenClass } from "./classes.ts";
import type { ClassItem, Item, LiteralToken, Pattern, WordItem } from "./pattern-ast.ts";
import { cutText } from "./pattern-cut.ts";
import type { Condition, Interner, Nfa, NfaContext, Reading, Skip, Step } from "./pattern-machine.ts";

/** More states than this are refused when a pack loads. */
const MOST_STATES = 20_000;

/** Lists in lists, at most. */
const DEEPEST_LISTS = 20;

interface Builder {
  readonly context: NfaContext;
  readonly reading: Reading;
  readonly steps: Step[][];
  readonly skips: Skip[][];
  /** Whether the words being compiled are flagged, thus held to `exact`. */
  flagged: boolean;
  depth: number;
}

/** Compiles a pattern that holds no mistake; throws a `RangeError` when it grows beyond `MOST_STATES`. */
export function compileNfa(pattern: Pattern, reading: Reading, context: NfaContext): Nfa {
  const builder: Builder = { context, reading, steps: [[]], skips: [[]], flagged: true, depth: 0 };
  const final =
    pattern.flagged === undefined ? sequence(builder, pattern.items, 0) : flagged(builder, pattern);
  return { steps: builder.steps, skips: builder.skips, final };
}

function flagged(builder: Builder, { items, flagged: range }: Pattern): number {
  const from = range?.from ?? 0;
  const to = range?.to ?? items.length;
  builder.flagged = false;
  const before = sequence(builder, items.slice(0, from), 0);
  const opened = state(builder);
  builder.skips[before].push({ place: 0, flag: "open", to: opened });
  builder.flagged = true;
  const inside = sequence(builder, items.slice(from, to), opened);
  builder.flagged = false;
  const closed = state(builder);
  builder.skips[inside].push({ place: 0, flag: "close", to: closed });
  return sequence(builder, items.slice(to), closed);
}

function state(builder: Builder): number {
  if (builder.steps.length >= MOST_STATES) throw new RangeError("the pattern grows too big");
  builder.steps.push([]);
  builder.skips.push([]);
  return builder.steps.length - 1;
}

function skip(builder: Builder, from: number, to: number, place = 0): void {
  builder.skips[from].push({ place, to });
}

/** Compiles items one behind the other and gives the state behind them. */
function sequence(builder: Builder, items: readonly Item[], start: number): number {
  let from = start;
  for (let index = 0; index < items.length; index++) {
    const next = items[index + 1];
    const joined = next?.type === "word" && next.tokens[0].joined;
    from = item(builder, items[index], from, joined);
  }
  return from;
}

function item(builder: Builder, each: Item, from: number, joined: boolean): number {
  switch (each.type) {
    case "word":
      return each.mark === undefined
        ? literal(builder, each.tokens, from)
        : inflected(builder, each, each.mark, from);
    case "glob":
      return step(builder, from, -builder.context.intern.glob(each.glob));
    case "class":
      return repeated(builder, each, from, joined);
    default:
      return alternatives(builder, each.sides, from);
  }
}

function step(builder: Builder, from: number, label: number, condition = 0): number {
  const to = state(builder);
  builder.steps[from].push({ label, condition, to });
  return to;
}

function literal(
  builder: Builder,
  tokens: readonly LiteralToken[],
  start: number,
  context: (index: number) => Partial<Condition> = () => ({}),
): number {
  const { intern } = builder.context;
  let from = start;
  for (let index = 0; index < tokens.length; index++) {
    const condition = { back: 0, ...exactness(builder, tokens, index), ...context(index) };
    const to = state(builder);
    for (const word of spellings(tokens[index], intern)) {
      builder.steps[from].push({ label: word, condition: intern.condition(condition), to });
    }
    from = to;
  }
  return from;
}

const AS_EMOJI = "\ufe0f";

/** An emoji is the same with and without the sign that asks for its coloured form. */
function spellings(token: LiteralToken, intern: Interner): readonly number[] {
  if (!token.isEmoji) return [intern.word(token.folded, token.hash)];
  const bare = token.folded.replaceAll(AS_EMOJI, "");
  const all = new Set([token.folded, bare, bare + AS_EMOJI]);
  return [...all].map((folded) => intern.word(folded));
}

function exactness(builder: Builder, tokens: readonly LiteralToken[], index: number): Partial<Condition> {
  if (!builder.reading.exact || !builder.flagged) return {};
  const { written, apostropheS, joined } = tokens[index];
  return apostropheS ? { written } : { written, hyphen: index > 0 && joined };
}

/** Every form of a word; a spelling that two forms share is held to the context of the first. */
function inflected(builder: Builder, word: WordItem, mark: Mark, start: number): number {
  const { context, reading } = builder;
  const written = joinWritten(word.tokens, reading.exact);
  const end = state(builder);
  const seen = new Set<string>();
  for (const { form, text } of context.inflect(written, mark, reading.forms)) {
    if (seen.has(text)) continue;
    seen.add(text);
    const tokens = cutText(text);
    const asked = contextOf(form, mark);
    const at = asked === "adjective" ? tokens.length - 1 : 0;
    const last = literal(builder, tokens, start, (index) =>
      index === at && asked !== undefined ? { form: asked, back: word.phraseBefore + at } : {},
    );
    builder.skips[last].push({ place: 0, apart: true, to: end });
  }
  return end;
}

function joinWritten(tokens: readonly LiteralToken[], exact: boolean): string {
  return tokens.map(({ written, folded }) => (exact ? written : folded)).join("-");
}

const CONTEXTS: Readonly<Partial<Record<FormName, Condition["form"]>>> = {
  base: "verb",
  s: "verb",
  one: "one",
  many: "many",
};

function contextOf(form: FormName, mark: Mark): Condition["form"] {
  return mark === "adj" && form === "base" ? "adjective" : CONTEXTS[form];
}

function alternatives(builder: Builder, sides: readonly (readonly Item[])[], from: number): number {
  const end = state(builder);
  for (const side of sides) skip(builder, sequence(builder, side, from), end);
  return end;
}

function repeated(builder: Builder, each: ClassItem, start: number, joined: boolean): number {
  const place = places.get(each.name);
  const end = state(builder);
  if (place !== undefined) {
    skip(builder, start, end, place);
    return end;
  }
  let from = start;
  for (let count = 0; count < each.max; count++) {
    if (count >= each.min) skip(builder, from, end);
    from = once(builder, each.name, from, joined && count + 1 >= each.min);
  }
  skip(builder, from, end);
  return end;
}

/** One token of a class, with the parts that belong to the same word. */
function once(builder: Builder, name: string, from: number, joined: boolean): number {
  const code = tokenClasses.get(name);
  if (code === undefined) return listed(builder, name, from);
  const to = step(builder, from, -code);
  if (code === TokenClass.number) loop(builder, to, TokenClass.numberTail);
  if (code !== TokenClass.word && code !== TokenClass.cap && code !== TokenClass.caps) return to;
  loop(builder, to, TokenClass.hyphenated);
  loop(builder, to, TokenClass.possessive);
  const end = state(builder);
  skip(builder, to, end, joined ? 0 : Place.wordEnd);
  return end;
}

function loop(builder: Builder, at: number, code: number): void {
  builder.steps[at].push({ label: -code, condition: 0, to: at });
}

function listed(builder: Builder, name: string, from: number): number {
  if (builder.depth === DEEPEST_LISTS) throw new RangeError("the lists nest too deep");
  builder.depth++;
  const end = alternatives(
    builder,
    builder.context.entriesOf(name).map(({ items }) => items),
    from,
  );
  builder.depth--;
  return end;
}
