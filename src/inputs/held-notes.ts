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

/** Tells the first few notes of each kind. */
export interface FewNotes {
  /** Errors are always told. */
  readonly tell: Source["report"];
  /** How many more of each kind there were. */
  readonly end: () => void;
}

/** Notes of a kind beyond the first few are counted instead of told. */
export function fewNotes(report: Source["report"]): FewNotes {
  const counts = new Map<string, number>();
  const tell: FewNotes["tell"] = (problem) => {
    if (problem.level === "error") return report(problem);
    const count = (counts.get(problem.code) ?? 0) + 1;
    counts.set(problem.code, count);
    if (count <= MOST_OF_A_KIND) report(problem);
  };
  const end = (): void => {
    for (const [code, count] of counts) {
      if (count <= MOST_OF_A_KIND) continue;
      const message = `${count - MOST_OF_A_KIND} more notes like the last one (${code}) are left out`;
      report({ code, message, level: "note" });
    }
  };
  return { tell, end };
}

/** Holds back notes that come again and again: a file of data that are no posts is one note, a sheet with a fault in each row a few. */
export function holdNotes(source: Source): HeldNotes {
  const textless: Told[] = [];
  const few = fewNotes(source.report);
  const report: Source["report"] = (problem) => {
    if (problem.code === "no-text") textless.push(problem);
    else few.tell(problem);
  };
  const end: HeldNotes["end"] = (posts) => {
    const [first] = textless;
    if (posts.length > 0 || textless.length < 2) textless.forEach(few.tell);
    else
      source.report({
        ...first,
        message: `${first.message} (${textless.length - 1} more values here have none, too)`,
      });
    few.end();
  };
  return { source: { ...source, report }, end };
}
