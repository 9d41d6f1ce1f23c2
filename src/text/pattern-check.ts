import { closest } from "fastest-levenshtein";
import type { Mark, Pack } from "../types.ts";
import { brandClasses, isBuiltInClass, places, tokenClasses } from "./class-names.ts";
import type { Inflect } from "./classes.ts";
import type { Item, Pattern, PatternMistake } from "./pattern-ast.ts";
import { flatten } from "./pattern-flatten.ts";
import { lexPattern, lexTerm } from "./pattern-lex.ts";
import type { Interner } from "./pattern-machine.ts";
import { compileNfa } from "./pattern-nfa.ts";
import { parsePattern, parseTerm } from "./pattern-parse.ts";
import { singularOf } from "./pattern-plural.ts";

/** What a pattern may refer to where it stands. */
export interface PatternNames {
  readonly lists: Pack["lists"];
  /** Further classes that are known here: `if`. */
  readonly also?: readonly string[];
  /** The pack's language; marks are English only. */
  readonly lang?: string;
  /** With it, `(n)` after a plural is found. */
  readonly inflect?: Inflect;
}

/** Everything that is wrong with a pattern or term, for the one who writes the pack; empty when it can be used. */
export function checkPattern(
  source: string,
  options: { readonly syntax: "term" | "pattern"; readonly mark?: Mark },
  names: PatternNames,
): readonly PatternMistake[] {
  const isTerm = options.syntax === "term";
  const { pattern, mistakes } = isTerm ? parseTerm(source, options.mark) : parsePattern(source);
  const found = [
    ...mistakes,
    ...(isTerm ? [] : unknownClasses(source, names)),
    ...foreignMarks(source, options, names),
    ...pluralMarks(source, pattern, names),
  ];
  return found.length > 0 ? found : hollow(source, pattern, names);
}

function unknownClasses(source: string, { lists, also = [] }: PatternNames): PatternMistake[] {
  const mistakes: PatternMistake[] = [];
  for (const { offset, length, ...sign } of lexPattern(source).lexemes) {
    if (sign.type !== "class") continue;
    const { name } = sign;
    if (isBuiltInClass(name) || Object.hasOwn(lists, name) || also.includes(name)) continue;
    const known = [...tokenClasses.keys(), ...places.keys(), ...brandClasses, ...Object.keys(lists), ...also];
    const message = `nothing is called <${name}>; did you mean <${closest(name, known)}>?`;
    mistakes.push({ code: "unknown-class", offset, length, message });
  }
  return mistakes;
}

function foreignMarks(
  source: string,
  { syntax, mark }: { readonly syntax: "term" | "pattern"; readonly mark?: Mark },
  { lang = "en" }: PatternNames,
): PatternMistake[] {
  if (/^en(?:$|[-_])/iu.test(lang)) return [];
  const { lexemes } = syntax === "term" ? lexTerm(source) : lexPattern(source);
  const at = lexemes.find(({ type }) => type === "mark");
  if (at === undefined && mark === undefined) return [];
  const message = `marks such as (n) know English words only, and this pack's language is ${lang}; write out the forms`;
  return [{ code: "mark-language", offset: at?.offset ?? 0, length: at?.length ?? source.length, message }];
}

function pluralMarks(source: string, { items }: Pattern, { inflect }: PatternNames): PatternMistake[] {
  if (inflect === undefined) return [];
  const mistakes: PatternMistake[] = [];
  for (const item of leaves(items)) {
    if (item.type !== "word" || item.mark !== "n") continue;
    const word = item.tokens.map(({ folded }) => folded).join("-");
    const singular = singularOf(word, inflect);
    if (singular === undefined) continue;
    const { written } = item.tokens[item.tokens.length - 1];
    const message = `(n) stands after the singular: “${singular} (n)” finds “${word}” too`;
    mistakes.push({
      code: "plural-mark",
      offset: source.lastIndexOf(written),
      length: written.length,
      message,
    });
  }
  return mistakes;
}

/** Patterns that would match nothing, anything, or more than memory holds. */
function hollow(source: string, pattern: Pattern, names: PatternNames): PatternMistake[] {
  const { items, flagged } = pattern;
  const whole = { offset: 0, length: source.length };
  if (items.every(canBeMissing)) {
    const message = "this can match nothing at all; at least one word, mark or class must be required";
    return [{ code: "empty", ...whole, message }];
  }
  if (flagged !== undefined && items.slice(flagged.from, flagged.to).every(canBeMissing)) {
    const message = "the words in [[…]] can be missing, and then nothing would be flagged; make one required";
    return [{ code: "empty-flag", ...whole, message }];
  }
  if (leaves(items).every(({ type, ...item }) => type === "class" && isAnything(item))) {
    const message = "<word> and <any> alone match everything; add a word, a mark or another class";
    return [{ code: "nothing-fixed", ...whole, message }];
  }
  if (fits(pattern, names)) return [];
  const message = "with its lists and ranges the pattern grows too big; use shorter ranges or fewer groups";
  return [{ code: "too-big", ...whole, message }];
}

function isAnything(item: object): boolean {
  return "name" in item && (item.name === "word" || item.name === "any");
}

function canBeMissing(item: Item): boolean {
  if (item.type === "class") return item.min === 0 || places.has(item.name);
  return item.type === "group" && item.sides.some((side) => side.every(canBeMissing));
}

function leaves(items: readonly Item[]): Exclude<Item, { type: "group" }>[] {
  return items.flatMap((item) => (item.type === "group" ? item.sides.flatMap(leaves) : [item]));
}

const FORMS: Inflect = (word) => [{ form: "base", text: word }];
const INTERNER: Interner = { word: () => 0, condition: () => 0, glob: () => 1 };

function fits(pattern: Pattern, { lists, inflect = FORMS }: PatternNames): boolean {
  const entriesOf = (name: string): readonly Pattern[] =>
    Object.hasOwn(lists, name) ? lists[name].map((entry) => parsePattern(entry).pattern) : [];
  if (leaves(pattern.items).every(({ type }) => type !== "class")) return true;
  try {
    flatten(compileNfa(pattern, { exact: false }, { intern: INTERNER, inflect, entriesOf }));
    return true;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}
