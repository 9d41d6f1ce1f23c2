import type { Post, Source } from "../types.ts";

/** A source whose items without a text are counted. */
export interface Textless {
  readonly source: Source;
  /** Says what was left out: where nothing had a text, once for all of it. */
  readonly end: (posts: readonly Post[]) => void;
}

/** Holds back what is said of items without a text: a file of data that are no posts is one note. */
export function holdTextless(source: Source): Textless {
  const held: Parameters<Source["report"]>[0][] = [];
  const report: Source["report"] = (problem) => {
    if (problem.code === "no-text") held.push(problem);
    else source.report(problem);
  };
  const end: Textless["end"] = (posts) => {
    const [first] = held;
    if (posts.length > 0 || held.length < 2) held.forEach(source.report);
    else
      source.report({
        ...first,
        message: `${first.message} (${held.length - 1} more values here have none, too)`,
      });
  };
  return { source: { ...source, report }, end };
}
