import { inflect } from "../packs/inflect.ts";
import { attachedWords, type WrittenForm, type WrittenWords } from "../packs/written-words.ts";
import type { Item, WordItem } from "../text/pattern-ast.ts";
import { parsePattern, parseTerm } from "../text/pattern-parse.ts";
import type { Entry, FormName, Mark } from "../types.ts";

/** A form of a word that a mark changes. */
export interface MarkedForm {
  readonly mark: Mark;
  readonly form: FormName;
  /** Its spelling as tokens: a hyphenated word has several. */
  readonly words: readonly string[];
}

/** What suggestions ask of an entry. */
export interface EntryWords {
  /** All forms of the marked words among those that the entry flags, by their first token, in lower case. */
  readonly forms: ReadonlyMap<string, readonly MarkedForm[]>;
  /** Words that the entry itself writes with capitals. */
  readonly capitals: readonly string[];
  /** What it flags holds words that the pack doesn't name, which a replacement would lose. */
  readonly varies: boolean;
  /** Numbers that the entry itself names. */
  readonly numbers: ReadonlySet<string>;
}

const known = new WeakMap<Entry, EntryWords>();

/** The words of an entry; made at its first finding. */
export function wordsOf(entry: Entry): EntryWords {
  const ready = known.get(entry);
  if (ready !== undefined) return ready;
  const [forms, capitals, varies, numbers] = attachedWords(entry) ?? writtenWords(entry);
  const words = { forms: byFirstWord(forms.map(markedForm)), capitals, varies, numbers: new Set(numbers) };
  known.set(entry, words);
  return words;
}

/** The same, as it is kept with a pack, without what the entry offers. */
export function writtenWords({ match, mark, forms }: Entry): WrittenWords {
  const items = match.flatMap((source) => flaggedItems(source, mark));
  return [
    markedWords(items).flatMap((word) => formsOf(word, forms)),
    match.flatMap(capitalWords),
    items.some(isOpen),
    match.flatMap((source) => source.match(/\d+/gu) ?? []),
    {},
  ];
}

function markedForm([mark, form, ...words]: WrittenForm): MarkedForm {
  return { mark, form, words };
}

/** Classes that stand for any word; lists are the pack's own words. */
const OPEN: ReadonlySet<string> = new Set(["word", "any", "cap", "caps", "verb-ing", "brand", "product"]);

function isOpen(item: Item): boolean {
  if (item.type === "group") return item.sides.some((side) => side.some(isOpen));
  return item.type === "glob" || (item.type === "class" && OPEN.has(item.name));
}

function flaggedItems(source: string, mark: Mark | undefined): readonly Item[] {
  const { items, flagged } = (mark === undefined ? parsePattern(source) : parseTerm(source, mark)).pattern;
  return flagged === undefined ? items : items.slice(flagged.from, flagged.to);
}

function markedWords(items: readonly Item[]): readonly WordItem[] {
  return items.flatMap((item): readonly WordItem[] => {
    if (item.type === "group") return item.sides.flatMap(markedWords);
    return item.type === "word" && item.mark !== undefined ? [item] : [];
  });
}

function formsOf({ tokens, mark }: WordItem, given: Entry["forms"]): readonly WrittenForm[] {
  if (mark === undefined) return [];
  const base = tokens.map(({ folded }) => folded).join("-");
  return inflect(base, mark, given).map(({ form, text }) => [
    mark,
    form,
    ...text.toLowerCase().split(/[-\s]/u),
  ]);
}

function byFirstWord(forms: readonly MarkedForm[]): ReadonlyMap<string, readonly MarkedForm[]> {
  const map = new Map<string, MarkedForm[]>();
  for (const form of forms) {
    const [first] = form.words;
    const same = map.get(first);
    if (same === undefined) map.set(first, [form]);
    else same.push(form);
  }
  return map;
}

function capitalWords(source: string): readonly string[] {
  if (source === source.toLowerCase()) return [];
  return source.split(/[^\p{L}\p{N}'’.&]+/u).filter((word) => word !== word.toLowerCase());
}
