import type { Post, Source } from "../types.ts";

/** A source whose notes are counted. */
export interface HeldNotes {
  readonly source: Source;
  /** Says what was held back: where nothing had a text, once for all of it; else how many more notes of a kind there were. */
  readonly end: (posts: readonly Post[]) => void;
}

type Told = Parameters<Source["report"]>[0];

/** More notes of a kind say nothing new of a file. */
const MOST_OF_A_KIND = 5;

/** Holds back notes that come again and again: a file of data that are no posts is one note, a sheet with a fault in each row a few. */
export function holdNotes(source: Source): HeldNotes {
  const textless: Told[] = [];
  const more = new Map<string, { readonly first: Told; count: number }>();
  const tell = (problem: Told): void => {
    const known = more.get(problem.code) ?? { first: problem, count: 0 };
    more.set(problem.code, known);
    known.count++;
    if (problem.level === "error" || known.count <= MOST_OF_A_KIND) source.report(problem);
  };
  const report: Source["report"] = (problem) => {
    if (problem.code === "no-text") textless.push(problem);
    else tell(problem);
  };
  const end: HeldNotes["end"] = (posts) => {
    const [first] = textless;
    if (posts.length > 0 || textless.length < 2) textless.forEach(tell);
    else
      source.report({
        ...first,
        message: `${first.message} (${textless.length - 1} more values here have none, too)`,
      });
    for (const [code, { first: note, count }] of more) {
      if (note.level === "error" || count <= MOST_OF_A_KIND) continue;
      const message = `${count - MOST_OF_A_KIND} more notes like the last one (${code}) are left out`;
      source.report({ code, message, level: "note" });
    }
  };
  return { source: { ...source, report }, end };
}
