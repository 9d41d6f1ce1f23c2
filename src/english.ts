import { englishLists } from "./generated/english.ts";
import type { WordClasses } from "./text/classes.ts";

type ListName = keyof typeof englishLists;

const sets = new Map<ListName, ReadonlySet<string>>();
const tables = new Map<ListName, EnglishTable>();

/** Of the first word of each row the others. */
export interface EnglishTable {
  readonly has: (word: string) => boolean;
  readonly get: (word: string) => readonly string[] | undefined;
}

/** A word list from rules/english.yaml; made when first asked for. */
export function englishList(name: ListName): ReadonlySet<string> {
  const known = sets.get(name);
  if (known !== undefined) return known;
  const made = new Set(words(name));
  sets.set(name, made);
  return made;
}

/** A table from rules/english.yaml; made when first asked for, and its rows are cut where they are asked for. */
export function englishTable(name: ListName): EnglishTable {
  const known = tables.get(name);
  if (known !== undefined) return known;
  const rows = new Map<string, string>();
  for (const row of englishLists[name].split("\n")) {
    const end = row.indexOf(" ");
    rows.set(row.slice(0, end), row.slice(end + 1));
  }
  const made: EnglishTable = { has: (word) => rows.has(word), get: (word) => rows.get(word)?.split(" ") };
  tables.set(name, made);
  return made;
}

function words(name: ListName): readonly string[] {
  return englishLists[name].split(" ");
}

/** The closed classes that patterns and marks ask for; read only when an automaton is compiled. */
export function wordClasses(): WordClasses {
  return {
    determiners: words("determiners"),
    prepositions: words("prepositions"),
    articles: words("articles"),
    modals: words("modals"),
    subjects: words("subjects"),
    thirdPersons: words("thirdPersons"),
    be: words("be"),
    hosts: words("hosts"),
    degrees: words("degrees"),
    functionWords: words("functionWords"),
    numberWords: words("numberWords"),
    notVerbs: words("notVerbs"),
  };
}
