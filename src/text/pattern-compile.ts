import { brandClasses } from "./class-names.ts";
import type { Inflect } from "./classes.ts";
import { type Parsed, type Pattern, PatternError } from "./pattern-ast.ts";
import { buildAutomaton } from "./pattern-build.ts";
import { flatten } from "./pattern-flatten.ts";
import type { NfaContext } from "./pattern-machine.ts";
import { compileNfa } from "./pattern-nfa.ts";
import { parseName, parsePattern, parseTerm } from "./pattern-parse.ts";
import type { Added, PatternSetOptions } from "./pattern-set.ts";
import type { AutomatonTables } from "./pattern-tables.ts";

/** Reads patterns and makes their automaton; throws a `PatternError` at the first one with a mistake. */
export function compileTables(added: readonly Added[], options: PatternSetOptions): AutomatonTables {
  const builder = buildAutomaton(options.words);
  const context: NfaContext = {
    intern: builder.intern,
    inflect: rememberForms(options.inflect),
    entriesOf: entriesOf(options),
  };
  for (const { source, options: how } of added) {
    const pattern = sound(source, how.syntax === "term" ? parseTerm(source, how.mark) : parsePattern(source));
    try {
      const nfa = compileNfa(pattern, { exact: how.exact, forms: how.forms }, context);
      builder.add(flatten(nfa), how.within, pattern.flagged !== undefined);
    } catch (error) {
      throw error instanceof RangeError ? tooBig(source) : error;
    }
  }
  return builder.finish();
}

/** A pattern that has grown beyond what is held in memory. */
function tooBig(source: string): PatternError {
  const message = "with its lists and ranges the pattern grows too big; use shorter ranges or fewer groups";
  return new PatternError(source, [{ code: "too-big", offset: 0, length: source.length, message }]);
}

function sound(source: string, { pattern, mistakes }: Parsed): Pattern {
  if (mistakes.length > 0) throw new PatternError(source, mistakes);
  return pattern;
}

/** The same words are marked again and again: *friend (n)*. */
function rememberForms(inflect: Inflect): Inflect {
  const known = new Map<string, ReturnType<Inflect>>();
  return (word, mark, given) => {
    if (given !== undefined) return inflect(word, mark, given);
    const key = `${mark} ${word}`;
    const ready = known.get(key) ?? inflect(word, mark);
    known.set(key, ready);
    return ready;
  };
}

function entriesOf({ lists, brand }: PatternSetOptions): NfaContext["entriesOf"] {
  const known = new Map<string, readonly Pattern[]>();
  const names: Readonly<Record<string, readonly string[]>> = {
    brand: brand.names,
    product: brand.products,
    handle: brand.handles,
  };
  const read = (name: string): readonly Pattern[] => {
    if (brandClasses.includes(name)) return names[name].map((entry) => sound(entry, parseName(entry)));
    if (!Object.hasOwn(lists, name)) throw unknownList(name);
    return lists[name].map((entry) => sound(entry, parsePattern(entry)));
  };
  return (name) => {
    const entries = known.get(name) ?? read(name);
    known.set(name, entries);
    return entries;
  };
}

function unknownList(name: string): PatternError {
  const source = `<${name}>`;
  const message = `there is no class and no list called “${name}”`;
  return new PatternError(source, [{ code: "unknown-class", offset: 0, length: source.length, message }]);
}
