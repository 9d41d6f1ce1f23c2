import { englishLists } from "./generated/english.ts";
import type { WordClasses } from "./text/classes.ts";

type ListName = keyof typeof englishLists;

const sets = new Map<ListName, ReadonlySet<string>>();
const tables = new Map<ListName, ReadonlyMap<string, readonly string[]>>();

/** A word list from rules/english.yaml; made when first asked for. */
export function englishList(name: ListName): ReadonlySet<string> {
  const known = sets.get(name);
  if (known !== undefined) return known;
  const made = new Set(words(name));
  sets.set(name, made);
  return made;
}

/** A table from rules/english.yaml: the first word of each row, and the others. */
export function englishTable(name: ListName): ReadonlyMap<string, readonly string[]> {
  const known = tables.get(name) ?? new Map(rows(name));
  tables.set(name, known);
  return known;
}

function words(name: ListName): readonly string[] {
  return englishLists[name].split(/\s+/u);
}

function rows(name: ListName): [string, readonly string[]][] {
  return englishLists[name].split("\n").map((line) => {
    const [base, ...forms] = line.trim().split(" ");
    return [base, forms];
  });
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
